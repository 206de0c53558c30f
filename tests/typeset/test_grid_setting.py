"""Lines of the grid: broken before, set by the core of justification. A square font of one em, digits half an em."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.theme.faces import Face
from gwr_docs.typeset.grid_lines import GridText, break_lines
from gwr_docs.typeset.grid_setting import set_grid_lines
from gwr_docs.typeset.justify import Line
from tests.typeset.test_lines import FACE

SIZE = 16.0
TRACKING = -0.25


def lines(text: str, width: float, indent: float = 0.0, justify: bool = True, face: Face = FACE) -> tuple[Line, ...]:
    parts = [GridText(text, face, SIZE)]
    broken = break_lines(parts, width, indent, TRACKING)
    return set_grid_lines(parts, broken, SIZE, width, indent, TRACKING, justify)


def characters(line: Line) -> list[tuple[str, float]]:
    """Each character with its left edge in em."""
    out = []
    for piece in line.pieces:
        x = piece.x
        for character in piece.text:
            out.append((character, x))
            x += FACE.advance(character) * piece.size + piece.tracking
    return out


def test_full_lines_stand_on_the_grid() -> None:
    first, second = lines("一二三四五六七八", 4 * SIZE)
    assert first.text == "一二三四"
    assert [x for _, x in characters(first)] == [0.0, 1.0, 2.0, 3.0]  # four characters of 15.75 pt spread over 64
    assert [x * SIZE for _, x in characters(second)] == [0.0, 15.75, 31.5, 47.25]


def test_marks_keep_their_cell() -> None:
    first, _ = lines("一，二。三四五六", 4 * SIZE)
    assert [x for _, x in characters(first)] == [0.0, 1.0, 2.0, 3.0]


def test_numbers_are_not_spread() -> None:
    first, *_ = lines("一二2022年三四五六", 5.5 * SIZE)
    found = dict(characters(first))
    assert first.text == "一二2022年"
    digits = [x for character, x in characters(first) if character.isdigit()]
    steps = {round((b - a) * SIZE, 6) for a, b in pairwise(digits)}
    assert steps == {8 - 0.25}
    assert found["年"] + 1 == 5.5


TEXTS = st.text(st.sampled_from("一二三四五六，。、；“”（）《》—…AbZ0123.% "), min_size=1, max_size=120)


@given(TEXTS, st.integers(6, 40), st.sampled_from([0.0, 2.0]))
def test_nothing_is_lost_and_every_line_but_the_last_is_full(text: str, width: int, indent: float) -> None:
    found = lines(text, width * SIZE, indent * SIZE)
    assert "".join("".join(line.text for line in found).split()) == "".join(text.split())
    for line in found:
        assert "".join(piece.text for piece in line.pieces) == line.text
    for line in found[:-1]:
        loose = any(a > "\u2e80" or b > "\u2e80" for a, b in pairwise(line.text) if a + b not in ("——", "……"))
        assert line.end <= width + 1e-6
        if loose and " " not in line.text:
            character, x = characters(line)[-1]
            assert abs(x + FACE.advance(character) - width) < 1e-6
