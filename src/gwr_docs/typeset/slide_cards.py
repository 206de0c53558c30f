"""Cards of key figures: equal cells, number first; of five or seven, the first is the hero."""

from gwr_docs.documents.deck import Cards, Number
from gwr_docs.typeset.fitting import Fitter
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage
from gwr_docs.typeset.slide_card_rows import CARD, HERO, LOW, card_rows
from gwr_docs.typeset.slide_grid import Grid, continued, evenly
from gwr_docs.typeset.slide_icons import icon_of, icon_shapes
from gwr_docs.typeset.slide_places import body_page

COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 6: 3, 8: 4}
HEROES = (5, 7)
MOST = 8


def cards_pages(slide: Cards, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Up to eight cards a slide; their labels and numbers stand level. Of more, about as many on each, none the hero of the first."""
    pages = []
    count = evenly(len(slide.cards), MOST)
    if len(slide.cards) > MOST and count in HEROES:
        count += 1
    for start in range(0, len(slide.cards), count):
        cards = slide.cards[start : start + count]
        shapes: list[Shape] = []
        area = grid.body
        if len(cards) in HEROES:
            wide = grid.columns(grid.numbers["hero_columns"])
            shapes += hero_shapes(cards[0], Cell(area.x, area.y, wide, area.height), fitter, grid)
            cards, area = cards[1:], Cell(area.x + wide + grid.gutter, area.y, area.width - wide - grid.gutter, area.height)
            columns = 2
        else:
            columns = COLUMNS[len(cards)]
        shapes += _cards(cards, grid.cells(columns, -(-len(cards) // columns), area), fitter, grid)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def hero_shapes(number: Number, cell: Cell, fitter: Fitter, grid: Grid) -> list[Shape]:
    """The figure that the slide is about, on red: its icon above, its words at the foot of the card."""
    inner = cell.inset(grid.page["hero_pad"])
    side = grid.page["hero_icon"]
    icon = icon_shapes(icon_of(number), Cell(inner.x, inner.y, side, side), HERO.mark, HERO.ground)
    rows = card_rows(number, HERO, inner.width, inner.height - side - 2 * grid.gutter, 0.0, fitter, grid)
    top = inner.y + inner.height - rows.height
    rule = Panel(inner.x, top - grid.gutter, grid.page["mark_rule"], grid.page["hero_rule"], HERO.text)
    ground = Panel(cell.x, cell.y, cell.width, cell.height, HERO.ground)
    return [ground, *icon, rule, *rows.shapes(Cell(inner.x, top, inner.width, rows.height), grid)]


def _cards(cards: tuple[Number, ...], cells: tuple[Cell, ...], fitter: Fitter, grid: Grid) -> list[Shape]:
    low = cells[0].height < grid.page["low_card"]
    look, rise = (LOW, grid.page["rise"]) if low else (CARD, grid.pad)
    width, height = cells[0].width - 2 * grid.pad, cells[0].height - 2 * rise
    sizes = [fitter.number_sizes(card, look.number, width)[0] for card in cards]
    alike = max(float(grid.numbers["number_alike"]), min(sizes))
    texts = [card_rows(card, look, width, height, alike, fitter, grid) for card in cards]
    tallest = max(rows.height for rows in texts)
    shapes: list[Shape] = []
    for card, rows, cell in zip(cards, texts, cells, strict=False):
        side = grid.page["card_icon"]
        top = cell.y + (cell.height - tallest) / 2
        right = cell.x + cell.width - grid.pad
        shapes.append(Panel(cell.x, cell.y, cell.width, cell.height, look.ground))
        shapes += icon_shapes(icon_of(card), Cell(right - side, top, side, side), look.mark, look.ground, "r")
        shapes += rows.shapes(Cell(cell.x + grid.pad, top, width, rows.height), grid)
    return shapes
