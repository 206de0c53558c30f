"""Briefing to docx: paragraphs in named styles, native numbering, mirrored page numbers."""

import datetime
import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.oxml import parse_xml

from gwr_docs.archive import repack
from gwr_docs.documents.blocks import DRAWN, Block
from gwr_docs.documents.briefing import Briefing
from gwr_docs.documents.runs import Emphasis, Run
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import TITLES, PageMap, block_lines
from gwr_docs.writers.docx.base import R, W, base_document, body_section
from gwr_docs.writers.docx.charts import Charts, chart_annex
from gwr_docs.writers.docx.font_table import add_font_table, embed_fonts
from gwr_docs.writers.docx.fonts import open_names
from gwr_docs.writers.docx.front import front_matter, toc_name
from gwr_docs.writers.docx.tables import annexes
from gwr_docs.writers.docx.xml import bookmark, field, lines, paragraph, run, runs

TEXT_MARKS = ("正文开始", "正文结束")
MOST = 255  # characters of a document property, python-docx's limit


def write_briefing(briefing: Briefing, pages: PageMap, theme: Theme, book: FontBook, issued: int) -> bytes:
    """The briefing as docx bytes; `pages` are those that typeset/ predicts. `issued` is the date of issue in seconds since 1970."""
    named = open_names(book) if briefing.embed_fonts else book
    document = docx.Document(io.BytesIO(base_document(theme, named, _footers(briefing, theme), briefing.embed_fonts)))
    charts = Charts(document.part, theme, named)
    text = _text(briefing, charts)
    front, back = front_matter(briefing, pages, theme, book), annexes(briefing, pages, theme, book)
    behind = chart_annex(briefing, charts)
    # The whole part at once: lxml moves a tree between documents node by node.
    document.part._element = parse_xml(
        f"<w:document {W} {R}><w:body>{front}{text}{back}{behind}{body_section(theme)}</w:body></w:document>"
    )
    document = document.part.document
    _describe(document.core_properties, briefing, issued)
    (embed_fonts if briefing.embed_fonts else add_font_table)(document, theme, book)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue(), issued)


def _text(briefing: Briefing, charts: Charts) -> str:
    """All blocks. The report's own text stands between two bookmarks, so that it can be told from what the program adds:
    behind them, and between them marks, charts and captions, which have styles of their own."""
    linked = {entry.index for entry in briefing.contents}
    out = [_paragraph(index, block, index in linked, charts) for index, block in enumerate(briefing.blocks)]
    end, free = briefing.text_end, len(out) + len(briefing.annexes) + 1
    start, stop = (bookmark(free + n, name, "") for n, name in enumerate(TEXT_MARKS))
    return "".join((start, *out[:end], stop, *out[end:]))


def _paragraph(index: int, block: Block, linked: bool, charts: Charts) -> str:
    if block.role in DRAWN:
        return charts.paragraph(block)
    content = lines(block_lines(block, charts.theme, charts.book)) if block.role in TITLES else _runs(block.runs)
    return paragraph(block.role.value, bookmark(index, toc_name(index), content) if linked else content)


def _runs(printed: Iterable[Run]) -> str:
    """Neighbouring runs of one look are one run, so that a writer's search in Word finds what stands across them."""
    out: list[tuple[Emphasis, str]] = []
    for each in printed:
        if out and out[-1][0] is each.emphasis:
            out[-1] = (each.emphasis, out[-1][1] + each.text)
        else:
            out.append((each.emphasis, each.text))
    return "".join(run(text, "mark") if emphasis is Emphasis.MARK else runs(text, emphasis.value) for emphasis, text in out)


def _footers(briefing: Briefing, theme: Theme) -> dict[str, str]:
    """ "— 1 —" at the right of odd and the left of even pages, one character in (7.5); the edition stamp opposite."""
    width = theme.page["width"] - theme.page["left"] - theme.page["right"]
    character = theme.styles["page_number"].size
    stamp = run(f"版本 {briefing.stamp}", "stamp") if briefing.stamp else ""
    number = "".join((run("— ", "page_number"), field("PAGE", "1", "page_number"), run(" —", "page_number")))
    tab = "<w:r><w:tab/></w:r>"
    return {
        "footer1": _footer(f"{stamp}{tab}{number}", (width - character).twips, 0),
        "footer2": _footer(f"{number}{tab}{stamp}", width.twips, character.twips),
    }


def _footer(content: str, tab: int, left: int) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs><w:snapToGrid w:val="0"/>'
        f'<w:ind w:left="{left}"/><w:jc w:val="left"/></w:pPr>{content}</w:p>'
    )


def _describe(properties: Any, briefing: Briefing, issued: int) -> None:
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC).replace(tzinfo=None)
    title, issuer = briefing.title[:MOST], briefing.issuer[:MOST]
    properties.title, properties.author, properties.last_modified_by = title, issuer, issuer
    properties.language, properties.keywords, properties.comments = "zh-CN", briefing.stamp, ""
    properties.created = properties.modified = moment
    properties.revision = 1
