"""What a chart says: categories, series and points with the digits as written, free of any format."""

from dataclasses import field
from decimal import Decimal

from gwr_docs.diagnostics import Span
from gwr_docs.records import record

NOT_GIVEN = "报告未列"
TOTAL = "合计"


@record
class Point:
    """A number as drawn: `value` for the bar, `before`, `digits`, `after` for its label (约 · −16 · 余).

    `after` holds the unit where 余 stands within it (1215万余元); `written` is the entry to the letter.
    """

    value: Decimal
    digits: str
    figure: str
    before: str = ""
    after: str = ""
    written: str = ""

    @property
    def label(self) -> str:
        return self.before + self.digits + self.after


@record
class Series:
    """A point for each category, or none where the report gives no number: a gap is no zero."""

    name: str
    cells: tuple[Point | None, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for point in self.cells if point)


@record
class ChartSpec:
    """kind: column, bar, clustered, stacked, doughnut, line or target (what was reached, and the targets, as two series).

    `signed`: the numbers are changes, printed with + and −. `highlight` names the figures that the slide speaks of; all others
    step back. `whole` is the figure of which a ring shows all the parts, as written; `totals` are those of which the columns of
    a stack do. They are empty when there is none, for a sum that no one wrote is not printed.
    """

    kind: str
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    signed: bool = False
    highlight: frozenset[str] = frozenset()
    whole: str = ""
    totals: tuple[Point | None, ...] = ()
    span: Span | None = field(default=None, compare=False)  # where the chart was asked for

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for series in self.series for point in series.points)

    @property
    def measure(self) -> str:
        """The line that names the unit; lines alone may stand on an axis that does not begin at zero, and say so."""
        return f"单位：{self.unit}" + ("，纵轴不从零开始" if self.floor > 0 else "")

    @property
    def floor(self) -> Decimal:
        """Where the axis of values begins, before any room for labels: at zero, unless lines far above it would be flat."""
        values = [point.value for point in self.points]
        low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
        if self.kind == "line" and low > (high - low) * 2:
            return low - (high - low) / 2 if high > low else Decimal(0)
        return min(low, Decimal(0))

    def bounds(self, above: float, below: float) -> tuple[float, float]:
        """Ends of the axis of values: room for labels over and under the bars, in shares of what they span."""
        values = [float(point.value) for point in self.points]
        if self.kind == "stacked":
            columns = zip(*(row.cells for row in self.series), strict=True)
            values = [float(sum(point.value for point in column if point)) for column in columns]
        low, high = float(self.floor), max(0.0, *values)
        span = high - low
        return low - (span * below if low < 0 else 0), (high + span * above if high > 0 else 0.0) or float(not low)

    def gap(self, least: int, few: int) -> int:
        """Between bars or groups, percent of a bar: wide where there are few, lest they be slabs."""
        return max(least, few // len(self.categories))

    @property
    def alt_text(self) -> str:
        """The chart in words, for those who cannot see it."""
        rows = [*self.series, Series(TOTAL, self.totals)] if any(self.totals) else self.series
        texts = [(f"{row.name}：" if len(rows) > 1 else "") + "，".join(self._words(row)) for row in rows]
        return f"{self.title}。" + "；".join(texts) + "。"

    def _words(self, row: Series) -> list[str]:
        pairs = zip(self.categories, row.cells, strict=True)
        if self.kind == "target":
            return [f"{name}{point.written}" if point else f"{name}{NOT_GIVEN}" for name, point in pairs]
        return [f"{name}{point.written}" for name, point in pairs if point]


def year_step(count: int, least: int) -> int:
    """Of `count` years every so many is named, `least` or a little more: the first and, if it can be, the last."""
    return next((step for step in range(least, 2 * least) if (count - 1) % step == 0), least)


# Palette roles. Neighbours are told apart by lightness, too: dark and light take turns.
RING = ("red", "teal", "gold", "muted", "ink", "grey")
DARK, LIGHT = ("red", "teal", "ink"), ("muted", "gold", "grey")


def ring_colors(chart: ChartSpec) -> tuple[str, ...]:
    """A palette role for each part of a ring; the accent goes to the first part that the slide speaks of."""
    points = chart.series[0].points
    accent = next((i for i, point in enumerate(points) if point.figure in chart.highlight), 0)
    others = iter(RING[1:] * len(points))
    return tuple(RING[0] if i == accent else next(others) for i in range(len(points)))


def series_colors(chart: ChartSpec) -> tuple[str, ...]:
    """A palette role for each series; the accent goes to the one that the slide speaks of, to the first if it speaks of several."""
    named = [i for i, series in enumerate(chart.series) if {point.figure for point in series.points} & chart.highlight]
    accent = named[0] if len(named) == 1 else 0
    dark, light = iter(DARK[1:] * len(chart.series)), iter(LIGHT * len(chart.series))
    return tuple(DARK[0] if i == accent else next(light if (i - accent) % 2 else dark) for i in range(len(chart.series)))


def point_color(chart: ChartSpec, point: Point) -> str:
    """Changes by their sign; what was reached of targets in red; else the figures that the slide speaks of, all others stepped back."""
    if chart.signed:
        return "up" if point.value > 0 else "down" if point.value < 0 else "muted"
    return "red" if chart.kind == "target" or point.figure in chart.highlight else "muted"
