"""What the three documents say, as plain lists: equal content for every peer, by construction."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.typst_report import chart_rows
from gwr_docs.builder.planned import Planned
from gwr_docs.content.reading import read_report
from gwr_docs.diagnostics.rendering import render
from gwr_docs.documents import deck
from gwr_docs.documents.briefing import Briefing
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.runs import plain
from gwr_docs.documents.summary import GistSection, Summary, plan_summary
from gwr_docs.theme.faces import load_fonts
from gwr_docs.typeset.deck_notes import look_up_pages

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `role` is title, heading1 to heading3, body, gist, or table, which has `rows` in place of `text`."""

    role: str
    text: str = ""
    lead: str = ""
    rows: Rows | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    kind: str
    categories: list[str]
    series: list[tuple[str, list[float]]]


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: bullets, then a table; `graph` for those that can draw one."""

    title: str
    bullets: list[str]
    rows: Rows
    graph: Graph | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    subtitle: str
    date: str
    briefing: list[Block]
    deck: list[Page]
    summary: list[Block]


def read_planned(folder: Path) -> Planned:
    """The report of a content folder. Exits with the faults when it has any."""
    files = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    report, faults = read_report(files)
    if report is None:
        sys.exit(render(faults, {name: data.decode("utf-8", "replace") for name, data in files.items()}, folder=folder))
    return Planned(report, load_fonts())


def outline_of(planned: Planned) -> Outline:
    """The three documents of a report."""
    report = planned.report
    briefing, summary = planned.briefing, plan_summary(report)
    slides = look_up_pages(plan_deck(report, briefing.blocks), planned.pages)
    pages = [_page(slide) for slide in slides.slides if not isinstance(slide, deck.Cover)]
    return Outline(summary.title, summary.meeting, summary.date_text, _briefing(briefing), pages, _summary(summary))


def _briefing(briefing: Briefing) -> list[Block]:
    """Titles of topics stand at the start of their paragraph, as `lead`."""
    out = []
    for block in briefing.blocks:
        lead = plain(run for run in block.runs if run.emphasis.value)
        role = block.role.value if block.role.value in ("title", "heading1", "heading2", "heading3") else "body"
        out.append(Block(role, block.text[len(lead) :], lead))
    return out


def _page(slide: deck.Slide) -> Page:
    title, notes = plain(slide.head.title), "\n".join(note.line for note in slide.head.notes)
    match slide:
        case deck.Divider():
            return Page(f"{slide.number:02}{title}", [plain(part) for part in slide.parts], [], notes=notes)
        case deck.Cards():
            return Page(title, [], [["指标", "数值", "增减"], *(_number(card) for card in slide.cards)], notes=notes)
        case deck.Charted():
            return Page(title, _items(slide.items), chart_rows(slide.chart), _graph(slide.chart), notes)
        case deck.Goals():
            goals = [[goal.label, goal.actual, goal.target] for goal in slide.goals]
            return Page(title, [], [["指标", "上年", "目标"], *goals], notes=notes)
        case deck.Points() | deck.Steps():
            return Page(title, _items(slide.items), [], notes=notes)
        case deck.Tasks():
            focuses = [f"{plain(focus.title)}：{'；'.join(map(plain, focus.topics))}" for focus in slide.focuses]
            return Page(title, focuses, [], notes=notes)
        case deck.Table():
            return Page(title, [], [["指标", "数值", "增减"], *(_number(number) for number in slide.numbers)], notes=notes)
        case deck.Agenda():
            return Page(title, [plain(part) for chapter in slide.chapters for part in chapter.parts], [], notes=notes)
        case deck.Closing():
            return Page(title, [], [], notes=notes)
        case _:
            raise TypeError(type(slide))


def _items(items: Iterable[deck.Item]) -> list[str]:
    out = []
    for item in items:
        number = f"　{item.number.digits}{item.number.rest}" if item.number else ""
        out.append("：".join(text for text in (plain(item.title), plain(item.text)) if text) + number)
    return out


def _number(number: deck.Number) -> list[str]:
    return [number.label, number.digits + number.rest, number.chip.text if number.chip else ""]


def _graph(chart: ChartSpec) -> Graph:
    series = [(series.name, [float(point.value) for point in series.points]) for series in chart.series]
    return Graph(chart.kind, list(chart.categories), series)


def _summary(summary: Summary) -> list[Block]:
    out = [Block("title", summary.title), Block("body", f"{summary.meeting}　{summary.speaker}　{summary.date_text}")]
    out.append(Block("table", rows=[_number(number) for number in summary.heroes]))
    out += _gists(summary.review)
    out.append(Block("heading1", "存在的问题"))
    out += [Block("gist", plain(item.text), plain(item.title) + "，") for item in summary.problems]
    out.append(Block("heading1", "总体要求"))
    out += [Block("body", plain(runs)) for runs in summary.requirement]
    out.append(Block("heading1", "主要预期目标"))
    goals = [[goal.label, goal.actual, goal.change.text if goal.change else "", goal.target] for goal in summary.goals]
    out.append(Block("table", rows=[list(summary.goal_heads), *goals]))
    out += _gists(summary.plan)
    out.append(Block("heading1", "主要指标一览"))
    for group in summary.groups:
        out += [Block("heading3", group.name), Block("table", rows=[_number(number) for number in group.numbers])]
    return out


def _gists(section: GistSection) -> list[Block]:
    out = [Block("heading1", section.number + plain(section.title))]
    for part in section.parts:
        out.append(Block("heading2", part.number + plain(part.title)))
        out += [Block("gist", plain(gist.text), plain(gist.title) + "。") for gist in part.gists]
    return out
