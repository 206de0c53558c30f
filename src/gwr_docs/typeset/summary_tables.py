"""Tables of the summary: targets beside actuals, tasks by focus, all figures by theme."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwr_docs.documents.deck import Goal, Number
from gwr_docs.documents.runs import Run, Runs, made
from gwr_docs.documents.summary import FigureGroup, GistPart, Summary
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.setter import MIDDLE, Setter, Words
from gwr_docs.typeset.summary_cards import ARROWS, COLORS

GOAL_COLUMNS = (0.27, 0.2, 0.22, 0.31)  # shares of the width
NOT_GIVEN = "报告未列"


def goal_rows(summary: Summary, setter: Setter, width: float) -> tuple[Box, ...]:
    """A head and a row for each target; what the report does not give is said in grey, never invented."""
    edges = [sum(GOAL_COLUMNS[:i]) * width for i in range(len(GOAL_COLUMNS))]
    leading = setter.leading("table_head")
    base = leading / 2 + setter.size("table_head") * MIDDLE
    pad = setter.page("cell")
    heads = [
        ink
        for edge, text in zip(edges, summary.goal_heads, strict=True)
        for ink in setter.label(made(text), "table_head", edge + pad, base)
    ]
    rule = setter.page("rule")
    rows = [Box(leading, (*heads, Rect(0, leading, width, rule, "grey")), keep=True)]
    goals = summary.goals
    for index, goal in enumerate(goals):
        cells = (
            (made(goal.label), "lead", ""),
            (made(goal.actual or NOT_GIVEN), "lead", "" if goal.actual else "grey"),
            (*_change(goal),),
            (made(goal.target), "lead", "red"),
        )
        rows.append(_row([edge + pad for edge in edges], cells, setter, width, shade=bool(index % 2), keep=index < len(goals) - 1))
    return tuple(rows)


def _change(goal: Goal) -> tuple[Runs, str, str]:
    if goal.change is None:
        return made(NOT_GIVEN), "lead", "grey"
    return made(ARROWS[goal.change.direction] + goal.change.text), "lead", COLORS[goal.change.direction]


def _row(xs: Sequence[float], cells: Sequence[tuple[Runs, str, str]], setter: Setter, width: float, shade: bool, keep: bool) -> Box:
    ends = [*xs[1:], width]
    columns = []
    for x, end, (runs, role, color) in zip(xs, ends, cells, strict=True):
        boxes = setter.paragraph([Words(runs, role)], end - x - setter.page("cell"), x, justify=False)
        columns.append([_recolored(box, color) for box in boxes])
    height = max(sum(box.height for box in column) for column in columns) + 3
    ink: list[Ink] = [Rect(0, 0, width, height, "panel")] if shade else []
    for column in columns:
        y = 1.5
        for box in column:
            ink += shifted(box.ink, 0, y)
            y += box.height
    return Box(height, tuple(ink), keep=keep)


def _recolored(box: Box, color: str) -> Box:
    return replace(box, ink=tuple(replace(item, color=color) for item in box.ink)) if color else box


def task_rows(parts: Sequence[GistPart], setter: Setter, width: float) -> tuple[Box, ...]:
    """A row for each focus: its title as row head, its topics with their gists beside it."""
    head, pad = setter.page("task_head"), setter.page("cell")
    rows: list[Box] = []
    for index, part in enumerate(parts):
        title = setter.paragraph([Words((Run(part.number), *part.title), "part")], head - 2 * pad, pad, justify=False)
        text: list[Box] = []
        for gist in part.gists:
            lead = (*gist.title, Run("。")) if gist.text else gist.title
            text += setter.paragraph([Words(lead, "lead"), Words(gist.text, "text")], width - head - pad, head)
        height = max(sum(box.height for box in title), sum(box.height for box in text)) + 2 * pad
        ink: list[Ink] = [Rect(0, 0, width, height, "panel")] if index % 2 == 0 else []
        for column in (title, text):
            y = pad
            for box in column:
                ink += shifted(box.ink, 0, y)
                y += box.height
        rows.append(Box(height, tuple(ink)))
    return tuple(rows)


def figure_boxes(groups: Sequence[FigureGroup], setter: Setter, width: float) -> Iterator[Box]:
    """A head for each theme, then a row for each figure: name left, value right, change under it."""
    for group in groups:
        (head, *_) = setter.paragraph([Words(made(group.name), "group")], width, justify=False, keep=True)
        line = Rect(0, head.height, width, setter.page("rule"), "grey")
        yield Box(head.height + 1, (*head.ink, line), head.before, keep=True)
        for index, number in enumerate(group.numbers):
            yield _figure_row(number, setter, width, keep=index in (0, len(group.numbers) - 2))


def _figure_row(number: Number, setter: Setter, width: float, keep: bool) -> Box:
    value, indent = number.text, setter.size("cell") if number.inner else 0.0
    room = width - setter.width(value, "cell_number") - setter.page("cell")
    lines = setter.paragraph([Words(made(number.label), "cell")], max(room, width / 3) - indent, indent, justify=False)
    leading = setter.leading("cell")
    base = leading / 2 + setter.size("cell") * MIDDLE
    ink: list[Ink] = []
    for index, box in enumerate(lines):
        ink += shifted(box.ink, 0, index * leading)
    height = leading * len(lines)
    ink += setter.label(made(value), "cell_number", width, base if room > width / 3 else height - leading + base, align="right")
    if number.chip:
        text = ARROWS[number.chip.direction] + number.chip.text
        ink += setter.label(made(text), "cell_number", width, height + base, COLORS[number.chip.direction], align="right")
        height += leading
    return Box(height + 1.5, (*ink, Rect(0, height + 1, width, setter.page("rule") * 0.6, "rule")), keep=keep)
