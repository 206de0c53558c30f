"""Chart slides: the chart over eight columns, what to take away over four."""

from gwr_docs.documents.charts import ChartSpec, ring_colors
from gwr_docs.documents.deck import Charted, Item, Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import ChartFrame, Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Cell, Grid, body_page


def chart_page(slide: Charted, fitter: Fitter, grid: Grid) -> SlidePage:
    body = grid.body
    wide = grid.columns(grid.numbers["chart_columns"]) if slide.items else body.width
    area = Cell(body.x, body.y, wide, body.height)
    shapes = ring_shapes(slide, area, fitter, grid) if slide.chart.kind == "doughnut" else _chart_shapes(slide.chart, area, fitter)
    if slide.items:
        x = body.x + wide + 2 * grid.gutter
        column = Cell(x, body.y, body.x + body.width - x, body.height)
        shapes.append(Panel(x - grid.gutter, body.y, grid.page["rule"], body.height, "rule"))
        for item, cell in zip(slide.items, grid.cells(1, len(slide.items), column), strict=True):
            shapes.append(takeaway(item, cell, fitter))
    return body_page(slide.head, tuple(shapes), fitter, grid)


def _chart_shapes(chart: ChartSpec, area: Cell, fitter: Fitter) -> list[Shape]:
    unit = fitter.box([Part(made(f"单位：{chart.unit}"), "context")], area.x, area.y, area.width, 20)
    return [unit, ChartFrame(area.x, area.y + 24, area.width, area.height - 24, chart)]


def ring_shapes(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    """A ring with the whole in its middle, and beside it the names with their values: no legend to look up."""
    chart = slide.chart
    side = min(area.height, area.width * 0.56)
    y = area.y + (area.height - side) / 2
    shapes: list[Shape] = [ChartFrame(area.x, y, side, side, chart)]
    if slide.whole:
        middle = side * 0.5
        lines = (
            fitter.number_line(slide.whole, "total", middle, "ctr"),
            *fitter.box([Part(made(slide.whole.label), "context", align="ctr")], 0, 0, middle, 40, slide.whole.span).paragraphs,
        )
        shapes.append(TextBox(area.x + (side - middle) / 2, y + side / 2 - 50, middle, 100, lines, anchor="ctr"))
    points = chart.series[0].points
    x = area.x + side + grid.gutter * 1.5
    rows = grid.cells(1, len(points), Cell(x, y + side * 0.12, area.x + area.width - x, side * 0.76))
    for name, point, color, cell in zip(chart.categories, points, ring_colors(chart), rows, strict=True):
        number = Number(point.figure, name, point.digits, point.after + chart.unit, point.before)
        shapes.append(Panel(cell.x, cell.y + cell.height / 2 - 20, 8, 40, color))
        texts = (
            *fitter.box([Part(made(name), "label")], 0, 0, cell.width - 18, 40).paragraphs,
            fitter.number_line(number, "point_number", cell.width - 18),
        )
        shapes.append(TextBox(cell.x + 18, cell.y, cell.width - 18, cell.height, texts, anchor="ctr"))
    return shapes


def takeaway(item: Item, cell: Cell, fitter: Fitter) -> TextBox:
    """The number of a point, its title and its text, as large as the cell allows."""
    lines: list[Paragraph] = []
    room = cell.height
    if item.number:
        lines.append(fitter.number_line(item.number, "point_number", cell.width))
        room -= lines[0].leading
    parts = [Part(item.title, "lead"), Part(item.text, "text", space_before=2, figures="red")]
    lines += fitter.box(parts, cell.x, cell.y, cell.width, room).paragraphs
    return TextBox(cell.x, cell.y, cell.width, cell.height, tuple(lines), anchor="ctr")
