"""Breaking Chinese text into justified lines: push in, then push out; squeeze, then stretch (W3C clreq 6.2, 6.3).

Greedy and pure: text and widths in, lines with the place of every piece out. Lengths are in em of the text's size.
"""

from collections.abc import Sequence

from gwr_docs.typeset.characters import GAP_LEAST, Characters, Span, measure, trim_start
from gwr_docs.typeset.justify import ROUNDING, Line, set_line
from gwr_docs.typeset.marks import FULL

FULL_ENOUGH = 0.02  # em a character: a line that stretches less than this needs nothing pushed in
FAR = 3.0  # em beyond the width at which no squeezing helps any more


def compose_lines(spans: Sequence[Span], width: float, indent: float = 0.0, justify: bool = True) -> tuple[Line, ...]:
    """Break `spans` into lines of `width` em, the first one `indent` narrower.

    Every character comes back once and in order, but for spaces at line ends. A word wider than a line is cut.
    Without `justify` lines are neither squeezed nor stretched, as office programs set slides and table cells.
    """
    characters = measure(spans)
    if justify and not indent:
        trim_start(characters)
    count = len(characters.text)
    cuts: list[tuple[int, int]] = []
    start = 0
    while start < count:
        end = _line_end(characters, start, width - (0 if cuts else indent), justify)
        cuts.append((start, end))
        start = end
    if len(cuts) > 1:
        _spare_lone_character(characters, cuts)
    last = len(cuts) - 1
    return tuple(
        set_line(characters, a, b, width - (0 if i else indent), 0.0 if i else indent, justify and i < last)
        for i, (a, b) in enumerate(cuts)
    )


def _natural(c: Characters, start: int, end: int) -> float:
    """Width of characters start to end as a line: no gap and half a mark at its end, half a mark at its start."""
    width = c.widths[end] - c.widths[start] - c.gaps[end - 1] - c.right[end - 1]
    if c.text[end - 1] == " ":
        width -= c.cells[end - 1]
    return width - (c.left[start] if start else 0)


def _squeezable(c: Characters, start: int, end: int) -> float:
    slack = c.slack[end] - c.slack[start] - c.right[end - 1] - (c.left[start] if start else 0)
    return slack - (c.gaps[end - 1] - GAP_LEAST if c.gaps[end - 1] else 0)


def _line_end(c: Characters, start: int, width: float, squeeze: bool) -> int:
    """Where the line that begins at `start` ends: the last break that fits, or the next if squeezing makes it fit."""
    count = len(c.text)
    end, fits, squeezed = start, 0, 0
    while end < count:
        end += 1
        if end < count and not c.breaks[end - 1]:
            continue
        over = _natural(c, start, end) - width
        if over <= ROUNDING:
            fits = end
        elif squeeze and not squeezed and over <= _squeezable(c, start, end):
            squeezed = end
        if over > FAR:
            break
    if fits == count:
        return count
    if squeezed and (not fits or (width - _natural(c, start, fits)) / (fits - start) > FULL_ENOUGH):
        return squeezed
    return fits or _forced_end(c, start, width)


def _forced_end(c: Characters, start: int, width: float) -> int:
    """A word wider than the line is cut where the line ends."""
    end = start + 1
    while end < len(c.text) and c.widths[end + 1] - c.widths[start] <= width:
        end += 1
    return end


def _spare_lone_character(c: Characters, cuts: list[tuple[int, int]]) -> None:
    """A last line of one character takes company from the line before (clreq 3.1.2)."""
    (before, _), (start, end) = cuts[-2], cuts[-1]
    if sum(1 for character in c.text[start:end] if character not in FULL) > 1:
        return
    for cut in range(start - 1, max(before, start - 6), -1):
        if c.breaks[cut - 1]:
            cuts[-2:] = [(before, cut), (cut, end)]
            return
