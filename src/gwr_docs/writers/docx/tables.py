"""Annex tables: rows that are never split, a head that repeats, numbers on the decimal point."""

import re
from math import fsum

from gwr_docs.documents.annex import Align, Cell, PageRef, Table
from gwr_docs.documents.blocks import Role
from gwr_docs.documents.briefing import Briefing, annex_title
from gwr_docs.documents.runs import plain
from gwr_docs.theme.faces import Face, FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import PageMap
from gwr_docs.typeset.table_rows import measure_rows
from gwr_docs.units import Length
from gwr_docs.writers.docx.front import toc_name
from gwr_docs.writers.docx.xml import attribute, bookmark, paragraph, runs

_BEFORE_POINT = re.compile(r"\D*\d+")
CENTERED = '<w:jc w:val="center"/>'


def annexes(briefing: Briefing, pages: PageMap, theme: Theme, book: FontBook) -> str:
    """All annexes, each on a new page, unless it finds room whole below the one before."""
    out = []
    for number, table in enumerate(briefing.annexes, 1):
        index = len(briefing.blocks) + number - 1
        title = bookmark(index, toc_name(index), runs(annex_title(number, table)))
        below = (
            f'<w:pageBreakBefore w:val="0"/><w:spacing w:before="{theme.page["line_pitch"].twips}"/>' if number - 1 in pages.joined else ""
        )
        out.append(paragraph(Role.ANNEX.value, title, below) + _table(table, pages, theme, book))
    return "".join(out)


def _table(table: Table, pages: PageMap, theme: Theme, book: FontBook) -> str:
    widths, measured = theme.columns[table.name], measure_rows(table, theme, book)
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    total = sum(width.twips for width in widths)
    pad = theme.page["cell_pad"].twips
    rules = (("top", "table_rule"), ("bottom", "table_rule"), ("insideH", "table_hairline"))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{round(theme.page[name].pt * 8)}" w:space="0" w:color="auto"/>' for side, name in rules
    )
    properties = (
        f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'
        f"<w:tblCaption w:val={attribute(table.title)}/><w:tblDescription w:val={attribute(table.description)}/></w:tblPr>"
    )
    heads = [(runs(head), CENTERED) for head in table.heads]
    rows = [_row(heads, widths, measured.head, "table_head", "<w:tblHeader/>")]
    face, size = book.faces[theme.styles["table_cell"].face], theme.styles["table_cell"].size
    for row, height in zip(table.rows, measured.rows, strict=True):
        looks = [
            _aligned(align, width, "" if isinstance(cell, PageRef) else plain(cell), face, size, theme.numbers["decimal_room"])
            for cell, align, width in zip(row, table.aligns, widths, strict=True)
        ]
        cells = [(_content(cell, pages), look) for cell, look in zip(row, looks, strict=True)]
        rows.append(_row(cells, widths, height, "table_cell"))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _content(cell: Cell, pages: PageMap) -> str:
    if isinstance(cell, PageRef):
        return runs(str(pages.page(cell.index, cell.offset)))
    return runs(plain(cell))


def _row(cells: list[tuple[str, str]], widths: tuple[Length, ...], height: Length, role: str, head: str = "") -> str:
    out = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph(role, content, look)}</w:tc>'
        for (content, look), width in zip(cells, widths, strict=True)
    )
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height.twips}" w:hRule="exact"/>{head}</w:trPr>{out}</w:tr>'


def _aligned(align: Align, width: Length, text: str, face: Face, size: Length, decimals: int) -> str:
    """Decimal points below each other by a right indent; a decimal tab does it in Word alone, not in LibreOffice."""
    if align is not Align.DECIMAL:
        return CENTERED if align is Align.CENTER else ""
    front = _BEFORE_POINT.match(text)
    behind = size * fsum(face.advance(character) for character in (text[front.end() :] if front else ""))
    room = max(0, (width * (decimals / 100) - behind).twips)
    return f'<w:ind w:right="{room}"/><w:jc w:val="right"/>'
