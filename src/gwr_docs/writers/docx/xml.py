"""Runs, fields and paragraphs of WordprocessingML, as text."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from gwr_docs.writers.docx.base import style_id

_PIECES = re.compile(r"[!-~]+(?: +[!-~]+)*|[^!-~]+")


def attribute(text: str) -> str:
    """A quoted attribute value."""
    return quoteattr(text)


def runs(text: str, role: str = "") -> str:
    """Text in a character style, letters and digits in theirs."""
    return "".join(run(piece, "latin" if piece[0].isascii() else role) for piece in _PIECES.findall(text))


def lines(texts: Sequence[str]) -> str:
    """Text broken into these lines."""
    return "<w:r><w:br/></w:r>".join(map(runs, texts))


def run(text: str, role: str = "") -> str:
    """A run in a character style. The hint tells Word that “”‘’…— are Chinese."""
    style = f'<w:rStyle w:val="{style_id(role)}"/>' if role else ""
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field_begin(instruction: str, role: str = "") -> str:
    """A field up to its result, which the file holds so that nobody has to refresh it."""
    look = f'<w:rPr><w:rStyle w:val="{style_id(role)}"/></w:rPr>' if role else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(role: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style_id(role)}"/></w:rPr>' if role else ""
    return f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, role: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style_id(role)}"/></w:rPr>' if role else ""
    return f"{field_begin(instruction, role)}<w:r>{look}<w:t>{escape(result)}</w:t></w:r>{field_end(role)}"


def paragraph(role: str, content: str, extra: str = "") -> str:
    """`extra` are paragraph properties that no style can carry: a section's end, the space that fills a page, a number's indent."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>{extra}</w:pPr>{content}</w:p>'


def bookmark(number: int, name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
