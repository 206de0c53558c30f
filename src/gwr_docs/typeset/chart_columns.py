"""Upright bars, one for each category or in groups."""

from collections.abc import Iterator, Sequence

from gwr_docs.documents.charts import ChartSpec, Point, series_colors
from gwr_docs.typeset.chart_fills import bar_ink, series_legend
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.chart_upright import Plot, axis_ink, bar_widths, upright_plot
from gwr_docs.typeset.ink import Ink


def columns(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """None where names or labels would not be legible at this size."""
    legend = series_legend(chart, width, setter)
    pitch = width / len(chart.categories)
    labels = [[setter.number_label(point.label) if point else None for point in row.cells] for row in chart.series]
    widest = max(label.width for row in labels for label in row if label)
    bar, slot = bar_widths(chart, pitch, widest + setter.em("label_air"), setter)
    if legend is None or slot * len(chart.series) > pitch:
        return None
    plot = upright_plot(chart, width, height, legend.height, setter)
    if plot is None:
        return None
    drawn = tuple(_drawn(chart, labels, bar, slot, plot))
    roles = series_colors(chart)
    bars = (bar_ink(chart, i, roles[i], point, _box(point, x, bar, plot), setter) for i, point, _, x in drawn)
    numbers = (item for _, point, label, x in drawn for item in _label_ink(point, label, x + bar / 2, plot, setter))
    return (*legend.ink, *bars, *axis_ink(0, plot.zero, plot.width, setter), *plot.names, *numbers)


def _drawn(
    chart: ChartSpec, labels: Sequence[Sequence[Label | None]], bar: float, slot: float, plot: Plot
) -> Iterator[tuple[int, Point, Label, float]]:
    """Each point with its series, its label and the left edge of its bar."""
    group = slot * (len(chart.series) - 1) + bar
    for i, row in enumerate(chart.series):
        for at, (point, label) in enumerate(zip(row.cells, labels[i], strict=True)):
            if point and label:
                yield i, point, label, plot.middle(at) - group / 2 + i * slot


def _box(point: Point, x: float, bar: float, plot: Plot) -> tuple[float, float, float, float]:
    end = plot.y(float(point.value))
    return x, min(end, plot.zero), bar, abs(end - plot.zero)


def _label_ink(point: Point, label: Label, middle: float, plot: Plot, setter: ChartSetter) -> Iterator[Ink]:
    """Over the bar, or under it where it hangs down; a zero has none and goes with the others."""
    gap, end = setter.em("label_gap"), plot.y(float(point.value))
    hangs = point.value < 0 or not plot.rises
    return label.ink(middle, end + gap if hangs else end - gap - label.height, "center")
