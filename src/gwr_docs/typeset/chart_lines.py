"""Lines over years, named where they end if there is room, else in a legend."""

from collections.abc import Iterator, Sequence

from gwr_docs.documents.charts import ChartSpec, Series, series_colors
from gwr_docs.records import record
from gwr_docs.typeset.chart_boxes import Box, Placed, Point
from gwr_docs.typeset.chart_legend import Legend, legend_rows
from gwr_docs.typeset.chart_line_field import Field, line_field
from gwr_docs.typeset.chart_line_labels import Spot, point_labels
from gwr_docs.typeset.chart_line_names import beside, end_labels, readable, start_labels, years
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.chart_strokes import WIDEST, halos, line_swatch, marks, stroke
from gwr_docs.typeset.chart_upright import axis_ink
from gwr_docs.typeset.ink import Ink


@record
class Beside:
    """What stands to the left and right of each line, where it has anything there; the lines need a legend unless `named`."""

    starts: Sequence[Label | None]
    ends: Sequence[Label | None]
    named: bool
    strict: bool = True


def lines(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """None where names or labels would not be legible at this size."""
    roles, starts = series_colors(chart), start_labels(chart, setter)
    named = end_labels(chart, roles, width, True, setter)
    ink = _lines(chart, roles, Beside(starts, named, True), width, height, setter) if all(named) else None
    return ink or _lines(chart, roles, Beside(starts, end_labels(chart, roles, width, False, setter), False), width, height, setter)


def bare_lines(chart: ChartSpec, width: float, height: float, setter: ChartSetter) -> tuple[Ink, ...] | None:
    """Without the numbers that would lie on others: where lines run close there is no room for all."""
    none = [None] * len(chart.series)
    return _lines(chart, series_colors(chart), Beside(none, none, False, strict=False), width, height, setter)


def _lines(
    chart: ChartSpec, roles: Sequence[str], words: Beside, width: float, height: float, setter: ChartSetter
) -> tuple[Ink, ...] | None:
    legend = Legend() if words.named else _legend(chart, roles, width, setter)
    names = [setter.name(name) for name in chart.categories]
    field = line_field(chart, names, words.starts, words.ends, Box(0, legend.height, width, height), setter) if legend else None
    if legend is None or field is None:
        return None
    drawn = [_points(row, field) for row in chart.series]
    numbers = _numbers(chart, roles, words, field, drawn, Box(0, legend.height, width, field.foot), setter)
    if numbers is None:
        return None
    strokes = [item for i, points in enumerate(drawn) for item in _line(points, i, roles[i], setter)]
    axis = axis_ink(field.left, field.axis, field.right - field.left, setter)
    return (*legend.ink, *axis, *strokes, *years(names, field.xs, height - setter.size("category"), setter), *numbers)


def _legend(chart: ChartSpec, roles: Sequence[str], width: float, setter: ChartSetter) -> Legend | None:
    if len(chart.series) < 2:
        return Legend()
    swatches = [line_swatch(i, role, setter) for i, role in enumerate(roles)]
    return legend_rows([row.name for row in chart.series], swatches, setter.em("line_swatch", "category"), width, setter)


def _points(row: Series, field: Field) -> list[Point]:
    """The years without a number are gaps of their true width, over which the line goes on."""
    return [(x, field.y(float(point.value))) for x, point in zip(field.xs, row.cells, strict=True) if point]


def _numbers(
    chart: ChartSpec, roles: Sequence[str], words: Beside, field: Field, drawn: Sequence[Sequence[Point]], room: Box, setter: ChartSetter
) -> tuple[Ink, ...] | None:
    """Those beside the lines, then those at the other points. None where names are wanted beside lines that end too near each other."""
    away = setter.mark * WIDEST + setter.em("label_gap")
    first = beside(words.starts, [points[0] for points in drawn], field.xs[0] - away, "right", room.bottom, setter)
    last = beside(words.ends, [points[-1] for points in drawn], field.xs[-1] + away, "left", room.bottom, setter)
    if words.named and not all(last):
        return None
    fixed = [placed for placed in (*first, *last) if placed]
    radius = setter.mark
    taken = [*(placed.box for placed in fixed), *(Box(x, y, x, y).grown(radius) for points in drawn for x, y in points)]
    axis = [(field.left, field.axis), (field.right, field.axis)]
    spots = list(_spots(chart, roles, field, first, last, setter))
    placed = point_labels(spots, [*drawn, axis], taken, room, words.strict, setter)
    if placed is None or not all(room.holds(label.box) for label in fixed):
        return None
    return tuple(item for label in (*fixed, *placed) for item in label.ink())


def _spots(
    chart: ChartSpec,
    roles: Sequence[str],
    field: Field,
    first: Sequence[Placed | None],
    last: Sequence[Placed | None],
    setter: ChartSetter,
) -> Iterator[Spot]:
    """Points that have no label yet, the ends of lines before the others: all where there are few, else the ends alone."""
    few = len(chart.points) <= setter.number("few")
    inner: list[Spot] = []
    for i, row in enumerate(chart.series):
        known = [at for at, point in enumerate(row.cells) if point]
        done = {known[0] if first[i] else -1, known[-1] if last[i] else -1}
        for at in known[::-1]:
            point, ending = row.cells[at], at in (known[0], known[-1])
            if point and at not in done and (few or ending):
                color = readable(roles[i], setter) if at == known[-1] and len(roles) > 1 else "ink"
                spot = Spot(field.xs[at], field.y(float(point.value)), setter.number_label(point.label, color), _under(chart, row, at))
                if ending:
                    yield spot
                else:
                    inner.append(spot)
    yield from inner


def _under(chart: ChartSpec, row: Series, at: int) -> bool:
    """Whether a label stands better under its point: another line is above, or its own line goes up on both sides."""
    mine = row.cells[at]
    assert mine is not None
    others = [cell.value for other in chart.series if other is not row and (cell := other.cells[at])]
    if others:
        return mine.value < max(others)
    known = [point for point in row.cells if point]
    place = known.index(mine)
    near = [point for point in known[max(0, place - 1) : place + 2] if point is not mine]
    return bool(near) and all(point.value > mine.value for point in near)


def _line(points: Sequence[Point], index: int, role: str, setter: ChartSetter) -> tuple[Ink, ...]:
    drawn = (stroke(points, index, role, setter),) if len(points) > 1 else ()
    return (*drawn, halos(points, index, setter), marks(points, index, role, setter))
