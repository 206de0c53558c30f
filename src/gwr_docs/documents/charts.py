"""What a chart says: categories, series and points with the digits as written, free of any format."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gwr_docs.documents.runs import Runs, plain
from gwr_docs.model.figures import Figure, Mention
from gwr_docs.model.storyboard import Chart


@dataclass(frozen=True, slots=True)
class Point:
    """A number as drawn: `value` for the bar, `before`, `digits`, `after` for its label (约 · −16 · 余)."""

    value: Decimal
    digits: str
    figure: str
    before: str = ""
    after: str = ""

    @property
    def label(self) -> str:
        return self.before + self.digits + self.after

    @property
    def decimals(self) -> int:
        return len(self.digits.partition(".")[2])


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """kind: column, bar, doughnut or clustered. `signed`: the numbers are changes, printed with + and −.

    `highlight` names the figures that the slide speaks of; all others step back. `whole` is the figure of which a ring shows
    all the parts, as written; it is empty when there is none, for a sum that no one wrote is not printed.
    """

    kind: str
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    signed: bool = False
    highlight: frozenset[str] = frozenset()
    whole: str = ""

    @property
    def alt_text(self) -> str:
        """The chart in words, for those who cannot see it."""
        rows = [
            "，".join(f"{name}{point.label}{self.unit}" for name, point in zip(self.categories, series.points, strict=True))
            for series in self.series
        ]
        names = [f"{series.name}：" if len(self.series) > 1 else "" for series in self.series]
        return f"{self.title}。" + "；".join(name + row for name, row in zip(names, rows, strict=True)) + "。"


RING = ("red", "teal", "gold", "muted", "ink", "rule")  # palette roles, told apart by lightness, too


def ring_colors(chart: ChartSpec) -> tuple[str, ...]:
    """A palette role for each part of a ring; the accent goes to the first part that the slide speaks of."""
    points = chart.series[0].points
    accent = next((i for i, point in enumerate(points) if point.figure in chart.highlight), 0)
    others = iter(RING[1:] * len(points))
    return tuple(RING[0] if i == accent else next(others) for i in range(len(points)))


def plan_chart(chart: Chart, title: Runs, figures: Mapping[str, Figure]) -> ChartSpec:
    """The chart of a slide. content/checks.py has made sure that every point is a number of one unit."""
    rows = chart.series or (("", chart.figures),)
    drawn = [Series(name, tuple(_point(m, chart.show, figures) for m in row)) for name, row in rows]
    first = rows[0][1]
    categories = chart.categories or tuple(figures[mention.figure].short for mention in first)
    return ChartSpec(
        kind=chart.kind,
        title=plain(title),
        unit=chart.unit or _unit(first[0], chart.show, figures),
        categories=categories,
        series=tuple(drawn),
        signed=chart.show == "change",
        highlight=_highlight(drawn, title),
        whole=_whole(drawn, figures) if chart.kind == "doughnut" else "",
    )


def _highlight(drawn: list[Series], title: Runs) -> frozenset[str]:
    """The figures that the title names, or else the largest."""
    points = [point for series in drawn for point in series.points]
    named = {run.figure for run in title} & {point.figure for point in points}
    return frozenset(named or {max(points, key=lambda point: point.value).figure})


def _whole(drawn: list[Series], figures: Mapping[str, Figure]) -> str:
    parts = {point.figure for point in drawn[0].points}
    return next((name for name, figure in figures.items() if parts == {part.figure for part in figure.parts}), "")


def _point(mention: Mention, show: str, figures: Mapping[str, Figure]) -> Point:
    figure = figures[mention.figure]
    if show == "change":
        change = figure.change.change if figure.change else None
        assert change is not None and change.amount is not None and change.signed is not None
        sign = {1: "+", -1: "−", 0: ""}[change.direction]
        return Point(change.signed, sign + change.amount.digits, figure.name)
    quantity = figure.quantity
    assert quantity is not None
    return Point(quantity.number, quantity.sign + quantity.digits, figure.name, quantity.prefix, quantity.about + quantity.more)


def _unit(mention: Mention, show: str, figures: Mapping[str, Figure]) -> str:
    figure = figures[mention.figure]
    change = figure.change.change if figure.change else None
    quantity = change.amount if show == "change" and change else figure.quantity
    return quantity.measure if quantity else ""
