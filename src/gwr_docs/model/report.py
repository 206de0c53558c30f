"""The report tree: what a work report consists of, in the order in which it is printed."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from gwr_docs.diagnostics import Span
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.storyboard import Slide


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of report.yaml that change how, not what, is printed.

    `charts_in_text` puts each chart behind the paragraph that states its numbers; otherwise they are an annex.
    """

    edition_stamp: bool = False
    cover: bool = True
    contents: bool = True
    annexes: bool = True
    embed_fonts: bool = False
    charts_in_text: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """Who reports what to whom, and when. `meeting`, `post`, `speaker`, `salutation`, `number`, `mark` may be empty.

    `number` is the paper's number at the congress (会议文件之三), `mark` its state (审议稿).
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


@dataclass(frozen=True, slots=True)
class Topic:
    """小标题 and its paragraphs; `gist` is the one sentence that summaries print."""

    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    gist: Paragraph = ()


@dataclass(frozen=True, slots=True)
class Part:
    """（一）: a numbered part. With `numbered`, topics are headings 1. 2. of their own; without, they open their paragraph."""

    title: Paragraph
    topics: tuple[Topic, ...]
    opening: tuple[Paragraph, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Problems:
    """Printed as one paragraph, available item by item to deck and summary."""

    lead: Paragraph
    items: tuple[Paragraph, ...]
    close: Paragraph = ()


class Kind(Enum):
    REVIEW = "review"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Term:
    """名词解释: a word as it stands in the text, and what it means."""

    name: str
    span: Span
    meaning: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole source, checked: every reference names a figure. `stamp` identifies the content it was read from."""

    cover: Cover
    review: Section
    plan: Section
    figures: Mapping[str, Figure]
    slides: tuple[Slide, ...]
    options: Options
    stamp: str
    glossary: tuple[Term, ...] = ()

    @property
    def sections(self) -> tuple[Section, Section]:
        return (self.review, self.plan)


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Every paragraph that a writer typed, in printed order; titles, gists and the glossary included."""
    cover = report.cover
    yield from (cover.title, cover.meeting, cover.issuer, cover.post, cover.speaker, cover.salutation, cover.number, cover.mark)
    for section in report.sections:
        yield section.title
        yield from (*section.opening, *section.requirement, *section.targets, *section.lead)
        for part in section.parts:
            yield part.title
            yield from part.opening
            for topic in part.topics:
                yield topic.title
                yield from topic.paragraphs
                yield topic.gist
        yield from section.thanks
        if section.problems:
            yield from (section.problems.lead, *section.problems.items, section.problems.close)
        yield from section.closing
    for term in report.glossary:
        yield from term.meaning


def terms_pattern(terms: Sequence[Term]) -> re.Pattern[str]:
    """Finds the terms in a text; where one holds another (次密接, 密接), the longer."""
    names = sorted((term.name for term in terms if term.name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) or r"(?!)")


def running_text(report: Report) -> Iterator[Paragraph]:
    """The paragraphs that are printed as text: no titles, no gists."""
    yield report.cover.salutation
    for section in report.sections:
        yield from (*section.opening, *section.requirement, *section.targets, *section.lead)
        for part in section.parts:
            yield from part.opening
            for topic in part.topics:
                yield from topic.paragraphs
        yield from section.thanks
        if section.problems:
            yield from (section.problems.lead, *section.problems.items, section.problems.close)
        yield from section.closing
