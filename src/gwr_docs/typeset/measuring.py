"""How wide and how high text is in the looks of a theme, measured with real widths."""

from collections.abc import Sequence

from gwr_docs.documents.runs import Runs, plain
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset import shapes
from gwr_docs.typeset.grid_lines import MARKS, SLIDES, GridText, break_lines, line_width

WIDEST = 1 + SLIDES.gap  # em of a character and the gap before it
SPARE = 0.985  # of the width is used: stand-in fonts and the named ones differ a little


@record
class Part:
    """One paragraph to be fitted, in the look of a role; `figures` is the colour of the figures in it, if they have their own."""

    runs: Runs
    role: str
    color: str = ""
    align: str = "l"
    space_before: float = 0.0
    figures: str = ""


class Measure:
    """Measures text for the slides of one theme. What it has measured it keeps: the same words come back at each size tried."""

    def __init__(self, theme: Theme, book: FontBook) -> None:
        self.theme, self.book = theme, book
        self._counts: dict[tuple[str, str, float], tuple[int, bool]] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self.factor = theme.numbers["leading"] / 100
        self.number_factor = theme.numbers["number_leading"] / 100

    def style(self, role: str) -> Style:
        return self.theme.styles[role]

    def leading(self, role: str) -> float:
        """Of the role's full size; written as exact spacing, so that every program sets the same height."""
        return self.style(role).size.pt * self.factor

    def least_leading(self, role: str) -> float:
        return least_size(self.style(role)) * self.factor

    def width(self, text: str, role: str, size: float) -> float:
        """Width in points of text on one line, gaps between Chinese and Latin included."""
        key = (text, self.style(role).face)
        if key not in self._widths:
            self._widths[key] = line_width([GridText(text, self.book.faces[key[1]], 1.0)], SLIDES)
        return self._widths[key] * size

    def line_count(self, text: str, role: str, size: float, width: float) -> int:
        return self._lines(text, role, size, width)[0]

    def ends_alone(self, text: str, role: str, size: float, width: float) -> bool:
        """Whether the last line of several has one character, but for marks, with the room to spare or without."""
        return any(self._lines(text, role, size, room)[1] for room in (width, width / SPARE))

    def _lines(self, text: str, role: str, size: float, width: float) -> tuple[int, bool]:
        """How many lines a text takes, and whether the last of several has one character."""
        key = (text, self.style(role).face, width * SPARE / size)
        if len(text) * WIDEST <= key[2]:
            return (1 if text else 0), False
        if key not in self._counts:
            lines = break_lines([GridText(text, self.book.faces[key[1]], 1.0)], key[2], 0.0, 0.0, SLIDES)
            self._counts[key] = len(lines), len(lines) > 1 and sum(character not in MARKS for character in lines[-1]) == 1
        return self._counts[key]

    def height(self, parts: Sequence[Part], scale: float, width: float) -> float:
        total = 0.0
        for part in parts:
            size = self.size(part.role, scale)
            total += part.space_before + self.line_count(plain(part.runs), part.role, size, width) * size * self.factor
        return total

    def lines_height(self, paragraphs: Sequence[shapes.Paragraph], width: float) -> float:
        """Height of paragraphs whose sizes are settled; a number line is one line."""
        total = 0.0
        for paragraph in paragraphs:
            first, text = paragraph.words[0], "".join(word.text for word in paragraph.words)
            alike = len({word.size for word in paragraph.words}) == 1
            count = self.line_count(text, first.role, first.size, width) if alike else 1
            total += paragraph.space_before + paragraph.leading * count
        return total

    def size(self, role: str, scale: float = 1.0) -> float:
        """The role's size scaled down, not below its limit."""
        style = self.style(role)
        return max(least_size(style), round(style.size.pt * scale))


def least_size(style: Style) -> float:
    return style.smallest.pt if style.smallest else style.size.pt
