"""A character that no font has is an error that names it and its place, never a blank."""

import unicodedata
from collections.abc import Iterable, Iterator

from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Entry, Figure
from gwr_docs.model.inline import Paragraph, Place, Text
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook

PASTED = ("Co", "Cf")  # bullets of Wingdings and Symbol, soft hyphens: what Word leaves in a text
PROSE = ("fangsong", "kai", "hei", "biaosong", "yahei")  # the faces that may set any text of the report


def check_coverage(report: Report, book: FontBook) -> tuple[Diagnostic, ...]:
    """A fault for every place at which a character stands that some face of prose cannot print, even by fallback."""
    used = set[str]()
    for text, _ in _texts(report):
        used.update(text)
    missing = set[str]().union(*(book.faces[name].lacking(used - {"\n"}) for name in PROSE))
    return tuple(_missing(_texts(report), missing)) if missing else ()


def _texts(report: Report) -> Iterator[tuple[str, Place | Span]]:
    def of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Place | Span]]:
        for paragraph in paragraphs:
            for inline in paragraph:
                if isinstance(inline, Text):
                    yield inline.text, inline.place

    yield from of(tree.paragraphs(report))
    for term in report.glossary:
        yield term.name, term.span
    for figure in report.figures.values():
        yield from _figure_texts(figure)
    for slide in report.slides:
        yield from of(storyboard.paragraphs(slide))
        if slide.chart:
            for word in (slide.chart.unit, *slide.chart.categories, *(name for name, _ in slide.chart.series)):
                yield word, slide.span


def _figure_texts(figure: Figure) -> Iterator[tuple[str, Place | Span]]:
    entries: tuple[Entry | None, ...] = (figure.value, figure.change, figure.target, figure.previous)
    for entry in entries:
        if entry:
            yield entry.text, entry.place
    for word in (figure.name, figure.label, figure.group, figure.note):
        yield word, figure.span


def _missing(texts: Iterable[tuple[str, Place | Span]], missing: set[str]) -> Iterator[Diagnostic]:
    for text, place in texts:
        if missing.isdisjoint(text):
            continue
        for index, character in enumerate(text):
            if character in missing:
                span = place if isinstance(place, Span) else place.span(index, index + 1)
                pasted = unicodedata.category(character) in PASTED
                yield fault("GWR401", span, character=character, code=f"U+{ord(character):04X}", guess=pasted or "")
