"""Where the years and values of a line chart lie."""

from collections.abc import Sequence

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.records import record
from gwr_docs.typeset.chart_boxes import Box
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.chart_strokes import WIDEST


@record
class Field:
    """The x of each year and both ends of the axis, the y of the lowest value, and the height of one unit; labels end at `foot`."""

    xs: tuple[float, ...]
    left: float
    right: float
    bottom: float
    foot: float
    low: float
    unit: float

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) * self.unit

    @property
    def axis(self) -> float:
        """Where zero is, or where the values begin."""
        return self.y(max(self.low, 0.0))


def line_field(
    chart: ChartSpec, names: Sequence[Label], starts: Sequence[Label | None], ends: Sequence[Label | None], box: Box, setter: ChartSetter
) -> Field | None:
    """Room for what stands at both ends, for labels above the highest point, and below the lowest where that is below zero.

    None where that leaves too little for the lines.
    """
    mark, gap = setter.mark * WIDEST, setter.em("label_gap")
    left, right = (
        max(names[at].width / 2, mark, _widest(labels) + mark + gap if any(labels) else _half(chart, at, setter))
        for at, labels in ((0, starts), (-1, ends))
    )
    low, high = float(chart.floor), chart.bounds(0, 0)[1]
    room = setter.size("value") + gap + mark
    foot = box.bottom - setter.size("category") - setter.em("name_gap", "category")
    top, bottom = box.top + room, foot - (room if low < 0 else 0.0)
    width, least = box.right - box.left, setter.share("least_plot")
    if width - left - right < width * least or bottom - top < box.bottom * least:
        return None
    count, spare = len(names), width - left - right
    xs = tuple(left + i * spare / (count - 1) for i in range(count)) if count > 1 else (left + spare / 2,)
    return Field(xs, xs[0] - mark, xs[-1] + mark, bottom, foot, low, (bottom - top) / (high - low))


def _widest(labels: Sequence[Label | None]) -> float:
    return max((label.width for label in labels if label), default=0.0)


def _half(chart: ChartSpec, at: int, setter: ChartSetter) -> float:
    """Half of the widest number of a year."""
    points = [row.cells[at] for row in chart.series]
    return max((setter.number_label(point.label).width / 2 for point in points if point), default=0.0)
