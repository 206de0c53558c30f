"""Cover and contents of the printed report, and the foot of its other pages."""

from collections.abc import Callable, Sequence

from gwr_docs.documents.blocks import Block, Entry, Role
from gwr_docs.documents.briefing import CONTENTS_TITLE, Briefing
from gwr_docs.typeset.briefing_pages import block_lines
from gwr_docs.typeset.cover import cover_spaces
from gwr_docs.typeset.ink import Ink, Rect, shifted
from gwr_docs.typeset.report_text import GridSetter
from gwr_docs.typeset.tags import FOOTER, LAYOUT, Tag

WIDEST_NUMBER = "9999"  # of a page, which an entry of the contents leaves room for


def cover_ink(blocks: Sequence[Block], setter: GridSetter) -> tuple[Ink, ...]:
    """From the text area's top left."""
    out: list[Ink] = []
    y = 0.0
    for block, before in zip(blocks, cover_spaces(blocks, setter.theme, setter.book), strict=True):
        role, tag = block.role.value, Tag("P")
        y += before.pt
        x, side = (setter.width / 2, "center") if setter.style(role).align == "center" else (0.0, "left")
        for line in block_lines(block, setter.theme, setter.book):
            out += setter.label(line, role, tag, x, y + setter.base(role), side)
            y += setter.leading(role)
    return tuple(out)


def contents_pages(
    briefing: Briefing, page_of: Callable[[Entry], int], target: Callable[[Entry], Tag], setter: GridSetter
) -> list[list[Ink]]:
    """The contents, each entry a link to its heading; entries on several pages if need be."""
    if not briefing.contents:
        return []
    lines, title = setter.theme.numbers["lines"], Role.CONTENTS_TITLE.value
    pages: list[list[Ink]] = [list(setter.label(CONTENTS_TITLE, title, Tag("P"), setter.width / 2, setter.base(title), "center"))]
    row = 1 + round(setter.style(title).space_after.pt / setter.pitch)
    contents = Tag("TOC")
    inner = contents
    for entry in briefing.contents:
        if entry.role is Role.CONTENTS1:
            inner = Tag("TOC", contents)
        parent = contents if entry.role is Role.CONTENTS1 else inner
        ink, used = _entry(entry, page_of(entry), target(entry), parent, setter)
        if row + used > lines:
            pages.append([])
            row = 0
        pages[-1] += shifted(ink, 0, row * setter.pitch)
        row += used
    return pages


def _entry(entry: Entry, page: int, target: Tag, parent: Tag, setter: GridSetter) -> tuple[list[Ink], int]:
    """Text, dots and page number, and the rows that they take."""
    role, gap = entry.role.value, setter.theme.page["leader_gap"].pt
    link = Tag("Link", Tag("Reference", Tag("TOCI", parent)), alt=f"{entry.text}，第{page}页", target=target)
    room = setter.width - setter.line_width(WIDEST_NUMBER, role) - 2 * gap
    lines = setter.labels(entry.text, role, link, 0, setter.base(role), room, step=setter.pitch)
    y = setter.base(role) + (len(lines) - 1) * setter.pitch
    number = setter.label(str(page), role, link, setter.width, y, "right")
    left = setter.line_width(setter.last_line(entry.text, role, room), role) + gap
    right = setter.width - setter.line_width(str(page), role) - gap
    ink = [item for line in lines for item in line]
    return [*ink, *_leader(left, right, y, setter), *number], len(lines)


def _leader(left: float, right: float, y: float, setter: GridSetter) -> list[Rect]:
    """Dots that stand below each other on all lines."""
    step, dot = setter.theme.page["leader_step"].pt, setter.theme.page["leader_dot"].pt
    count = int((right - left) // step)
    last = setter.width - step * -(-(setter.width - right) // step)
    return [Rect(last - i * step - dot, y - dot, dot, dot, "ink", LAYOUT) for i in reversed(range(count))]


def foot_ink(number: int, stamp: str, setter: GridSetter) -> tuple[Ink, ...]:
    """ "— 1 —" at the right of odd and the left of even pages, one character in (7.5); the edition stamp between them."""
    page, inset = setter.theme.page, setter.style("page_number").size.pt
    y = (page["number_base"] - page["top"]).pt
    x, side = (setter.width - inset, "right") if number % 2 else (inset, "left")
    ink = setter.label(f"— {number} —", "page_number", FOOTER, x, y, side)
    return (*ink, *setter.label(f"版本 {stamp}", "stamp", FOOTER, setter.width / 2, y, "center")) if stamp else ink
