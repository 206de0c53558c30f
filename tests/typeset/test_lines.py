"""Line breaking, tested with strings: a square font of one em, digits and letters half an em."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwr_docs.theme.faces import Face, Font
from gwr_docs.typeset.characters import Span, measure
from gwr_docs.typeset.justify import set_line
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
        ("一二三……六七", 4, ["一二", "三……", "六七"]),
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


def room(text: str, width: float) -> list[tuple[str, float]]:
    """Each character with the room it has in `text` squeezed or stretched to `width`: the distance of the next one's cell."""
    characters = measure([Span(text, FACE)])
    line = set_line(characters, 0, len(text), width, 0.0, True)
    drawn: list[tuple[str, float]] = []
    for piece in line.pieces:
        x = piece.x
        for character in piece.text:
            drawn.append((character, x))
            x += FACE.advance(character) + piece.tracking
    places = [x + (0.5 if c in "（“" and index else 0.0) for index, (c, x) in enumerate(drawn)]  # where the ink begins
    assert line.end == pytest.approx(width)
    return [(c, round(b - a, 3)) for (c, _), a, b in zip(drawn, places, [*places[1:], line.end], strict=True)]


@pytest.mark.parametrize(
    ("width", "before_bracket", "pause", "gaps", "stop"),
    [
        (9.0, 1.5, 1.0, 0.25, 1.0),
        (8.75, 1.25, 1.0, 0.25, 1.0),  # first brackets
        (8.5, 1.0, 1.0, 0.25, 1.0),
        (8.25, 1.0, 0.75, 0.25, 1.0),  # then pauses
        (8.0, 1.0, 0.5, 0.25, 1.0),
        (7.875, 1.0, 0.5, 0.1875, 1.0),  # then the gaps at Latin
        (7.75, 1.0, 0.5, 0.125, 1.0),
        (7.5, 1.0, 0.5, 0.125, 0.75),  # stops last (clreq 6.2.2)
        (7.25, 1.0, 0.5, 0.125, 0.5),
    ],
)
def test_squeezing_takes_from_brackets_pauses_gaps_and_stops_in_turn(
    width: float, before_bracket: float, pause: float, gaps: float, stop: float
) -> None:
    expected = [before_bracket, 0.5, 1, pause, 1, stop, 1 + gaps, 0.5 + gaps, 1]
    found = room("一（二，三。四A五", width)
    assert "".join(c for c, _ in found) == "一（二，三。四A五"
    assert [x for _, x in found] == pytest.approx(expected, abs=2e-3)


def test_stretching_widens_gaps_first_then_everything_but_words_and_dashes() -> None:
    assert room("四A五六", 4.25) == [("四", 1.375), ("A", 0.875), ("五", 1.0), ("六", 1.0)]
    assert room("四A五六", 5.1) == [("四", 1.7), ("A", 1.2), ("五", 1.2), ("六", 1.0)]
    assert room("二……三", 5) == [("二", 1.5), ("…", 1.0), ("…", 1.5), ("三", 1.0)]


@pytest.mark.parametrize(
    ("text", "width"),
    [("一）（二", 3.5), ("一》，二", 3.5), ("一：“二", 3.5), ("一（“二", 3.5), ("一。”）二", 4.0), ("一，二", 3.0), ("一）二", 3.0)],
)
def test_neighbouring_marks_are_set_close(text: str, width: float) -> None:
    (line,) = compose_lines([Span(text, FACE)], 20, justify=False)
    assert line.end == width


def test_gaps_stand_between_chinese_and_latin_only() -> None:
    ends = {text: compose_lines([Span(text, FACE)], 20, justify=False)[0].end for text in ("一A二", "一，A二", "一—1二", "一9%二", "（A）")}
    assert ends == {"一A二": 3.0, "一，A二": 3.75, "一—1二": 3.75, "一9%二": 3.25, "（A）": 2.0}
