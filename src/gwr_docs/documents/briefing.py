"""The briefing: the whole report as a flat list of blocks, in the order and with the numbers in which it is printed."""

import datetime
from collections.abc import Sequence

from gwr_docs.documents.annex import Table, plan_annexes, plan_charts
from gwr_docs.documents.blocks import ADDED, CONTENTS, Block, Entry, Role
from gwr_docs.documents.chart_places import figure_blocks, insert_charts
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.glossary import add_glossary
from gwr_docs.documents.printing import Printer
from gwr_docs.documents.runs import plain
from gwr_docs.model.report import Report
from gwr_docs.records import record


@record
class Briefing:
    """The Word briefing, format-free. `stamp` is printed in the footer when not empty.

    `cover` and `contents` stand before the body, each on pages of its own without a number; they are empty when switched off.
    `charts` are those of the annex; charts in the text are blocks.
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
    embed_fonts: bool = False
    meeting: str = ""

    @property
    def text(self) -> str:
        """One line a block: what a reader of any format must find. Charts and glossary are not the report's own words."""
        return "\n".join(block.text for block in self.blocks if block.role not in ADDED)

    @property
    def text_end(self) -> int:
        """The index behind the last block of the report's own text; the glossary follows."""
        return next((i for i, block in enumerate(self.blocks) if block.role is Role.ANNEX), len(self.blocks))

    @property
    def chart_annex(self) -> tuple[Block, ...]:
        """The charts of the annex with their captions, numbered on from those in the text."""
        first = 1 + sum(block.role is Role.FIGURE for block in self.blocks)
        return tuple(block for number, chart in enumerate(self.charts, first) for block in figure_blocks(number, chart))


def plan_briefing(report: Report) -> Briefing:
    """The briefing of a report."""
    printer = Printer(report)
    blocks = [*printer.front()]
    for number, section in enumerate(report.sections, 1):
        blocks += printer.section(section, number)
    blocks = add_glossary(blocks, report.glossary, report.figures)
    charts = plan_charts(report)
    if report.options.charts_in_text:
        blocks, charts = insert_charts(blocks, charts)
    annexes = plan_annexes(report, blocks) if report.options.annexes else ()
    # Charts whose numbers no paragraph states would else be lost.
    charts = charts if report.options.annexes or report.options.charts_in_text else ()
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
        embed_fonts=report.options.embed_fonts,
        meeting=plain(printer.runs(report.cover.meeting)),
    )


def contents_of(blocks: Sequence[Block], annexes: Sequence[Table], charts: Sequence[ChartSpec] = ()) -> tuple[Entry, ...]:
    """Sections, parts and annexes; a report without any has no contents."""
    text = [Entry(CONTENTS[block.role], block.text, index) for index, block in enumerate(blocks) if block.role in CONTENTS]
    behind = [Entry(Role.CONTENTS1, annex_title(n, table), len(blocks) + n - 1) for n, table in enumerate(annexes, 1)]
    last = [Entry(Role.CONTENTS1, CHARTS_TITLE, len(blocks) + len(annexes))] if charts else []
    return (*text, *behind, *last)


CONTENTS_TITLE = "目　录"
CHARTS_TITLE = "附图　主要数据图示"


def annex_title(number: int, table: Table) -> str:
    return f"附表{number}　{table.title}"
