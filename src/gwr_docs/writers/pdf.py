"""Ink to PDF through ReportLab's canvas: embedded subset fonts, outline, document properties, the same bytes every time."""

import datetime
import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from gwr_docs.documents.summary import Summary
from gwr_docs.theme.faces import Font, FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Rect, Text
from gwr_docs.typeset.summary_pages import plan_summary_pages

VERSION = (1, 7)
ENTRIES = 100  # most that one bfchar block may hold (Adobe Technical Note 5014)
LANGUAGE = "zh-CN"
PATH_DIGITS = 12


def write_summary(summary: Summary, theme: Theme, book: FontBook, issued: int) -> tuple[bytes, int]:
    """The summary as PDF bytes and its number of pages. `issued` is the date of issue in seconds since 1970."""
    pages = plan_summary_pages(summary, theme, book)
    out = io.BytesIO()
    width, height = theme.page["width"].pt, theme.page["height"].pt
    names = register_fonts(pages, book)
    first = next(item.font for item in pages[0].ink if isinstance(item, Text))
    canvas = _canvas(out, (width, height), issued, names[first])
    canvas.setTitle(summary.title)
    canvas.setAuthor(summary.issuer)
    canvas.setSubject(summary.meeting)
    canvas.setCreator("gwr-docs")
    canvas.setKeywords(summary.stamp)
    for number, page in enumerate(pages):
        _outline(canvas, page, number, height)
        _draw(canvas, page, height, theme, names)
        canvas.showPage()
    canvas.save()
    return out.getvalue(), len(pages)


def _canvas(out: io.BytesIO, size: tuple[float, float], issued: int, font: str) -> Any:
    """A canvas without clock or stray Helvetica.

    ReportLab takes the date from its clock or from SOURCE_DATE_EPOCH, and the file's identifier with it: both are set anew.
    """
    canvas = Canvas(out, pagesize=size, invariant=1, pdfVersion=VERSION, initialFontName=font, lang=LANGUAGE, pageCompression=1)
    document = canvas._doc
    document._timeStamp.YMDhms = tuple(datetime.datetime.fromtimestamp(issued, datetime.UTC).timetuple())[:6]
    document.signature = hashlib.md5(str(issued).encode(), usedforsecurity=False)
    return canvas


class MappedFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A font whose subsets tell their characters right beyond the BMP."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        subsets = list(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            font = doc.idToObject["BasicFonts"].dict[name]
            doc.idToObject[font.ToUnicode.name].content = to_unicode(subset)


def to_unicode(subset: Sequence[int]) -> str:
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


def font_name(font: Font) -> str:
    """ReportLab's list of fonts is one for the process: the path keeps the fonts of two books apart."""
    path = hashlib.sha256(str(font.path.resolve()).encode()).hexdigest()[:PATH_DIGITS]
    return f"gwr-{font.key}-{path}"


def register_fonts(pages: Sequence[Page], book: FontBook) -> dict[str, str]:
    """ReportLab's names of the fonts that the pages use, by key; only they are opened (30–56 ms each)."""
    used = {item.font for page in pages for item in page.ink if isinstance(item, Text)}
    names = {key: font_name(book.fonts[key]) for key in sorted(used)}
    for key, name in names.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            font = MappedFont(name, str(book.fonts[key].path))
            # ReportLab would give us the first font with this name inside its file instead, whatever its path.
            inner, font.face.name = font.face.name, name.encode()
            pdfmetrics.registerFont(font)
            font.face.name = inner
    return names


def _outline(canvas: Any, page: Page, number: int, height: float) -> None:
    for index, (level, title, y) in enumerate(page.outline):
        key = f"p{number}-{index}"
        canvas.bookmarkHorizontal(key, 0, height - y)
        canvas.addOutlineEntry(title, key, level)


def _draw(canvas: Any, page: Page, height: float, theme: Theme, names: Mapping[str, str]) -> None:
    for item in page.ink:
        canvas.setFillColor(HexColor(f"#{theme.palette[item.color]}"))
        if isinstance(item, Rect):
            canvas.rect(item.x, height - item.y - item.height, item.width, item.height, stroke=0, fill=1)
        else:
            text = canvas.beginText(item.x, height - item.y)
            text.setFont(names[item.font], item.size)
            text.setCharSpace(round(item.tracking, 4))
            text.textOut(item.text)
            canvas.drawText(text)
