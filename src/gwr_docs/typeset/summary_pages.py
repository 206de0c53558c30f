"""The pages of the summary: masthead, hero numbers, gists in two columns, problems, targets, tasks, all figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gwr_docs.documents.runs import Run, made, plain
from gwr_docs.documents.summary import GistPart, Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.flow import Area, Band, Page, lay_out
from gwr_docs.typeset.ink import Box, Rect
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_cards import hero_strip
from gwr_docs.typeset.summary_charts import chart_bands
from gwr_docs.typeset.summary_masthead import footer, header, masthead
from gwr_docs.typeset.summary_notes import Noted, notes_rule
from gwr_docs.typeset.summary_tables import figure_boxes, goal_rows
from gwr_docs.typeset.summary_tasks import task_rows
from gwr_docs.typeset.tags import Tag

WORDS = {
    "problems": "存在的问题",
    "goals": "主要预期目标",
    "tasks": "重点工作",
    "requirement": "总体要求",
    "figures": "主要指标一览",
    "planned": "计划指标",
}


def plan_summary_pages(summary: Summary, theme: Theme, book: FontBook) -> tuple[Page, ...]:
    """Every page of the summary as ink, running heads and footers included.

    If it has more than `most_pages`, it is the first of the tighter themes that keeps within them; if none does, that it is long.
    """
    pages, most = _pages(summary, theme, book), theme.numbers["most_pages"]
    if len(pages) <= most or len(_pages(summary, theme.tighter[-1], book)) > most:
        return pages
    return next(tried for tighter in theme.tighter if len(tried := _pages(summary, tighter, book)) <= most)


def _pages(summary: Summary, theme: Theme, book: FontBook) -> tuple[Page, ...]:
    setter = Setter(theme, book)
    area = page_area(theme)
    pages = lay_out(tuple(_bands(summary, setter, area)), area, notes_rule(setter))
    around = [(*header(summary, setter, area, n), *footer(summary, setter, area, n, len(pages))) for n in range(1, len(pages) + 1)]
    return tuple(Page((*page.ink, *artifacts), page.outline) for page, artifacts in zip(pages, around, strict=True))


def page_area(theme: Theme) -> Area:
    page = theme.page
    width = page["width"] - page["left"] - page["right"]
    height = page["height"] - page["top"] - page["bottom"]
    return Area(page["left"].pt, page["top"].pt, width.pt, height.pt, page["gutter"].pt)


def _bands(summary: Summary, setter: Setter, area: Area) -> Iterator[Band]:
    noted = Noted(summary.explanations, setter, area.width)
    gap, columns = setter.page("band"), setter.theme.numbers["text_columns"]
    yield Band((masthead(summary, setter, area.width),))
    if summary.heroes:
        yield Band((hero_strip(summary.heroes, setter, area.width),), before=setter.page("under_masthead"))
    if summary.overview:
        yield Band(tuple(_overview(summary, noted, area.width)), before=setter.page("under_masthead"))
    review = summary.review
    if review.parts:
        section = Tag("Sect")
        head = _heading(review.number + plain(review.title), setter, area.width, section)
        yield Band(tuple(_gists(review.parts, setter, noted, area.column_width(columns), section)), columns, gap, head)
        yield from chart_bands(summary.charts, setter, area, section)
    if summary.problems:
        yield Band(tuple(_problems(summary, setter, noted, area)), before=gap)
    if summary.plan.parts or summary.goals or summary.requirement:
        yield Band(tuple(_plan(summary, setter, noted, area)), before=gap)
    width, columns = area.column_width(setter.theme.numbers["figure_columns"]), setter.theme.numbers["figure_columns"]
    year = f"（{summary.plan_year}）" if summary.plan_year else ""
    for planned, name in ((False, WORDS["figures"]), (True, WORDS["planned"] + year)):
        groups = [group for group in summary.groups if group.planned is planned]
        if groups:
            section = Tag("Sect")
            head = _heading(name, setter, area.width, section)
            whole = bool(setter.theme.numbers["figures_whole"])
            yield Band(tuple(figure_boxes(groups, setter, width, section)), columns, gap, head, whole)


def _heading(text: str, setter: Setter, width: float, under: Tag) -> tuple[Box, ...]:
    """A section head with a hairline under it."""
    return setter.head(text, "heading", width, Tag("H2", under), 0, Rect(0, 0, width, setter.page("rule"), "rule"))


def _overview(summary: Summary, noted: Noted, width: float) -> tuple[Box, ...]:
    section = Tag("Sect")
    return noted.paragraph([Words(summary.overview, "text")], width, Tag("P", section), section, indent=2)


def _gists(parts: Sequence[GistPart], setter: Setter, noted: Noted, width: float, under: Tag) -> Iterator[Box]:
    for part in parts:
        title, section = part.number + plain(part.title), Tag("Sect", under)
        boxes = setter.paragraph([Words(made(title), "part")], width, Tag("H3", section), justify=False, keep=True)
        yield replace(boxes[0], outline=(1, title))
        yield from boxes[1:]
        for gist in part.gists:
            lead = (*gist.title, Run("。")) if gist.text else gist.title
            yield from noted.paragraph([Words(lead, "lead"), Words(gist.text, "text")], width, Tag("P", section), section)


def _problems(summary: Summary, setter: Setter, noted: Noted, area: Area) -> Iterator[Box]:
    section = Tag("Sect")
    yield from _heading(WORDS["problems"], setter, area.width, section)
    points = Tag("L", section, numbering="Decimal")
    for number, item in enumerate(summary.problems, 1):
        point = Tag("LI", points)
        words = (
            Words(made(f"{number}. "), "lead", Tag("Lbl", point)),
            Words((*item.title, Run("，" if item.text else "。")), "lead"),
            Words(item.text, "text"),
        )
        yield from noted.paragraph(words, area.width, Tag("LBody", point), section, keep=number < len(summary.problems))


def _plan(summary: Summary, setter: Setter, noted: Noted, area: Area) -> Iterator[Box]:
    plan = summary.plan
    section = Tag("Sect")
    yield from _heading(plan.number + plain(plan.title), setter, area.width, section)
    if summary.requirement:
        part, text = Tag("Sect", section), list[Box]()
        for runs in summary.requirement:
            text += noted.paragraph([Words(runs, "text")], area.width, Tag("P", part), part, indent=2)
        yield from _captioned(WORDS["requirement"], text, setter, area.width, part)
    if summary.goals:
        part = Tag("Sect", section)
        yield from _captioned(WORDS["goals"], goal_rows(summary, setter, area.width, part), setter, area.width, part)
    if plan.parts:
        part = Tag("Sect", section)
        yield from _captioned(WORDS["tasks"], task_rows(plan.parts, setter, noted, area.width, part), setter, area.width, part)


def _captioned(text: str, rows: Iterable[Box], setter: Setter, width: float, under: Tag) -> Iterator[Box]:
    yield from setter.head(text, "part", width, Tag("H3", under), level=1)
    yield from rows
