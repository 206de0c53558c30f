"""Chart slides: the chart over eight columns with what to take away beside it, or over all with that below."""

from gwr_docs.diagnostics import ContentError, Span, fault
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.deck import Charted, Item
from gwr_docs.documents.derived_charts import HERE
from gwr_docs.documents.runs import made, plain
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, ChartFrame, Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import body_page
from gwr_docs.typeset.slide_rings import ring_shapes
from gwr_docs.typeset.slide_targets import gap_words

LYING = ("bar", "target")
UPRIGHT = ("column", "clustered", "stacked")


def chart_page(slide: Charted, fitter: Fitter, grid: Grid) -> SlidePage:
    body = grid.body
    narrow = grid.columns(grid.numbers["chart_columns"])
    below = bool(slide.items) and not _has_room(slide.chart, narrow, fitter, grid)
    wide = narrow if slide.items and not below else body.width
    high = body.height - grid.page["chart_below"] - grid.gutter if below else body.height
    area = Cell(body.x, body.y, wide, high)
    draw = ring_shapes if slide.chart.kind == "doughnut" else _chart_shapes
    shapes = draw(slide, area, fitter, grid)
    if below:
        shapes += _takeaways(slide, Cell(body.x, area.y + high + grid.gutter, body.width, grid.page["chart_below"]), fitter, grid)
    elif slide.items:
        x = body.x + wide + 2 * grid.gutter
        shapes.append(Panel(x - grid.gutter, body.y, grid.page["rule"], body.height, "rule"))
        column = Cell(x, body.y, body.x + body.width - x, body.height)
        for number, (item, cell) in enumerate(zip(slide.items, grid.cells(1, len(slide.items), column), strict=True)):
            if number:
                shapes.append(Panel(cell.x, cell.y - grid.gutter / 2, cell.width, grid.page["rule"], "rule"))
            shapes.append(takeaway(item, cell, fitter, grid, slide.head.span))
    return body_page(slide.head, tuple(shapes), fitter, grid)


def _takeaways(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    """In a row under the chart, each under a rule of its own."""
    shapes: list[Shape] = []
    for item, cell in zip(slide.items, grid.cells(len(slide.items), 1, area), strict=True):
        shapes.append(Panel(cell.x, cell.y, cell.width, grid.page["rule"], "rule"))
        shapes.append(takeaway(item, cell, fitter, grid, slide.head.span))
    return shapes


def _chart_shapes(slide: Charted, area: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    top = grid.page["chart_top"]
    line = Cell(area.x, area.y, area.width, grid.page["chart_unit"])
    # A conclusion as the slide's title does not say what the chart shows.
    named = slide.chart.title != plain(slide.head.title)
    words = f"{slide.chart.title}（{slide.chart.measure}）" if named else slide.chart.measure
    unit = fitter.box([Part(made(words), "context")], line, slide.head.span)
    frame = ChartFrame(area.x, area.y + top, area.width, area.height - top, slide.chart)
    _check_names(slide, frame, fitter, grid)
    gaps = gap_words(frame, fitter, grid, slide.head.span) if slide.chart.kind == "target" else []
    return [unit, frame, *gaps]


def _has_room(chart: ChartSpec, width: float, fitter: Fitter, grid: Grid) -> bool:
    """Whether columns on this width are wide enough for their names and labels."""
    if chart.kind not in UPRIGHT:
        return True
    pitch = width / len(chart.categories)
    lines = max(_lines(name, pitch, fitter) for name in chart.categories)
    return lines <= grid.numbers["chart_name_lines"] and not _wide_label(chart, pitch, fitter, grid)


def _wide_label(chart: ChartSpec, pitch: float, fitter: Fitter, grid: Grid) -> str:
    """The first label that is wider than its bar may be, or nothing."""
    room = _slot(chart, pitch, grid) * grid.share("chart_label_room")
    size = fitter.size("value")
    return next((point.label for point in chart.points if fitter.width(point.label, "value", size) > room), "")


def _slot(chart: ChartSpec, pitch: float, grid: Grid) -> float:
    """Of the pitch of the categories, what one bar has."""
    numbers, many = grid.numbers, len(chart.series) if chart.kind != "stacked" else 1
    kind = "stack" if chart.kind == "stacked" else "group" if many > 1 else ""  # a column alone may be narrower than its label
    gap = chart.gap(numbers[f"chart_{kind}_gap"], numbers["chart_few_gap"]) / 100 if kind else 0.0
    return pitch / (many - (many - 1) * numbers["chart_overlap"] / 100 + gap)


def _lines(name: str, width: float, fitter: Fitter) -> int:
    return fitter.line_count(name, "category", fitter.size("category"), width)


def _check_names(slide: Charted, frame: ChartFrame, fitter: Fitter, grid: Grid) -> None:
    """Raises ContentError for a name or label that its column or bar has no room for: it would be cut, or stand on another."""
    chart, count = slide.chart, len(slide.chart.categories)
    long = ""
    if chart.kind in LYING:
        names = "chart_target_names" if chart.kind == "target" else "chart_bar_names"
        width, height = frame.width * grid.share(names), frame.height / count
    elif chart.kind in UPRIGHT:
        width, height = frame.width / count, frame.height * grid.share("chart_name_height")
        long = _wide_label(chart, width, fitter, grid)
    else:
        return
    high = [name for name in chart.categories if _lines(name, width, fitter) * fitter.leading("category") > height]
    if chart.kind in LYING and len(chart.series) > 1 and _slot(chart, height, grid) < fitter.size("value") * grid.share("chart_label_room"):
        high = [*high, chart.categories[-1]]
    if long or high:
        raise ContentError([fault("GWR402", slide.head.span or HERE, text=(long or high[0])[:12])])


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
