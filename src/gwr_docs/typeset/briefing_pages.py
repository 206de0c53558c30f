"""The briefing on the grid of GB/T 9704: its lines, and the page on which every block begins."""

from dataclasses import dataclass

from gwr_docs.documents.briefing import HEADINGS, Block, Briefing, Role
from gwr_docs.documents.runs import Emphasis
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.grid_lines import GridText, break_lines
from gwr_docs.typeset.grid_pages import Strip, place_strips
from gwr_docs.typeset.table_rows import measure_rows, pages_of

KEPT = (*HEADINGS, Role.TITLE, Role.NOTE)


@dataclass(frozen=True, slots=True)
class PageMap:
    """The page, from 1, on which each block of the briefing begins, then each annex, then the charts; and how many pages there are."""

    pages: tuple[int, ...]
    count: int


def paginate(briefing: Briefing, theme: Theme, book: FontBook) -> PageMap:
    """Predict the pages that an office program makes of the briefing."""
    strips = []
    for block in briefing.blocks:
        after = round(theme.styles[block.role.value].space_after / theme.page["line_pitch"])
        strips.append(Strip(len(block_lines(block, theme, book)), block.role in KEPT, after))
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


def block_lines(block: Block, theme: Theme, book: FontBook) -> tuple[str, ...]:
    """The block's lines, its number included."""
    style, page = theme.styles[block.role.value], theme.page
    texts = [_text(block.number, style, book)] if block.number else []
    for run in block.runs:
        look = style if run.emphasis is Emphasis.NONE else theme.styles[run.emphasis.value]
        texts.append(_text(run.text, look, book))
    width = page["width"] - page["left"] - page["right"]
    indent = style.size * theme.numbers["indent_characters"] if style.indent else style.size * 0
    tracking = page["tracking"].pt if style.size == theme.styles["body"].size else 0.0
    return break_lines(texts, width.pt, indent.pt, tracking)


def _text(text: str, style: Style, book: FontBook) -> GridText:
    return GridText(text, book.faces[style.face], style.size.pt)
