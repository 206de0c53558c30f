"""What stands behind the report's text: its figures and its targets as tables, with the page on which each is stated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from gwr_docs.documents.charts import ChartSpec, plan_chart
from gwr_docs.documents.numbers import goal_heads, goals_in_order
from gwr_docs.documents.places import find_places
from gwr_docs.documents.runs import Run, Runs, made, print_runs
from gwr_docs.documents.storyboard import derive_slides
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Place
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report

NOT_GIVEN = "—"


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    DECIMAL = "decimal"  # numbers stand with their decimal points below each other


@dataclass(frozen=True, slots=True)
class PageRef:
    """The page on which block `index` of the briefing begins; looked up when the table is set."""

    index: int


Cell = Runs | PageRef


@dataclass(frozen=True, slots=True)
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
    """The deck's charts for print: rings become bars, which carry their labels themselves."""
    slides = [slide for slide in report.slides or derive_slides(report) if slide.chart]
    specs = [plan_chart(slide.chart, print_runs(slide.title, report.figures), report.figures) for slide in slides if slide.chart]
    return tuple(replace(spec, kind="bar") if spec.kind == "doughnut" else spec for spec in specs)


Stated = Mapping[tuple[str, str], int]


def plan_annexes(report: Report, blocks: Sequence[Runs]) -> tuple[Table, ...]:
    """Table of figures and table of targets, those that the report has; `blocks` are the runs of the briefing's blocks."""
    stated: dict[tuple[str, str], int] = {}
    for index, runs in enumerate(blocks):
        for run in runs:
            if run.figure:
                stated.setdefault((run.figure, run.text), index)
                stated.setdefault((run.figure, ""), index)
    tables = (_figures(report, stated), _goals(report, stated))
    return tuple(table for table in tables if table.rows)


def _stated(figure: str, text: str, stated: Stated) -> int | None:
    """The block that prints this of a figure, or else anything of it."""
    return stated.get((figure, text), stated.get((figure, "")))


def _figures(report: Report, stated: Stated) -> Table:
    """Every figure with a value, in the order of the text, number and unit apart."""
    places = find_places(report)
    found = [(_stated(f.name, f.value.text, stated), f) for f in report.figures.values() if f.value]
    rows: list[tuple[Cell, ...]] = []
    for block, figure in sorted(((block, f) for block, f in found if block is not None), key=lambda row: row[0]):
        number, unit = _value(figure)
        where = places[figure.name]
        part = f"{write_numeral(where.section)}" + (f"（{write_numeral(where.part)}）" if where.part else "")
        change = _entry(figure.change.text, figure, figure.change.place) if figure.change else made(NOT_GIVEN)
        rows.append((made(figure.name), number, unit, change, made(part), PageRef(block)))
    aligns = (Align.LEFT, Align.DECIMAL, Align.LEFT, Align.CENTER, Align.CENTER, Align.CENTER)
    return Table("figures", "主要指标完成情况", ("指标", "数值", "单位", "增减", "部分", "页码"), aligns, tuple(rows))


def _value(figure: Figure) -> tuple[Runs, Runs]:
    """Number and unit of a value: 36 | 亿元, 约79 | 万余平米, 第一 | —."""
    assert figure.value is not None
    quantity = figure.value.quantity
    if quantity is None:
        return _entry(figure.value.text, figure, figure.value.place), made(NOT_GIVEN)
    unit = _entry(quantity.unit_text, figure, figure.value.place) if quantity.unit_text else made(NOT_GIVEN)
    return _entry(quantity.number_text, figure, figure.value.place), unit


def _entry(text: str, figure: Figure, place: Place) -> Runs:
    return (Run(text, figure.name, place=place),)


def _goals(report: Report, stated: Stated) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for goal in goals_in_order(report):
        cells = tuple(made(text or NOT_GIVEN) for text in (goal.figure, goal.actual, goal.change.text if goal.change else "", goal.target))
        block = _stated(goal.figure, goal.target, stated)
        rows.append((*cells, made(NOT_GIVEN) if block is None else PageRef(block)))
    aligns = (Align.LEFT, Align.CENTER, Align.CENTER, Align.LEFT, Align.CENTER)
    return Table("goals", "主要预期目标", (*goal_heads(report), "页码"), aligns, tuple(rows))
