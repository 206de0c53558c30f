"""The order of a chart's categories, and what print changes in a chart."""

from dataclasses import replace

from gwr_docs.documents.charts import NOT_GIVEN, ChartSpec, Series
from gwr_docs.model.storyboard import Chart


def for_print(spec: ChartSpec, chart: Chart) -> ChartSpec:
    """As the briefing draws it: a ring becomes bars, which carry their labels themselves; what was not reached is named in words.

    No slide's title speaks of single bars here, so all of a series have one colour.
    """
    if len(spec.series) == 1:
        spec = replace(spec, highlight=frozenset(point.figure for point in spec.points))
    if spec.kind == "doughnut":
        bars = replace(spec, kind="bar")
        return bars if chart.ranked is False else ranked(bars)
    if spec.kind == "target":
        actual = spec.series[0]
        gaps = [f"（{actual.name}{NOT_GIVEN}）" if point is None else "" for point in actual.cells]
        return replace(spec, categories=tuple(name + gap for name, gap in zip(spec.categories, gaps, strict=True)))
    return spec


def ranked(spec: ChartSpec) -> ChartSpec:
    """Largest first, by the first series; what has no number comes last. Years stand in their own order."""
    if spec.kind == "line":
        return spec
    cells = spec.series[0].cells
    order = sorted(range(len(cells)), key=lambda i: (0, -point.value) if (point := cells[i]) else (1, 0))
    return replace(
        spec,
        categories=tuple(spec.categories[i] for i in order),
        series=tuple(Series(series.name, tuple(series.cells[i] for i in order)) for series in spec.series),
        totals=tuple(spec.totals[i] for i in order) if spec.totals else (),
    )
