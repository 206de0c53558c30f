"""What stands behind the report's text: its figures and its targets as tables, with the page on which each is stated."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from gwr_docs.documents.blocks import ADDED, Block
from gwr_docs.documents.chart_order import for_print
from gwr_docs.documents.chart_plan import plan_chart
from gwr_docs.documents.charts import NOT_GIVEN, ChartSpec
from gwr_docs.documents.numbers import goal_heads, goals_in_order, plan_year
from gwr_docs.documents.places import Where, find_places
from gwr_docs.documents.runs import Run, Runs, made, print_runs
from gwr_docs.documents.storyboard import derive_slides
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Place
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report
from gwr_docs.records import record

ORDINAL = "第"  # a rank has no unit: 第三名
INDENT = "\u3000"  # before a part, which counts in its whole
ATTACHED = ("%", "‰")  # what is read with its number
NOWHERE = Where(1, 0)


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    DECIMAL = "decimal"  # numbers stand with their decimal points below each other


@record
class PageRef:
    """The page of the character `offset` of block `index` of the briefing (its number counts); looked up when the table is set."""

    index: int
    offset: int = 0


Cell = Runs | PageRef


@record
class Table:
    """`name` is the key of its column widths in the theme; the first of `rows` follows the head."""

    name: str
    title: str
    heads: tuple[str, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def description(self) -> str:
        return f"{self.title}：{'、'.join(self.heads)}"


def plan_charts(report: Report) -> tuple[ChartSpec, ...]:
    """The deck's charts for print."""
    slides = [
        (slide, slide.chart, print_runs(slide.title, report.figures)) for slide in report.slides or derive_slides(report) if slide.chart
    ]
    return tuple(replace(for_print(plan_chart(chart, title, report), chart), span=slide.span) for slide, chart, title in slides)


Stated = Mapping[tuple[str, str], PageRef]


def plan_annexes(report: Report, blocks: Sequence[Block]) -> tuple[Table, ...]:
    """Tables of what was reached, of targets and of what is planned, those that the report has, with the page that states each."""
    stated: dict[tuple[str, str], PageRef] = {}
    for index, block in enumerate(blocks):
        offset = len(block.number)
        for run in block.runs if block.role not in ADDED else ():
            if run.figure:
                stated.setdefault((run.figure, run.text), PageRef(index, offset))
                stated.setdefault((run.figure, ""), PageRef(index, offset))
            offset += len(run.text)
    tables = (_reached(report, stated), _goals(report, stated), _planned(report, stated))
    return tuple(table for table in tables if table.rows)


def _stated(figure: str, text: str, stated: Stated) -> PageRef | None:
    """Where this of a figure is printed, or else anything of it."""
    return stated.get((figure, text), stated.get((figure, "")))


def _reached(report: Report, stated: Stated) -> Table:
    """Every figure with a value, in the order of the text, number and unit apart; those of the plan have a table of their own."""
    rows: list[tuple[Cell, ...]] = []
    parts = {part.figure for figure in report.figures.values() for part in figure.parts}
    for figure, where, page in _with_values(report, stated):
        if where.section == 1:
            change = _entry(figure.change.text, figure, figure.change.place) if figure.change else ()
            name = (INDENT if figure.name in parts else "") + figure.short
            rows.append((made(name), *_value(figure), change, made(_part(where)), page))
    aligns = (Align.LEFT, Align.DECIMAL, Align.LEFT, Align.CENTER, Align.CENTER, Align.CENTER)
    return Table("figures", "主要指标完成情况", ("指标", "数值", "单位", "增减", "部分", "页码"), aligns, tuple(rows))


def _planned(report: Report, stated: Stated) -> Table:
    rows = [
        (made(figure.short), *_value(figure), made(_part(where)), page)
        for figure, where, page in _with_values(report, stated)
        if where.section == 2
    ]
    aligns = (Align.LEFT, Align.DECIMAL, Align.LEFT, Align.CENTER, Align.CENTER)
    return Table("plans", f"{plan_year(report)}工作安排", ("内容", "数值", "单位", "部分", "页码"), aligns, tuple(rows))


def _with_values(report: Report, stated: Stated) -> list[tuple[Figure, Where, PageRef]]:
    places = find_places(report)
    found = [(f, _stated(f.name, f.value.text, stated)) for f in report.figures.values() if f.value]
    rows = [(figure, places.get(figure.name, NOWHERE), page) for figure, page in found if page]
    return sorted(rows, key=lambda row: (row[2].index, row[2].offset))


def _part(where: Where) -> str:
    return write_numeral(where.section) + (f"（{write_numeral(where.part)}）" if where.part else "")


def _value(figure: Figure) -> tuple[Runs, Runs]:
    """Number and unit of a value: 36 | 亿元, 40000余 | 名次, 147.4万余 | 件, 第一 and 96% without; together as written."""
    assert figure.value is not None
    text, quantity = figure.value.text, figure.value.quantity
    unit = "" if quantity is None or quantity.prefix == ORDINAL else quantity.unit if quantity.more else quantity.measure
    if unit in ATTACHED:
        unit = ""
    number = text.removesuffix(unit)
    return _entry(number, figure, figure.value.place), _entry(unit, figure, figure.value.place) if unit else ()


def _entry(text: str, figure: Figure, place: Place) -> Runs:
    return (Run(text, figure.name, place=place),)


def _goals(report: Report, stated: Stated) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for goal in goals_in_order(report):
        cells = tuple(made(text or NOT_GIVEN) for text in (goal.label, goal.actual, goal.change.text if goal.change else "", goal.target))
        rows.append((*cells, _stated(goal.figure, goal.target, stated) or ()))
    aligns = (Align.LEFT, Align.CENTER, Align.CENTER, Align.LEFT, Align.CENTER)
    return Table("goals", f"{plan_year(report)}主要预期目标", (*goal_heads(report), "页码"), aligns, tuple(rows))
