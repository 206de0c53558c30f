"""What a chart of deck.yaml needs of its figures: numbers of one unit, years where it draws years, targets where it compares."""

import re
from collections.abc import Iterator

from gwr_docs.content.claims import HUNDRED, sum_of_percentages
from gwr_docs.content.schema import NEEDED_BY_KIND
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.model.figures import Entry, Figure, Mention
from gwr_docs.model.quantities import Quantity
from gwr_docs.model.report import Report, year_of
from gwr_docs.model.storyboard import Chart, Slide

MOST_QUOTED = 20  # characters of a value
SHARES = ("doughnut", "stacked")
_YEAR = re.compile(r"[0-9]{4}")
Points = dict[str, list[tuple[str, Span, Related]]]  # unit -> the figures that have it, where each is drawn, where it is given


def check_charts(report: Report) -> Iterator[Diagnostic]:
    """A chart draws numbers, all of one unit, and as many in a series as there are categories."""
    for slide in report.slides:
        if slide.chart:
            yield from _check_chart(report, slide, slide.chart)


def _check_chart(report: Report, slide: Slide, chart: Chart) -> Iterator[Diagnostic]:
    key = NEEDED_BY_KIND.get(chart.kind)
    rows = (("", chart.figures),) if key == "figures" else chart.rows
    if (key and not getattr(chart, key)) or not any(row for _, row in rows):
        yield fault("GWR107", slide.span, layout="chart", key=key or "figures")
        return
    for name, row in rows:
        if (chart.series or chart.categories) and len(row) != len(chart.categories):
            yield fault("GWR307", row[0].span if row else slide.span, series=name, count=len(row), categories=len(chart.categories))
    named = [(mention, report.figures[mention.figure]) for _, row in rows for mention in row if mention.figure in report.figures]
    yield from _check_units(slide, chart, named)
    if chart.kind in SHARES:
        yield from _check_shares(slide, chart, [figure for _, figure in named], len(rows))
    if chart.kind == "line":
        yield from _check_years(slide, named, year_of(report.review))
    if chart.kind == "target":
        yield from _check_targets(named, chart)


def _check_units(slide: Slide, chart: Chart, named: list[tuple[Mention, Figure]]) -> Iterator[Diagnostic]:
    points: Points = {}
    for mention, figure in named:
        for entry, span in _drawn(figure, mention, chart):
            yield from _check_point(figure, entry, span, chart, points)
    if not points:
        return
    common = max(points, key=lambda unit: len(points[unit]) + (unit == chart.unit) / 2)  # the odd one out is to blame
    whole, _, there = points[common][0]
    for unit, odd in points.items():
        for name, span, here in odd if unit != common else ():
            yield fault("GWR304", span, name=name, unit=unit, whole=whole, other=common, related=_elsewhere(span, there, here))
    if chart.unit and chart.unit not in points:
        yield fault("GWR306", slide.place("unit"), unit=chart.unit, name=whole, other=common or "—", related=(there,))


def _drawn(figure: Figure, mention: Mention, chart: Chart) -> list[tuple[Entry | None, Span]]:
    """The entries of a figure that the chart draws, and where a fault of each is told."""
    actual = figure.change if chart.show == "change" else figure.value
    if chart.kind == "target":
        return [(entry, mention.span) for entry in (actual, figure.target) if entry]
    history = [(entry, entry.span) for _, entry in figure.history] if chart.kind == "line" else []
    return [(actual, mention.span), *history]


def _check_point(figure: Figure, entry: Entry | None, span: Span, chart: Chart, points: Points) -> Iterator[Diagnostic]:
    quantity = _quantity(entry, chart.show)
    if entry is None:
        yield fault("GWR204", span, figure=figure.name, key=chart.show, related=_given(figure))
    elif quantity is None:
        yield unreadable(figure, entry, span)
    else:
        here = Related(entry.span, f"{figure.name} {entry.text}")
        points.setdefault(quantity.measure, []).append((figure.name, span, here))


def unreadable(figure: Figure, entry: Entry, span: Span) -> Diagnostic:
    """The fault of an entry that is to be drawn or added and is no number."""
    from gwr_docs.content.rewriting import as_change  # needed only for the fault

    here = Related(entry.span, figure.name)
    guess = as_change(entry.text) if entry is figure.change else ""
    text = entry.text if len(entry.text) <= MOST_QUOTED else f"{entry.text[:MOST_QUOTED]}…"
    return fault("GWR303", span, name=figure.name, value=text, guess=guess, related=_elsewhere(span, here))


def _elsewhere(span: Span, *places: Related) -> tuple[Related, ...]:
    return tuple(place for place in places if place.span != span)


def _given(figure: Figure) -> tuple[Related, ...]:
    return (Related(figure.span, figure.name),)


def _quantity(entry: Entry | None, show: str) -> Quantity | None:
    if entry is None or show != "change":
        return entry.quantity if entry else None
    return entry.change.amount if entry.change else None


def _check_shares(slide: Slide, chart: Chart, figures: list[Figure], rows: int) -> Iterator[Diagnostic]:
    """A ring is one series of positive values; no part of a stack is below zero; changes are no shares."""
    ring = chart.kind == "doughnut"
    values = [figure.quantity.value for figure in figures if figure.quantity]
    if chart.show == "change" or any(value < 0 or (ring and value == 0) for value in values) or (ring and rows > 1):
        yield fault("GWR312", slide.place("kind"), kind=chart.kind)
    elif ring and len(figures) == len(chart.rows[0][1]) and all(figure.quantity and figure.quantity.unit == "%" for figure in figures):
        total, off = sum_of_percentages(figures)
        if abs(total - HUNDRED) > off:
            there = tuple(Related(f.value.span, f"{f.name} {f.value.text}") for f in figures if f.value)
            yield fault("GWR322", slide.place("kind"), total=f"{total:f}%", related=there)


def _check_years(slide: Slide, named: list[tuple[Mention, Figure]], current: int | None) -> Iterator[Diagnostic]:
    """A line goes through the years of `history` up to the value, which is the review's."""
    if current is None:
        yield fault("GWR315", slide.place("kind"))
        return
    for mention, figure in named:
        if not figure.history:
            yield fault("GWR204", mention.span, figure=figure.name, key="history", related=_given(figure))
        for year, entry in figure.history:
            if not _YEAR.fullmatch(year) or int(year) >= current:
                yield fault("GWR314", entry.span, name=figure.name, year=year, current=current)


def _check_targets(named: list[tuple[Mention, Figure]], chart: Chart) -> Iterator[Diagnostic]:
    """Each figure has a target, and one at least what was reached: without it there is nothing to compare."""
    for mention, figure in named:
        if figure.target is None:
            yield fault("GWR204", mention.span, figure=figure.name, key="target", related=_given(figure))
    actual = [getattr(figure, chart.show) for _, figure in named]
    if named and not any(actual):
        mention, figure = named[0]
        yield fault("GWR204", mention.span, figure=figure.name, key=chart.show, related=_given(figure))
