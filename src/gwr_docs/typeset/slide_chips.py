"""Changes in a rounded field: arrow and words say the direction, colour only repeats it. Up is red, the Chinese convention."""

from dataclasses import replace

from gwr_docs.documents.deck import Chip
from gwr_docs.typeset.changes import ARROWS
from gwr_docs.typeset.fitting import Fitter
from gwr_docs.typeset.shapes import Cell, Panel, Paragraph, Shape, TextBox
from gwr_docs.typeset.slide_grid import Grid


def chip_text(chip: Chip) -> str:
    return f"{ARROWS[chip.direction]} {chip.text}".lstrip()


def chip_width(text: str, lines: tuple[Paragraph, ...], most: float, fitter: Fitter, grid: Grid) -> float:
    """As wide as its words, or as it may be when they take several lines."""
    words = lines[0].words[0]
    return min(most, fitter.width(text, words.role, words.size) / grid.share("spare") + 2 * grid.page["chip_pad"])


def chip_shapes(lines: tuple[Paragraph, ...], cell: Cell, ground: str, color: str, grid: Grid) -> list[Shape]:
    pad = grid.page["chip_pad"]
    colored = tuple(replace(line, words=tuple(replace(word, color=color) for word in line.words)) for line in lines)
    return [
        Panel(cell.x, cell.y, cell.width, cell.height, ground, "roundRect"),
        TextBox(cell.x + pad, cell.y, cell.width - 2 * pad, cell.height, colored, "ctr"),
    ]
