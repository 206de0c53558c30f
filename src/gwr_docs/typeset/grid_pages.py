"""Pages of the grid: how many lines of each paragraph stand on which page.

Widow and orphan control keep two lines on both sides of a break; a heading stays with the next paragraph's first lines.
"""

from collections.abc import Sequence

from gwr_docs.records import record

LEAST = 2  # lines of a paragraph on either side of a page break


@record
class Strip:
    """A paragraph on the grid: its lines, blank lines after it, whether it stays whole and with the next, whether it begins a page."""

    lines: int
    keep: bool = False
    after: int = 0
    fresh: bool = False


@record
class Stretch:
    """Lines `first` to `first + count` of a paragraph: on `page` (from 1) from line `row` (from 0) of its grid on."""

    page: int
    row: int
    first: int
    count: int


def place_strips(strips: Sequence[Strip], page_lines: int) -> tuple[int, ...]:
    """The page (from 1) on which each paragraph begins."""
    return tuple(stretches[0].page for stretches in place_lines(strips, page_lines))


def place_lines(strips: Sequence[Strip], page_lines: int) -> tuple[tuple[Stretch, ...], ...]:
    """Where each paragraph stands, a stretch a page."""
    out: list[tuple[Stretch, ...]] = []
    page, used = 1, 0
    all_kept = True  # whether all on the page so far is kept with what follows: then moving it on would gain nothing
    for index, strip in enumerate(strips):
        needed = _first_lines(strip) if all_kept else _kept_lines(strips, index, page_lines)
        if used and (strip.fresh or page_lines - used < needed):
            page, used, all_kept = page + 1, 0, True
        stretches: list[Stretch] = []
        left = strip.lines
        while left or not stretches:
            here = min(left, page_lines - used)
            if here < left and left - here < LEAST:
                here = max(0, left - LEAST)
            stretches.append(Stretch(page, used, strip.lines - left, here))
            left -= here
            used += here
            if left:
                page, used = page + 1, 0
        out.append(tuple(stretches))
        used = min(page_lines, used + strip.after)
        all_kept = all_kept and strip.keep
    return tuple(out)


def _kept_lines(strips: Sequence[Strip], index: int, page_lines: int) -> int:
    """Lines that must fit below for this paragraph to begin on the page: its own first ones, or all that it is kept with."""
    needed = 0
    while strips[index].keep and index + 1 < len(strips) and needed <= page_lines:
        needed += strips[index].lines + strips[index].after
        index += 1
    return needed + _first_lines(strips[index])


def _first_lines(strip: Strip) -> int:
    """Three lines cannot be parted: two and one, or one and two, would leave one alone. What is kept stays whole."""
    return strip.lines if strip.keep or strip.lines <= LEAST + 1 else LEAST
