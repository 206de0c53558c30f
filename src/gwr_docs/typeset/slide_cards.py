"""Cards of key figures: equal cells, number first."""

from gwr_docs.documents.deck import Cards, Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Paragraph, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid, continued
from gwr_docs.typeset.slide_places import body_page

ARROWS = {1: "▲ ", -1: "▼ ", 0: ""}
COLORS = {1: "up", -1: "down", 0: "grey"}
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
MOST = 8


def cards_pages(slide: Cards, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Up to eight cards a slide, in equal cells; their labels and numbers stand level."""
    pages = []
    for start in range(0, len(slide.cards), MOST):
        cards = slide.cards[start : start + MOST]
        columns = COLUMNS[len(cards)]
        cells = grid.cells(columns, -(-len(cards) // columns))
        shapes: list[Shape] = []
        texts = [card_lines(card, cells[0].inset(grid.pad), fitter, grid) for card in cards]
        tallest = max(fitter.lines_height(lines, cells[0].width - 2 * grid.pad) for lines in texts)
        for lines, cell in zip(texts, cells, strict=False):
            inner = cell.inset(grid.pad)
            top = inner.y + (inner.height - tallest) / 2
            shapes += [
                Panel(cell.x, cell.y, cell.width, cell.height, "panel"),
                Panel(cell.x, cell.y, grid.page["bar"], cell.height, "red"),
                TextBox(inner.x, top, inner.width, tallest, lines),
            ]
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def card_lines(number: Number, inner: Cell, fitter: Fitter, grid: Grid) -> tuple[Paragraph, ...]:
    """Label, number with unit, then the change, red up and green down (Chinese convention), and a line or two of context.

    Raises ContentError if they do not fit.
    """
    label = fitter.paragraphs([Part(made(number.label), "label")], inner.width, fitter.leading("label"), number.span)
    lines = [*label, fitter.number_line(number, "number", inner.width)]
    below = [Part(made(number.context), "context", space_before=grid.page["card_gap"])]
    if number.chip:
        below.insert(0, Part(made(ARROWS[number.chip.direction] + number.chip.text), "chip", color=COLORS[number.chip.direction]))
    room = inner.height - sum(line.leading for line in lines)
    return (*lines, *fitter.paragraphs(below, inner.width, room, number.span))
