"""Points: rows for three or five, two columns for four and six; each with its number or its index in red."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Item, Points
from gwr_docs.documents.runs import Run, made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid, continued
from gwr_docs.typeset.slide_places import body_page

MOST = 6


def points_pages(slide: Points, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """At most six points a slide; more go on to a continued one."""
    pages = []
    for start in range(0, len(slide.items), MOST):
        items = slide.items[start : start + MOST]
        draw = _grid_shapes if len(items) in (4, 6) else _row_shapes
        shapes = draw(items, start, slide, fitter, grid)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def _grid_shapes(items: tuple[Item, ...], start: int, slide: Points, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Two columns of panels: number or index at the left, title and text beside it."""
    shapes: list[Shape] = []
    with_number = has_number_column(items)
    for index, (item, cell) in enumerate(zip(items, grid.cells(2, len(items) // 2), strict=True), start + 1):
        shapes += [Panel(cell.x, cell.y, cell.width, cell.height, "panel"), Panel(cell.x, cell.y, grid.page["bar"], cell.height, "red")]
        head = grid.columns(2) if with_number else 0
        shapes += _item_shapes(item, index if slide.numbered else 0, cell.inset(grid.pad), head, fitter, grid, slide.head.span)
    return shapes


def _row_shapes(items: tuple[Item, ...], start: int, slide: Points, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Rows between hairlines: number or index at the left, title and text beside it."""
    shapes: list[Shape] = []
    with_number = has_number_column(items)
    for index, (item, cell) in enumerate(zip(items, grid.cells(1, len(items)), strict=True), start + 1):
        if index > start + 1:
            shapes.append(Panel(cell.x, cell.y - grid.gutter / 2, cell.width, grid.page["rule"], "rule"))
        head = grid.columns(3) if with_number else 0
        shapes += _item_shapes(item, index if slide.numbered else 0, cell, head, fitter, grid, slide.head.span)
    return shapes


def has_number_column(items: tuple[Item, ...]) -> bool:
    """A column for numbers pays when at least half of the points have one; else they stand beside the title."""
    return 2 * sum(1 for item in items if item.number) >= len(items)


def _item_shapes(item: Item, index: int, cell: Cell, head: float, fitter: Fitter, grid: Grid, span: Span | None) -> list[Shape]:
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
        digits = str(index)
        indent = fitter.width(digits, "index", fitter.size("index")) + grid.gutter * 2
        shapes.append(fitter.box([Part(made(digits), "index")], Cell(cell.x, cell.y, indent, cell.height), span, anchor="ctr"))
    parts = [Part(title, "lead", figures="red"), Part(item.text, "text", space_before=grid.page["text_gap"], figures="red")]
    beside = Cell(cell.x + indent, cell.y, cell.width - indent, cell.height)
    return [*shapes, fitter.box(parts, beside, span, anchor="ctr")]
