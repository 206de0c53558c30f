"""What a chart of targets cannot draw: where the report does not tell what was reached."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.charts import NOT_GIVEN
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, ChartFrame, Shape
from gwr_docs.typeset.slide_grid import Grid


def gap_words(frame: ChartFrame, fitter: Fitter, grid: Grid, span: Span | None) -> list[Shape]:
    """Where the report does not tell what was reached, words in the bar's place: neither a zero nor a mere blank."""
    chart, numbers = frame.chart, grid.numbers
    low, high = chart.bounds(grid.share("chart_headroom"), grid.share("chart_footroom"))
    names, head = grid.share("chart_target_names"), grid.share("chart_target_top")
    zero = frame.x + frame.width * (names + (1 - names) * -low / (high - low))
    band = frame.height * (1 - head) / len(chart.categories)
    # A group is two bars, what parts them, and half a gap on either side; the first bar is what was reached.
    gap = chart.gap(numbers["chart_group_gap"], numbers["chart_few_gap"]) / 100
    middle = (gap / 2 + 0.5) / (2 - numbers["chart_overlap"] / 100 + gap)
    height, indent = fitter.leading("context"), grid.page["chart_gap_indent"]
    width = fitter.width(NOT_GIVEN, "context", fitter.size("context")) + height
    boxes: list[Shape] = []
    for index, (point, target) in enumerate(zip(chart.series[0].cells, chart.series[1].cells, strict=True)):
        if point is None:
            y = frame.y + frame.height * head + band * (index + middle) - height / 2
            left = target is not None and target.value < 0  # where its target stands, there is room
            words = Part(made(NOT_GIVEN), "context", align="r" if left else "l")
            cell = Cell(zero - indent - width if left else zero + indent, y, width, height)
            boxes.append(fitter.box([words], cell, span, anchor="ctr"))
    return boxes
