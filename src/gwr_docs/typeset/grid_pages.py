"""Pages of the grid: how many lines of each paragraph stand on which page.

Widow and orphan control keep two lines on both sides of a break; a heading stays with the next paragraph's first lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 2  # lines of a paragraph on either side of a page break


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph on the grid: its lines, blank lines after it, whether it stays whole and with the next, whether it begins a page."""

    lines: int
    keep: bool = False
    after: int = 0
    fresh: bool = False


def place_strips(strips: Sequence[Strip], page_lines: int) -> tuple[int, ...]:
    """The page (from 1) on which each paragraph begins."""
    out: list[int] = []
    page, used = 1, 0
    for index, strip in enumerate(strips):
        if used and (strip.fresh or page_lines - used < _needed(strips, index)):
            page, used = page + 1, 0
        out.append(page)
        left = strip.lines
        while left:
            room = page_lines - used
            here = min(left, room)
            if here < left and left - here < LEAST:
                here = max(0, left - LEAST)
            left -= here
            used += here
            if left:
                page, used = page + 1, 0
        used = min(page_lines, used + strip.after)
    return tuple(out)


def _needed(strips: Sequence[Strip], index: int) -> int:
    """Lines that must fit below for this paragraph to begin on the page: its own first ones, or all that it is kept with."""
    needed = 0
    while strips[index].keep and index + 1 < len(strips):
        needed += strips[index].lines + strips[index].after
        index += 1
    lines = strips[index].lines
    # Three lines cannot be parted: two and one, or one and two, would leave one alone.
    return needed + (lines if lines <= LEAST + 1 else LEAST)
