"""The briefing: the whole report as a flat list of blocks, in the order and with the numbers in which it is printed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gwr_docs.documents.annex import Table, plan_annexes, plan_charts
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import Emphasis, Runs, made, plain, print_runs
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Part, Report, Section, Topic


class Role(Enum):
    """What a block is; its look stands under the same name in theme/gbt9704.toml."""

    TITLE = "title"
    NOTE = "note"  # 题注
    SPEAKER = "speaker"
    DATE = "date"
    BODY = "body"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    COVER_NUMBER = "cover_number"
    COVER_TITLE = "cover_title"
    COVER_NOTE = "cover_note"
    COVER_MARK = "cover_mark"
    COVER_ISSUER = "cover_issuer"
    COVER_DATE = "cover_date"
    CONTENTS_TITLE = "contents_title"
    CONTENTS1 = "contents1"
    CONTENTS2 = "contents2"
    ANNEX = "annex"
    FIGURE = "figure"
    CAPTION = "caption"


CONTENTS = {Role.HEADING1: Role.CONTENTS1, Role.HEADING2: Role.CONTENTS2}
HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `number` is what the numbering prints before a heading; it is not part of `runs`."""

    role: Role
    runs: Runs
    number: str = ""

    @property
    def text(self) -> str:
        return self.number + plain(self.runs)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the heading it leads to is `blocks[index]`, or annex `index - len(blocks)` behind them, the charts last.

    Its page is looked up when it is set.
    """

    role: Role
    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """The Word briefing, format-free. `stamp` is printed in the footer when not empty.

    `cover` and `contents` stand before the body, each on pages of its own without a number; they are empty when switched off.
    """

    title: str
    issuer: str
    date: datetime.date
    blocks: tuple[Block, ...]
    stamp: str = ""
    cover: tuple[Block, ...] = ()
    contents: tuple[Entry, ...] = ()
    annexes: tuple[Table, ...] = ()
    charts: tuple[ChartSpec, ...] = ()

    @property
    def text(self) -> str:
        """One line a block: what a reader of any format must find."""
        return "\n".join(block.text for block in self.blocks)


def print_date(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月{date.day}日"


def plan_briefing(report: Report) -> Briefing:
    """The briefing of a report."""
    printer = _Printer(report)
    blocks = [*printer.front()]
    for number, section in enumerate(report.sections, 1):
        blocks += printer.section(section, number)
    annexes = plan_annexes(report, [block.runs for block in blocks]) if report.options.annexes else ()
    charts = plan_charts(report) if report.options.annexes else ()
    return Briefing(
        title=plain(printer.runs(report.cover.title)),
        issuer=plain(printer.runs(report.cover.issuer)),
        date=report.cover.date,
        blocks=tuple(blocks),
        stamp=report.stamp if report.options.edition_stamp else "",
        cover=tuple(printer.cover()) if report.options.cover else (),
        contents=contents_of(blocks, annexes, charts) if report.options.contents else (),
        annexes=annexes,
        charts=charts,
    )


def contents_of(blocks: Sequence[Block], annexes: Sequence[Table], charts: Sequence[ChartSpec] = ()) -> tuple[Entry, ...]:
    """Sections, parts and annexes; a report without any has no contents."""
    text = [Entry(CONTENTS[block.role], block.text, index) for index, block in enumerate(blocks) if block.role in CONTENTS]
    behind = [Entry(Role.CONTENTS1, annex_title(n, table), len(blocks) + n - 1) for n, table in enumerate(annexes, 1)]
    last = [Entry(Role.CONTENTS1, CHARTS_TITLE, len(blocks) + len(annexes))] if charts else []
    return (*text, *behind, *last)


CHARTS_TITLE = "附图　主要数据图示"


def chart_caption(number: int, chart: ChartSpec) -> str:
    return f"图{number}　{chart.title}（单位：{chart.unit}）"


def annex_title(number: int, table: Table) -> str:
    return f"附表{number}　{table.title}"


class _Printer:
    def __init__(self, report: Report) -> None:
        self.report = report

    def runs(self, paragraph: Paragraph, emphasis: Emphasis = Emphasis.NONE) -> Runs:
        return print_runs(paragraph, self.report.figures, emphasis)

    def body(self, *paragraphs: Paragraph) -> list[Block]:
        return [Block(Role.BODY, self.runs(paragraph)) for paragraph in paragraphs if paragraph]

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
            out.append(Block(Role.BODY, tuple(run for part in parts for run in self.runs(part))))
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
        first = self.runs(topic.paragraphs[0]) if topic.paragraphs else ()
        return [Block(Role.BODY, (*title, *first)), *self.body(*topic.paragraphs[1:])]
