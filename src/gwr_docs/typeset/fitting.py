"""Text into boxes: measured with real widths, shrunk within the limits of its role, refused below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gwr_docs.diagnostics import ContentError, Diagnostic, Span, fault
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
        """Width in points of text on one line."""
        face = self.book.faces[self.style(role).face]
        return sum(face.advance(character) for character in text) * size

    def line_count(self, text: str, role: str, size: float, width: float) -> int:
        face = self.book.faces[self.style(role).face]
        return len(compose_lines([Measured(text, face)], width * SPARE / size, justify=False))

    def height(self, parts: Sequence[Part], scale: float, width: float) -> float:
        total = 0.0
        for part in parts:
            size = self.size(part.role, scale)
            total += part.space_before + self.line_count(plain(part.runs), part.role, size, width) * size * LEADING
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

    def number_line(self, digits: str, rest: str, role: str, width: float, align: str = "l") -> shapes.Paragraph:
        """A large number and its unit on one base line, the number shrunk until both fit `width`.

        The leading is that of the role's full size, so that the base lines of neighbours align.
        """
        number, unit = self.style(role), self.style("unit")
        size, unit_size = number.size.pt, unit.size.pt
        least = number.smallest.pt if number.smallest else size
        gap = GAP if rest else 0  # office programs put it between digits and Chinese
        while self.width(digits, role, size) + gap * size + self.width(rest, "unit", unit_size) > width * SPARE:
            if size > least:
                size -= STEP
            elif unit_size > 10:
                unit_size -= STEP
            elif size > 10:
                size -= STEP
            else:
                break
        words = [shapes.Words(digits, role, size, number.color, number.bold)]
        if rest:
            words.append(shapes.Words(rest, "unit", unit_size, unit.color, unit.bold))
        return shapes.Paragraph(tuple(words), number.size.pt * LEADING, align)


def _too_long(parts: Sequence[Part], span: Span | None) -> Diagnostic:
    """The fault of a text that fits nowhere, at the text itself if it was typed."""
    longest = max(parts, key=lambda part: len(plain(part.runs)))
    typed = next((run for run in longest.runs if run.place), None)
    where = typed.place.span(0, len(typed.text)) if typed and typed.place else span
    return fault("GWR402", where or NOWHERE, text=plain(longest.runs)[:12])
