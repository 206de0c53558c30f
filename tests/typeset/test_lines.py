"""Line breaking, tested with strings: a square font of one em, digits and letters half an em."""

from pathlib import Path

import pytest

from gwr_docs.theme.faces import Face, Font
from gwr_docs.typeset.boundaries import measure
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.justify import set_line
from gwr_docs.typeset.lines import compose_lines


class SquareWidths(dict[str, float]):
    """Every character has a width, as in a font that has them all."""

    def __contains__(self, character: object) -> bool:
        return True

    def __missing__(self, character: str) -> float:
        return 0.5 if character.isascii() else 1.0


def font(key: str, widths: dict[str, float]) -> Font:
    found = Font(key, key, Path(), Path())
    found.__dict__["widths"] = widths
    return found


def square_face() -> Face:
    square = font("square", SquareWidths())
    return Face("square", "", "", (square,), square)


FACE = square_face()


def cases() -> dict[str, tuple[str, dict[str, float], bool, list[str]]]:
    """The cases of lines.md by title: text, width and indent, whether marks hang, lines."""
    found = {}
    for case in (Path(__file__).parent / "lines.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        title, setup, text, *block = case.strip().splitlines()
        words = setup.split()
        options = {word: float(words[i + 1]) for i, word in enumerate(words) if word in ("width", "indent")}
        found[title] = (text.removeprefix("> "), options, "hang" in words, block[1:-1])
    return found


@pytest.mark.parametrize(("text", "options", "hang", "expected"), cases().values(), ids=cases().keys())
def test_breaks_where_a_typesetter_would(text: str, options: dict[str, float], hang: bool, expected: list[str]) -> None:
    lines = compose_lines([Span(text, FACE)], options["width"], options.get("indent", 0.0), hang=hang)
    assert [line.text for line in lines] == expected


def test_pieces_keep_their_tags_and_places() -> None:
    (line,) = compose_lines([Span("甲乙", FACE, 1), Span("丙丁", FACE, 2)], 10)
    assert [(piece.text, piece.x, piece.tag) for piece in line.pieces] == [("甲乙", 0.0, 1), ("丙丁", 2.0, 2)]


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


def test_a_minus_stands_close_to_its_number() -> None:
    (line,) = compose_lines([Span("−16", FACE)], 20, justify=False)
    assert line.end == sum(map(FACE.advance, "−16"))
    assert [line.text for line in compose_lines([Span("一二−16", FACE)], 3.5, justify=False)] == ["一二", "−16"]


def places(text: str, width: float, face: Face = FACE) -> dict[str, float]:
    """Where each character of a justified line begins."""
    found = {}
    for piece in set_line(measure([Span(text, face)]), 0, len(text), width, 0.0, True).pieces:
        x = piece.x
        for character in piece.text:
            found[character] = round(x, 3)
            x += face.advance(character) + piece.tracking
    return found


@pytest.mark.parametrize(
    ("width", "space", "dot", "bracket"),
    [(6.75, 0.5, 1.0, 1.0), (6.5, 0.25, 1.0, 1.0), (6.25, 0.25, 0.75, 1.0), (6.0, 0.25, 0.5, 1.0), (5.5, 0.25, 0.5, 0.5)],
)
def test_word_spaces_and_middle_dots_are_squeezed_before_brackets(width: float, space: float, dot: float, bracket: float) -> None:
    found = places("A b一·二（三", width)
    assert found["b"] == 0.5 + space
    assert found["二"] - found["一"] == pytest.approx(1 + dot)
    assert found["三"] - found["二"] == pytest.approx(1 + bracket)


@pytest.mark.parametrize(("width", "space", "gap"), [(2.5, 0.25, 0.25), (2.75, 0.5, 0.25), (3.0, 0.5, 0.5), (3.5, 0.75, 0.75)])
def test_word_spaces_are_stretched_before_gaps(width: float, space: float, gap: float) -> None:
    narrow = font("narrow", {"A": 0.5, "b": 0.5, " ": 0.25, "一": 1.0})
    found = places("A b一", width, Face("narrow", "", "", (narrow,), narrow))
    assert found["b"] == 0.5 + space
    assert found["一"] == pytest.approx(found["b"] + 0.5 + gap)


def test_each_character_is_set_in_the_first_font_that_has_it() -> None:
    common, rare, latin = font("common", {"甲": 1.0, "丙": 1.0}), font("rare", {"乙": 1.0}), font("latin", {"A": 0.6})
    (line,) = compose_lines([Span("甲乙丙A", Face("mixed", "", "", (common, rare), latin))], 9)
    assert [(piece.text, piece.font, piece.x) for piece in line.pieces] == [
        ("甲", "common", 0.0),
        ("乙", "rare", 1.0),
        ("丙", "common", 2.0),
        ("A", "latin", 3.25),
    ]


def test_spans_of_several_sizes_share_a_line() -> None:
    (line,) = compose_lines([Span("甲乙", FACE, 1, 2.0), Span("，丙（A", FACE, 2)], 20)
    assert [(piece.text, piece.x, piece.size) for piece in line.pieces] == [("甲乙", 0.0, 2.0), ("，丙（A", 4.0, 1.0)]
    assert line.end == 7.5


def test_a_hanging_comma_stands_behind_the_full_line() -> None:
    line = compose_lines([Span("一二三四，五六七八", FACE)], 4, hang=True)[0]
    assert (line.text, line.end, [(piece.text, piece.x) for piece in line.pieces]) == ("一二三四，", 4.0, [("一二三四，", 0.0)])
