"""Text into boxes: measured with real widths, shrunk within the limits of its role, refused below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gwr_docs.diagnostics import ContentError, Diagnostic, Span, fault
from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import Runs, plain
from gwr_docs.documents.storyboard import HERE
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset import shapes
from gwr_docs.typeset.characters import GAP
from gwr_docs.typeset.characters import Span as Measured
from gwr_docs.typeset.lines import compose_lines

STEP = 1.0  # pt by which numbers shrink
SCALES = tuple(percent / 100 for percent in range(100, 28, -4))  # by which texts shrink, down to the limits of their roles
SPARE = 0.985  # of the width is used: stand-in fonts and the named ones differ a little
ROUNDING = 0.01  # pt


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph to be fitted, in the look of a role; `figures` is the colour of the figures in it, if they have their own."""

    runs: Runs
    role: str
    color: str = ""
    align: str = "l"
    space_before: float = 0.0
    figures: str = ""


class Fitter:
    """Fits text for the slides of one theme. What it has measured it keeps: the same words come back at each size tried."""

    def __init__(self, theme: Theme, book: FontBook) -> None:
        self.theme, self.book = theme, book
        self._counts: dict[tuple[str, str, float], int] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self.factor = theme.numbers["leading"] / 100

    def style(self, role: str) -> Style:
        return self.theme.styles[role]

    def leading(self, role: str) -> float:
        """Of the role's full size; written as exact spacing, so that every program sets the same height."""
        return self.style(role).size.pt * self.factor

    def least_leading(self, role: str) -> float:
        return _least(self.style(role)) * self.factor

    def width(self, text: str, role: str, size: float) -> float:
        """Width in points of text on one line, gaps between Chinese and Latin included."""
        key = (text, self.style(role).face)
        if key not in self._widths:
            self._widths[key] = sum(line.end for line in compose_lines([Measured(text, self.book.faces[key[1]])], 1e6, justify=False))
        return self._widths[key] * size

    def line_count(self, text: str, role: str, size: float, width: float) -> int:
        key = (text, self.style(role).face, width * SPARE / size)
        if key not in self._counts:
            self._counts[key] = len(compose_lines([Measured(text, self.book.faces[key[1]])], key[2], justify=False))
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
            first = paragraph.words[0]
            count = self.line_count(first.text, first.role, first.size, width) if len(paragraph.words) == 1 else 1
            total += paragraph.space_before + paragraph.leading * count
        return total

    def size(self, role: str, scale: float = 1.0) -> float:
        """The role's size scaled down, not below its limit."""
        style = self.style(role)
        return max(_least(style), round(style.size.pt * scale))

    def box(self, parts: Sequence[Part], cell: shapes.Cell, span: Span | None, anchor: str = "t") -> shapes.TextBox:
        """Paragraphs in a box. Raises ContentError when they do not fit at their smallest."""
        return shapes.TextBox(cell.x, cell.y, cell.width, cell.height, self.paragraphs(parts, cell.width, cell.height, span), anchor)

    def paragraphs(self, parts: Sequence[Part], width: float, height: float, span: Span | None) -> tuple[shapes.Paragraph, ...]:
        """Paragraphs as large as their roles say or as fits. Raises ContentError when even the smallest do not fit.

        `span` is the place of the fault if the words were not typed as they stand.
        """
        parts = [part for part in parts if part.runs]
        for scale in SCALES:
            if self.height(parts, scale, width) <= height + ROUNDING:
                return tuple(self.paragraph(part, self.size(part.role, scale)) for part in parts)
        raise ContentError([_too_long(parts, span)])

    def even_width(self, box: shapes.TextBox) -> float:
        """The least width at which the box's first paragraph takes no more lines: its lines are then of even length."""
        words = box.paragraphs[0].words[0]
        text = "".join(word.text for word in box.paragraphs[0].words)
        count = self.line_count(text, words.role, words.size, box.width)
        width = box.width
        while width > box.width / 2 and self.line_count(text, words.role, words.size, width - words.size / 2) == count:
            width -= words.size / 2
        return width

    def paragraph(self, part: Part, size: float) -> shapes.Paragraph:
        style = self.style(part.role)
        color = part.color or style.color
        words: list[shapes.Words] = []
        for run in part.runs:
            own = part.figures if run.figure and part.figures else color
            if words and words[-1].color == own:
                words[-1] = replace(words[-1], text=words[-1].text + run.text)
            else:
                words.append(shapes.Words(run.text, part.role, size, own, style.bold))
        return shapes.Paragraph(tuple(words), size * self.factor, part.align, part.space_before)

    def number_line(self, number: Number, role: str, width: float, align: str = "l") -> shapes.Paragraph:
        """A large number with what stands before it and its unit on one base line, shrunk until all fit `width`.

        The leading is that of the role's full size, so that the base lines of neighbours align. Raises ContentError.
        """
        large, unit = self.style(role), self.style("unit")
        size, small = large.size.pt, unit.size.pt
        least, least_small = _least(large), _least(unit)
        while self._number_width(number, role, size, small) > width * SPARE:
            if size > least:
                size = max(least, size - STEP)
            elif small > least_small:
                small = max(least_small, small - STEP)
            else:
                raise ContentError([fault("GWR402", number.span or HERE, text=number.text[:12])])
        words = [
            shapes.Words(number.before, "unit", small, unit.color, unit.bold),
            shapes.Words(number.digits, role, size, large.color, large.bold),
            shapes.Words(number.rest, "unit", small, unit.color, unit.bold),
        ]
        return shapes.Paragraph(tuple(word for word in words if word.text), large.size.pt * self.factor, align)

    def _number_width(self, number: Number, role: str, size: float, small: float) -> float:
        gaps = GAP * size * (bool(number.before) + bool(number.rest))  # office programs put them between digits and Chinese
        around = self.width(number.before, "unit", small) + self.width(number.rest, "unit", small)
        return self.width(number.digits, role, size) + around + gaps


def _least(style: Style) -> float:
    return style.smallest.pt if style.smallest else style.size.pt


def _too_long(parts: Sequence[Part], span: Span | None) -> Diagnostic:
    """The fault of a text that fits nowhere, at the text itself if it was typed."""
    longest = max(parts, key=lambda part: len(plain(part.runs)))
    typed = next((run for run in longest.runs if run.place), None)
    where = typed.place.span(0, len(typed.text)) if typed and typed.place else span
    return fault("GWR402", where or HERE, text=plain(longest.runs)[:12])
