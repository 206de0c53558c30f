"""The words of a card: label and number, then its change and a line of context."""

from dataclasses import replace

from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import made
from gwr_docs.records import record
from gwr_docs.typeset.changes import COLORS
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Paragraph, Shape, TextBox
from gwr_docs.typeset.slide_chips import chip_shapes, chip_text, chip_width
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_icons import icon_of


@record
class Look:
    """Roles and colours of a card: `text` is the colour of what is small on it, empty for that of its role."""

    ground: str
    label: str
    number: str
    mark: str
    text: str = ""


HERO = Look("ground", "hero_label", "hero", "on_ground", "pale_red")
CARD = Look("panel", "label", "number", "red")
LOW = Look("panel", "label", "number_low", "red")


@record
class Rows:
    """A card's words from top to bottom: label and number, then chip and context, side by side if there is room."""

    card: Number
    look: Look
    top: tuple[Paragraph, ...]
    top_height: float
    chip: tuple[Paragraph, ...]
    chip_size: tuple[float, float]
    context: tuple[Paragraph, ...]
    context_height: float
    beside: bool

    @property
    def height(self) -> float:
        below = max(self.chip_size[1], self.context_height) if self.beside else self.chip_size[1] + self.context_height
        return self.top_height + below

    def shapes(self, cell: Cell, grid: Grid) -> list[Shape]:
        out: list[Shape] = [TextBox(cell.x, cell.y, cell.width, self.top_height, self.top)]
        y = cell.y + self.top_height
        width, height = self.chip_size
        if self.card.chip:
            color = COLORS[self.card.chip.direction]
            ground, words = ("paper", color) if self.look is HERO else (color, "paper")
            gap = grid.page["chip_gap"]
            out += chip_shapes(self.chip, Cell(cell.x, y + gap, width, height - gap), ground, words, grid)
        if self.context and self.beside:
            x = cell.x + width + grid.page["beside_chip"]
            gap = grid.page["chip_gap"]
            out.append(TextBox(x, y + gap, cell.x + cell.width - x, height - gap, self.context, "ctr"))
        elif self.context:
            out.append(TextBox(cell.x, y + height, cell.width, self.context_height, self.context))
        return out


def card_rows(card: Number, look: Look, width: float, height: float, alike: float, fitter: Fitter, grid: Grid) -> Rows:
    """Raises ContentError if the words do not fit."""
    page = grid.page
    beside_icon = width - (page["card_icon"] + page["icon_gap"] if look is not HERO and icon_of(card) else 0)
    label = fitter.paragraphs([Part(made(card.label), look.label)], beside_icon, fitter.leading(look.label), card.label_spot)
    line = fitter.number_line(card, look.number, width, most=alike, color=look.mark if look is HERO else "")
    if look is not LOW:
        line = replace(line, space_before=page["number_gap"])
    top_height = label[0].leading + line.space_before + line.leading
    room = height - top_height
    chip: tuple[Paragraph, ...] = ()
    size = (0.0, 0.0)
    if card.chip:
        text = chip_text(card.chip)
        gap, inside = page["chip_gap"], width - 2 * page["chip_pad"]
        chip = fitter.paragraphs([Part(made(text), "chip", align="ctr")], inside, room - gap, card.chip.span or card.span)
        size = (chip_width(text, chip, width, fitter, grid), fitter.lines_height(chip, inside) + gap)
    part = Part(made(card.context), "context", color=look.text)
    left = width - size[0] - page["beside_chip"]
    beside = bool(card.chip) and len(chip) == 1 and bool(card.context) and fitter.height([part], 1.0, max(left, 1.0)) <= size[1]
    context = fitter.paragraphs([part], left if beside else width, size[1] if beside else room - size[1], card.span) if card.context else ()
    return Rows(card, look, (*label, line), top_height, chip, size, context, fitter.lines_height(context, width), beside)
