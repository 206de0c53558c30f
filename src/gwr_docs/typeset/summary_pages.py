"""The pages of the summary: masthead, hero numbers, gists in two columns, problems, targets, tasks, all figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gwr_docs.documents.runs import Run, made, plain
from gwr_docs.documents.summary import GistPart, Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.flow import Area, Band, Page, lay_out
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_cards import hero_strip
from gwr_docs.typeset.summary_tables import figure_boxes, goal_rows, task_rows

WORDS = {
    "subtitle": "（摘要）",
    "problems": "存在的问题",
    "goals": "主要预期目标",
    "tasks": "重点工作",
    "requirement": "总体要求",
    "figures": "主要指标一览",
    "planned": "计划指标",
}


def plan_summary_pages(summary: Summary, theme: Theme, book: FontBook) -> tuple[Page, ...]:
    """Every page of the summary as ink, footers included."""
    setter = Setter(theme, book)
    area = page_area(theme)
    pages = lay_out(tuple(_bands(summary, setter, area)), area)
    return tuple(
        Page((*page.ink, *_footer(summary, setter, area, number, len(pages))), page.outline) for number, page in enumerate(pages, 1)
    )


def page_area(theme: Theme) -> Area:
    page = theme.page
    width = page["width"] - page["left"] - page["right"]
    height = page["height"] - page["top"] - page["bottom"]
    return Area(page["left"].pt, page["top"].pt, width.pt, height.pt, page["gutter"].pt)


def _bands(summary: Summary, setter: Setter, area: Area) -> Iterator[Band]:
    gap, columns = setter.page("band"), setter.theme.numbers["text_columns"]
    yield Band((_masthead(summary, setter, area.width),))
    if summary.heroes:
        yield Band((hero_strip(summary.heroes, setter, area.width),), before=setter.page("under_masthead"))
    review = summary.review
    if review.parts:
        head = _heading(review.number + plain(review.title), setter, area.width)
        yield Band(tuple(_gists(review.parts, setter, area.column_width(columns))), columns, gap, head)
    if summary.problems:
        yield Band(tuple(_problems(summary, setter, area)), before=gap)
    if summary.plan.parts or summary.goals:
        yield Band(tuple(_plan(summary, setter, area)), before=gap)
    width, columns = area.column_width(setter.theme.numbers["figure_columns"]), setter.theme.numbers["figure_columns"]
    for planned, name in ((False, WORDS["figures"]), (True, summary.plan_year + WORDS["planned"])):
        groups = [group for group in summary.groups if group.planned is planned]
        if groups:
            head = _heading(name, setter, area.width)
            yield Band(tuple(figure_boxes(groups, setter, width)), columns, gap, head, whole=True)


def _masthead(summary: Summary, setter: Setter, width: float) -> Box:
    """Meeting and speaker in grey, the title with the date beside it, a heavy red rule."""
    above, top = _occasion(summary, setter, width)
    aside, leading, title = setter.page("aside"), setter.leading("title"), made(summary.title)
    tail = 2 * aside + setter.width(WORDS["subtitle"], "part") + setter.width(summary.date_text, "masthead")
    size = setter.smallest("title")
    if setter.width(summary.title, "title") * size / setter.size("title") + tail <= width:
        size = setter.fit(summary.title, "title", width - tail)
    lines = setter.lines([Words(title, "title")], width, justify=False, size=size)
    y = top + setter.base("title")
    ink = [*above, *(ink for line in setter.labels(title, "title", 0, y, width, size=size) for ink in line)]
    y += (len(lines) - 1) * leading * size / setter.size("title")
    end = lines[-1].end * size
    if end + tail > width:
        y, end = y + leading, -aside
    ink += setter.label(made(WORDS["subtitle"]), "part", end + aside, y)
    ink += setter.label(made(summary.date_text), "masthead", width, y, align="right")
    bottom, rule = y - setter.base("title") + leading, setter.page("heavy_rule")
    ink.append(Rect(0, bottom, width, rule, "red"))
    return Box(bottom + rule, tuple(ink), outline=(0, summary.title + WORDS["subtitle"]))


def _occasion(summary: Summary, setter: Setter, width: float) -> tuple[list[Ink], float]:
    """The meeting at the left, the speaker at the right, or below it when one line cannot hold both; and how high they are."""
    left = summary.meeting or summary.issuer
    right = summary.speaker or (summary.issuer if summary.meeting else "")
    base, leading, room = setter.base("masthead"), setter.leading("masthead"), width - setter.page("gutter")
    size = setter.smallest("masthead")
    if setter.width(left + right, "masthead") * size / setter.size("masthead") <= room:
        size = setter.fit(left + right, "masthead", room)
        ink = setter.label(made(left), "masthead", 0, base, size=size)
        return [*ink, *setter.label(made(right), "masthead", width, base, align="right", size=size)], leading
    lines = setter.labels(made(left), "masthead", 0, base, width)
    lines += setter.labels(made(right), "masthead", 0, base + len(lines) * leading, width)
    return [ink for line in lines for ink in line], len(lines) * leading


def _heading(text: str, setter: Setter, width: float, level: int = 0) -> tuple[Box, ...]:
    """A section head with a hairline under it."""
    return setter.head(text, "heading", width, level, Rect(0, 0, width, setter.page("rule"), "rule"))


def _gists(parts: Sequence[GistPart], setter: Setter, width: float) -> Iterator[Box]:
    for part in parts:
        title = part.number + plain(part.title)
        boxes = setter.paragraph([Words(made(title), "part")], width, justify=False, keep=True)
        yield replace(boxes[0], outline=(1, title))
        yield from boxes[1:]
        for gist in part.gists:
            lead = (*gist.title, Run("。")) if gist.text else gist.title
            yield from setter.paragraph([Words(lead, "lead"), Words(gist.text, "text")], width)


def _problems(summary: Summary, setter: Setter, area: Area) -> Iterator[Box]:
    yield from _heading(WORDS["problems"], setter, area.width)
    for number, item in enumerate(summary.problems, 1):
        lead = (Run(f"{number}. "), *item.title, Run("，" if item.text else "。"))
        last = number == len(summary.problems)
        yield from setter.paragraph([Words(lead, "lead"), Words(item.text, "text")], area.width, keep=not last)


def _plan(summary: Summary, setter: Setter, area: Area) -> Iterator[Box]:
    plan = summary.plan
    yield from _heading(plan.number + plain(plan.title), setter, area.width)
    if summary.requirement:
        text = [box for runs in summary.requirement for box in setter.paragraph([Words(runs, "text")], area.width, indent=2)]
        yield from _captioned(WORDS["requirement"], text, setter, area.width)
    if summary.goals:
        yield from _captioned(WORDS["goals"], goal_rows(summary, setter, area.width), setter, area.width)
    if plan.parts:
        yield from _captioned(WORDS["tasks"], task_rows(plan.parts, setter, area.width), setter, area.width)


def _captioned(text: str, rows: Iterable[Box], setter: Setter, width: float) -> Iterator[Box]:
    yield from setter.head(text, "part", width, level=1)
    yield from rows


def _footer(summary: Summary, setter: Setter, area: Area, number: int, count: int) -> tuple[Ink, ...]:
    """Page n of N at the right, the title and the edition stamp at the left."""
    y = setter.page("height") - setter.page("footer")
    left = f"{summary.issuer}　{summary.title}{WORDS['subtitle']}"
    if summary.stamp:
        left += f"　版本 {summary.stamp}"
    page = f"第 {number} 页，共 {count} 页"
    size = setter.fit(left, "footer", area.width - setter.width(page, "footer") - setter.page("gutter"))
    ink = (
        Rect(0, -setter.page("footer_rule"), area.width, setter.page("rule"), "rule"),
        *setter.label(made(left), "footer", 0, 0, size=size),
        *setter.label(made(page), "footer", area.width, 0, align="right"),
    )
    return shifted(ink, area.x, y)
