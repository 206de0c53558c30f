"""How bars are filled: in colours that say something, hollow where they are still to be reached."""

from gwr_docs.documents.charts import ChartSpec, Point, point_color, series_colors
from gwr_docs.records import record
from gwr_docs.typeset.chart_legend import Legend, Swatch, legend_list, legend_rows
from gwr_docs.typeset.chart_setter import ChartSetter
from gwr_docs.typeset.ink import Ink, Path, shifted

BarBox = tuple[float, float, float, float]  # left, top, width, height


def bar_ink(chart: ChartSpec, index: int, role: str, point: Point, box: BarBox, setter: ChartSetter) -> Ink:
    """The bar of a point of series `index`, whose colour is `role` where its points have none of their own."""
    if hollow(chart, index):
        return frame(*box, setter)
    return setter.bar(*box, point_color(chart, point) if _own(chart, index) else role)


def series_legend(chart: ChartSpec, width: float, setter: ChartSetter) -> Legend | None:
    """What the bars of each series look like; nothing of one series, None where there is no room."""
    if len(chart.series) < 2:
        return Legend()
    names, roles = [row.name for row in chart.series], series_colors(chart)
    swatches = [_swatch(chart, index, roles[index], setter) for index in range(len(names))]
    return legend_rows(names, swatches, setter.em("swatch", "category"), width, setter)


@record
class SideLegend:
    """A legend in its place; the chart has what is left of `left` and below `top`."""

    ink: tuple[Ink, ...]
    height: float
    left: float
    top: float


def side_legend(chart: ChartSpec, width: float, setter: ChartSetter) -> SideLegend | None:
    """Beside a stack its parts are named in their order; above it where that takes too much of the width."""
    if len(chart.series) < 2:
        return SideLegend((), 0.0, width, 0.0)
    names, roles = [row.name for row in chart.series], series_colors(chart)
    swatches = [_swatch(chart, index, roles[index], setter) for index in range(len(names))]
    listed = legend_list(names[::-1], swatches[::-1], setter.em("swatch", "category"), setter)
    left = width - listed.width - setter.size("category")
    if width - left <= width * setter.share("legend_most"):
        return SideLegend(shifted(listed.ink, width - listed.width, 0), listed.height, left, 0.0)
    rows = series_legend(chart, width, setter)
    return SideLegend(rows.ink, rows.height, width, rows.height) if rows else None


def hollow(chart: ChartSpec, index: int) -> bool:
    return chart.kind == "target" and index > 0


def frame(x: float, y: float, width: float, height: float, setter: ChartSetter) -> Ink:
    """A hollow bar, its outline inside the box."""
    line = min(setter.length("outline"), width, height)
    left, top, right, bottom = x + line / 2, y + line / 2, x + width - line / 2, y + height - line / 2
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return Path((corners,), "grey", line, tag=setter.tag)


def _own(chart: ChartSpec, index: int) -> bool:
    """Whether the points of a series have colours of their own."""
    return len(chart.series) == 1 or (chart.kind == "target" and index == 0)


def _swatch(chart: ChartSpec, index: int, role: str, setter: ChartSetter) -> Swatch:
    if hollow(chart, index):
        return lambda width, height: (frame(0, 0, width, height, setter),)
    if _own(chart, index):
        shown = {point_color(chart, point) for point in chart.series[index].points}
        role = shown.pop() if len(shown) == 1 else "muted"
    return lambda width, height: (setter.bar(0, 0, width, height, role),)
