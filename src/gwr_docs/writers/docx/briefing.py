"""Briefing to docx: paragraphs in named styles, native numbering, mirrored page numbers."""

import datetime
import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.oxml import parse_xml

from gwr_docs.archive import repack
from gwr_docs.documents.briefing import Block, Briefing
from gwr_docs.documents.runs import Emphasis, Run
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import paginate
from gwr_docs.writers.docx.base import R, W, base_document, body_section
from gwr_docs.writers.docx.charts import chart_annex
from gwr_docs.writers.docx.front import front_matter, toc_name
from gwr_docs.writers.docx.tables import annexes
from gwr_docs.writers.docx.xml import bookmark, field, paragraph, run, runs

MOST = 255  # characters of a document property, python-docx's limit


def write_briefing(briefing: Briefing, theme: Theme, book: FontBook, issued: int) -> tuple[bytes, int]:
    """The briefing as docx bytes and its number of body pages as predicted. `issued` is the date of issue in seconds since 1970."""
    document = docx.Document(io.BytesIO(base_document(theme, book, _footers(briefing, theme))))
    linked = {entry.index for entry in briefing.contents}
    text = "".join(_paragraph(index, block, index in linked) for index, block in enumerate(briefing.blocks))
    pages = paginate(briefing, theme, book)
    front, back = front_matter(briefing, pages, theme, book), annexes(briefing, pages, theme, book)
    charts = chart_annex(briefing, document.part, theme, book)
    # The whole body at once: moving paragraph by paragraph takes lxml quadratic time.
    body = parse_xml(f"<w:body {W} {R}>{front}{text}{back}{charts}{body_section(theme)}</w:body>")
    document.element.replace(document.element.body, body)
    _describe(document.core_properties, briefing, issued)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue(), issued), pages.count


def _paragraph(index: int, block: Block, linked: bool) -> str:
    content = _runs(block.runs)
    return paragraph(block.role.value, bookmark(index, toc_name(index), content) if linked else content)


def _runs(printed: Iterable[Run]) -> str:
    """Neighbouring runs of one look are one run, so that a writer's search in Word finds what stands across them."""
    out: list[tuple[Emphasis, str]] = []
    for each in printed:
        if out and out[-1][0] is each.emphasis:
            out[-1] = (each.emphasis, out[-1][1] + each.text)
        else:
            out.append((each.emphasis, each.text))
    return "".join(runs(text, "topic" if emphasis is Emphasis.TOPIC else "") for emphasis, text in out)


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
