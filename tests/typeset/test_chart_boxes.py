"""Labels moved apart, and lines through boxes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.typeset.chart_boxes import Box, crossings, spread


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_heights_are_spread_in_their_order_above_the_lowest(heights: list[float]) -> None:
    out = spread(heights, 10, 90)
    order = sorted(range(len(out)), key=heights.__getitem__)
    assert all(out[b] - out[a] >= 10 - 1e-9 for a, b in pairwise(order))
    assert max(out) <= 90


def test_those_apart_stay_and_those_that_touch_share_the_move() -> None:
    assert spread([10, 50, 52], 10, 99) == [10, 46, 56]
    assert spread([97, 98], 10, 99) == pytest.approx([89, 99])


@pytest.mark.parametrize(
    ("line", "count"),
    [([(0, 5), (10, 5)], 1), ([(0, 0), (10, 0)], 0), ([(0, 0), (10, 10)], 1), ([(7, 5), (9, 5)], 0), ([(0, 5), (5, 5), (10, 5)], 2)],
)
def test_pieces_of_lines_that_run_through_a_box(line: list[tuple[float, float]], count: int) -> None:
    assert crossings(Box(4, 4, 6, 6), line) == count
