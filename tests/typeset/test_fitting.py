"""Text into boxes: measured to the point, shrunk to the limit of its role, then refused at its place."""

from dataclasses import replace

import pytest

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import Run, made, plain
from gwr_docs.model.inline import Place
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.measuring import SPARE
from gwr_docs.typeset.shapes import Cell

HERE = Span("deck.yaml", 7, 3, 9)


@pytest.fixture
def fitter(book: FontBook) -> Fitter:
    return Fitter(load_theme("deck"), book)


def test_text_is_as_wide_as_its_characters(fitter: Fitter) -> None:
    assert fitter.width("政府工作报告", "title", 30) == pytest.approx(6 * 30)
    face = fitter.book.faces["yahei"]
    assert fitter.width("2022", "title", 30) == pytest.approx(sum(face.advance(c) for c in "2022") * 30)
    assert fitter.width("2022年", "title", 20) == pytest.approx(sum(face.advance(c) for c in "2022年") * 20 + 0.25 * 20)


def test_lines_break_where_the_spared_width_ends(fitter: Fitter) -> None:
    width = 10 * 18 / SPARE
    assert fitter.line_count("一" * 10, "text", 18, width) == 1
    assert fitter.line_count("一" * 12, "text", 18, width) == 2
    assert fitter.line_count("一" * 10, "text", 18, width - 1) == 2
    assert fitter.line_count("一" * 10, "text", 18, width) == 1  # what it keeps goes by width


def test_a_text_is_as_large_as_fits(fitter: Fitter) -> None:
    part = Part(made("一" * 20), "text")
    assert fitter.paragraphs([part], 20 * 18 / SPARE, 18 * 1.3, HERE)[0].words[0].size == 18
    label = replace(part, role="label")
    (smaller,) = fitter.paragraphs([label], 20 * 16 / SPARE, 18 * 1.3, HERE)
    assert smaller.words[0].size == 16
    assert smaller.leading == pytest.approx(16 * 1.3)


def test_a_text_too_long_at_its_smallest_is_a_fault_at_its_place(fitter: Fitter) -> None:
    cell = Cell(0, 0, 20 * 14 / SPARE, 14 * 1.3)
    assert fitter.box([Part(made("一" * 20), "label")], cell, HERE).paragraphs[0].words[0].size == 14
    with pytest.raises(ContentError) as caught:
        fitter.box([Part(made("一" * 22), "label")], cell, HERE)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span) == ("GWR402", HERE)
    typed = Run("一" * 22, place=Place("deck.yaml", 12, 5))
    with pytest.raises(ContentError) as caught:
        fitter.box([Part((typed,), "label")], cell, HERE)
    assert caught.value.diagnostics[0].span == Span("deck.yaml", 12, 5, 27)


def test_a_number_shrinks_first_its_digits_then_its_unit_then_is_refused(fitter: Fitter) -> None:
    number = Number("甲", "甲", "12345678", "万元", span=HERE)
    sizes = []
    for width in (600.0, 280.0, 180.0, 178.0):
        words = fitter.number_line(number, "number", width).words
        sizes.append(tuple(word.size for word in words))
        total = sum(fitter.width(word.text, word.role, word.size) for word in words)
        assert total <= width
    assert sizes[0] == (66, 18)
    assert 30 < sizes[1][0] < 66
    assert sizes[1][1] == 18
    assert sizes == sorted(sizes, reverse=True)
    with pytest.raises(ContentError) as caught:
        fitter.number_line(number, "number", 120)
    assert caught.value.diagnostics[0].span == HERE


def test_lines_of_even_length_take_no_more_lines(fitter: Fitter) -> None:
    box = fitter.box([Part(made("一" * 27), "closing")], Cell(0, 0, 25 * 36 / SPARE, 300), HERE)
    width = fitter.even_width(box)
    assert 13 * 36 < width < 16 * 36
    assert fitter.line_count("一" * 27, "closing", 36, width) == 2


def test_neighbours_are_of_one_size(fitter: Fitter) -> None:
    short, long = ([Part(made("一" * count), "label")] for count in (3, 24))
    width = 20 * 18 / SPARE
    groups = fitter.alike([short, long], width, 18 * 1.3, HERE)
    assert {line.words[0].size for lines in groups for line in lines} == {fitter.paragraphs(long, width, 18 * 1.3, HERE)[0].words[0].size}
    with pytest.raises(ContentError):
        fitter.alike([short, [Part(made("一" * 99), "label")]], width, 18 * 1.3, HERE)


def test_clauses_take_a_line_each_if_all_fit(fitter: Fitter) -> None:
    part = Part(made("完善载体建设，加大招商力度"), "text")
    assert [plain(piece.runs) for piece in fitter.clauses(part, 8 * 18)] == ["完善载体建设，", "加大招商力度"]
    assert fitter.clauses(part, 6 * 18) == [part]


def test_lines_of_several_colours_are_counted_as_one_text(fitter: Fitter) -> None:
    runs = (Run("一" * 9), Run("36亿元", figure="产值"), Run("一" * 9))
    (line,) = fitter.paragraphs([Part(runs, "text", figures="red")], 10 * 18, 300, HERE)
    assert len(line.words) == 3
    assert fitter.lines_height([line], 10 * 18) == pytest.approx(3 * 18 * 1.3)


@pytest.mark.parametrize(("count", "size"), [(21, 22), (22, 22), (23, 20), (24, 22)])
def test_a_lonely_last_character_is_saved_by_a_smaller_size(book: FontBook, count: int, size: int) -> None:
    fitter = Fitter(load_theme("deck"), book)
    assert fitter.style("large_text").size.pt == 22
    width = 11.2 * 22 / SPARE  # eleven characters to the line at full size, twelve at 20 pt
    ((paragraph,),) = fitter.alike([[Part(made("税" * count), "large_text")]], width, 500, None)
    assert paragraph.words[0].size == size
