"""The names of lines where they end, and the years below them."""

from collections.abc import Sequence

from gwr_docs.documents.charts import ChartSpec, year_step
from gwr_docs.theme.colors import contrast
from gwr_docs.typeset.chart_boxes import Placed, Point, spread
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.ink import Ink
from gwr_docs.typeset.setter import ALIGNED

READABLE = 4.5  # contrast of text


def readable(role: str, setter: ChartSetter) -> str:
    """The line's colour for its name, or ink where that is too faint."""
    palette = setter.setter.theme.palette
    return role if contrast(palette[role], palette["paper"]) >= READABLE else "ink"


def end_labels(chart: ChartSpec, roles: Sequence[str], width: float, named: bool, setter: ChartSetter) -> list[Label | None]:
    """The last number of each of several lines, `named` with the name before it. None where a line ends earlier, or a name is too long."""
    out: list[Label | None] = []
    for row, role in zip(chart.series, roles, strict=True):
        point = row.cells[-1] if len(chart.series) > 1 else None
        words = f"{row.name} {point.label}" if point and named else point.label if point else ""
        label = setter.number_label(words, readable(role, setter)) if point else None
        short = label is not None and label.width <= width * setter.share("end_names")
        out.append(label if short else None)
    return out


def start_labels(chart: ChartSpec, setter: ChartSetter) -> list[Label | None]:
    """The first number of each of several lines that begin in the first year."""
    points = [row.cells[0] if len(chart.series) > 1 and len(row.cells) > 1 else None for row in chart.series]
    return [setter.number_label(point.label) if point else None for point in points]


def beside(
    labels: Sequence[Label | None], ends: Sequence[Point], x: float, align: str, foot: float, setter: ChartSetter
) -> list[Placed | None]:
    """Labels level with the ends of their lines, a little moved where these are near each other or `foot`.

    None where one had to move far.
    """
    shown = [i for i, label in enumerate(labels) if label]
    heights = [ends[i][1] for i in shown]
    places = dict(zip(shown, spread(heights, setter.em("name_leading"), foot - setter.size("value") / 2), strict=True))
    if any(abs(places[i] - ends[i][1]) > setter.em("pushed") for i in shown):
        return [None] * len(labels)
    return [
        Placed(label, x - label.width * ALIGNED[align], places[i] - label.height / 2) if label else None for i, label in enumerate(labels)
    ]


def years(names: Sequence[Label], xs: Sequence[float], top: float, setter: ChartSetter) -> tuple[Ink, ...]:
    """The names below the axis, as many as have room side by side."""
    count, distance = len(xs), xs[1] - xs[0] if len(xs) > 1 else 1.0
    need = max(name.width for name in names) + setter.em("label_air", "category")
    step = year_step(count, max(-(-count // setter.number("years")), -int(-need // distance)))
    return tuple(item for at in range(0, count, step) for item in names[at].ink(xs[at], top, "center"))
