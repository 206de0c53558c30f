"""Ink to PDF through ReportLab's canvas: embedded subset fonts, outline, document properties, the same bytes every time."""

import io
import os
from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from gwr_docs.documents.summary import Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Rect, Text
from gwr_docs.typeset.summary_pages import plan_summary_pages

VERSION = (1, 7)
ENTRIES = 100  # most that one bfchar block may hold (Adobe Technical Note 5014)
LANGUAGE = "zh-CN"


def write_summary(summary: Summary, theme: Theme, book: FontBook, issued: int) -> tuple[bytes, int]:
    """The summary as PDF bytes and its number of pages. `issued` is the date of issue in seconds since 1970."""
    pages = plan_summary_pages(summary, theme, book)
    out = io.BytesIO()
    width, height = theme.page["width"].pt, theme.page["height"].pt
    register_fonts(pages, book)
    first = next(item.font for item in pages[0].ink if isinstance(item, Text))
    canvas = _canvas(out, (width, height), issued, font_name(first))
    canvas.setTitle(summary.title)
    canvas.setAuthor(summary.issuer)
    canvas.setSubject(summary.meeting)
    canvas.setCreator("gwr-docs")
    canvas.setKeywords(summary.stamp)
    for number, page in enumerate(pages):
        _outline(canvas, page, number, height)
        _draw(canvas, page, height, theme)
        canvas.showPage()
    canvas.save()
    return out.getvalue(), len(pages)


def _canvas(out: io.BytesIO, size: tuple[float, float], issued: int, font: str) -> Any:
    """A canvas without clock or stray Helvetica. ReportLab reads its clock from SOURCE_DATE_EPOCH alone."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(issued)
    try:
        return Canvas(out, pagesize=size, invariant=1, pdfVersion=VERSION, initialFontName=font, lang=LANGUAGE, pageCompression=1)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def to_unicode(_name: str, subset: Sequence[int]) -> str:
    """A ToUnicode map that is right beyond the BMP: ReportLab writes five hex digits where UTF-16BE is asked for."""
    rows = [f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in enumerate(subset) if value]
    blocks = [rows[start : start + ENTRIES] for start in range(0, len(rows), ENTRIES)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return f"{CMAP_HEAD}\n{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""


def font_name(key: str) -> str:
    return f"gwr-{key}"


def register_fonts(pages: Sequence[Page], book: FontBook) -> None:
    """Open only the fonts that the pages use (30–56 ms each)."""
    ttfonts.makeToUnicodeCMap = to_unicode
    used = {item.font for page in pages for item in page.ink if isinstance(item, Text)}
    for key in sorted(used):
        if font_name(key) not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font_name(key), str(book.fonts[key].path)))


def _outline(canvas: Any, page: Page, number: int, height: float) -> None:
    for index, (level, title, y) in enumerate(page.outline):
        key = f"p{number}-{index}"
        canvas.bookmarkHorizontal(key, 0, height - y)
        canvas.addOutlineEntry(title, key, level)


def _draw(canvas: Any, page: Page, height: float, theme: Theme) -> None:
    for item in page.ink:
        canvas.setFillColor(HexColor(f"#{theme.palette[item.color]}"))
        if isinstance(item, Rect):
            canvas.rect(item.x, height - item.y - item.height, item.width, item.height, stroke=0, fill=1)
        else:
            text = canvas.beginText(item.x, height - item.y)
            text.setFont(font_name(item.font), item.size)
            text.setCharSpace(round(item.tracking, 4))
            text.textOut(item.text)
            canvas.drawText(text)
