"""Text with references to figures: what a paragraph is made of until documents/ prints it."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from sys import maxsize

from gwr_docs.diagnostics import Span


class Field(Enum):
    """What of a figure a reference prints; the value is the word after · in 【X·数】."""

    VALUE = ""
    NUMBER = "数"
    UNIT = "单位"
    CHANGE = "同比"
    TARGET = "目标"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the characters of a text stand in its file.

    `segments` are (offset, line, column) of runs whose characters follow each other on one line; the first offset is 0.
    """

    file: str
    segments: tuple[tuple[int, int, int], ...]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of one character."""
        start, line, column = self.segments[max(self._after(offset) - 1, 0)]
        return line, column + offset - start

    def span(self, start: int, end: int) -> Span:
        """The span of characters start to end (exclusive), cut where the next source line begins."""
        line, column = self.at(start)
        for offset, next_line, _ in self.segments[self._after(start) :]:
            if offset >= end:
                break
            if next_line != line:
                end = offset
                break
        last = self.at(max(end - 1, start))
        return Span(self.file, line, column, last[1] + 1)

    def _after(self, offset: int) -> int:
        return bisect_right(self.segments, (offset, maxsize, 0))

    def part(self, start: int, end: int = maxsize) -> "Place":
        """The place of characters start to end (exclusive)."""
        line, column = self.at(start)
        later = tuple((offset - start, at, col) for offset, at, col in self.segments[self._after(start) : self._after(end - 1)])
        return Place(self.file, ((0, line, column), *later))


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters, as the writer typed them."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """【figure·field】: stays a reference until it is printed."""

    figure: str
    field: Field
    span: Span


Inline = Text | Reference
Paragraph = tuple[Inline, ...]


def references(paragraph: Paragraph) -> tuple[Reference, ...]:
    return tuple(inline for inline in paragraph if isinstance(inline, Reference))
