"""Chart slides: the chart over eight columns, what to take away over four."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.charts import ring_colors
from gwr_docs.documents.deck import Charted, Item, Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, ChartFrame, Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import body_page


def chart_page(slide: Charted, fitter: Fitter, grid: Grid) -> SlidePage:
    body = grid.body
    wide = grid.columns(grid.numbers["chart_columns"]) if slide.items else body.width
    area = Cell(body.x, body.y, wide, body.height)
    shapes = _ring_shapes(slide, area, fitter, grid) if slide.chart.kind == "doughnut" else _chart_shapes(slide, area, fitter, grid)
    if slide.items:
        x = body.x + wide + 2 * grid.gutter
        column = Cell(x, body.y, body.x + body.width - x, body.height)
        shapes.append(Panel(x - grid.gutter, body.y, grid.page["rule"], body.height, "rule"))
        for item, cell in zip(slide.items, grid.cells(1, len(slide.items), column), strict=True):
            shapes.append(takeaway(item, cell, fitter, grid, slide.head.span))
    return body_page(slide.head, tuple(shapes), fitter, grid)


def _chart_shapes(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    top = grid.page["chart_top"]
    line = Cell(area.x, area.y, area.width, grid.page["chart_unit"])
    unit = fitter.box([Part(made(f"单位：{slide.chart.unit}"), "context")], line, slide.head.span)
    return [unit, ChartFrame(area.x, area.y + top, area.width, area.height - top, slide.chart)]


def _ring_shapes(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    """A ring with the whole in its middle, and beside it the names with their values: no legend to look up."""
    side = min(area.height, area.width * grid.share("ring_share"))
    ring = Cell(area.x, area.y + (area.height - side) / 2, side, side)
    shapes: list[Shape] = [ChartFrame(ring.x, ring.y, side, side, slide.chart)]
    if slide.whole:
        shapes.append(_ring_middle(slide.whole, ring, fitter, grid))
    x = ring.x + side + grid.page["ring_gap"]
    return [*shapes, *_ring_list(slide, Cell(x, area.y, area.x + area.width - x, area.height), side, fitter, grid)]


def _ring_middle(whole: Number, ring: Cell, fitter: Fitter, grid: Grid) -> TextBox:
    width, height = ring.width * grid.share("ring_middle"), grid.page["ring_text"]
    line = fitter.number_line(whole, "total", width, "ctr")
    label = fitter.paragraphs([Part(made(whole.label), "context", align="ctr")], width, height - line.leading, whole.span)
    x, y = ring.x + (ring.width - width) / 2, ring.y + (ring.height - height) / 2
    return TextBox(x, y, width, height, (line, *label), anchor="ctr")


def _ring_list(slide: Charted, area: Cell, side: float, fitter: Fitter, grid: Grid) -> list[Shape]:
    """The parts of the ring in rows of equal height, as high as their words want and the area allows."""
    chart, points = slide.chart, slide.chart.series[0].points
    wanted = (fitter.leading("label") + fitter.leading("point_number")) * len(points) + grid.gutter * (len(points) - 1)
    height = min(area.height, max(wanted, side * grid.share("ring_list")))
    rows = grid.cells(1, len(points), Cell(area.x, area.y + (area.height - height) / 2, area.width, height))
    shapes: list[Shape] = []
    for name, point, color, cell in zip(chart.categories, points, ring_colors(chart), rows, strict=True):
        number = Number(point.figure, name, point.digits, point.after + chart.unit, point.before, span=slide.head.span)
        mark, indent = min(grid.page["mark_height"], cell.height), grid.page["mark_indent"]
        shapes.append(Panel(cell.x, cell.y + (cell.height - mark) / 2, grid.page["mark_width"], mark, color))
        text = Cell(cell.x + indent, cell.y, cell.width - indent, cell.height)
        shapes.append(TextBox(text.x, text.y, text.width, text.height, _ring_row(number, text, fitter), anchor="ctr"))
    return shapes


def _ring_row(number: Number, cell: Cell, fitter: Fitter) -> tuple[Paragraph, ...]:
    """Name above number, the number smaller where rows are low; on one line where they are lower still."""
    for role in ("point_number", "lead"):
        room = cell.height - fitter.leading(role)
        if room >= fitter.least_leading("label"):
            name = fitter.paragraphs([Part(made(number.label), "label")], cell.width, room, number.span)
            return (*name, fitter.number_line(number, role, cell.width))
    return fitter.paragraphs([Part(made(f"{number.label}　{number.text}"), "label")], cell.width, cell.height, number.span)


def takeaway(item: Item, cell: Cell, fitter: Fitter, grid: Grid, span: Span | None) -> TextBox:
    """The number of a point, its title and its text, as large as the cell allows."""
    lines: list[Paragraph] = []
    room = cell.height
    if item.number:
        lines.append(fitter.number_line(item.number, "point_number", cell.width))
        room -= lines[0].leading
    parts = [Part(item.title, "lead"), Part(item.text, "text", space_before=grid.page["card_gap"], figures="red")]
    lines += fitter.paragraphs(parts, cell.width, room, span)
    return TextBox(cell.x, cell.y, cell.width, cell.height, tuple(lines), anchor="ctr")
