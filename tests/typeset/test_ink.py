"""Ink that is moved and joined."""

import pytest

from gwr_docs.typeset.ink import Path, Rect, Text, joined, shifted
from gwr_docs.typeset.tags import Tag

SQUARES = (((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)), ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0)))


def test_all_of_a_path_is_moved() -> None:
    path = Path(SQUARES, "ink", tag=Tag("Figure"))
    (moved,) = shifted([path], 10, -1)
    assert isinstance(moved, Path)
    assert moved.paths == (((10, -1), (12, -1), (12, 1), (10, 1)), ((14, 3), (16, 3), (16, 5)))
    assert (moved.color, moved.tag, moved.x, moved.y) == ("ink", path.tag, 10, -1)


@pytest.mark.parametrize(("width", "box"), [(0.0, (0, 0, 6, 6)), (1.0, (-0.5, -0.5, 6.5, 6.5))])
def test_the_box_of_a_stroke_counts_its_width(width: float, box: tuple[float, ...]) -> None:
    assert Path(SQUARES, "ink", width).box == box


def test_rectangles_are_joined_over_paths_between_them() -> None:
    one, path, two, text = Rect(0, 0, 5, 5, "panel"), Path(SQUARES, "ink"), Rect(0, 5, 5, 5, "panel"), Text(0, 0, "一", "hei", 9, "ink")
    assert joined([one, path, two, text]) == (Rect(0, 0, 5, 10, "panel"), path, text)
