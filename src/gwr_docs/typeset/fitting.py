"""Text into boxes: measured with real widths, shrunk within the limits of its role, refused below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gwr_docs.diagnostics import ContentError, Diagnostic, Span, fault
from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import Runs, plain
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset import shapes
from gwr_docs.typeset.characters import GAP
from gwr_docs.typeset.characters import Span as Measured
from gwr_docs.typeset.lines import compose_lines

LEADING = 1.3  # of the size; written as exact spacing, so that every program sets the same height
STEP = 1.0  # pt by which text shrinks
SPARE = 0.985  # of the width is used: stand-in fonts and the named ones differ a little
NOWHERE = Span("deck.yaml", 1, 1, 2)


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
    """Fits text for the slides of one theme."""

    def __init__(self, theme: Theme, book: FontBook) -> None:
        self.theme, self.book = theme, book

    def style(self, role: str) -> Style:
        return self.theme.styles[role]

    def width(self, text: str, role: str, size: float) -> float:
        """Width in points of text on one line, gaps between Chinese and Latin included."""
        face = self.book.faces[self.style(role).face]
        return sum(line.end for line in compose_lines([Measured(text, face)], 1e6, justify=False)) * size

    def line_count(self, text: str, role: str, size: float, width: float) -> int:
        face = self.book.faces[self.style(role).face]
        return len(compose_lines([Measured(text, face)], width * SPARE / size, justify=False))

    def height(self, parts: Sequence[Part], scale: float, width: float) -> float:
        total = 0.0
        for part in parts:
            size = self.size(part.role, scale)
            total += part.space_before + self.line_count(plain(part.runs), part.role, size, width) * size * LEADING
        return total

    def lines_height(self, paragraphs: Sequence[shapes.Paragraph], width: float) -> float:
        """Height of paragraphs whose sizes are settled; a number line is one line."""
        total = 0.0
        for paragraph in paragraphs:
            first = paragraph.words[0]
            count = self.line_count(first.text, first.role, first.size, width) if len(paragraph.words) == 1 else 1
            total += paragraph.space_before + paragraph.leading * count
        return total

    def size(self, role: str, scale: float) -> float:
        """The role's size scaled down, not below its limit."""
        style = self.style(role)
        smallest = style.smallest.pt if style.smallest else style.size.pt
        return max(smallest, round(style.size.pt * scale))

    def box(
        self, parts: Sequence[Part], x: float, y: float, width: float, height: float, span: Span | None = None, anchor: str = "t"
    ) -> shapes.TextBox:
        """Paragraphs in a box, as large as their roles say or as fits. Raises ContentError when even the smallest does not."""
        parts = [part for part in parts if part.runs]
        scale = 1.0
        while self.height(parts, scale, width) > height + 0.01:
            scale -= 0.04
            if scale < 0.3:
                raise ContentError([_too_long(parts, span)])
        return shapes.TextBox(x, y, width, height, tuple(self.paragraph(part, self.size(part.role, scale)) for part in parts), anchor)

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
        return shapes.Paragraph(tuple(words), size * LEADING, part.align, part.space_before)

    def number_line(self, number: Number, role: str, width: float, align: str = "l") -> shapes.Paragraph:
        """A large number with what stands before it and its unit on one base line, shrunk until all fit `width`.

        The leading is that of the role's full size, so that the base lines of neighbours align. Raises ContentError.
        """
        large, unit = self.style(role), self.style("unit")
        size, small = large.size.pt, unit.size.pt
        least, least_small = (style.smallest.pt if style.smallest else style.size.pt for style in (large, unit))
        while self._number_width(number, role, size, small) > width * SPARE:
            if size > least:
                size = max(least, size - STEP)
            elif small > least_small:
                small = max(least_small, small - STEP)
            else:
                raise ContentError([fault("GWR402", number.span or NOWHERE, text=number.text[:12])])
        words = [
            shapes.Words(number.before, "unit", small, unit.color, unit.bold),
            shapes.Words(number.digits, role, size, large.color, large.bold),
            shapes.Words(number.rest, "unit", small, unit.color, unit.bold),
        ]
        return shapes.Paragraph(tuple(word for word in words if word.text), large.size.pt * LEADING, align)

    def _number_width(self, number: Number, role: str, size: float, small: float) -> float:
        gaps = GAP * size * (bool(number.before) + bool(number.rest))  # office programs put them between digits and Chinese
        around = self.width(number.before, "unit", small) + self.width(number.rest, "unit", small)
        return self.width(number.digits, role, size) + around + gaps


def _too_long(parts: Sequence[Part], span: Span | None) -> Diagnostic:
    """The fault of a text that fits nowhere, at the text itself if it was typed."""
    longest = max(parts, key=lambda part: len(plain(part.runs)))
    typed = next((run for run in longest.runs if run.place), None)
    where = typed.place.span(0, len(typed.text)) if typed and typed.place else span
    return fault("GWR402", where or NOWHERE, text=plain(longest.runs)[:12])
