"""Where figures are named: by references in text and on slides, and by mentions of slides and of other figures."""

from collections.abc import Iterator

from gwr_docs.model import storyboard
from gwr_docs.model.figures import Mention
from gwr_docs.model.inline import Reference, references
from gwr_docs.model.report import Report, paragraphs


def cited(report: Report) -> Iterator[Reference]:
    """Every reference: those of the text in printed order, then those of the slides."""
    for paragraph in paragraphs(report):
        yield from references(paragraph)
    for slide in report.slides:
        for paragraph in storyboard.paragraphs(slide):
            yield from references(paragraph)


def mentioned(report: Report) -> Iterator[Mention]:
    """Every figure that a slide shows or another figure counts among its parts."""
    for slide in report.slides:
        yield from storyboard.mentions(slide)
    for figure in report.figures.values():
        yield from (*figure.parts, *figure.includes)


def used(report: Report) -> set[str]:
    """The names that stand anywhere, also those of no figure."""
    return {reference.figure for reference in cited(report)} | {mention.figure for mention in mentioned(report)}
