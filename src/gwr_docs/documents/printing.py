"""The report's parts as blocks: what is numbered how, and in which order it stands."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import Emphasis, Runs, made, plain, print_runs
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Part, Report, Section, Topic


def print_date(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月{date.day}日"


class Printer:
    """Prints the parts of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def runs(self, paragraph: Paragraph, emphasis: Emphasis = Emphasis.NONE) -> Runs:
        return print_runs(paragraph, self.report.figures, emphasis)

    def body(self, *paragraphs: Paragraph) -> list[Block]:
        return [Block(Role.BODY, self.runs(paragraph)) for paragraph in paragraphs if paragraph]

    def cover(self) -> list[Block]:
        """As congresses print it: number, title, 题注, mark; issuer and date at the foot; nothing else."""
        cover = self.report.cover
        parts = (
            (Role.COVER_NUMBER, self.runs(cover.number)),
            (Role.COVER_TITLE, self.runs(cover.title)),
            (Role.COVER_NOTE, self.occasion()),
            (Role.COVER_MARK, self.mark()),
            (Role.COVER_ISSUER, self.runs(cover.issuer)),
            (Role.COVER_DATE, made(print_date(cover.date))),
        )
        return [Block(role, runs) for role, runs in parts if runs]

    def occasion(self) -> Runs:
        meeting = self.runs(self.report.cover.meeting)
        return (*made("——在"), *meeting, *made("上")) if meeting else ()

    def mark(self) -> Runs:
        mark = self.runs(self.report.cover.mark)
        return mark if not mark or plain(mark)[0] in "（(" else (*made("（"), *mark, *made("）"))

    def front(self) -> list[Block]:
        """What stands over the text; number and mark only where no cover carries them."""
        cover, alone = self.report.cover, not self.report.options.cover
        out = [Block(Role.COVER_NUMBER, self.runs(cover.number))] if alone and cover.number else []
        out.append(Block(Role.TITLE, self.runs(cover.title)))
        out += [Block(Role.NOTE, runs) for runs in (self.mark() if alone else (), self.occasion()) if runs]
        if cover.speaker:
            between = made("\u3000") if cover.post else ()
            out.append(Block(Role.SPEAKER, (*self.runs(cover.post), *between, *self.runs(cover.speaker))))
        out.append(Block(Role.DATE, made(f"（{print_date(cover.date)}）")))
        return out + self.body(cover.salutation)

    def section(self, section: Section, number: int) -> list[Block]:
        out = [Block(Role.HEADING1, self.runs(section.title), f"{write_numeral(number)}、")]
        out += self.body(*section.opening, *section.requirement, *section.targets, *section.lead)
        for index, part in enumerate(section.parts, 1):
            out += placed(self.part(part, index), Where(number, index))
        out += self.body(*section.thanks)
        if section.problems:
            problems = section.problems
            parts = (problems.lead, *problems.items, problems.close)
            out.append(Block(Role.BODY, tuple(run for part in parts for run in self.runs(part))))
        return [*placed(out + self.body(*section.closing), Where(number, 0))]

    def part(self, part: Part, number: int) -> list[Block]:
        out = [Block(Role.HEADING2, self.runs(part.title), f"（{write_numeral(number)}）"), *self.body(*part.opening)]
        for index, topic in enumerate(part.topics, 1):
            out += self.numbered_topic(topic, index) if part.numbered else self.run_in_topic(topic)
        return out

    def numbered_topic(self, topic: Topic, number: int) -> list[Block]:
        return [Block(Role.HEADING3, self.runs(topic.title), f"{number}."), *self.body(*topic.paragraphs)]

    def run_in_topic(self, topic: Topic) -> list[Block]:
        title = self.runs(topic.title, Emphasis.TOPIC)
        first = self.runs(topic.paragraphs[0]) if topic.paragraphs else ()
        return [Block(Role.BODY, (*title, *first)), *self.body(*topic.paragraphs[1:])]


def placed(blocks: Iterable[Block], where: Where) -> Iterator[Block]:
    """The blocks, those that have no place yet at `where`."""
    return (block if block.where else replace(block, where=where) for block in blocks)
