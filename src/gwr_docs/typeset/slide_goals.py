"""Targets beside what was reached: a native table; where the report gives no actual, it says so."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.charts import NOT_GIVEN
from gwr_docs.documents.deck import Goal, Goals
from gwr_docs.documents.runs import made
from gwr_docs.typeset.changes import COLORS
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Paragraph, SlidePage, TableFrame
from gwr_docs.typeset.slide_chips import chip_text
from gwr_docs.typeset.slide_grid import Grid, continued, evenly
from gwr_docs.typeset.slide_places import body_page

NOTHING = "—"  # what stands beside NOT_GIVEN has said it


def goals_pages(slide: Goals, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    most, page = evenly(len(slide.goals), grid.numbers["most_rows"]), grid.page
    columns = grid.widths["goals"]
    pages = []
    for start in range(0, len(slide.goals), most):
        goals = slide.goals[start : start + most]
        height = min(page["highest_row"], grid.body.height / (len(goals) + 1))
        inner = [Cell(0, 0, width - 2 * page["cell_pad"], height - 2 * page["cell_rise"]) for width in columns]
        head = tuple(_cell(text, "cell_head", cell, fitter, slide.head.span) for text, cell in zip(slide.heads, inner, strict=True))
        rows = (head, *(_row(goal, inner, fitter, slide.head.span) for goal in goals))
        name = "；".join(f"{goal.label}目标{goal.target}" for goal in goals)
        table = TableFrame(grid.body.x, grid.body.y, columns, height, rows, name)
        pages.append(body_page(continued(slide.head, start), (table,), fitter, grid))
    return pages


def _row(goal: Goal, cells: list[Cell], fitter: Fitter, span: Span | None) -> tuple[Paragraph, ...]:
    missing = NOT_GIVEN if goal.actual else NOTHING
    change = (chip_text(goal.change), COLORS[goal.change.direction]) if goal.change else (missing, "grey")
    texts = (
        (goal.label, "lead", ""),
        (goal.actual or NOT_GIVEN, "cell", "" if goal.actual else "grey"),
        (change[0], "cell", change[1]),
        (goal.target, "cell_number", ""),
    )
    return tuple(_cell(text, role, cell, fitter, span, color) for (text, role, color), cell in zip(texts, cells, strict=True))


def _cell(text: str, role: str, cell: Cell, fitter: Fitter, span: Span | None, color: str = "") -> Paragraph:
    (paragraph,) = fitter.paragraphs([Part(made(text), role, color=color)], cell.width, cell.height, span)
    return paragraph
