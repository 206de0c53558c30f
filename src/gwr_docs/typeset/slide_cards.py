"""Cards of key figures: equal cells, number first."""

from gwr_docs.documents.deck import Cards, Chip, Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Cell, Grid, body_page

ARROWS = {1: "▲ ", -1: "▼ ", 0: ""}
COLORS = {1: "up", -1: "down", 0: "grey"}
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
MOST = 8


def cards_pages(slide: Cards, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Up to eight cards a slide, in equal cells."""
    pages = []
    for start in range(0, len(slide.cards), MOST):
        cards = slide.cards[start : start + MOST]
        columns = COLUMNS[len(cards)]
        cells = grid.cells(columns, -(-len(cards) // columns))
        shapes = [shape for card, cell in zip(cards, cells, strict=False) for shape in card_shapes(card, cell, fitter, grid)]
        pages.append(body_page(slide.head, tuple(shapes), fitter, grid))
    return pages


def card_shapes(number: Number, cell: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Panel, red mark, and one text box: label, number with unit, change, context."""
    inner = cell.inset(grid.pad)
    label = fitter.box([Part(made(number.label), "label")], 0, 0, inner.width, fitter.size("label", 1) * 2.7).paragraphs
    lines: list[Paragraph] = [*label, fitter.number_line(number.digits, number.rest, "number", inner.width)]
    lines += [chip_line(number.chip, fitter)] if number.chip else []
    if number.context:
        room = inner.height - sum(line.leading + line.space_before for line in lines)
        context = Part(made(number.context), "context", space_before=4)
        if fitter.height([context], 1, inner.width) <= room:
            lines.append(fitter.paragraph(context, fitter.size("context", 1)))
    return [
        Panel(cell.x, cell.y, cell.width, cell.height, "panel"),
        Panel(cell.x, cell.y, grid.page["bar"], cell.height, "red"),
        TextBox(inner.x, inner.y, inner.width, inner.height, tuple(lines), anchor="ctr"),
    ]


def chip_line(chip: Chip, fitter: Fitter) -> Paragraph:
    """The change with its arrow, red up and green down (Chinese convention)."""
    part = Part(made(ARROWS[chip.direction] + chip.text), "chip", color=COLORS[chip.direction])
    return fitter.paragraph(part, fitter.size("chip", 1))
