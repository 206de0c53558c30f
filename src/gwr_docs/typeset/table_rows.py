"""Tables of the briefing: the height of every row, and the pages they take."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from gwr_docs.documents.annex import Align, PageRef, Table
from gwr_docs.documents.runs import plain
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import NO_LENGTH, Theme
from gwr_docs.typeset.grid_lines import GridText, break_lines
from gwr_docs.units import Length

_BEFORE_POINT = re.compile(r"\D*\d+")
WIDEST = 1.2  # em that a character takes with a gap before it; shorter texts need no measuring
SPARE = 0.5  # em for the gaps between digits and Chinese
WIDEST_PAGE = "999"  # what a page number may need


@record
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
    for text, width, align in zip(texts, theme.columns[table.name], table.aligns, strict=True):
        room = (width - pad).pt
        if align is Align.DECIMAL and role == "table_cell":
            room -= decimal_room(text, width, theme, book).pt
        if len(text) * style.size.pt * WIDEST > room:
            part = GridText(text, book.faces[style.face], style.size.pt)
            lines = max(lines, len(break_lines([part], room, 0.0, 0.0)))
    leading = style.leading or style.size * 1.4
    return leading * lines + theme.page["row_pad"] * 2


def decimal_room(text: str, width: Length, theme: Theme, book: FontBook) -> Length:
    """The blank right of a number in a column of `width`, so that decimal points stand below each other; what is too wide has less."""
    style, front = theme.styles["table_cell"], _BEFORE_POINT.match(text)
    face, behind = book.faces[style.face], text[front.end() :] if front else ""
    room = width * (theme.numbers["decimal_room"] / 100) - style.size * fsum(map(face.advance, behind))
    spare = width - theme.page["cell_pad"] * 2 - style.size * (fsum(map(face.advance, text)) + SPARE)
    return max(min(room, spare), NO_LENGTH)


@record
class PlacedTable:
    """The rows (start, end) on each of a table's pages. One that is `joined` stands whole on the last page of the one before,
    its title behind a gap."""

    pages: tuple[tuple[int, int], ...]
    joined: bool

    @property
    def added(self) -> int:
        """Pages that it begins."""
        return 0 if self.joined else len(self.pages)


def place_tables(tables: Sequence[Rows], room: Length, title: Length, gap: Length) -> tuple[PlacedTable, ...]:
    """The pages of each table. `room` is the height of a page, `title` that of a table's title."""
    out: list[PlacedTable] = []
    left = NO_LENGTH
    for table in tables:
        whole = sum(table.rows, gap + title + table.head)
        joined = bool(out) and whole + gap <= left  # the second gap is spare
        if joined:
            pages, left = [(0, len(table.rows))], left - whole
        else:
            pages, left = _fill(table, room, room - title)
        out.append(PlacedTable(tuple(pages), joined))
    return tuple(out)


def _fill(rows: Rows, room: Length, first: Length) -> tuple[list[tuple[int, int]], Length]:
    """The rows on each page when the title leaves `first` on the first one, and the room left at last; the head stands on each."""
    starts, left = [0], first - rows.head
    for index, row in enumerate(rows.rows):
        if row > left and index:
            starts.append(index)
            left = room - rows.head
        left = left - row
    return list(pairwise([*starts, len(rows.rows)])), left
