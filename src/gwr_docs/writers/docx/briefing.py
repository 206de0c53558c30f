"""Briefing to docx: paragraphs in named styles, native numbering, mirrored page numbers."""

import datetime
import io
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml

from gwr_docs.archive import repack
from gwr_docs.documents.briefing import Block, Briefing
from gwr_docs.documents.runs import Emphasis, Run
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.docx.base import W, base_document, style_id


def write_briefing(briefing: Briefing, theme: Theme, book: FontBook, issued: int) -> bytes:
    """The briefing as docx bytes. `issued` is the date of issue in seconds since 1970."""
    document = docx.Document(io.BytesIO(base_document(theme, book, _footers(briefing, theme))))
    body = document.element.body
    section = body[-1]
    for paragraph in parse_xml(f"<w:body {W}>{''.join(map(_paragraph, briefing.blocks))}</w:body>"):
        section.addprevious(paragraph)
    _describe(document.core_properties, briefing, issued)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue(), issued)


def _paragraph(block: Block) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(block.role.value)}"/></w:pPr>{_runs(block.runs)}</w:p>'


def _runs(runs: Iterable[Run]) -> str:
    """Neighbouring runs of one look are one run, so that a writer's search in Word finds what stands across them."""
    out: list[tuple[Emphasis, str]] = []
    for run in runs:
        if out and out[-1][0] is run.emphasis:
            out[-1] = (run.emphasis, out[-1][1] + run.text)
        else:
            out.append((run.emphasis, run.text))
    return "".join(_run(text, "topic" if emphasis is Emphasis.TOPIC else "") for emphasis, text in out)


def _run(text: str, role: str = "") -> str:
    """Without the hint, Word sets “”‘’…— in the Latin face."""
    style = f'<w:rStyle w:val="{style_id(role)}"/>' if role else ""
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _footers(briefing: Briefing, theme: Theme) -> dict[str, str]:
    """ "— 1 —" at the right of odd and the left of even pages, one character in (7.5); the edition stamp opposite."""
    width = theme.page["width"] - theme.page["left"] - theme.page["right"]
    character = theme.styles["page_number"].size
    stamp = _run(f"版本 {briefing.stamp}", "stamp") if briefing.stamp else ""
    number = "".join((_run("— ", "page_number"), _field("PAGE"), _run(" —", "page_number")))
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


def _field(instruction: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{style_id("page_number")}"/></w:rPr>'
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>1</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _describe(properties: Any, briefing: Briefing, issued: int) -> None:
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = briefing.title, briefing.issuer, briefing.issuer
    properties.language, properties.keywords, properties.comments = "zh-CN", briefing.stamp, ""
    properties.created = properties.modified = moment
    properties.revision = 1
