"""The briefing on the grid of GB/T 9704: its lines, and the page on which every block begins."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from gwr_docs.documents.annex import PageRef, Table
from gwr_docs.documents.blocks import CONTENTS, DRAWN, HEADINGS, Block, Role
from gwr_docs.documents.briefing import Briefing
from gwr_docs.documents.runs import Emphasis, plain
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.grid_lines import LIBREOFFICE, WORD, GridText, Habits, break_lines
from gwr_docs.typeset.grid_pages import Stretch, Strip, place_lines
from gwr_docs.typeset.table_rows import PlacedTable, Rows, measure_rows, place_tables
from gwr_docs.typeset.title_lines import title_lines
from gwr_docs.units import Length

TITLES = (Role.TITLE, Role.COVER_TITLE)
KEPT = (*HEADINGS, Role.TITLE, Role.NOTE, Role.FIGURE, Role.ANNEX)


@record
class PageMap:
    """The page, from 1, on which each block of the briefing begins, then each annex, then the charts; and how many pages there are.

    `breaks`: for each block, the characters (from 0, its number included) that begin a further page. `joined` are the annexes
    that stand on the last page of the one before.
    """

    pages: tuple[int, ...]
    count: int
    breaks: tuple[tuple[int, ...], ...]
    joined: frozenset[int] = frozenset()

    def page(self, block: int, offset: int) -> int:
        """The page of the character that stands `offset` characters into a block."""
        return self.pages[block] + bisect_right(self.breaks[block], offset)


@record
class Moved:
    """A heading of the contents that another program sets on another page."""

    heading: str
    page: int
    there: int


@record
class Layout:
    """The briefing on its pages: for each block its lines and where they stand, the same for the blocks of the chart annex, whose
    first page is `chart_page`, and for each annex the heights of its rows and the pages that they stand on."""

    pages: PageMap
    lines: tuple[tuple[str, ...], ...]
    stretches: tuple[tuple[Stretch, ...], ...]
    rows: tuple[Rows, ...]
    tables: tuple[PlacedTable, ...]
    chart_page: int
    chart_lines: tuple[tuple[str, ...], ...]
    chart_stretches: tuple[tuple[Stretch, ...], ...]


def differing_entries(briefing: Briefing, theme: Theme, book: FontBook) -> tuple[Moved, ...]:
    """The headings whose page in Word, as predicted, is not the one printed."""
    ours, words = (paginate(briefing, theme, book, habits).pages for habits in (LIBREOFFICE, WORD))
    headings = ((i, block) for i, block in enumerate(briefing.blocks) if block.role in CONTENTS)
    moved = (Moved(block.text, ours[i], words[i]) for i, block in headings)
    return tuple(entry for entry in moved if entry.page != entry.there)


def paginate(briefing: Briefing, theme: Theme, book: FontBook, habits: Habits = LIBREOFFICE) -> PageMap:
    """Predict the pages that an office program makes of the briefing."""
    return lay_out_briefing(briefing, theme, book, habits).pages


def lay_out_briefing(briefing: Briefing, theme: Theme, book: FontBook, habits: Habits = LIBREOFFICE) -> Layout:
    """Set the briefing as an office program does."""
    lines, strips = _measured(briefing.blocks, theme, book, habits)
    *stretches, (end,) = place_lines([*strips, Strip(0)], theme.numbers["lines"])
    count, pages = end.page, [found[0].page for found in stretches]
    breaks = tuple(_characters(of_block, [later.first for later in found[1:]]) for of_block, found in zip(lines, stretches, strict=True))
    rows = tuple(measure_rows(table, theme, book) for table in briefing.annexes)
    tables = _place_annexes(briefing.annexes, rows, theme)
    for table in tables:
        pages.append(count if table.joined else count + 1)
        count += table.added
    chart_page = count + 1
    chart_lines, strips = _measured(briefing.chart_annex, theme, book, habits)
    title = Strip(1, True, _whole(theme.styles[Role.ANNEX.value].space_after, theme.page["line_pitch"]))
    _, *charts = place_lines([title, *strips], theme.numbers["lines"])
    if charts:
        pages.append(chart_page)
        count += charts[-1][-1].page
    joined = frozenset(i for i, table in enumerate(tables) if table.joined)
    found = PageMap(tuple(pages), count, breaks, joined)
    return Layout(found, lines, tuple(stretches), rows, tables, chart_page, chart_lines, tuple(charts))


def _measured(
    blocks: Sequence[Block], theme: Theme, book: FontBook, habits: Habits
) -> tuple[tuple[tuple[str, ...], ...], tuple[Strip, ...]]:
    lines = tuple(block_lines(block, theme, book, habits) for block in blocks)
    return lines, tuple(_strip(block, len(of_block), theme) for block, of_block in zip(blocks, lines, strict=True))


def front_pages(briefing: Briefing, theme: Theme) -> int:
    """Pages of cover and contents, which have no numbers."""
    used = len(briefing.contents) + 1 + _whole(theme.styles[Role.CONTENTS_TITLE.value].space_after, theme.page["line_pitch"])
    return bool(briefing.cover) + (-(-used // theme.numbers["lines"]) if briefing.contents else 0)


def _place_annexes(tables: Sequence[Table], rows: Sequence[Rows], theme: Theme) -> tuple[PlacedTable, ...]:
    """Raises ContentError for a row higher than a page, since rows are not cut."""
    page = theme.page
    room, title = page["height"] - page["top"] - page["bottom"], page["line_pitch"] + theme.styles[Role.ANNEX.value].space_after
    for table, measured in zip(tables, rows, strict=True):
        for row, height in zip(table.rows, measured.rows, strict=True):
            if height + measured.head + title > room:
                cell = max((cell for cell in row if not isinstance(cell, PageRef)), key=lambda runs: len(plain(runs)))
                raise too_long(plain(cell), next((run.place.span(0, len(run.text)) for run in cell if run.place), None))
    return place_tables(rows, room, title, page["line_pitch"])


def _characters(lines: Sequence[str], cuts: Sequence[int]) -> tuple[int, ...]:
    """The characters before each of the lines `cuts`."""
    before = list(accumulate(map(len, lines), initial=0)) if cuts else []
    return tuple(before[line] for line in cuts)


def _strip(block: Block, count: int, theme: Theme) -> Strip:
    style, pitch, kept = theme.styles[block.role.value], theme.page["line_pitch"], block.role in KEPT
    if block.role in DRAWN:
        return Strip(_whole(_height(style, count, pitch), pitch), kept)
    return Strip(count, kept, _whole(style.space_after, pitch), block.role is Role.ANNEX)


def space_behind(block: Block, theme: Theme, book: FontBook) -> Length:
    """The space behind a chart or caption that ends it on the grid, so that the text goes on there; at least the style's own."""
    style, pitch = theme.styles[block.role.value], theme.page["line_pitch"]
    height = _height(style, len(block_lines(block, theme, book)), pitch)
    return style.space_after + pitch * _whole(height, pitch) - height


