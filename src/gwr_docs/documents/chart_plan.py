"""From the storyboard's charts to what they say. content/chart_checks.py has made sure that every point is a number of one unit."""

from collections.abc import Iterable, Mapping

from gwr_docs.documents.chart_order import ranked
from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.documents.numbers import goal_heads
from gwr_docs.documents.runs import Runs, plain, print_runs
from gwr_docs.model.figures import Entry, Figure, Mention
from gwr_docs.model.report import Report, year_of
from gwr_docs.model.storyboard import Chart

RANKED = ("bar",)  # unless the writer says that the order means something


def plan_chart(chart: Chart, title: Runs, report: Report) -> ChartSpec:
    """The chart of a slide with this title, which names it unless it has a caption of its own."""
    figures = report.figures
    categories, series = {"line": _lines, "target": _targets}.get(chart.kind, _bars)(chart, report)
    spec = ChartSpec(
        kind=chart.kind,
        title=plain(print_runs(chart.caption, figures) or title),
        unit=chart.unit or _unit(series, chart, figures),
        categories=categories,
        series=series,
        signed=chart.show == "change",
        highlight=_highlight(series, title),
        whole=_whole(series[0].points, figures) if chart.kind == "doughnut" else "",
        totals=_totals(chart, series, figures) if chart.kind == "stacked" else (),
    )
    return ranked(spec) if chart.ranked or (chart.ranked is None and chart.kind in RANKED and len(series) == 1) else spec


Planned = tuple[tuple[str, ...], tuple[Series, ...]]


def _bars(chart: Chart, report: Report) -> Planned:
    figures = report.figures
    series = tuple(Series(name, tuple(_actual(figures[m.figure], chart) for m in row)) for name, row in chart.rows)
    return chart.categories or _names(chart.rows[0][1], report), series


def _lines(chart: Chart, report: Report) -> Planned:
    """A line for each figure over all years from the first: the years without a number are gaps of their true width."""
    current = year_of(report.review)
    assert current is not None, "content/chart_checks.py demands it"
    lines: list[tuple[str, dict[int, Point]]] = []
    for name, mention in zip(chart.categories or _names(chart.figures, report), chart.figures, strict=True):
        figure = report.figures[mention.figure]
        past = {int(year): _point(entry, figure.name, chart) for year, entry in figure.history}
        lines.append((name, past | {current: _actual(figure, chart)}))
    years = range(min(min(points) for _, points in lines), current + 1)
    series = tuple(Series(name, tuple(points.get(year) for year in years)) for name, points in lines)
    return tuple(f"{year}年" for year in years), series


def _targets(chart: Chart, report: Report) -> Planned:
    """What was reached beside what is aimed at; where the report does not tell what was reached, nothing."""
    _, reached, changed, aimed = goal_heads(report)
    figures = [report.figures[mention.figure] for mention in chart.figures]
    actual = tuple(_actual(figure, chart) if getattr(figure, chart.show) else None for figure in figures)
    targets = tuple(_point(figure.target, figure.name, chart) for figure in figures if figure.target)
    series = (Series(changed if chart.show == "change" else reached, actual), Series(aimed, targets))
    return chart.categories or _names(chart.figures, report), series


def _names(mentions: Iterable[Mention], report: Report) -> tuple[str, ...]:
    return tuple(report.figures[mention.figure].short for mention in mentions)


def _actual(figure: Figure, chart: Chart) -> Point:
    entry = figure.change if chart.show == "change" else figure.value
    assert entry is not None
    return _point(entry, figure.name, chart)


def _point(entry: Entry, figure: str, chart: Chart) -> Point:
    if chart.show == "change":
        change = entry.change
        assert change is not None and change.amount is not None and change.signed is not None
        sign = {1: "+", -1: "−", 0: ""}[change.direction]
        return Point(change.signed, sign + change.amount.digits, figure, written=entry.text)
    quantity = entry.quantity
    assert quantity is not None
    after = quantity.unit_text if quantity.more else quantity.about
    return Point(quantity.number, quantity.sign + quantity.digits, figure, quantity.prefix, after, entry.text)


def _unit(series: tuple[Series, ...], chart: Chart, figures: Mapping[str, Figure]) -> str:
    figure = figures[series[0].points[0].figure]
    change = figure.change.change if figure.change else None
    quantity = change.amount if chart.show == "change" and change else figure.quantity
    return quantity.measure if quantity else ""


def _highlight(drawn: Iterable[Series], title: Runs) -> frozenset[str]:
    """The figures that the title names, or else the largest."""
    points = [point for series in drawn for point in series.points]
    named = {run.figure for run in title} & {point.figure for point in points}
    return frozenset(named or {max(points, key=lambda point: point.value).figure})


def _whole(points: Iterable[Point], figures: Mapping[str, Figure]) -> str:
    parts = {point.figure for point in points}
    return next((name for name, figure in figures.items() if figure.parts and parts == {part.figure for part in figure.parts}), "")


def _totals(chart: Chart, series: tuple[Series, ...], figures: Mapping[str, Figure]) -> tuple[Point | None, ...]:
    """The figures that the columns add up to, where the report has them in the unit of their parts."""
    names = [_whole([point for point in column if point], figures) for column in zip(*(row.cells for row in series), strict=True)]
    unit = _unit(series, chart, figures)
    fits = [name and (quantity := figures[name].quantity) is not None and quantity.measure == unit for name in names]
    return tuple(_actual(figures[name], chart) if fit else None for name, fit in zip(names, fits, strict=True))
