"""Where lines may begin and end, as sums from which the room of every possible line is told by subtraction."""

from itertools import accumulate, pairwise

from gwr_docs.records import record
from gwr_docs.typeset.characters import Characters
from gwr_docs.typeset.marks import HANGING

ROUNDING = 1e-6


@record
class Edges:
    """Positions, and for each what a line has used up that begins or ends there.

    A line from edge i to edge j is ends[j][0] - starts[i][0] wide; entries 1 to 3 tell so what squeezing can win, what gaps can
    grow, and how many places tracking has. `tight` and `loose` are the widths squeezed and stretched to the utmost.
    """

    at: list[int]
    starts: list[tuple[float, float, float, int]]
    ends: list[tuple[float, float, float, int]]
    tight_starts: list[float]
    tight_ends: list[float]
    loose_starts: list[float]
    loose_ends: list[float]


def visible_end(text: str, start: int, end: int) -> int:
    """`end` without the spaces before it, but one character after `start` at least."""
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def inner_end(text: str, start: int, end: int, hang: bool) -> int:
    """`visible_end` without a mark that hangs behind the right edge."""
    end = visible_end(text, start, end)
    return end - 1 if hang and end > start + 1 and text[end - 1] in HANGING else end


def find_edges(c: Characters, at: list[int], tolerance: float, hang: bool) -> Edges:
    """Edges at the positions `at`, the first of them 0, for lines whose tracking stays below `tolerance`."""
    length = len(c.text)
    slack, growth = c.squeezes.sums(length), c.stretches.sums(length)
    places = [0, *accumulate(c.free)]
    starts = [(c.start(a), slack[a], growth[a], places[a]) for a in at[:-1]]
    lasts = [inner_end(c.text, a, b, hang) - 1 for a, b in pairwise(at)]
    ends = [(0.0, 0.0, 0.0, 0)]
    ends += [(c.end(i + 1), slack[i], growth[i], places[i]) for i in lasts]
    return Edges(
        at,
        starts,
        ends,
        tight_starts=[x - squeezed for x, squeezed, _, _ in starts],
        tight_ends=[x - squeezed for x, squeezed, _, _ in ends],
        loose_starts=[x + grown + tolerance * free for x, _, grown, free in starts],
        loose_ends=[x + grown + tolerance * free for x, _, grown, free in ends],
    )


def with_forced(edges: Edges, width: float, first: float) -> list[int]:
    """The positions of `edges`, and all those inside of what is wider than a line and has to be cut."""
    out = [0]
    for i, (a, b) in enumerate(pairwise(edges.at)):
        room = width if i else first
        if edges.tight_ends[i + 1] - edges.tight_starts[i] > room + ROUNDING:
            out += range(a + 1, b)
        out.append(b)
    return out
