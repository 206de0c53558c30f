"""Styles and faces put to work: runs to lines, lines to boxes."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from gwr_docs.diagnostics import Span as Spot
from gwr_docs.documents.runs import Runs, made, plain
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.line_ink import dropped_spaces, line_ink
from gwr_docs.typeset.lines import compose_lines
from gwr_docs.typeset.tags import Tag

MIDDLE = 0.38  # em from the middle of a line down to its base line: half the height of a Chinese glyph less its descent
LEAST_LINES = 2  # on both sides of a break inside a paragraph
ONE_LINE = 1e6  # pt: a width that no line reaches
FINENESS = 10  # steps of size in a point
CUT = "…"
ALIGNED = {"left": 0.0, "center": 0.5, "right": 1.0}


@record
class Words:
    """Runs in the look of one role; several follow each other in one paragraph.

    `tag` is their element where it is not the paragraph's: a link, a list's number.
    """

    runs: Runs
    role: str
    tag: Tag | None = None


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

    def smallest(self, role: str) -> float:
        """The size down to which text of this role may shrink."""
        least = self.theme.styles[role].smallest
        return least.pt if least else self.size(role)

    def lines(self, words: Sequence[Words], width: float, indent: float = 0.0, justify: bool = True, size: float = 0.0) -> tuple[Line, ...]:
        """Lines of `width` points; the first part's size rules, so all parts but raised marks have one size."""
        size = size or self.size(words[0].role)
        spans = [self._span(part, number, size) for number, part in enumerate(words)]
        return compose_lines(spans, width / size, indent, justify)

    def _span(self, part: Words, number: int, size: float) -> Span:
        style = self.style(part.role)
        share = style.size.pt / size if style.raised else 1.0
        return Span(plain(part.runs), self.book.faces[style.face], number, share, clings=style.raised)

    def paragraph(
        self, words: Sequence[Words], width: float, tag: Tag, x: float = 0.0, indent: float = 0.0, justify: bool = True, keep: bool = False
    ) -> tuple[Box, ...]:
        """A paragraph as boxes, a line each, with at least two lines on both sides of a break; `keep`: whole, with what follows."""
        style = self.style(words[0].role)
        colors, tags = tuple(self.style(part.role).color for part in words), tuple(part.tag or tag for part in words)
        lifts = tuple(self.page("lift") if self.style(part.role).raised else 0.0 for part in words)
        leading, size = self.leading(words[0].role), style.size.pt
        lines = self.lines(words, width, indent, justify)
        spaces = dropped_spaces("".join(plain(part.runs) for part in words), lines)
        last = len(lines) - 1
        return tuple(
            Box(
                height=leading + (style.space_after.pt if i == last else 0),
                ink=line_ink(line, x, self.base(words[0].role), size, colors, tags, spaces[i], lifts),
                before=0 if i else style.space_before.pt,
                keep=keep or (i < last and (i + 1 < LEAST_LINES or last - i < LEAST_LINES)),
            )
            for i, line in enumerate(lines)
        )

    def head(self, text: str, role: str, width: float, tag: Tag, level: int | None = None, rule: Rect | None = None) -> tuple[Box, ...]:
        """A head of any length, kept with what follows; `rule` stands right under its last line, the outline at its first."""
        boxes = list(self.paragraph([Words(made(text), role)], width, tag, justify=False, keep=True))
        if level is not None:
            boxes[0] = replace(boxes[0], outline=(level, text))
        last = boxes[-1]
        under = shifted((rule,), 0, last.height) if rule else ()
        boxes[-1] = replace(last, height=last.height + self.page(f"under_{role}"), ink=(*last.ink, *under))
        return tuple(boxes)

    def base(self, role: str) -> float:
        """From the top of a line of this role down to its base line."""
        return self.leading(role) / 2 + self.size(role) * MIDDLE

    def width(self, text: str, role: str) -> float:
        """Width of text on one line."""
        lines = self.lines([Words(made(text), role)], ONE_LINE, justify=False) if text else ()
        return fsum(line.end for line in lines) * self.size(role)

    def fit(self, text: str, role: str, width: float, spot: Spot | None = None) -> float:
        """The role's size, or the largest below it at which `text` fits one line. Raises ContentError below the smallest."""
        full, natural = self.size(role), self.width(text, role)
        if natural <= width:
            return full
        size = math.floor(full * width / natural * FINENESS) / FINENESS
        if size < self.smallest(role):
            raise too_long(text, spot)
        return size

    def beginning(self, text: str, role: str, width: float) -> str:
        """As much of `text` as fits one line, with … for the rest."""
        if self.width(text, role) <= width:
            return text
        count = bisect_right(range(len(text)), width, key=lambda end: self.width(text[:end] + CUT, role)) - 1
        return text[: max(0, count)] + CUT

    def label(
        self, runs: Runs, role: str, tag: Tag, x: float, y: float, color: str = "", align: str = "left", size: float = 0.0
    ) -> tuple[Ink, ...]:
        """One line of text with its base line at `y`; `x` is its left, middle or right."""
        return tuple(ink for line in self.labels(runs, role, tag, x, y, ONE_LINE, color, align, size) for ink in line)

    def labels(
        self, runs: Runs, role: str, tag: Tag, x: float, y: float, width: float, color: str = "", align: str = "left", size: float = 0.0
    ) -> tuple[tuple[Ink, ...], ...]:
        """Text on as many lines of `width` as it needs, the first base line at `y`; no text, no line. `size` scales the leading."""
        if not plain(runs):
            return ()
        size, colors = size or self.size(role), (color or self.style(role).color,)
        lines = self.lines([Words(runs, role)], width, justify=False, size=size)
        step = self.leading(role) * size / self.size(role)
        starts = [x - line.end * size * ALIGNED[align] for line in lines]
        spaces = dropped_spaces(plain(runs), lines)
        return tuple(line_ink(line, starts[i], y + i * step, size, colors, (tag,), spaces[i]) for i, line in enumerate(lines))
