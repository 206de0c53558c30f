"""Breaking Chinese text into lines (W3C clreq 6.2, 6.3). Pure: text and widths in, lines with the place of every piece out.

Two ways: justified lines are broken where the whole paragraph looks best, squeezed first, then stretched; ragged ones greedily,
as office programs set slides and table cells. Lengths are in em of the paragraph's size.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from gwr_docs.typeset.boundaries import measure
from gwr_docs.typeset.characters import Characters, Span
from gwr_docs.typeset.edges import ROUNDING, visible_end
from gwr_docs.typeset.justify import Line, set_line
from gwr_docs.typeset.marks import FULL
from gwr_docs.typeset.optimal import optimal_cuts


def compose_lines(spans: Sequence[Span], width: float, indent: float = 0.0, justify: bool = True, hang: bool = False) -> tuple[Line, ...]:
    """Break `spans` into lines of `width` em, the first one `indent` narrower.

    Every character comes back once and in order, but for spaces at line ends. A word wider than a line is cut.
    Without `justify` lines are neither squeezed nor stretched. With `hang` commas and stops stand behind the right edge.
    """
    c = measure(spans, flush=justify and not indent)
    if not c.text:
        return ()
    cuts = optimal_cuts(c, width, width - indent, hang) if justify else _greedy_cuts(c, width, width - indent)
    last = len(cuts) - 1
    return tuple(
        set_line(c, a, b, width - (0 if i else indent), 0.0 if i else indent, justify and i < last, hang and justify)
        for i, (a, b) in enumerate(cuts)
    )


def _greedy_cuts(c: Characters, width: float, first: float) -> list[tuple[int, int]]:
    """Each line ends at the last break that fits."""
    ends = [c.end(visible_end(c.text, a, b)) for a, b in pairwise((0, *c.breaks))]
    cuts: list[tuple[int, int]] = []
    start, count = 0, len(c.text)
    while start < count:
        room = width if cuts else first
        fits = bisect_right(ends, c.start(start) + room + ROUNDING)
        end = c.breaks[fits - 1] if fits else 0
        if end <= start:  # a word wider than the line is cut where the line ends
            end = max(start + 1, bisect_right(c.widths, c.widths[start] + room) - 1)
        cuts.append((start, end))
        start = end
    if len(cuts) > 1:
        _spare_lone_character(c, cuts)
    return cuts


def _spare_lone_character(c: Characters, cuts: list[tuple[int, int]]) -> None:
    """A last line of one character takes company from the line before (clreq 3.1.2)."""
    (before, _), (start, end) = cuts[-2], cuts[-1]
    if sum(1 for character in c.text[start:end] if character not in FULL) > 1:
        return
    cut = c.breaks[bisect_left(c.breaks, start) - 1] if bisect_left(c.breaks, start) else 0
    if cut > max(before, start - 6):
        cuts[-2:] = [(before, cut), (cut, end)]
