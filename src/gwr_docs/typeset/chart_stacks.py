"""Upright bars of parts on each other, with their totals where the report has them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import fsum

from gwr_docs.documents.charts import ChartSpec, series_colors
from gwr_docs.records import record
from gwr_docs.theme.colors import contrast
from gwr_docs.typeset.chart_boxes import Box, Placed, any_overlap, spread
from gwr_docs.typeset.chart_fills import side_legend
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.chart_upright import Plot, axis_ink, upright_plot
from gwr_docs.typeset.ink import Ink, shifted


@record
class Part:
    """Of the column `at` what lies between two heights, in points."""

    at: int
    top: float
    bottom: float
    role: str
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top


def stacks(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """None where names or labels would not be legible at this size."""
    return _stacks(chart, width, height, setter, True)


def bare_stacks(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """Without the numbers of parts too thin to hold them: of dense columns there is no room beside them, either."""
    return _stacks(chart, width, height, setter, False)


def _stacks(chart: ChartSpec, width: float, height: float, setter: ChartSetter, aside: bool) -> tuple[Ink, ...] | None:
    legend = side_legend(chart, width, setter)
    plot = upright_plot(chart, legend.left, height, legend.top, setter) if legend else None
    if legend is None or plot is None:
        return None
    parts = tuple(_parts(chart, plot))
    thick = [part for part in parts if part.height >= setter.size("value")]
    thin = [part for part in parts if part.height < setter.size("value")] if aside else []
    bar = _bar(chart, plot, thick, thin, setter)
    if bar is None:
        return None
    inside = [_inside(part, plot, setter) for part in thick]
    labels = [*inside, *_beside(thin, plot, bar, setter), *_totals(chart, plot, setter)]
    room = Box(0, legend.top, legend.left, height)
    if any_overlap(labels) or not all(room.holds(placed.box) for placed in labels) or legend.height > height:
        return None
    bars = (_part_ink(part, plot, bar, setter) for part in parts)
    numbers = (item for placed in labels for item in placed.ink())
    listed = shifted(legend.ink, 0, max(0.0, plot.zero - legend.height) / 2) if legend.left < width else legend.ink
    return (*listed, *bars, *axis_ink(0, plot.zero, plot.width, setter), *plot.names, *numbers)


def _parts(chart: ChartSpec, plot: Plot) -> Iterator[Part]:
    roles = series_colors(chart)
    for at in range(len(chart.categories)):
        below = 0.0
        for row, role in zip(chart.series, roles, strict=True):
            point = row.cells[at]
            if point:
                upper = below + float(point.value)
                yield Part(at, plot.y(upper), plot.y(below), role, point.label)
                below = upper


def _bar(chart: ChartSpec, plot: Plot, thick: Sequence[Part], thin: Sequence[Part], setter: ChartSetter) -> float | None:
    """How wide columns are that hold the labels of thick parts and leave room beside them for those of thin ones."""
    gap = chart.gap(setter.number("stack_gap"), setter.number("few_gap")) / 100
    air = setter.em("label_air")
    least = max((setter.number_label(part.text).width for part in thick), default=0.0) + air
    beside = max((setter.number_label(part.text).width + setter.em("label_gap") for part in thin), default=0.0)
    most = min(plot.pitch / (1 + setter.share("least_gap")), plot.pitch - 2 * beside - air if thin else plot.pitch)
    return max(least, min(setter.length("stack_widest"), plot.pitch / (1 + gap), most)) if least <= most else None


def _part_ink(part: Part, plot: Plot, bar: float, setter: ChartSetter) -> Ink:
    """A part gives up its upper edge, lest it run into the next."""
    gap = min(setter.length("part_gap"), part.height / 3)
    return setter.bar(plot.middle(part.at) - bar / 2, part.top + gap, bar, part.height - gap, part.role)


def _inside(part: Part, plot: Plot, setter: ChartSetter) -> Placed:
    palette = setter.setter.theme.palette
    color = max(("ink", "paper"), key=lambda role: contrast(palette[role], palette[part.role]))
    label = setter.number_label(part.text, color)
    return _centred(label, plot.middle(part.at), (part.top + part.bottom) / 2)


def _beside(thin: Sequence[Part], plot: Plot, bar: float, setter: ChartSetter) -> Iterator[Placed]:
    """To the right of the column, level with their parts as far as they are clear of each other and of the axis."""
    for _, group in groupby(thin, key=lambda part: part.at):
        parts = list(group)
        size = setter.size("value")
        middles = spread([(part.top + part.bottom) / 2 for part in parts], size, plot.zero - setter.length("axis") - size / 2)
        for part, middle in zip(parts, middles, strict=True):
            yield Placed(setter.number_label(part.text), plot.middle(part.at) + bar / 2 + setter.em("label_gap"), middle - size / 2)


def _totals(chart: ChartSpec, plot: Plot, setter: ChartSetter) -> Iterator[Placed]:
    for at, total in enumerate(chart.totals):
        if total:
            label = setter.number_label(total.label)
            high = fsum(float(cell.value) for row in chart.series if (cell := row.cells[at]))
            yield Placed(label, plot.middle(at) - label.width / 2, plot.y(high) - setter.em("label_gap") - label.height)


def _centred(label: Label, x: float, y: float) -> Placed:
    return Placed(label, x - label.width / 2, y - label.height / 2)
