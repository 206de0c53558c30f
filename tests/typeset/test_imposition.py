"""Booklets: which pages stand on which side of which sheet."""

import pytest

from gwr_docs.typeset.imposition import booklet_sides


def folded(count: int) -> list[int]:
    """The pages as they are met in the folded booklet: sheets lie in each other, the first outermost; blank pages left out."""
    sides = booklet_sides(count, 1.0)
    rows = [{x: page for page, x in side} for side in sides]
    firsts = [rows[i].get(1.0, -1) if i % 2 == 0 else rows[i].get(0.0, -1) for i in range(len(rows))]
    lasts = [rows[i].get(0.0, -1) if i % 2 == 0 else rows[i].get(1.0, -1) for i in range(len(rows))]
    return [page for page in (*firsts, *reversed(lasts)) if page >= 0]


@pytest.mark.parametrize("count", range(1, 41))
def test_a_folded_booklet_reads_in_order(count: int) -> None:
    assert folded(count) == list(range(count))
    assert len(booklet_sides(count, 1.0)) == -(-count // 4) * 2


def test_the_first_side_has_the_last_page_at_its_left() -> None:
    assert booklet_sides(8, 595.0) == (
        ((7, 0.0), (0, 595.0)),
        ((1, 0.0), (6, 595.0)),
        ((5, 0.0), (2, 595.0)),
        ((3, 0.0), (4, 595.0)),
    )
    assert booklet_sides(6, 595.0)[0] == ((0, 595.0),)
