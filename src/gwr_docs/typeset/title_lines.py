"""Titles of several lines: words kept whole as far as they can be told, lines of like length (GB/T 9704—2012 7.3.1: 梯形或菱形)."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import fsum, inf

from gwr_docs.typeset.grid_lines import GridText, Habits, break_lines, line_width, may_break

AFTER = frozenset("的、，：》）”　 ")  # words end here
BEFORE = frozenset("《（“和与及暨")  # and begin here
# Costs, in shares of a line's width: of a line's end that may part a word, or a year from what it is the year of; of a line more;
# of lines that differ in length.
INSIDE, YEAR, MORE, SPREAD = 1.0, 0.3, 0.3, 0.5
MOST = 3  # lines: what needs more is text, not a title


def title_lines(texts: Sequence[GridText], width: float, tracking: float, habits: Habits) -> tuple[str, ...]:
    """Few lines, broken where words end and the lines differ least; all of `texts` have one look."""
    greedy = break_lines(texts, width, 0.0, tracking, habits)
    if not 1 < len(greedy) <= MOST:
        return greedy
    text, part = "".join(greedy), texts[0]
    places = [i for i in range(1, len(text)) if may_break(text[i - 1], text[i], habits)]
    wide = {cut: line_width([GridText(text[:cut], part.face, part.size)], habits) + tracking * cut for cut in (0, *places, len(text))}

    def end(cut: int) -> float:
        if text[cut - 1] in AFTER or text[cut] in BEFORE:
            return 0.0
        return YEAR if text[cut - 1] == "年" else INSIDE

    def cost(cuts: Sequence[int]) -> float:
        lengths = [(wide[b] - wide[a]) / width for a, b in pairwise(cuts)]
        if max(lengths) > 1:
            return inf
        return fsum(end(cut) for cut in cuts[1:-1]) + MORE * len(lengths) + SPREAD * (max(lengths) - min(lengths))

    ways = [(0, *cuts, len(text)) for count in (1, MOST - 1) for cuts in combinations(places, count)]
    best = min(ways, key=cost, default=())
    return tuple(text[a:b] for a, b in pairwise(best)) if best and cost(best) < inf else greedy
