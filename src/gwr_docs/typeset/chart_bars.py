"""Lying bars: a row for each category, its name to the left; rings and targets on paper, too."""

from collections.abc import Sequence
from itertools import accumulate
from math import fsum

from gwr_docs.documents.charts import ChartSpec, series_colors
from gwr_docs.typeset.chart_fills import bar_ink, series_legend
from gwr_docs.typeset.chart_rows import Bar, Rows, bar_rows, fit_scale, row_names
from gwr_docs.typeset.chart_setter import ChartSetter
from gwr_docs.typeset.ink import Ink, shifted


def bars(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """None where names or labels would not be legible at this size."""
    names = row_names(chart, width, setter)
    right = max(name.width for name in names)
    left = right + setter.em("name_gap", "category")
    legend = series_legend(chart, width - left, setter)
    drawn = tuple(
        Bar(index, at, point, setter.number_label(point.label))
        for index, row in enumerate(chart.series)
        for at, point in enumerate(row.cells)
        if point
    )
    scale = fit_scale(drawn, width - left, setter)
    rows = bar_rows(names, len(chart.series), height - legend.height, setter) if legend else None
    if legend is None or scale is None or rows is None:
        return None
    top = legend.height + rows.above
    middles = [top + end - row / 2 for row, end in zip(rows.heights, accumulate(rows.heights), strict=True)]
    called = (item for name, y in zip(names, middles, strict=True) for item in name.ink(right, y - name.height / 2, "right"))
    line, zero = setter.length("axis"), left + scale.zero
    axis = setter.bar(zero - line / 2, top, line, fsum(rows.heights), "grey")
    fills, numbers = _bars_ink(chart, drawn, middles, rows, zero, scale.unit, setter)
    return (*shifted(legend.ink, left, rows.above), *fills, axis, *called, *numbers)


def _bars_ink(
    chart: ChartSpec, drawn: Sequence[Bar], middles: Sequence[float], rows: Rows, zero: float, unit: float, setter: ChartSetter
) -> tuple[list[Ink], list[Ink]]:
    """The bars and their labels."""
    roles, gap = series_colors(chart), setter.em("label_gap")
    fills: list[Ink] = []
    numbers: list[Ink] = []
    group = rows.slot * (len(chart.series) - 1) + rows.bar
    for bar in drawn:
        top, long = middles[bar.at] - group / 2 + bar.index * rows.slot, bar.size * unit
        down = bar.point.value < 0
        box = (zero - long if down else zero, top, long, rows.bar)
        fills.append(bar_ink(chart, bar.index, roles[bar.index], bar.point, box, setter))
        end = zero - long - gap if down else zero + long + gap
        numbers += bar.label.ink(end, top + rows.bar / 2 - bar.label.height / 2, "right" if down else "left")
    return fills, numbers
