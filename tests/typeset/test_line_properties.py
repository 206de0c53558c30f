"""What holds for lines of any text and width: rules kept, lines full, nothing lost. The rules are those of tools/line_breaks.py."""

from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.line_breaks import FORBIDDEN_END, FORBIDDEN_START, SPLIT

from gwr_docs.theme.faces import Face, FontBook
from gwr_docs.typeset.boundaries import measure
from gwr_docs.typeset.characters import Span
from gwr_docs.typeset.edges import find_edges
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.lines import compose_lines
from gwr_docs.typeset.marks import HANGING
from tests.typeset.test_lines import FACE

REPORT = (Path(__file__).parent.parent / "data" / "report.txt").read_text(encoding="utf-8")
PARAGRAPHS = [line.strip() for line in REPORT.splitlines() if line.strip()]
MIXED = st.text(alphabet="一二三四五六七八九十，。“”（）—…·、；：？！《》12.9%A b-é～℃", max_size=120)
WIDTHS = [12 + number / 2 for number in range(50)]


def bad_breaks(lines: tuple[Line, ...]) -> list[str]:
    texts = [line.text for line in lines]
    found = [text for text in texts[1:] if text[0] in FORBIDDEN_START] + [text for text in texts[:-1] if text[-1] in FORBIDDEN_END]
    return found + [f"{a}|{b}" for a, b in pairwise(texts) if SPLIT.search(f"{a[-2:]}|{b[:2]}")]


def ragged(lines: tuple[Line, ...], width: float) -> list[str]:
    return [line.text for line in lines[:-1] if abs(line.end - width) > 1e-6]


def has_place(text: str, face: Face = FACE) -> bool:
    """Whether a line can be stretched: it is more than one word or number."""
    return any(measure([Span(text, face)]).free[: len(text) - 1])


def words_fit(text: str, width: float, indent: float) -> bool:
    """Whether every stretch of text without a legal break is narrower than a line."""
    edges = find_edges(c := measure([Span(text, FACE)]), [0, *c.breaks], 0.0, hang=False)
    rooms = [width - indent] + [width] * len(edges.starts)
    return all(b - a <= room for a, b, room in zip(edges.tight_starts, edges.tight_ends[1:], rooms, strict=False))


@pytest.mark.parametrize("indent", [0.0, 2.0])
def test_the_report_at_fifty_widths_has_no_bad_break_and_no_ragged_line(indent: float, book: FontBook) -> None:
    for width in WIDTHS:
        for text in PARAGRAPHS:
            lines = compose_lines([Span(text, book.faces["fangsong"])], width, indent)
            assert bad_breaks(lines) == []
            assert ragged(lines, width) == []
            assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


def test_the_report_is_hardly_stretched(book: FontBook) -> None:
    """At 50 widths: most lines not at all, 95 of 100 by less than 0.036 em a character."""
    found = []
    for width in WIDTHS:
        for text in PARAGRAPHS:
            for line in compose_lines([Span(text, book.faces["fangsong"])], width, 2.0)[:-1]:
                plain = [piece.tracking for piece in line.pieces if len(piece.text) > 2 and not piece.text.isascii()]
                found.append(max(0.0, *plain) if plain else 0.0)
    found.sort()
    assert found[len(found) // 2] == 0
    assert found[len(found) * 95 // 100] <= 0.036


@settings(deadline=None, max_examples=300)
@given(MIXED, st.floats(3, 40), st.sampled_from([0.0, 2.0]))
def test_any_text_at_any_width_keeps_the_rules(text: str, width: float, indent: float) -> None:
    indent = indent if width > 5 else 0.0
    lines = compose_lines([Span(text, FACE)], width, indent)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [line.text for line in lines]
    assert all(line.end <= width + 1e-6 for line in lines)
    assert not any(has_place(text) for text in ragged(lines, width))
    ends = list(accumulate(len(line.text) for line in lines))
    if words_fit(text, width, indent) and " " not in text:
        assert set(ends) <= set(measure([Span(text, FACE)]).breaks)


@settings(deadline=None, max_examples=100)
@given(MIXED, st.floats(6, 30))
def test_only_commas_and_stops_hang(text: str, width: float) -> None:
    for line in compose_lines([Span(text, FACE)], width, hang=True):
        drawn = max(piece.x + sum(FACE.advance(c) for c in piece.text) + piece.tracking * (len(piece.text) - 1) for piece in line.pieces)
        assert line.end <= width + 1e-6
        if drawn > width + 0.5 + 1e-6:  # further than the blank half of a mark
            assert line.text[-1] in HANGING


@settings(deadline=None, max_examples=100)
@given(MIXED, st.integers(0, 120), st.floats(6, 30))
def test_sizes_and_faces_mix(text: str, cut: int, width: float) -> None:
    spans = [Span(text[:cut], FACE, 1, 1.25), Span(text[cut:], FACE, 2)]
    lines = compose_lines(spans, width)
    assert all(line.end <= width + 1e-6 for line in lines)
    pieces = [piece for line in lines for piece in line.pieces]
    assert "".join(piece.text for piece in pieces if piece.tag == 1).replace(" ", "") == text[:cut].replace(" ", "")
    assert {(piece.tag, piece.size) for piece in pieces} <= {(1, 1.25), (2, 1.0)}


@settings(deadline=None, max_examples=100)
@given(MIXED.map(lambda text: text.replace(" ", "")), st.floats(3, 30))
def test_ragged_lines_are_as_long_as_they_can_be(text: str, width: float) -> None:
    lines = compose_lines([Span(text, FACE)], width, justify=False)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    c = measure([Span(text, FACE)])
    for line, (start, end) in zip(lines[:-2], pairwise(accumulate((len(line.text) for line in lines), initial=0)), strict=False):
        following = next(at for at in c.breaks if at > end)
        assert c.end(following) - c.start(start) > width or end not in c.breaks, line.text
