"""Points: rows for three or five, two columns for four and six; each with its number or its index in red."""

from dataclasses import replace

from gwr_docs.documents.deck import Item, Points
from gwr_docs.documents.runs import Run, Runs, made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Cell, Grid, body_page

MOST = 6


def points_pages(slide: Points, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """At most six points a slide; more go on to a continued one."""
    pages = []
    for start in range(0, len(slide.items), MOST):
        items = slide.items[start : start + MOST]
        numbered = slide.numbered or not any(item.number for item in items)
        if len(items) in (4, 6):
            shapes = _grid_shapes(items, start, numbered, fitter, grid)
        else:
            shapes = _row_shapes(items, start, numbered, fitter, grid)
        pages.append(body_page(slide.head if not start else _continued(slide).head, tuple(shapes), fitter, grid))
    return pages


def _continued(slide: Points) -> Points:
    return replace(slide, head=replace(slide.head, title=(*slide.head.title, Run("（续）"))))


def _grid_shapes(items: tuple[Item, ...], start: int, numbered: bool, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Two columns of panels: number or index above, then title and text."""
    shapes: list[Shape] = []
    for index, (item, cell) in enumerate(zip(items, grid.cells(2, len(items) // 2), strict=True), start + 1):
        shapes += [Panel(cell.x, cell.y, cell.width, cell.height, "panel"), Panel(cell.x, cell.y, grid.page["bar"], cell.height, "red")]
        inner = cell.inset(grid.pad)
        lines: list[Paragraph] = []
        lead: Runs = item.title
        if item.number:
            lines.append(fitter.number_line(item.number.digits, item.number.rest, "point_number", inner.width))
        elif numbered:
            lead = (*made(f"{index}　"), *item.title)
        room = inner.height - sum(line.leading for line in lines)
        parts = [Part(lead, "lead"), Part(item.text, "text", space_before=3, figures="red")]
        lines += fitter.box(parts, 0, 0, inner.width, room).paragraphs
        shapes.append(TextBox(inner.x, inner.y, inner.width, inner.height, tuple(lines), anchor="ctr"))
    return shapes


def _row_shapes(items: tuple[Item, ...], start: int, numbered: bool, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Rows between hairlines: number or index at the left, title and text beside it."""
    with_number = any(item.number for item in items)
    head = grid.columns(3) if with_number else grid.columns(1)
    shapes: list[Shape] = []
    for index, (item, cell) in enumerate(zip(items, grid.cells(1, len(items)), strict=True), start + 1):
        if index > start + 1:
            shapes.append(Panel(cell.x, cell.y - grid.gutter / 2, cell.width, grid.page["rule"], "rule"))
        if item.number:
            line = fitter.number_line(item.number.digits, item.number.rest, "point_number", head)
            shapes.append(TextBox(cell.x, cell.y, head, cell.height, (line,), anchor="ctr"))
        elif numbered:
            shapes.append(fitter.box([Part(made(str(index)), "index")], cell.x, cell.y, head, cell.height, anchor="ctr"))
        left = cell.x + head + grid.gutter
        beside = Cell(left, cell.y, cell.x + cell.width - left, cell.height)
        parts = [Part(item.title, "lead"), Part(item.text, "text", space_before=3, figures="red")]
        shapes.append(fitter.box(parts, beside.x, beside.y, beside.width, beside.height, anchor="ctr"))
    return shapes
