"""Lines over years, told apart by their marks and dashes as well as by colour, with their names at their ends."""

from itertools import pairwise

from gwr_docs.documents.charts import ChartSpec, Point, Series, series_colors
from gwr_docs.theme.colors import contrast
from gwr_docs.writers.ooxml.chart_axes import AXES, axes
from gwr_docs.writers.ooxml.chart_data import HIDDEN, label, series_data, series_head, series_labels
from gwr_docs.writers.ooxml.chart_look import ChartLook

MARKS = ("circle", "square", "diamond", "triangle")
READABLE = 4.5  # contrast of text
DASHES = ("solid", "sysDash", "dash", "sysDot")


def lines(chart: ChartSpec, look: ChartLook) -> str:
    roles = series_colors(chart)
    rows = "".join(_line(chart, index, roles[index], look) for index in range(len(chart.series)))
    return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/>{AXES}</c:lineChart>' + axes(
        chart, look
    )


def names_at_ends(chart: ChartSpec, look: ChartLook) -> bool:
    """Whether the lines end far enough from each other, and have names short enough, to be named where they end."""
    longest = max(len(series.name) + len(series.points[-1].label) / 2 for series in chart.series)
    return len(chart.series) > 1 and _apart(chart, look, -1) and longest <= look.number("name_length")


def _apart(chart: ChartSpec, look: ChartLook, at: int) -> bool:
    """Whether labels of all lines have room at this year."""
    bottom, top = chart.bounds(look.share("headroom"), look.share("footroom"))
    values = sorted(float(point.value) for series in chart.series if (point := series.cells[at]))
    return all(high - low >= (top - bottom) * look.share("near") for low, high in pairwise(values))


def _line(chart: ChartSpec, index: int, role: str, look: ChartLook) -> str:
    series = chart.series[index]
    named = names_at_ends(chart, look)

    def own(at: int, _: Point) -> str:
        if at == len(series.cells) - 1 and len(chart.series) > 1:
            readable = contrast(look.theme.palette[role], look.theme.palette["paper"]) >= READABLE
            place = "r" if named else _side(chart, series, at, look)
            return label(look, place, role if readable else "ink", named)
        return label(look, _side(chart, series, at, look)) if _labelled(chart, series, at, look) else HIDDEN

    mark = f"<c:spPr>{look.fill(role)}{look.line('chart_axis', 'paper')}</c:spPr>"
    return (
        f"<c:ser>{series_head(series, index, chart.title)}<c:spPr>{look.line('chart_line', role, DASHES[index % len(DASHES)])}</c:spPr>"
        f'<c:marker><c:symbol val="{MARKS[index % len(MARKS)]}"/><c:size val="{look.number("mark")}"/>{mark}</c:marker>'
        f'{series_labels(chart, series, label(look, "t"), own)}{series_data(chart, series, index)}<c:smooth val="0"/></c:ser>'
    )


def _labelled(chart: ChartSpec, series: Series, at: int, look: ChartLook) -> bool:
    """All points where there are few, else the ends; at the start of lines that are near each other the outer ones alone."""
    known = [i for i, point in enumerate(series.cells) if point]
    if len(chart.points) > look.number("few") and at not in (known[0], known[-1]):
        return False
    values = [cell.value for row in chart.series if (cell := row.cells[at])]
    mine = series.cells[at]
    return _apart(chart, look, at) or (mine is not None and mine.value in (min(values), max(values)))


def _side(chart: ChartSpec, series: Series, at: int, look: ChartLook) -> str:
    """Over the point or under it, away from the other lines; of one line away from where it goes."""
    mine = series.cells[at]
    assert mine is not None
    others = [cell.value for row in chart.series if row is not series and (cell := row.cells[at])]
    if others and mine.value < max(others):
        bottom, top = chart.bounds(look.share("headroom"), look.share("footroom"))
        low = float(mine.value) - bottom < (top - bottom) * look.share("near")  # the names of the years begin below
        return "r" if low else "b"
    if others:
        return "t"
    known = [i for i, point in enumerate(series.cells) if point]
    place = known.index(at)
    near = [series.cells[i] for i in known[max(0, place - 1) : place + 2] if i != at]
    return "b" if near and all(point and point.value > mine.value for point in near) else "t"
