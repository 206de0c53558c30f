"""Tables of the briefing: the height of every row, and the pages they take."""

from collections.abc import Sequence
from dataclasses import dataclass

from gwr_docs.documents.annex import PageRef, Table
from gwr_docs.documents.runs import plain
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import NO_LENGTH, Theme
from gwr_docs.typeset.grid_lines import GridText, break_lines
from gwr_docs.units import Length

WIDEST = 1.2  # em that a character takes with a gap before it; shorter texts need no measuring
WIDEST_PAGE = "999"  # what a page number may need


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights of the head and of each row below it; rows are never cut."""

    head: Length
    rows: tuple[Length, ...]


def measure_rows(table: Table, theme: Theme, book: FontBook) -> Rows:
    """Heights that hold the text of every cell; written as exact, so that every program sets the same pages."""
    cells = [tuple(WIDEST_PAGE if isinstance(cell, PageRef) else plain(cell) for cell in row) for row in table.rows]
    return Rows(
        _height(table, table.heads, "table_head", theme, book), tuple(_height(table, row, "table_cell", theme, book) for row in cells)
    )


def _height(table: Table, texts: Sequence[str], role: str, theme: Theme, book: FontBook) -> Length:
    style = theme.styles[role]
    pad = theme.page["cell_pad"] * 2
    lines = 1
    for text, width in zip(texts, theme.columns[table.name], strict=True):
        room = (width - pad).pt
        if len(text) * style.size.pt * WIDEST > room:
            part = GridText(text, book.faces[style.face], style.size.pt)
            lines = max(lines, len(break_lines([part], room, 0.0, 0.0)))
    leading = style.leading or style.size * 1.4
    return leading * lines + theme.page["row_pad"] * 2


def place_tables(tables: Sequence[Rows], room: Length, title: Length, gap: Length) -> tuple[tuple[int, bool], ...]:
    """For each table the pages that it adds, and whether it stands below the one before: whole, its title behind a gap.

    `room` is the height of a page, `title` that of a table's title. The last entry's page is the last of all.
    """
    out: list[tuple[int, bool]] = []
    left = NO_LENGTH
    for table in tables:
        whole = sum(table.rows, gap + title + table.head)
        joined = bool(out) and whole + gap <= left  # the second gap is spare
        if joined:
            pages, left = 0, left - whole
        else:
            pages, left = _fill(table, room, room - title)
        out.append((pages, joined))
    return tuple(out)


def _fill(rows: Rows, room: Length, first: Length) -> tuple[int, Length]:
    """Pages that a table takes when its title leaves `first` on the first one, and the room that it leaves; the head stands on each."""
    pages, left = 1, first - rows.head
    for row in rows.rows:
        if row > left:
            pages, left = pages + 1, room - rows.head
        left = left - row
    return pages, left
