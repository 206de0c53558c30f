"""The briefing on the grid of GB/T 9704: its lines, and the page on which every block begins."""

from dataclasses import dataclass

from gwr_docs.documents.blocks import DRAWN, HEADINGS, Block, Role
from gwr_docs.documents.briefing import Briefing
from gwr_docs.documents.runs import Emphasis
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.grid_lines import LIBREOFFICE, WORD, GridText, Habits, break_lines
from gwr_docs.typeset.grid_pages import Strip, place_strips
from gwr_docs.typeset.table_rows import measure_rows, pages_of
from gwr_docs.units import Length

KEPT = (*HEADINGS, Role.TITLE, Role.NOTE, Role.FIGURE, Role.ANNEX)


@dataclass(frozen=True, slots=True)
class PageMap:
    """The page, from 1, on which each block of the briefing begins, then each annex, then the charts; and how many pages there are."""

    pages: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A heading of the contents that another program sets on another page."""

    heading: str
    page: int
    there: int


def differing_entries(briefing: Briefing, theme: Theme, book: FontBook) -> tuple[Moved, ...]:
    """The entries of the contents whose page in Word, as predicted, is not the one printed."""
    ours, words = (paginate(briefing, theme, book, habits).pages for habits in (LIBREOFFICE, WORD))
    moved = (Moved(entry.text, ours[entry.index], words[entry.index]) for entry in briefing.contents)
    return tuple(entry for entry in moved if entry.page != entry.there)


def paginate(briefing: Briefing, theme: Theme, book: FontBook, habits: Habits = LIBREOFFICE) -> PageMap:
    """Predict the pages that an office program makes of the briefing."""
    strips = [_strip(block, theme, book, habits) for block in briefing.blocks]
    strips.append(Strip(0))  # where the text ends
    *pages, count = place_strips(strips, theme.numbers["lines"])
    room = theme.page["height"] - theme.page["top"] - theme.page["bottom"]
    title = theme.page["line_pitch"] + theme.styles[Role.ANNEX.value].space_after
    for table in briefing.annexes:
        pages.append(count + 1)
        count += pages_of(measure_rows(table, theme, book), room, room - title)
    if briefing.charts:
        pages.append(count + 1)
        count += -(-len(briefing.charts) // theme.numbers["charts_on_page"])
    return PageMap(tuple(pages), count)


def _strip(block: Block, theme: Theme, book: FontBook, habits: Habits) -> Strip:
    style, pitch = theme.styles[block.role.value], theme.page["line_pitch"]
    count, kept = len(block_lines(block, theme, book, habits)), block.role in KEPT
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
    style, page = theme.styles[block.role.value], theme.page
    texts = [_text(block.number, style, book, habits)] if block.number else []
    for run in block.runs:
        look = style if run.emphasis is Emphasis.NONE else theme.styles[run.emphasis.value]
        texts.append(_text(run.text, look, book, habits))
    width = page["width"] - page["left"] - page["right"]
    indent = style.size * theme.numbers["indent_characters"] if style.indent else style.size * 0
    tracking = page["tracking"].pt if style.size == theme.styles["body"].size else 0.0
    return break_lines(texts, width.pt, indent.pt, tracking, habits)


def _text(text: str, style: Style, book: FontBook, habits: Habits) -> GridText:
    return GridText(text, book.faces[style.face], style.size.pt * (habits.raised if style.raised else 1))
