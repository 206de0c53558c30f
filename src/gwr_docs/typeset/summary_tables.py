"""Tables of the summary: targets beside actuals, tasks by focus, all figures by theme."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from gwr_docs.diagnostics import Span as Spot
from gwr_docs.documents.charts import NOT_GIVEN
from gwr_docs.documents.deck import Goal, Number
from gwr_docs.documents.runs import Runs, made, plain
from gwr_docs.documents.summary import FigureGroup, Summary
from gwr_docs.typeset.bullet_ink import bullet_ink
from gwr_docs.typeset.changes import ARROWS, COLORS
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Box, Ink, Rect, repeated, shifted, stacked
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.tags import AGAIN, LAYOUT, Tag

GOAL_COLUMNS = (0.25, 0.15, 0.34, 0.26)  # shares of the width
GOES_ON = "（续）"
LEAST_LABEL = 1 / 3  # of a column that a label beside its value takes at least


def goal_rows(summary: Summary, setter: Setter, width: float, under: Tag | None = None) -> tuple[Box, ...]:
    """A head and a row for each target; what the report does not give is said in grey, never invented."""
    pad, table = setter.page("cell"), Tag("Table", under)
    xs = [fsum(GOAL_COLUMNS[:i]) * width + pad for i in range(len(GOAL_COLUMNS))]
    label, reached, changed, aimed = summary.goal_heads
    start, length = _bars(summary.goals, xs[2], xs[3], setter)
    named = (label, reached, f"{changed}（竖线：{aimed}）" if length else changed, aimed)
    heads = _goal_heads(named, xs, setter, width, Tag("TR", table))
    rows, again = [heads], repeated(heads)
    for index, goal in enumerate(summary.goals):
        cells = (
            (made(goal.label), "lead", ""),
            (made(goal.actual or NOT_GIVEN), "lead", "" if goal.actual else "grey"),
            _change(goal),
            (made(goal.target), "lead", "red"),
        )
        row = _row(xs, cells, setter, width, Tag("TR", table), shade=bool(index % 2))
        row = replace(row, ink=(*row.ink, *shifted(_bullet(goal, length, row.height, setter), start, 0)))
        rows.append(within(replace(row, keep=not may_part(index, len(summary.goals)), again=again), goal.label, setter, goal.label_span))
    return tuple(rows)


def _bars(goals: Sequence[Goal], left: float, right: float, setter: Setter) -> tuple[float, float]:
    """Where the bars behind the words of a column start and how long they are; 0 where too few or too short to compare."""
    wide = [setter.width(plain(_change(goal)[0]), "lead") for goal in goals if goal.rates]
    start = left + max(wide, default=0.0) + setter.page("bullet_gap")
    length = right - setter.page("bullet_end") - start
    enough = len(wide) >= setter.theme.numbers["least_bullets"] and length >= setter.page("bullet_least")
    return start, length if enough else 0.0


def _bullet(goal: Goal, length: float, height: float, setter: Setter) -> tuple[Ink, ...]:
    """Where the report tells change and target: a bar that says again what stands beside it, so that nobody needs to read it."""
    if goal.rates is None or not length:
        return ()
    tall = setter.page("bullet")
    return shifted(bullet_ink(*goal.rates, length, tall, setter.theme, LAYOUT), 0, (height - tall) / 2)


def may_part(index: int, count: int) -> bool:
    """Whether a page may end after row `index`: at least two rows stand on either side, and all of a short table together."""
    return index == count - 1 or 0 < index < count - 2


def _goal_heads(heads: Sequence[str], xs: Sequence[float], setter: Setter, width: float, under: Tag) -> Box:
    leading, pad = setter.leading("table_head"), setter.page("cell")
    ink: list[Ink] = []
    for x, end, text in zip(xs, [*xs[1:], width], heads, strict=True):
        size = setter.fit(text, "table_head", end - x - pad)
        ink += setter.label(made(text), "table_head", Tag("TH", under, scope="Column"), x, setter.base("table_head"), size=size)
    return Box(leading, (*ink, Rect(0, leading, width, setter.page("rule"), "grey")), keep=True)


def _change(goal: Goal) -> tuple[Runs, str, str]:
    if goal.change is None:
        return made(NOT_GIVEN), "lead", "grey"
    return made(ARROWS[goal.change.direction] + goal.change.text), "lead", COLORS[goal.change.direction]


def _row(xs: Sequence[float], cells: Sequence[tuple[Runs, str, str]], setter: Setter, width: float, under: Tag, shade: bool) -> Box:
    columns: list[list[Box]] = []
    for x, end, (runs, role, color) in zip(xs, [*xs[1:], width], cells, strict=True):
        cell = Tag("TD", under) if columns else Tag("TH", under, scope="Row")
        boxes = setter.paragraph([Words(runs, role)], end - x - setter.page("cell"), cell, x, justify=False)
        columns.append([_recolored(box, color) for box in boxes])
    air = setter.page("row")
    height = max(fsum(box.height for box in column) for column in columns) + air
    ink: list[Ink] = [Rect(0, 0, width, height, "panel")] if shade else []
    for column in columns:
        ink += shifted(stacked(column), 0, air / 2)
    return Box(height, tuple(ink))


def _recolored(box: Box, color: str) -> Box:
    return replace(box, ink=tuple(replace(item, color=color) for item in box.ink)) if color else box


def page_height(setter: Setter) -> float:
    """Height of the text area."""
    return setter.page("height") - setter.page("top") - setter.page("bottom")


def within(box: Box, text: str, setter: Setter, spot: Spot | None = None) -> Box:
    """`box`, which is never cut. Raises ContentError when its words make it higher than the page."""
    if box.height + (box.again.height if box.again else 0.0) > page_height(setter):
        raise too_long(text, spot)
    return box


def figure_boxes(groups: Sequence[FigureGroup], setter: Setter, width: float, under: Tag | None = None) -> Iterator[Box]:
    """A head for each theme, which stands again where it goes on; a row for each figure: name left, value right, change under it."""
    rule = Rect(0, 0, width, setter.page("rule"), "grey")
    for group in groups:
        table = Tag("Table", under)
        yield from setter.head(group.name, "group", width, Tag("Caption", table), rule=rule)
        heads = setter.head(group.name + GOES_ON, "group", width, AGAIN, rule=rule)
        again, last = Box(fsum(head.height for head in heads), stacked(heads)), len(group.numbers) - 1
        together = group.planned and last < setter.theme.numbers["planned_together"]
        for index, number in enumerate(group.numbers):
            keep = index < last and (together or index in (0, last - 1))
            row = _figure_row(number, setter, width, Tag("TR", table), keep)
            yield within(replace(row, again=again), number.label, setter, number.label_spot)


def _figure_row(number: Number, setter: Setter, width: float, row: Tag, keep: bool) -> Box:
    """A value that leaves the label less than its share stands under it, as the change does; what is too wide is wrapped."""
    indent, leading = setter.size("cell") if number.inner else 0.0, setter.leading("cell")
    room = width - setter.width(number.text, "cell_number") - setter.page("cell") - indent
    beside = room > width * LEAST_LABEL
    base, value = setter.base("cell"), made(number.text)
    name, cell = Tag("TH", row, scope="Row"), Tag("TD", row)
    lines = [*setter.labels(made(number.label), "cell", name, indent, base, room if beside else width - indent)]
    under = 0 if beside else len(lines)
    values = setter.labels(value, "cell_number", Tag("Span", cell), width, base + under * leading, width, align="right")
    count = max(len(lines), under + len(values))
    lines += values
    if number.chip:
        text = made(ARROWS[number.chip.direction] + number.chip.text)
        color = COLORS[number.chip.direction]
        changes = setter.labels(text, "cell_number", Tag("Span", cell), width, base + count * leading, width, color, align="right")
        count, lines = count + len(changes), [*lines, *changes]
    air, hair = setter.page("figure_row"), setter.page("hair")
    rule = Rect(0, count * leading + air - hair, width, hair, "rule")
    return Box(count * leading + air, (*(ink for line in lines for ink in line), rule), keep=keep)
