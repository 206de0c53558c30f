"""The breaks found are the best there are: compared with all possible ones, of texts short enough to try them."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gwr_docs.typeset.boundaries import measure
from gwr_docs.typeset.characters import Characters, Give, Span
from gwr_docs.typeset.marks import FULL
from gwr_docs.typeset.optimal import LINE, TOLERANCES, badness, optimal_cuts
from tests.typeset.test_lines import FACE

Cuts = Sequence[tuple[int, int]]
TEXTS = st.text(alphabet="一二三四五六，。“”、1A", min_size=8, max_size=16)


def room(give: Give, start: int, last: int) -> float:
    return sum(amount for at, amount in zip(give.at, give.room, strict=True) if start <= at < last)


def judged(c: Characters, cuts: Cuts, width: float, first: float) -> tuple[float, float]:
    """Badness of the lines together, and the tracking of the loosest; infinite where a line does not fit."""
    total, loosest = 0.0, 0.0
    for number, (start, end) in enumerate(cuts):
        spare = (width if number else first) - (c.end(end) - c.start(start))
        slack, growth = room(c.squeezes, start, end - 1), room(c.stretches, start, end - 1)
        places = sum(c.free[start : end - 1])
        if spare < -slack - 1e-6:
            return inf, inf
        last = number == len(cuts) - 1
        total += LINE + badness(min(0.0, spare) if last else spare, slack, growth, places)
        if not last and spare > growth + 1e-6:
            loosest = max(loosest, (spare - growth) / places if places else inf)
    return total, loosest


def all_cuts(c: Characters) -> Iterator[Cuts]:
    inner = c.breaks[:-1]
    for count in range(len(inner) + 1):
        for chosen in combinations(inner, count):
            yield list(pairwise((0, *chosen, len(c.text))))


def lone(c: Characters, cuts: Cuts) -> bool:
    return len(cuts) > 1 and sum(character not in FULL for character in c.text[cuts[-1][0] :]) < 2


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.integers(8, 16), st.sampled_from([0.0, 2.0]))
def test_no_other_breaks_are_better(text: str, halves: int, indent: float) -> None:
    c, width = measure([Span(text, FACE)]), halves / 2
    assume(len(c.breaks) < 13)
    found = optimal_cuts(c, width, width - indent, hang=False)
    rivals = [judged(c, cuts, width, width - indent) for cuts in all_cuts(c) if not lone(c, cuts)]
    for tolerance in TOLERANCES:
        within = [total for total, loosest in rivals if loosest <= tolerance]
        if within:
            assert judged(c, found, width, width - indent)[0] == pytest.approx(min(within))
            return


def test_the_same_text_is_always_broken_alike() -> None:
    text = "全年引进注册企业540家，注册资金29.35亿元，在谈项目38个。" * 20
    c = measure([Span(text, FACE)])
    assert len({tuple(optimal_cuts(c, 17.5, 15.5, hang=False)) for _ in range(3)}) == 1
    long = measure([Span(text * 5, FACE)])
    assert optimal_cuts(long, 17.5, 15.5, hang=False)[:10] == optimal_cuts(c, 17.5, 15.5, hang=False)[:10]
