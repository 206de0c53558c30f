"""The head of the summary (the occasion, the title with the date, a heavy rule), the running heads and the foot of each page."""

from gwr_docs.documents.qr import QUIET, qr_modules
from gwr_docs.documents.runs import made
from gwr_docs.documents.summary import Summary
from gwr_docs.typeset.flow import Area
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_code import qr_ink
from gwr_docs.typeset.tags import FOOTER, HEADER, Tag

SUBTITLE = "（摘要）"
ADDRESS = "网上查阅："


def masthead(summary: Summary, setter: Setter, width: float) -> Box:
    """Meeting and speaker in grey, the title with the date beside it, a heavy red rule; with an address, it and its code at the right."""
    side, rule = setter.page("code"), setter.page("heavy_rule")
    room = width - side - 2 * setter.page("gutter") if summary.address else width
    ink, bottom = _names(summary, setter, room)
    if summary.address:
        added, bottom = _address(summary.address, setter, room, bottom)
        quiet = QUIET * side / len(qr_modules(summary.address))
        ink, bottom = [*ink, *added, *qr_ink(summary.address, width - side, 0, side)], max(bottom, side + quiet)
    ink.append(Rect(0, bottom, width, rule, "red"))
    return Box(bottom + rule, tuple(ink), outline=(0, summary.title + SUBTITLE))


def _address(address: str, setter: Setter, width: float, top: float) -> tuple[list[Ink], float]:
    """The address as a link on one line, and where it ends. A long one is cut: link and code hold it whole."""
    words, base, x = Tag("P"), top + setter.base("masthead"), setter.width(ADDRESS, "masthead")
    link = Tag("Link", words, alt=ADDRESS + address, target=address)
    shown = setter.beginning(address, "masthead", width - x)
    ink = [*setter.label(made(ADDRESS), "masthead", words, 0, base), *setter.label(made(shown), "masthead", link, x, base)]
    return ink, top + setter.leading("masthead")


def _names(summary: Summary, setter: Setter, width: float) -> tuple[list[Ink], float]:
    """The occasion and the title, and how high they are."""
    above, top = _occasion(summary, setter, width)
    aside, leading, title = setter.page("aside"), setter.leading("title"), made(summary.title)
    tail = 2 * aside + setter.width(SUBTITLE, "part") + setter.width(summary.date_text, "masthead")
    size = setter.smallest("title")
    if setter.width(summary.title, "title") * size / setter.size("title") + tail <= width:
        size = setter.fit(summary.title, "title", width - tail)
    lines = setter.lines([Words(title, "title")], width, justify=False, size=size)
    y, head = top + setter.base("title"), Tag("H1")
    ink = [*above, *(ink for line in setter.labels(title, "title", head, 0, y, width, size=size) for ink in line)]
    y += (len(lines) - 1) * leading * size / setter.size("title")
    end = lines[-1].end * size
    if end + tail > width:
        y, end = y + leading, -aside
    ink += setter.label(made(SUBTITLE), "part", head, end + aside, y)
    ink += setter.label(made(summary.date_text), "masthead", Tag("P"), width, y, align="right")
    return ink, y - setter.base("title") + leading


def _occasion(summary: Summary, setter: Setter, width: float) -> tuple[list[Ink], float]:
    """The meeting at the left, the speaker at the right, or below it when one line cannot hold both; and how high they are."""
    left = summary.meeting or summary.issuer
    right = summary.speaker or (summary.issuer if summary.meeting else "")
    base, leading, room = setter.base("masthead"), setter.leading("masthead"), width - setter.page("gutter")
    size = setter.smallest("masthead")
    if setter.width(left + right, "masthead") * size / setter.size("masthead") <= room:
        size = setter.fit(left + right, "masthead", room)
        ink = setter.label(made(left), "masthead", Tag("P"), 0, base, size=size)
        return [*ink, *setter.label(made(right), "masthead", Tag("P"), width, base, align="right", size=size)], leading
    lines = setter.labels(made(left), "masthead", Tag("P"), 0, base, width)
    lines += setter.labels(made(right), "masthead", Tag("P"), 0, base + len(lines) * leading, width)
    return [ink for line in lines for ink in line], len(lines) * leading


def header(summary: Summary, setter: Setter, area: Area, number: int) -> tuple[Ink, ...]:
    """From the second page on: issuer and title at the left, as far as they go, the date at the right; the first has the masthead."""
    if number == 1:
        return ()
    room = area.width - setter.width(summary.date_text, "footer") - setter.page("gutter")
    left = setter.beginning(f"{summary.issuer}　{summary.title}{SUBTITLE}", "footer", room)
    ink = (
        *setter.label(made(left), "footer", HEADER, 0, 0),
        *setter.label(made(summary.date_text), "footer", HEADER, area.width, 0, align="right"),
        Rect(0, setter.page("header_rule"), area.width, setter.page("rule"), "rule"),
    )
    return shifted(ink, area.x, setter.page("header"))


def footer(summary: Summary, setter: Setter, area: Area, number: int, count: int) -> tuple[Ink, ...]:
    """Page n of N at the right, the edition stamp at the left."""
    y = setter.page("height") - setter.page("footer")
    left = f"版本 {summary.stamp}" if summary.stamp else ""
    page = f"第 {number} 页，共 {count} 页"
    ink = (
        Rect(0, -setter.page("footer_rule"), area.width, setter.page("rule"), "rule"),
        *setter.label(made(left), "footer", FOOTER, 0, 0),
        *setter.label(made(page), "footer", FOOTER, area.width, 0, align="right"),
    )
    return shifted(ink, area.x, y)
