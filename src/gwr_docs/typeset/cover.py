"""The cover of the briefing: title in the optical centre, issuer and date at the foot."""

from collections.abc import Sequence

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import NO_LENGTH, Theme
from gwr_docs.typeset.briefing_pages import block_lines
from gwr_docs.units import Length


def cover_spaces(blocks: Sequence[Block], theme: Theme, book: FontBook) -> tuple[Length, ...]:
    """The blank above each block."""
    out, top = [], theme.page["top"]
    for index, block in enumerate(blocks):
        style = theme.styles[block.role.value]
        before = style.space_before
        if block.role is Role.COVER_TITLE:
            before = theme.page["cover_title_top"] - top
        elif block.role is Role.COVER_ISSUER:
            before = theme.page["cover_foot"] - top - theme.page["line_pitch"] * (len(blocks) - index)
        out.append(max(before, NO_LENGTH))
        top = top + before + (style.leading or theme.page["line_pitch"]) * len(block_lines(block, theme, book))
    return tuple(out)
