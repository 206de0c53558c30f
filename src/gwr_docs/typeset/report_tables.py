"""Annex tables of the printed report: rows that are never cut, a head on each page, numbers on the decimal point."""

from collections.abc import Iterator, Sequence

from gwr_docs.documents.annex import Align, Cell, PageRef, Table
from gwr_docs.documents.runs import plain
from gwr_docs.typeset.briefing_pages import PageMap
from gwr_docs.typeset.ink import Ink, Rect, empty, shifted
from gwr_docs.typeset.report_text import GridSetter
from gwr_docs.typeset.setter import ALIGNED
from gwr_docs.typeset.table_rows import PlacedTable, Rows, decimal_room
from gwr_docs.typeset.tags import AGAIN, LAYOUT, Tag

SIDES = {Align.LEFT: "left", Align.CENTER: "center", Align.DECIMAL: "right"}


def table_pages(
    table: Table, rows: Rows, placed: PlacedTable, pages: PageMap, setter: GridSetter, section: Tag | None
) -> Iterator[tuple[tuple[Ink, ...], float]]:
    """The ink of the table on each of its pages, from the top of its head, and its height."""
    element = Tag("Table", section)
    head = Tag("TR", element)
    for number, (start, end) in enumerate(placed.pages):
        ink = list(_head(table, rows, setter, head if number == 0 else None))
        y = rows.head.pt
        for index in range(start, end):
            height = rows.rows[index].pt
            ink += shifted(_row(table, table.rows[index], height, pages, setter, Tag("TR", element)), 0, y)
            y += height
            ink.append(_rule(setter, y, "table_hairline" if index + 1 < end else "table_rule"))
        yield tuple(ink), y


def _head(table: Table, rows: Rows, setter: GridSetter, tag: Tag | None) -> Iterator[Ink]:
    """Without a tag it is said again only for the eye."""
    height = rows.head.pt
    yield _rule(setter, 0, "table_rule")
    yield _rule(setter, height, "table_hairline")
    for (x, width), text in zip(_columns(table, setter), table.heads, strict=True):
        cell = Tag("TH", tag, scope="Column") if tag else AGAIN
        yield from _cell(text, "table_head", x, width, height, "center", cell, setter)


def _row(table: Table, cells: Sequence[Cell], height: float, pages: PageMap, setter: GridSetter, tag: Tag) -> Iterator[Ink]:
    for index, ((x, width), cell, align) in enumerate(zip(_columns(table, setter), cells, table.aligns, strict=True)):
        text = str(pages.page(cell.index, cell.offset)) if isinstance(cell, PageRef) else plain(cell)
        if align is Align.DECIMAL:
            width -= decimal_room(text, setter.theme.columns[table.name][index], setter.theme, setter.book).pt
        element = Tag("TD", tag) if index else Tag("TH", tag, scope="Row")
        yield from _cell(text, "table_cell", x, width, height, SIDES[align], element, setter)


def _cell(text: str, role: str, x: float, width: float, height: float, side: str, tag: Tag, setter: GridSetter) -> Iterator[Ink]:
    """The text in the middle of its row's height."""
    if not text:
        yield empty(tag)
    pad = setter.theme.page["cell_pad"].pt
    room = width - 2 * pad
    lines = setter.labels(text, role, tag, x + pad + room * ALIGNED[side], 0, room, side)
    top = (height - len(lines) * setter.leading(role)) / 2 + setter.base(role)
    for line in lines:
        yield from shifted(line, 0, top)


def _columns(table: Table, setter: GridSetter) -> list[tuple[float, float]]:
    """Left edge and width of each."""
    out, x = [], 0.0
    for width in setter.theme.columns[table.name]:
        out.append((x, width.pt))
        x += width.pt
    return out


def _rule(setter: GridSetter, y: float, name: str) -> Rect:
    weight = setter.theme.page[name].pt
    return Rect(0, y - weight / 2, setter.width, weight, "ink", LAYOUT)
