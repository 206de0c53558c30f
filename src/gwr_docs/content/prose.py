"""All that is printed as one long string, so that a rule is matched once and not paragraph by paragraph, with the way back to the files."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from gwr_docs.diagnostics import Span
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Paragraph, Place, Text
from gwr_docs.model.report import Report
from gwr_docs.records import record

UNKNOWN = "\x1a"  # what a figure prints that could not be read
BREAK = "\n"  # between two paragraphs; no rule reaches over it


@record
class Prose:
    """`text`: the paragraphs of report and slides as printed, then, from `fields` on, the fields of figures.yaml.

    `starts` are the offsets of its pieces and its end, `places` where each was typed: None for what a reference prints, and for a break.
    `names` are those of report.yaml, `figures` the report's.
    """

    text: str
    starts: Sequence[int]
    places: Sequence[Place | None]
    fields: int
    names: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, Figure]

    def span(self, start: int, end: int) -> Span | None:
        """Where characters start to end were typed; what a figure prints among them does not count. None if that is all there is."""
        for index in range(bisect_right(self.starts, start) - 1, len(self.places)):
            first, last, place = self.starts[index], self.starts[index + 1], self.places[index]
            if first >= end:
                break
            if place is not None:
                return place.span(max(start, first) - first, min(end, last) - first)
        return None

    def is_typed(self, start: int, end: int) -> bool:
        """Whether all of characters start to end stand in one piece of the writer's own."""
        index = bisect_right(self.starts, start) - 1
        return self.places[index] is not None and end <= self.starts[index + 1]


def gather(report: Report) -> Prose:
    """The report's prose. A name may be spaced out (张　三), so the speaker's is left out."""
    texts, places, figures = list[str](), list[Place | None](), report.figures
    for paragraph in _paragraphs(report):
        for inline in paragraph:
            if isinstance(inline, Text):
                texts.append(inline.text)
                places.append(inline.place)
            else:
                figure = figures.get(inline.figure)
                texts.append((figure.printed(inline.field) if figure else "") or UNKNOWN)
                places.append(None)
        texts.append(BREAK)
        places.append(None)
    fields = len(texts)
    for typed in (each for figure in figures.values() for each in _typed(figure)):
        texts += (typed.text, BREAK)
        places += (typed.place, None)
    starts = array("L", accumulate(map(len, texts), initial=0))
    return Prose("".join(texts), starts, places, starts[fields], report.names, figures)


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    yield from (paragraph for paragraph in tree.paragraphs(report) if paragraph is not report.cover.speaker)
    for slide in report.slides:
        yield from storyboard.paragraphs(slide)


def _typed(figure: Figure) -> Iterator[Text]:
    entries = (figure.value, figure.change, figure.target, figure.previous, *(entry for _, entry in figure.history))
    yield from (Text(entry.text, entry.place) for entry in entries if entry)
    yield from figure.words
