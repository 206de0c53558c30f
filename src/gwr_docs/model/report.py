"""The report tree: what a work report consists of, in the order in which it is printed."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum

from gwr_docs.diagnostics import Span
from gwr_docs.model.figures import Figure
from gwr_docs.model.glossary import Term
from gwr_docs.model.inline import Paragraph, Text
from gwr_docs.model.storyboard import Slide
from gwr_docs.records import record

MAX_TEMPLATE = 100_000_000  # bytes of a template, packed; unpacked it may have five times as many


@record
class Options:
    """Choices of report.yaml that change how, not what, is printed.

    `charts_in_text` puts each chart behind the paragraph that states its numbers; otherwise they are an annex.
    `attach_source` puts the content files and the table of figures into the PDF.
    """

    edition_stamp: bool = False
    cover: bool = True
    contents: bool = True
    annexes: bool = True
    embed_fonts: bool = False
    charts_in_text: bool = False
    attach_source: bool = False


@record
class Template:
    """A presentation of the user's own, named at `span`, whose layouts the deck is to use."""

    name: str
    span: Span
    data: bytes


@record
class Look:
    """How the deck looks; `theme` is light or dark."""

    theme: str = "light"
    template: Template | None = None


@record
class Cover:
    """Who reports what to whom, and when. `meeting`, `post`, `speaker`, `salutation`, `number`, `mark` may be empty.

    `number` is the paper's number at the congress (会议文件之三), `mark` its state (审议稿), `address` where it stands on the web.
    """

    title: Paragraph
    meeting: Paragraph
    issuer: Paragraph
    post: Paragraph
    speaker: Paragraph
    date: datetime.date
    salutation: Paragraph
    number: Paragraph = ()
    mark: Paragraph = ()
    address: str = ""


@record
class Topic:
    """小标题 and its paragraphs; `gist` is the one sentence that summaries print."""

    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    gist: Paragraph = ()


@record
class Part:
    """（一）: a numbered part. With `numbered`, topics are headings 1. 2. of their own; without, they open their paragraph."""

    title: Paragraph
    topics: tuple[Topic, ...]
    opening: tuple[Paragraph, ...] = ()
    numbered: bool = False


@record
class Problems:
    """Printed as one paragraph, available item by item to deck and summary."""

    lead: Paragraph
    items: tuple[Paragraph, ...]
    close: Paragraph = ()


class Kind(Enum):
    REVIEW = "review"
    PLAN = "plan"


@record
class Section:
    """一、: the review of last year or the plan of the next. What a section lacks is empty."""

    kind: Kind
    title: Paragraph
    opening: tuple[Paragraph, ...] = ()
    requirement: tuple[Paragraph, ...] = ()
    targets: tuple[Paragraph, ...] = ()
    lead: tuple[Paragraph, ...] = ()
    parts: tuple[Part, ...] = ()
    thanks: tuple[Paragraph, ...] = ()
    problems: Problems | None = None
    closing: tuple[Paragraph, ...] = ()


@record
class Report:
    """The whole source, checked: every reference names a figure. `stamp` identifies the content it was read from.

    `names` are the names that are to be used throughout, each with others that stand for the same thing; `off` the warnings not wanted.
    """

    cover: Cover
    review: Section
    plan: Section
    figures: Mapping[str, Figure]
    slides: tuple[Slide, ...]
    options: Options
    stamp: str
    glossary: tuple[Term, ...] = ()
    look: Look = Look()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    off: frozenset[str] = frozenset()

    @property
    def sections(self) -> tuple[Section, Section]:
        return (self.review, self.plan)


_YEAR = re.compile(r"(\d{4})年")


def year_of(section: Section) -> int | None:
    """The year that a section's title names: 2022 of 2022年工作回顾."""
    text = "".join(inline.text for inline in section.title if isinstance(inline, Text))
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Every paragraph that a writer typed, in printed order; titles, gists and the glossary included."""
    cover = report.cover
    yield from (cover.title, cover.meeting, cover.issuer, cover.post, cover.speaker, cover.number, cover.mark)
    yield from (paragraph for paragraph, _ in _walk(report))
    for term in report.glossary:
        yield from term.meaning


def running_text(report: Report) -> Iterator[Paragraph]:
    """The paragraphs that are printed as text: no titles, no gists."""
    return (paragraph for paragraph, runs in _walk(report) if runs)


def _walk(report: Report) -> Iterator[tuple[Paragraph, bool]]:
    """Every paragraph from the salutation on, and whether it is running text."""
    yield report.cover.salutation, True
    for section in report.sections:
        yield section.title, False
        yield from ((p, True) for p in (*section.opening, *section.requirement, *section.targets, *section.lead))
        for part in section.parts:
            yield part.title, False
            yield from ((p, True) for p in part.opening)
            for topic in part.topics:
                yield topic.title, False
                yield from ((p, True) for p in topic.paragraphs)
                yield topic.gist, False
        problems = section.problems
        named = (problems.lead, *problems.items, problems.close) if problems else ()
        yield from ((p, True) for p in (*section.thanks, *named, *section.closing))
