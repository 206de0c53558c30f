"""How many pages the briefing takes on the grid of GB/T 9704: greedy lines, push-out, 22 lines a page."""

from gwr_docs.documents.briefing import Block, Briefing
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.lines import compose_lines


def count_pages(briefing: Briefing, theme: Theme, book: FontBook) -> int:
    """The number of body pages; an office program may differ by one where paragraphs end near a page's foot."""
    lines = sum(_count_lines(block, theme, book) for block in briefing.blocks)
    return -(-lines // theme.numbers["lines"])


def _count_lines(block: Block, theme: Theme, book: FontBook) -> int:
    page, style = theme.page, theme.styles[block.role.value]
    size = (style.size + page["tracking"]).pt
    width = (page["width"] - page["left"] - page["right"]).pt / size
    indent = theme.numbers["indent_characters"] if style.indent else 0
    after = round(style.space_after / page["line_pitch"])
    return len(compose_lines([Span(block.text, book.faces[style.face])], width, indent, justify=False)) + after
