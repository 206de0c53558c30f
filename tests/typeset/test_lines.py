"""Line breaking, tested with strings: a square font of one em, digits and letters half an em."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwr_docs.theme.faces import Face, Font
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.lines import compose_lines
from gwr_docs.typeset.marks import BARRED_AT_END, BARRED_AT_START

REPORT = (Path(__file__).parent.parent / "data" / "report.txt").read_text(encoding="utf-8")
PARAGRAPHS = [line.strip() for line in REPORT.splitlines() if len(line.strip()) > 40]


class SquareWidths(dict[str, float]):
    """Every character has a width, as in a font that has them all."""

    def __contains__(self, character: object) -> bool:
        return True

    def __missing__(self, character: str) -> float:
        return 0.5 if character.isascii() else 1.0


def square_face() -> Face:
    font = Font("square", "Square", Path(), Path())
    font.__dict__["widths"] = SquareWidths()
    return Face("square", "", "", (font,), font)


FACE = square_face()


def lines(text: str, width: float, indent: float = 0.0) -> list[str]:
    return [line.text for line in compose_lines([Span(text, FACE)], width, indent)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("一二三四五六七八", 4, ["一二三四", "五六七八"]),
        ("一二三四，五六七", 4, ["一二三", "四，五", "六七"]),
        ("一二，四。五六七八", 4, ["一二，四。", "五六七八"]),  # squeezed: push in comes before push out
        ("一二三“五六七八九", 4, ["一二三", "“五六七", "八九"]),
        ("一二三26.77万人次", 4, ["一二三", "26.77万", "人次"]),
        ("一二三60—79周岁", 4, ["一二三", "60—79", "周岁"]),
        ("一二三——五六七八", 4, ["一二", "三——五", "六七八"]),
        ("一二三四五", 4, ["一二三", "四五"]),  # no lone last character
    ],
)
def test_breaks_where_a_typesetter_would(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


def forbidden(broken: list[str]) -> list[str]:
    return [s for s in broken[1:] if s[0] in BARRED_AT_START] + [s for s in broken[:-1] if s[-1] in BARRED_AT_END]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PARAGRAPHS), st.floats(8, 40), st.sampled_from([0.0, 2.0]))
def test_the_report_breaks_cleanly_at_any_width(text: str, width: float, indent: float) -> None:
    composed = compose_lines([Span(text, FACE)], width, indent)
    broken = [line.text for line in composed]
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert forbidden(broken) == []
    assert not any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(broken))
    for line in composed[:-1]:
        assert line.end == pytest.approx(width, abs=1e-3)
    assert composed[-1].end <= width + 1e-3


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="一二三，。“”（）—…·、；：？！《》12.9%A b", max_size=80), st.integers(3, 30))
def test_nothing_is_lost_or_doubled(text: str, width: int) -> None:
    composed = compose_lines([Span(text, FACE)], width)
    assert "".join(line.text for line in composed).replace(" ", "") == text.replace(" ", "")
    for line in composed:
        assert "".join(piece.text for piece in line.pieces) == line.text


def test_pieces_keep_their_tags_and_places() -> None:
    (line,) = compose_lines([Span("甲乙", FACE, 1), Span("丙丁", FACE, 2)], 10)
    assert [(piece.text, piece.x, piece.tag) for piece in line.pieces] == [("甲乙", 0.0, 1), ("丙丁", 2.0, 2)]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("abcdefghijkl", 3) == ["abcdef", "ghijkl"]
