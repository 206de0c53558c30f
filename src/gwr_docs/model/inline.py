"""Text with references to figures: what a paragraph is made of until documents/ prints it."""

from bisect import bisect_right
from enum import Enum
from sys import maxsize
from typing import NamedTuple

from gwr_docs.diagnostics import Span
from gwr_docs.records import record


class Field(Enum):
    """What of a figure a reference prints; the value is the word after · in 【X·数】."""

    VALUE = ""
    NUMBER = "数"
    UNIT = "单位"
    CHANGE = "同比"
    TARGET = "目标"


class Place(NamedTuple):
    """Where the characters of a text stand in its file: from `line`, `column` on, one after the other on that line.

    Each (offset, line, column) of `later` begins a further run, of a text that goes over several lines or holds escapes.
    """

    file: str
    line: int
    column: int
    later: tuple[tuple[int, int, int], ...] = ()

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of one character."""
        after = self._after(offset)
        start, line, column = self.later[after - 1] if after else (0, self.line, self.column)
        return line, column + offset - start

    def span(self, start: int, end: int) -> Span:
        """The span of characters start to end (exclusive), cut where the next source line begins."""
        if not self.later:
            return Span(self.file, self.line, self.column + start, self.column + max(start + 1, end))
        line, column = self.at(start)
        for index in range(self._after(start), len(self.later)):
            offset, next_line, _ = self.later[index]
            if offset >= end:
                break
            if next_line != line:
                end = offset
                break
        last = self.at(max(end - 1, start))
        return Span(self.file, line, column, last[1] + 1)

    def _after(self, offset: int) -> int:
        return bisect_right(self.later, (offset, maxsize, 0))

    def part(self, start: int, end: int = maxsize) -> "Place":
        """The place of characters start to end (exclusive)."""
        if not self.later:
            return Place(self.file, self.line, self.column + start) if start else self
        line, column = self.at(start)
        later = tuple((offset - start, at, col) for offset, at, col in self.later[self._after(start) : self._after(end - 1)])
        return Place(self.file, line, column, later)


@record
class Text:
    """Literal characters, as the writer typed them."""

    text: str
    place: Place


@record
class Reference:
    """【figure·field】: stays a reference until it is printed."""

    figure: str
    field: Field
    span: Span


Inline = Text | Reference
Paragraph = tuple[Inline, ...]


def references(paragraph: Paragraph) -> tuple[Reference, ...]:
    return tuple(inline for inline in paragraph if isinstance(inline, Reference))
