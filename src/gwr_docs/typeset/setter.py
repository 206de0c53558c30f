"""Styles and faces put to work: runs to lines, lines to boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from gwr_docs.documents.runs import Runs, made, plain
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.ink import Box, Ink, line_ink
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.lines import compose_lines

MIDDLE = 0.38  # em from the middle of a line down to its base line: half the height of a Chinese glyph less its descent
LEAST_LINES = 2  # on both sides of a break inside a paragraph


@dataclass(frozen=True, slots=True)
class Words:
    """Runs in the look of one role; several follow each other in one paragraph."""

    runs: Runs
    role: str


class Setter:
    """Sets text in the looks of a theme. Lengths out are points."""

    def __init__(self, theme: Theme, book: FontBook) -> None:
        self.theme, self.book = theme, book

    def style(self, role: str) -> Style:
        return self.theme.styles[role]

    def size(self, role: str) -> float:
        return self.theme.styles[role].size.pt

    def leading(self, role: str) -> float:
        style = self.theme.styles[role]
        return style.leading.pt if style.leading else style.size.pt * 1.5

    def page(self, name: str) -> float:
        return self.theme.page[name].pt

    def lines(self, words: Sequence[Words], width: float, indent: float = 0.0, justify: bool = True) -> tuple[Line, ...]:
        """Lines of `width` points; the first part's size rules, so all parts of a paragraph have one size."""
        size = self.size(words[0].role)
        spans = [Span(plain(part.runs), self.book.faces[self.style(part.role).face], number) for number, part in enumerate(words)]
        return compose_lines(spans, width / size, indent, justify)

    def paragraph(
        self, words: Sequence[Words], width: float, x: float = 0.0, indent: float = 0.0, justify: bool = True, keep: bool = False
    ) -> tuple[Box, ...]:
        """A paragraph as boxes, a line each, with at least two lines on both sides of a break; `keep`: whole, with what follows."""
        style = self.style(words[0].role)
        colors = tuple(self.style(part.role).color for part in words)
        leading, size = self.leading(words[0].role), style.size.pt
        lines = self.lines(words, width, indent, justify)
        last = len(lines) - 1
        return tuple(
            Box(
                height=leading + (style.space_after.pt if i == last else 0),
                ink=line_ink(line, x, leading / 2 + size * MIDDLE, size, colors),
                before=0 if i else style.space_before.pt,
                keep=keep or (i < last and (i + 1 < LEAST_LINES or last - i < LEAST_LINES)),
            )
            for i, line in enumerate(lines)
        )

    def width(self, text: str, role: str) -> float:
        """Width of text on one line."""
        lines = self.lines([Words(made(text), role)], 1e6, justify=False) if text else ()
        return sum(line.end for line in lines) * self.size(role)

    def label(self, runs: Runs, role: str, x: float, y: float, color: str = "", align: str = "left") -> tuple[Ink, ...]:
        """One line of text with its base line at `y`; `x` is its left, middle or right."""
        if not plain(runs):
            return ()
        (line,) = self.lines([Words(runs, role)], 1e6, justify=False)
        size = self.size(role)
        start = x - line.end * size * {"left": 0, "center": 0.5, "right": 1}[align]
        return line_ink(line, start, y, size, (color or self.style(role).color,))