def _height(style: Style, count: int, pitch: Length) -> Length:
    """Of `count` lines and the space behind them; a chart is one."""
    return (style.leading or pitch) * max(1, count) + style.space_after


def _whole(height: Length, pitch: Length) -> int:
    """Lines of the grid that hold this."""
    return -(-height.emu // pitch.emu)


def block_lines(block: Block, theme: Theme, book: FontBook, habits: Habits = LIBREOFFICE) -> tuple[str, ...]:
    """The block's lines, its number included."""
    style, texts, width = theme.styles[block.role.value], block_texts(block, theme, book, habits), text_width(theme).pt
    if block.role in TITLES:
        return title_lines(texts, width, tracking(style, theme), habits)
    return break_lines(texts, width, indent(style, theme), tracking(style, theme), habits)


def block_texts(block: Block, theme: Theme, book: FontBook, habits: Habits = LIBREOFFICE) -> list[GridText]:
    """The block's number, if it has one, and each of its runs."""
    style = theme.styles[block.role.value]
    texts = [_text(block.number, style, book, habits)] if block.number else []
    for run in block.runs:
        look = style if run.emphasis is Emphasis.NONE else theme.styles[run.emphasis.value]
        texts.append(_text(run.text, look, book, habits))
    return texts


def text_width(theme: Theme) -> Length:
    return theme.page["width"] - theme.page["left"] - theme.page["right"]


def indent(style: Style, theme: Theme) -> float:
    """Of the first line, in points."""
    return style.size.pt * theme.numbers["indent_characters"] if style.indent else 0.0


def tracking(style: Style, theme: Theme) -> float:
    """Points after each character: what lets 28 of the body's size stand on a line."""
    return theme.page["tracking"].pt if style.size == theme.styles["body"].size else 0.0


def _text(text: str, style: Style, book: FontBook, habits: Habits) -> GridText:
    return GridText(text, book.faces[style.face], style.size.pt * (habits.raised if style.raised else 1))
