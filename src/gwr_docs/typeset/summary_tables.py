"""Tables of the summary: targets beside actuals, tasks by focus, all figures by theme."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwr_docs.diagnostics import Span as Spot
from gwr_docs.documents.deck import Goal, Number
from gwr_docs.documents.runs import Run, Runs, made, plain
from gwr_docs.documents.summary import FigureGroup, GistPart, Summary
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted, stacked
from gwr_docs.typeset.setter import Setter, Words, too_long
from gwr_docs.typeset.summary_cards import ARROWS, COLORS

GOAL_COLUMNS = (0.27, 0.2, 0.22, 0.31)  # shares of the width
LEAST_LABEL = 1 / 3  # of a column that a label beside its value takes at least
NOT_GIVEN = "报告未列"
GOES_ON = "（续）"


def goal_rows(summary: Summary, setter: Setter, width: float) -> tuple[Box, ...]:
    """A head and a row for each target; what the report does not give is said in grey, never invented."""
    pad = setter.page("cell")
    xs = [sum(GOAL_COLUMNS[:i]) * width + pad for i in range(len(GOAL_COLUMNS))]
    rows = [_goal_heads(summary.goal_heads, xs, setter, width)]
    for index, goal in enumerate(summary.goals):
        cells = (
            (made(goal.label), "lead", ""),
            (made(goal.actual or NOT_GIVEN), "lead", "" if goal.actual else "grey"),
            _change(goal),
            (made(goal.target), "lead", "red"),
        )
        row = _row(xs, cells, setter, width, shade=bool(index % 2))
        rows.append(within(replace(row, keep=not _may_part(index, len(summary.goals))), goal.label, setter))
    return tuple(rows)


def _may_part(index: int, count: int) -> bool:
    """Whether a page may end after row `index`: at least two rows stand on either side, and all of a short table together."""
    return index == count - 1 or 0 < index < count - 2


def _goal_heads(heads: Sequence[str], xs: Sequence[float], setter: Setter, width: float) -> Box:
    leading, pad = setter.leading("table_head"), setter.page("cell")
    ink: list[Ink] = []
    for x, end, text in zip(xs, [*xs[1:], width], heads, strict=True):
        size = setter.fit(text, "table_head", end - x - pad)
        ink += setter.label(made(text), "table_head", x, setter.base("table_head"), size=size)
    return Box(leading, (*ink, Rect(0, leading, width, setter.page("rule"), "grey")), keep=True)


def _change(goal: Goal) -> tuple[Runs, str, str]:
    if goal.change is None:
        return made(NOT_GIVEN), "lead", "grey"
    return made(ARROWS[goal.change.direction] + goal.change.text), "lead", COLORS[goal.change.direction]


def _row(xs: Sequence[float], cells: Sequence[tuple[Runs, str, str]], setter: Setter, width: float, shade: bool) -> Box:
    columns = []
    for x, end, (runs, role, color) in zip(xs, [*xs[1:], width], cells, strict=True):
        boxes = setter.paragraph([Words(runs, role)], end - x - setter.page("cell"), x, justify=False)
        columns.append([_recolored(box, color) for box in boxes])
    air = setter.page("row")
    height = max(sum(box.height for box in column) for column in columns) + air
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
    if box.height > page_height(setter):
        raise too_long(text, spot)
    return box


def task_rows(parts: Sequence[GistPart], setter: Setter, width: float) -> Iterator[Box]:
    """A row for each focus: its title as row head, its topics with their gists beside it; every second one on panel."""
    for index, part in enumerate(parts):
        yield from _task_row(part, setter, width, shade=index % 2 == 0)


def _task_row(part: GistPart, setter: Setter, width: float, shade: bool) -> Iterator[Box]:
    """A box for each line, so that a focus of many topics goes on over the page, where its number stands again.

    The title is drawn whole with the first line, before the topics, as it is read; the lines beside it stay together.
    """
    head, pad = setter.page("task_head"), setter.page("cell")
    title = setter.paragraph([Words((Run(part.number), *part.title), "part")], head - 2 * pad, pad, justify=False)
    tall = sum(box.height for box in title)
    if tall > page_height(setter) / 2:
        raise too_long(plain(part.title), next((run.place.span(0, len(run.text)) for run in part.title if run.place), None))
    again = setter.label(made(part.number + GOES_ON), "part", pad, setter.base("part"))
    lines = _topic_lines(part, setter, width, head)
    missing = tall - sum(line.height for line in lines)
    if missing > 0:
        lines.append(Box(missing))
    end, last = 0.0, len(lines) - 1
    for i, line in enumerate(lines):
        above, below = (pad if i == 0 else 0.0), (pad if i == last else 0.0)
        named = again if end >= tall else ()
        end += line.height
        height = above + line.height + below
        panel = (Rect(0, 0, width, height, "panel"),) if shade else ()
        words = (*(stacked(title) if i == 0 else ()), *line.ink)
        yield Box(height, (*panel, *shifted(words, 0, above)), keep=i < last and (line.keep or end < tall), again=named)


def _topic_lines(part: GistPart, setter: Setter, width: float, x: float) -> list[Box]:
    lines: list[Box] = []
    for index, gist in enumerate(part.gists):
        lead = (*gist.title, Run("。")) if gist.text else gist.title
        boxes = setter.paragraph([Words(lead, "lead"), Words(gist.text, "text")], width - x - setter.page("cell"), x)
        lines += (*boxes[:-1], replace(boxes[-1], keep=not _may_part(index, len(part.gists))))
    return lines


def figure_boxes(groups: Sequence[FigureGroup], setter: Setter, width: float) -> Iterator[Box]:
    """A head for each theme, then a row for each figure: name left, value right, change under it."""
    for group in groups:
        yield from setter.head(group.name, "group", width, rule=Rect(0, 0, width, setter.page("rule"), "grey"))
        for index, number in enumerate(group.numbers):
            row = _figure_row(number, setter, width, keep=index in (0, len(group.numbers) - 2))
            yield within(row, number.label, setter, number.span)


def _figure_row(number: Number, setter: Setter, width: float, keep: bool) -> Box:
    """A value that leaves the label less than its share stands under it, as the change does; what is too wide is wrapped."""
    indent, leading = setter.size("cell") if number.inner else 0.0, setter.leading("cell")
    room = width - setter.width(number.text, "cell_number") - setter.page("cell") - indent
    beside = room > width * LEAST_LABEL
    base, value = setter.base("cell"), made(number.text)
    lines = [*setter.labels(made(number.label), "cell", indent, base, room if beside else width - indent)]
    under = 0 if beside else len(lines)
    values = setter.labels(value, "cell_number", width, base + under * leading, width, align="right")
    count = max(len(lines), under + len(values))
    lines += values
    if number.chip:
        text = made(ARROWS[number.chip.direction] + number.chip.text)
        color = COLORS[number.chip.direction]
        changes = setter.labels(text, "cell_number", width, base + count * leading, width, color, align="right")
        count, lines = count + len(changes), [*lines, *changes]
    air, hair = setter.page("figure_row"), setter.page("hair")
    rule = Rect(0, count * leading + air - hair, width, hair, "rule")
    return Box(count * leading + air, (*(ink for line in lines for ink in line), rule), keep=keep)
