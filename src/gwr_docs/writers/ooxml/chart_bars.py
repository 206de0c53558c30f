"""Bars: one series or groups, upright or lying, in stacks, and what was reached beside its target."""

from gwr_docs.documents.charts import TOTAL, ChartSpec, Point, Series, point_color, series_colors
from gwr_docs.writers.ooxml.chart_axes import AXES, axes
from gwr_docs.writers.ooxml.chart_data import BARE, HIDDEN, label, series_data, series_head, series_labels
from gwr_docs.writers.ooxml.chart_look import ChartLook


def bars(chart: ChartSpec, look: ChartLook) -> str:
    horizontal, many = chart.kind in ("bar", "target"), len(chart.series) > 1
    roles = series_colors(chart)
    rows = "".join(_bar_series(chart, series, index, roles[index], look) for index, series in enumerate(chart.series))
    gap = chart.gap(look.number("group_gap" if many else "gap"), look.number("few_gap"))
    overlap = look.number("overlap") if many else 0
    return _bar_chart("bar" if horizontal else "col", "clustered", rows, gap, overlap) + axes(chart, look, horizontal)


def _bar_chart(direction: str, grouping: str, rows: str, gap: int, overlap: int) -> str:
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{rows}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{AXES}</c:barChart>'
    )


def _bar_series(chart: ChartSpec, series: Series, index: int, role: str, look: ChartLook) -> str:
    own = len(chart.series) == 1 or (chart.kind == "target" and index == 0)  # its points have colours of their own
    if own and chart.signed:
        shown = {point_color(chart, point) for point in series.points}
        role = shown.pop() if len(shown) == 1 else "muted"  # the one that a legend shows
    fill = look.fill(role)
    if chart.kind == "target" and index:
        fill = look.fill("paper") + look.line("chart_outline", "grey")  # hollow: still to be filled, and told apart without colour
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{look.fill(point_color(chart, p))}</c:spPr></c:dPt>'
        for i, p in enumerate(series.cells)
        if p and own
    )
    return (
        f"<c:ser>{series_head(series, index, chart.title)}<c:spPr>{fill}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{points}{series_labels(chart, series, label(look, "outEnd"))}{series_data(chart, series, index)}</c:ser>'
    )


def stack(chart: ChartSpec, look: ChartLook) -> str:
    """Columns of parts with gaps between; over them the totals, on a line that is not drawn."""
    roles = series_colors(chart)
    rows = "".join(_stack_series(chart, index, roles[index], look) for index in range(len(chart.series)))
    totals = _totals(chart, look) if any(chart.totals) else ""
    return _bar_chart("col", "stacked", rows, _stack_gap(chart, look), 100) + totals + axes(chart, look)


def _stack_series(chart: ChartSpec, index: int, role: str, look: ChartLook) -> str:
    series = chart.series[index]
    beside = label(look, color="ink")

    def own(column: int, point: Point) -> str:
        """Beside the column where the part is too thin to hold its label, left and right by turns; not where columns are dense."""
        if not _thin(chart, look, point):
            return ""
        if len(chart.categories) > look.number("aside_most"):
            return HIDDEN
        thin = [i for i, row in enumerate(chart.series) if (cell := row.cells[column]) and _thin(chart, look, cell)]
        share = 1 / len(chart.categories)
        away = share / (1 + _stack_gap(chart, look) / 100) / 2 + look.share("aside")
        x = -away if thin.index(index) % 2 else away
        y = 0.0 if index else -look.share("rise")  # clear of the axis
        return f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>{beside}'

    return (
        f"<c:ser>{series_head(series, index, chart.title)}<c:spPr>{look.fill(role)}{look.line('chart_ring_line', 'paper')}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{series_labels(chart, series, label(look, "ctr", look.on(role)), own)}'
        f"{series_data(chart, series, index)}</c:ser>"
    )


def _stack_gap(chart: ChartSpec, look: ChartLook) -> int:
    return chart.gap(look.number("stack_gap"), look.number("few_gap"))


def _thin(chart: ChartSpec, look: ChartLook, point: Point) -> bool:
    _, top = chart.bounds(look.share("headroom"), look.share("footroom"))
    return float(point.value) < top * look.share("thin")


def _totals(chart: ChartSpec, look: ChartLook) -> str:
    series, index = Series(TOTAL, chart.totals), len(chart.series)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser>{series_head(series, index, chart.title)}{BARE}'
        f'<c:marker><c:symbol val="none"/></c:marker>{series_labels(chart, series, label(look, "t"))}'
        f'{series_data(chart, series, index)}<c:smooth val="0"/></c:ser><c:marker val="1"/>{AXES}</c:lineChart>'
    )
