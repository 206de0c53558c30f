"""The breaks of a whole paragraph that leave its lines least squeezed and stretched: dynamic programming over all legal ones."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import inf

from gwr_docs.typeset.characters import Characters
from gwr_docs.typeset.edges import ROUNDING, Edges, find_edges, with_forced
from gwr_docs.typeset.marks import FULL

TOLERANCES = (0.1, 0.4)  # em of tracking up to which is tried first: nearly always enough, and few lines are to be weighed
LINE = 0.5  # badness of any line: of equals the fewest
SQUEEZED = 2.0  # of a line squeezed to the utmost, times the cube of the share: a little squeezing is not seen
GROWN = 0.6  # of a line with its gaps widened to the utmost
TRACKED = 1500.0  # of an em of tracking, times its square
RAGGED = 1e4  # of an em that nothing can fill
LONE = 2000.0  # of a last line of one character, if nothing else helps (clreq 3.1.2)
FORCED = 1e6  # of a cut through a word wider than a line


def optimal_cuts(c: Characters, width: float, first: float, hang: bool) -> list[tuple[int, int]]:
    """Start and end of each line; the first is `first` wide, the others `width`."""
    at, legal = [0, *c.breaks], set(c.breaks)
    lone = _lone_from(c.text)
    for tolerance in TOLERANCES:
        edges = find_edges(c, at, tolerance, hang)
        before = _weigh(edges, width, first, lone, legal, last_resort=False)
        if before[-1] >= 0:
            return _cuts(at, before)
    at = with_forced(edges, width, first)
    return _cuts(at, _weigh(find_edges(c, at, 0.0, hang), width, first, lone, legal, last_resort=True))


def _weigh(edges: Edges, width: float, first: float, lone: int, legal: set[int], last_resort: bool) -> list[int]:
    """For each edge the one at which the best line begins that ends there; -1 where none does."""
    ends, last = edges.ends, len(edges.ends) - 1
    best, before = [inf] * len(ends), [-1] * len(ends)
    best[0] = 0.0
    for i, (x, slack, growth, places) in enumerate(edges.starts):
        if best[i] == inf:
            continue
        room, base = width if i else first, best[i] + LINE
        if last_resort and i and edges.at[i] not in legal:
            base += FORCED
        high = bisect_right(edges.tight_ends, room + ROUNDING + edges.tight_starts[i], i + 1)
        low = bisect_left(edges.loose_ends, room - ROUNDING + edges.loose_starts[i], i + 1, high)
        if last_resort:
            low, high = i + 1, max(high, i + 2)
        if high > last:
            high = last
            cost = base + badness(min(0.0, room - ends[last][0] + x), ends[last][1] - slack, 0.0, 0)
            if i and edges.at[i] >= lone:
                cost += LONE if last_resort else inf
            if cost < best[last]:
                best[last], before[last] = cost, i
        for j in range(low, high):
            end, give, grow, free = ends[j]
            cost = base + badness(room - end + x, give - slack, grow - growth, free - places)
            if cost < best[j]:
                best[j], before[j] = cost, i
    return before


def badness(spare: float, slack: float, growth: float, places: int) -> float:
    """How bad a line looks into which `spare` em are to go (below 0: which are to be squeezed out)."""
    if spare < -ROUNDING:
        share = -spare / slack if slack > 0 else FORCED
        return SQUEEZED * share * share * share
    if spare <= growth:
        share = spare / growth if spare > ROUNDING else 0.0
        return GROWN * share * share
    rest = spare - growth
    if not places:
        return RAGGED * rest if rest > ROUNDING else 0.0
    share = rest / places
    return (GROWN if growth > 0 else 0.0) + TRACKED * share * share


def _lone_from(text: str) -> int:
    """From where a last line has one character at most, but for marks."""
    seen, at = 0, len(text)
    while at and seen < 2:
        at -= 1
        seen += text[at] not in FULL and text[at] != " "
    return at + 1


def _cuts(at: list[int], before: list[int]) -> list[tuple[int, int]]:
    edges = [len(at) - 1]
    while edges[-1]:
        edges.append(before[edges[-1]])
    return list(pairwise(at[i] for i in reversed(edges)))
