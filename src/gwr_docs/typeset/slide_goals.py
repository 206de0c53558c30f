"""Targets beside what was reached: a native table; where the report gives no actual, it says so."""

from gwr_docs.documents.deck import Goal, Goals
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Paragraph, SlidePage, TableFrame
from gwr_docs.typeset.slide_cards import ARROWS, COLORS
from gwr_docs.typeset.slide_grid import Grid, body_page, continued

SHARES = (0.3, 0.19, 0.21, 0.3)
NOT_GIVEN = "报告未列"
HIGHEST_ROW = 62.0  # pt
CELL_PAD = 7.2  # pt at both sides of a cell


def goals_pages(slide: Goals, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    most = grid.numbers["most_rows"]
    pages = []
    for start in range(0, len(slide.goals), most):
        goals = slide.goals[start : start + most]
        columns = tuple(share * grid.width for share in SHARES)
        height = min(HIGHEST_ROW, grid.body.height / (len(goals) + 1))
        head = tuple(_cell(text, "cell_head", width, height, fitter) for text, width in zip(slide.heads, columns, strict=True))
        rows = (head, *(_row(goal, columns, height, fitter) for goal in goals))
        name = "；".join(f"{goal.label}目标{goal.target}" for goal in goals)
        table = TableFrame(grid.body.x, grid.body.y, columns, height, rows, name)
        pages.append(body_page(continued(slide.head, start), (table,), fitter, grid))
    return pages


def _row(goal: Goal, columns: tuple[float, ...], height: float, fitter: Fitter) -> tuple[Paragraph, ...]:
    change = (ARROWS[goal.change.direction] + goal.change.text, COLORS[goal.change.direction]) if goal.change else (NOT_GIVEN, "grey")
    texts = (
        (goal.label, "lead", ""),
        (goal.actual or NOT_GIVEN, "cell", "" if goal.actual else "grey"),
        (change[0], "cell", change[1]),
        (goal.target, "lead", "red"),
    )
    return tuple(_cell(text, role, width, height, fitter, color) for (text, role, color), width in zip(texts, columns, strict=True))


def _cell(text: str, role: str, width: float, height: float, fitter: Fitter, color: str = "") -> Paragraph:
    box = fitter.box([Part(made(text), role, color=color)], 0, 0, width - 2 * CELL_PAD, height - 6)
    return box.paragraphs[0]
