"""The speaker's notes: behind deck.yaml's own note, the report's sentences behind each number of the slide, with their place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.deck import Note
from gwr_docs.documents.gists import Gists
from gwr_docs.documents.places import Where, place_name
from gwr_docs.documents.runs import plain, print_runs
from gwr_docs.documents.sentences import LONGEST, Sentence, read_sentences
from gwr_docs.documents.shown import FIELDS, Stated, wanted
from gwr_docs.model.inline import Paragraph, references
from gwr_docs.model.report import Kind, Report
from gwr_docs.model.storyboard import Layout, Slide

QUOTED = "报告原文："


class Speaker:
    """Finds what the report says about a slide. Without the briefing's `blocks` there is nothing to quote."""

    def __init__(self, report: Report, blocks: Sequence[Block]) -> None:
        self.report, self.blocks = report, blocks

    def notes(self, slide: Slide) -> tuple[Note, ...]:
        own = self.text(slide.note)
        quotes = tuple(quote(self.sentences, self.behind(slide))) if self.blocks else ()
        return (*((Note(own),) if own else ()), *((Note(QUOTED), *quotes) if quotes else ()))

    def behind(self, slide: Slide) -> set[int]:
        """The sentences that state the slide's figures, those that its points without figures sum up, and what it shows of the text."""
        found = {self.first[stated] for stated in wanted(slide, self.report) if stated in self.first}
        places = {where for index in found if (where := self.sentences[index].where)}
        if slide.part:
            places = {Where(_section(slide), slide.number)}
        silent = [point.title + point.text for point in slide.points if not point.figure]
        summed = [self.gists.summed_up(self.text(text), places) for text in silent if not references(text)]
        return found.union(self.shown(slide), *summed)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return read_sentences(self.blocks, self.report.figures)

    @cached_property
    def gists(self) -> Gists:
        return Gists(self.sentences)

    @cached_property
    def first(self) -> dict[Stated, int]:
        """What is stated of a figure -> the first sentence that does; of what no sentence states, the first with the figure."""
        found: dict[Stated, int] = {}
        named: dict[Stated, int] = {}
        for index, sentence in sorted(enumerate(self.sentences), key=lambda row: row[1].title):
            for name, field in sentence.stated:
                found.setdefault((name, field), index)
                for each in FIELDS:
                    named.setdefault((name, each), index)
        return named | found

    def shown(self, slide: Slide) -> list[int]:
        """The report's text and titles that a slide shows, or is shown with."""
        section, problems = self.report.sections[_section(slide) - 1], self.report.review.problems
        match slide.layout:
            case Layout.COVER:
                return self.paragraph(self.report.cover.salutation)
            case Layout.SECTION:
                return self.paragraph(section.opening[0])[:1] if section.opening else []
            case Layout.PROBLEMS:
                return self.paragraph(problems.lead or problems.items[0]) if problems else []
            case Layout.TASKS:
                return self.titles(Role.HEADING2, _section(slide))
            case Layout.CLOSING:
                closing = self.report.plan.closing or self.report.review.closing
                return self.paragraph(closing[-1]) if closing else []
        return []

    def paragraph(self, paragraph: Paragraph) -> list[int]:
        """The sentences of the block that begins with a paragraph."""
        text = self.text(paragraph)
        blocks = (i for i, block in enumerate(self.blocks) if text and block.role is Role.BODY and block.text.startswith(text))
        found = next(blocks, None)
        return [index for index, sentence in enumerate(self.sentences) if sentence.block == found]

    def titles(self, role: Role, section: int) -> list[int]:
        blocks = {i for i, block in enumerate(self.blocks) if block.role is role and block.where and block.where.section == section}
        return [index for index, sentence in enumerate(self.sentences) if sentence.block in blocks]

    def text(self, paragraph: Paragraph) -> str:
        return plain(print_runs(paragraph, self.report.figures))


def _section(slide: Slide) -> int:
    return 2 if slide.part == Kind.PLAN.value else 1


def quote(sentences: Sequence[Sentence], chosen: Iterable[int]) -> Iterator[Note]:
    """The chosen sentences in the order of the report; neighbours in one line, as long as it can be read out in one go."""
    groups: list[list[int]] = []
    for index in sorted(chosen):
        group = groups[-1] if groups else []
        together = sum(len(sentences[each].text) for each in (*group, index))
        if group and index == group[-1] + 1 and sentences[index].block == sentences[group[0]].block and together <= LONGEST:
            group.append(index)
        else:
            groups.append([index])
    for group in groups:
        first = sentences[group[0]]
        text = "".join(sentences[index].text for index in group)
        yield Note(text, place_name(first.where) if first.where else "", first.block, first.offset)
