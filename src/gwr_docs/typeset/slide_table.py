"""Figures as a table: digits stand with their decimal points under each other, units beside them."""

from dataclasses import replace
from math import fsum

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Number, Table
from gwr_docs.documents.runs import made
from gwr_docs.typeset.changes import COLORS
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.measuring import SPARE
from gwr_docs.typeset.shapes import Cell, Paragraph, SlidePage, TableFrame
from gwr_docs.typeset.slide_chips import chip_text
from gwr_docs.typeset.slide_grid import Grid, continued, evenly
from gwr_docs.typeset.slide_places import body_page

LABEL, VALUE, UNIT, CHANGE, CONTEXT = range(5)
ROLES = ("cell_label", "cell_number", "cell", "cell", "cell_note")


def table_pages(slide: Table, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """At most as many rows as a slide holds; of more, about as many on each. A column that no figure fills is left out."""
    most, page = evenly(len(slide.numbers), grid.numbers["table_most_rows"]), grid.page
    shown = [
        column
        for column, filled in (
            (LABEL, True),
            (VALUE, True),
            (UNIT, any(number.rest for number in slide.numbers)),
            (CHANGE, any(number.chip for number in slide.numbers)),
            (CONTEXT, any(number.context for number in slide.numbers)),
        )
        if filled
    ]
    widths = _widths(shown, grid)
    pages = []
    for start in range(0, len(slide.numbers), most):
        numbers = slide.numbers[start : start + most]
        height = min(page["table_highest_row"], grid.body.height / (len(numbers) + 1))
        cells = [Cell(0, 0, width - 2 * page["cell_pad"], height - 2 * page["cell_rise"]) for width in widths]
        head = tuple(_head(slide.heads[column], column, cell, fitter, slide.head.span) for column, cell in zip(shown, cells, strict=True))
        rows = [_row(number, shown, cells, fitter, slide.head.span) for number in numbers]
        rows = _aligned(rows, shown.index(VALUE), cells[shown.index(VALUE)].width, fitter)
        name = "；".join(f"{number.label}{number.text}" for number in numbers)
        table = TableFrame(grid.body.x, grid.body.y, widths, height, (head, *rows), name)
        pages.append(body_page(continued(slide.head, start), (table,), fitter, grid))
    return pages


def _widths(shown: list[int], grid: Grid) -> tuple[float, ...]:
    """What columns left out had goes to the others in proportion."""
    widths = grid.widths["table"]
    scale = fsum(widths) / fsum(widths[column] for column in shown)
    return tuple(widths[column] * scale for column in shown)


def _head(text: str, column: int, cell: Cell, fitter: Fitter, span: Span | None) -> Paragraph:
    return _cell(text, "cell_head", cell, fitter, span, align="r" if column == VALUE else "l")


def _row(number: Number, shown: list[int], cells: list[Cell], fitter: Fitter, span: Span | None) -> tuple[Paragraph, ...]:
    chip = number.chip
    texts = (number.label, number.before + number.digits, number.rest, chip_text(chip) if chip else "—", number.context)
    colors = ("", "", "", COLORS[chip.direction] if chip else "grey", "")
    spots = (number.label_spot, number.span, number.span, chip.span if chip else None, number.span)
    return tuple(
        _cell(texts[column], ROLES[column], cell, fitter, spots[column] or span, colors[column], "r" if column == VALUE else "l")
        for column, cell in zip(shown, cells, strict=True)
    )


def _aligned(rows: list[tuple[Paragraph, ...]], column: int, width: float, fitter: Fitter) -> list[tuple[Paragraph, ...]]:
    """Digits moved to the left by what others have behind the point, as far as they stay on their line."""
    tails = [_tail(row[column], fitter) for row in rows]
    out = []
    for row, tail in zip(rows, tails, strict=True):
        word = row[column].words[0]
        room = max(0.0, width * SPARE - fitter.width(word.text, word.role, word.size))
        out.append((*row[:column], replace(row[column], inset=min(max(tails) - tail, room)), *row[column + 1 :]))
    return out


def _tail(paragraph: Paragraph, fitter: Fitter) -> float:
    word = paragraph.words[0]
    _, point, decimals = word.text.partition(".")
    return fitter.width(point + decimals, word.role, word.size) if point and decimals.isdigit() else 0.0


def _cell(text: str, role: str, cell: Cell, fitter: Fitter, span: Span | None, color: str = "", align: str = "l") -> Paragraph:
    (paragraph,) = fitter.paragraphs([Part(made(text or " "), role, color=color, align=align)], cell.width, cell.height, span)
    return paragraph
