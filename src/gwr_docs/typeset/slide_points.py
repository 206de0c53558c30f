"""Points: rows for three or five, two columns for four and six; each with its number or its index in red."""

from gwr_docs.documents.deck import Item, Points
from gwr_docs.documents.runs import Run, made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Cell, Grid, body_page, continued

MOST = 6


def points_pages(slide: Points, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """At most six points a slide; more go on to a continued one."""
    pages = []
    for start in range(0, len(slide.items), MOST):
        items = slide.items[start : start + MOST]
        if len(items) in (4, 6):
            shapes = _grid_shapes(items, start, slide.numbered, fitter, grid)
        else:
            shapes = _row_shapes(items, start, slide.numbered, fitter, grid)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def _grid_shapes(items: tuple[Item, ...], start: int, numbered: bool, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Two columns of panels: number or index at the left, title and text beside it."""
    shapes: list[Shape] = []
    with_number = has_number_column(items)
    for index, (item, cell) in enumerate(zip(items, grid.cells(2, len(items) // 2), strict=True), start + 1):
        shapes += [Panel(cell.x, cell.y, cell.width, cell.height, "panel"), Panel(cell.x, cell.y, grid.page["bar"], cell.height, "red")]
        shapes += _item_shapes(item, index if numbered else 0, cell.inset(grid.pad), grid.columns(2) if with_number else 0, fitter, grid)
    return shapes


def _row_shapes(items: tuple[Item, ...], start: int, numbered: bool, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Rows between hairlines: number or index at the left, title and text beside it."""
    shapes: list[Shape] = []
    with_number = has_number_column(items)
    for index, (item, cell) in enumerate(zip(items, grid.cells(1, len(items)), strict=True), start + 1):
        if index > start + 1:
            shapes.append(Panel(cell.x, cell.y - grid.gutter / 2, cell.width, grid.page["rule"], "rule"))
        shapes += _item_shapes(item, index if numbered else 0, cell, grid.columns(3) if with_number else 0, fitter, grid)
    return shapes


def has_number_column(items: tuple[Item, ...]) -> bool:
    """A column for numbers pays when at least half of the points have one; else they stand beside the title."""
    return 2 * sum(1 for item in items if item.number) >= len(items)


def _item_shapes(item: Item, index: int, cell: Cell, head: float, fitter: Fitter, grid: Grid) -> list[Shape]:
    """`head` is the width of the number column, 0 if there is none; `index` 0 means not counted."""
    shapes: list[Shape] = []
    title = item.title
    indent = 0.0
    if item.number and head:
        line = fitter.number_line(item.number, "point_number", head)
        shapes.append(TextBox(cell.x, cell.y, head, cell.height, (line,), anchor="ctr"))
        indent = head + grid.gutter
    elif item.number:
        title = (*title, Run("　"), Run(item.number.text, item.number.figure))
    elif index:
        indent = fitter.width("0", "index", fitter.size("index", 1)) * len(str(index)) + grid.gutter * 2
        shapes.append(fitter.box([Part(made(str(index)), "index")], cell.x, cell.y, indent, cell.height, anchor="ctr"))
    parts = [Part(title, "lead", figures="red"), Part(item.text, "text", space_before=3, figures="red")]
    return [*shapes, fitter.box(parts, cell.x + indent, cell.y, cell.width - indent, cell.height, anchor="ctr")]
