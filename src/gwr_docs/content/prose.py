"""All that is printed as one long string, so that a rule is matched once and not paragraph by paragraph, with the way back to the files."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gwr_docs.diagnostics import Span
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Inline, Paragraph, Place, Text
from gwr_docs.model.report import Report

UNKNOWN = "\ufffc"  # what a figure prints that could not be read
BREAK = "\n"  # between two paragraphs; no rule reaches over it


@dataclass(frozen=True, slots=True)
class Prose:
    """`text`: the paragraphs of report and slides as printed, then, from `fields` on, the fields of figures.yaml.

    `starts` are the offsets of its pieces, `places` where each was typed: None for what a reference prints, and for a break.
    `names` are those of report.yaml, `figures` the report's.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Place | None, ...]
    fields: int
    names: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, Figure]

    def span(self, start: int, end: int) -> Span | None:
        """Where characters start to end were typed; what a figure prints among them does not count. None if that is all there is."""
        for index in range(bisect_right(self.starts, start) - 1, len(self.starts)):
            first, place = self.starts[index], self.places[index]
            if first >= end:
                break
            last = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            if place is not None:
                return place.span(max(start, first) - first, min(end, last) - first)
        return None

    def is_typed(self, start: int, end: int) -> bool:
        """Whether all of characters start to end stand in one piece of the writer's own."""
        index = bisect_right(self.starts, start) - 1
        return self.places[index] is not None and (index + 1 == len(self.starts) or end <= self.starts[index + 1])


def gather(report: Report) -> Prose:
    """The report's prose. A name may be spaced out (张　三), so the speaker's is left out."""
    pieces: list[tuple[str, Place | None]] = []
    for paragraph in _paragraphs(report):
        pieces += (_piece(inline, report) for inline in paragraph)
        pieces.append((BREAK, None))
    fields = len(pieces)
    for figure in report.figures.values():
        for typed in _typed(figure):
            pieces += ((typed.text, typed.place), (BREAK, None))
    starts, at = [], 0
    for text, _ in pieces:
        starts.append(at)
        at += len(text)
    places = tuple(place for _, place in pieces)
    return Prose("".join(text for text, _ in pieces), tuple(starts), places, (*starts, at)[fields], report.names, report.figures)


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    yield from (paragraph for paragraph in tree.paragraphs(report) if paragraph is not report.cover.speaker)
    for slide in report.slides:
        yield from storyboard.paragraphs(slide)


def _piece(inline: Inline, report: Report) -> tuple[str, Place | None]:
    if isinstance(inline, Text):
        return inline.text, inline.place
    figure = report.figures.get(inline.figure)
    return (figure.printed(inline.field) if figure else "") or UNKNOWN, None


def _typed(figure: Figure) -> Iterator[Text]:
    entries = (figure.value, figure.change, figure.target, figure.previous, *(entry for _, entry in figure.history))
    yield from (Text(entry.text, entry.place) for entry in entries if entry)
    yield from figure.words
