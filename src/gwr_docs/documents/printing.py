"""The report's parts as blocks: what is numbered how, and in which order it stands."""

import datetime

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.glossary import Marker, mark_text
from gwr_docs.documents.runs import Emphasis, Run, Runs, made, print_runs
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Part, Report, Section, Term, Topic

GLOSSARY_TITLE = "名词解释"


def print_date(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月{date.day}日"


class Printer:
    """Prints the parts of one report; the glossary last, for its entries follow the marks in the text."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.marker = Marker(report.glossary)

    def runs(self, paragraph: Paragraph, emphasis: Emphasis = Emphasis.NONE) -> Runs:
        return print_runs(paragraph, self.report.figures, emphasis)

    def body(self, *paragraphs: Paragraph) -> list[Block]:
        return [Block(Role.BODY, self.marked(paragraph)) for paragraph in paragraphs if paragraph]

    def marked(self, paragraph: Paragraph) -> Runs:
        return self.marker.mark(self.runs(paragraph))

    def glossary(self) -> list[Block]:
        """The entries behind the text, numbered as their marks."""
        entries = [block for number, term in enumerate(self.marker.entries(), 1) for block in self.term(term, number)]
        return [Block(Role.ANNEX, made(GLOSSARY_TITLE)), *entries] if entries else []

    def term(self, term: Term, number: int) -> list[Block]:
        head = (Run(f"{mark_text(number)}　{term.name}：", emphasis=Emphasis.TOPIC),)
        first, *others = term.meaning
        return [Block(Role.GLOSSARY, (*head, *self.runs(first))), *(Block(Role.GLOSSARY, self.runs(p)) for p in others)]

    def cover(self) -> list[Block]:
        """As congresses print it: number, title, 题注, mark; issuer and date at the foot; nothing else."""
        cover = self.report.cover
        meeting = (*made("——在"), *self.runs(cover.meeting), *made("上")) if cover.meeting else ()
        parts = (
            (Role.COVER_NUMBER, self.runs(cover.number)),
            (Role.COVER_TITLE, self.runs(cover.title)),
            (Role.COVER_NOTE, meeting),
            (Role.COVER_MARK, (*made("（"), *self.runs(cover.mark), *made("）")) if cover.mark else ()),
            (Role.COVER_ISSUER, self.runs(cover.issuer)),
            (Role.COVER_DATE, made(print_date(cover.date))),
        )
        return [Block(role, runs) for role, runs in parts if runs]

    def front(self) -> list[Block]:
        cover = self.report.cover
        out = [Block(Role.TITLE, self.runs(cover.title))]
        if cover.meeting:
            out.append(Block(Role.NOTE, (*made("——在"), *self.runs(cover.meeting), *made("上"))))
        if cover.speaker:
            between = made("\u3000") if cover.post else ()
            out.append(Block(Role.SPEAKER, (*self.runs(cover.post), *between, *self.runs(cover.speaker))))
        out.append(Block(Role.DATE, made(f"（{print_date(cover.date)}）")))
        return out + self.body(cover.salutation)

    def section(self, section: Section, number: int) -> list[Block]:
        out = [Block(Role.HEADING1, self.runs(section.title), f"{write_numeral(number)}、")]
        out += self.body(*section.opening, *section.requirement, *section.targets, *section.lead)
        for index, part in enumerate(section.parts, 1):
            out += self.part(part, index)
        out += self.body(*section.thanks)
        if section.problems:
            problems = section.problems
            parts = (problems.lead, *problems.items, problems.close)
            out.append(Block(Role.BODY, tuple(run for part in parts for run in self.marked(part))))
        return out + self.body(*section.closing)

    def part(self, part: Part, number: int) -> list[Block]:
        out = [Block(Role.HEADING2, self.runs(part.title), f"（{write_numeral(number)}）"), *self.body(*part.opening)]
        for index, topic in enumerate(part.topics, 1):
            out += self.numbered_topic(topic, index) if part.numbered else self.run_in_topic(topic)
        return out

    def numbered_topic(self, topic: Topic, number: int) -> list[Block]:
        return [Block(Role.HEADING3, self.runs(topic.title), f"{number}."), *self.body(*topic.paragraphs)]

    def run_in_topic(self, topic: Topic) -> list[Block]:
        title = self.runs(topic.title, Emphasis.TOPIC)
        first = self.marked(topic.paragraphs[0]) if topic.paragraphs else ()
        return [Block(Role.BODY, (*title, *first)), *self.body(*topic.paragraphs[1:])]
