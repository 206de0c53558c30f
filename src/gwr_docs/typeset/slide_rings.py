"""Rings: the whole in the middle, and beside them the names with their values, so that there is no legend to look up."""

from gwr_docs.documents.charts import ring_colors
from gwr_docs.documents.deck import Charted, Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, ChartFrame, Panel, Paragraph, Shape, TextBox
from gwr_docs.typeset.slide_grid import Grid


def ring_shapes(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    side = min(area.height, area.width * grid.share("ring_share"))
    ring = Cell(area.x, area.y + (area.height - side) / 2, side, side)
    shapes: list[Shape] = [ChartFrame(ring.x, ring.y, side, side, slide.chart)]
    if slide.whole:
        shapes.append(_middle(slide.whole, ring, fitter, grid))
    x = ring.x + side + grid.page["ring_gap"]
    return [*shapes, *_list(slide, Cell(x, area.y, area.x + area.width - x, area.height), side, fitter, grid)]


def _middle(whole: Number, ring: Cell, fitter: Fitter, grid: Grid) -> TextBox:
    width, height = ring.width * grid.share("ring_middle"), grid.page["ring_text"]
    line = fitter.number_line(whole, "total", width, "ctr")
    label = fitter.paragraphs([Part(made(whole.label), "context", align="ctr")], width, height - line.leading, whole.label_spot)
    x, y = ring.x + (ring.width - width) / 2, ring.y + (ring.height - height) / 2
    return TextBox(x, y, width, height, (line, *label), anchor="ctr")


def _list(slide: Charted, area: Cell, side: float, fitter: Fitter, grid: Grid) -> list[Shape]:
    """The parts of the ring in rows of equal height, as high as their words want and the area allows.

    Without takeaways they have the width of a table: names to the left, numbers to the right, a rule between.
    """
    chart, points = slide.chart, slide.chart.series[0].points
    wanted = (fitter.leading("label") + fitter.number_leading("point_number")) * len(points) + grid.gutter * (len(points) - 1)
    height = min(area.height, max(wanted, side * grid.share("ring_list")))
    rows = grid.cells(1, len(points), Cell(area.x, area.y + (area.height - height) / 2, area.width, height))
    mark, indent = min(grid.page["mark_height"], rows[0].height), grid.page["mark_indent"]
    shapes: list[Shape] = []
    for name, point, color, cell in zip(chart.categories, points, ring_colors(chart), rows, strict=True):
        rest = point.written.removeprefix(point.before + point.digits)
        number = Number(point.figure, name, point.digits, rest, point.before, span=slide.head.span)
        shapes.append(Panel(cell.x, cell.y + (cell.height - mark) / 2, grid.page["mark_width"], mark, color))
        text = Cell(cell.x + indent, cell.y, cell.width - indent, cell.height)
        if slide.items:
            shapes.append(TextBox(text.x, text.y, text.width, text.height, _stacked(number, text, fitter), anchor="ctr"))
        else:
            shapes += _table_row(number, text, fitter, grid)
            if cell is not rows[-1]:
                shapes.append(Panel(text.x, cell.y + cell.height + grid.gutter / 2, text.width, grid.page["rule"], "rule"))
    return shapes


def _stacked(number: Number, cell: Cell, fitter: Fitter) -> tuple[Paragraph, ...]:
    """Name above number, the number smaller where rows are low; on one line where they are lower still."""
    for role in ("point_number", "lead"):
        room = cell.height - fitter.number_leading(role)
        if room >= fitter.least_leading("label"):
            name = fitter.paragraphs([Part(made(number.label), "label")], cell.width, room, number.span)
            return (*name, fitter.number_line(number, role, cell.width))
    return fitter.paragraphs([Part(made(f"{number.label}　{number.text}"), "label")], cell.width, cell.height, number.span)


def _table_row(number: Number, cell: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    name = Cell(cell.x, cell.y, cell.width * grid.share("ring_names"), cell.height)
    width = cell.width - name.width
    role = "point_number" if cell.height >= fitter.number_leading("point_number") else "lead"
    line = fitter.number_line(number, role, width, "r")
    return [
        fitter.box([Part(made(number.label), "label")], name, number.span, anchor="ctr"),
        TextBox(name.x + name.width, cell.y, width, cell.height, (line,), anchor="ctr"),
    ]
