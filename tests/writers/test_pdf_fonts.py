"""Fonts cut down to what is drawn: outlines, widths and codes, compared with the whole fonts by fontTools."""

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from gwr_docs.theme.faces import FontBook
from gwr_docs.writers.pdf.fonts import Face, to_unicode
from gwr_docs.writers.pdf.objects import Name, Objects, number, written
from gwr_docs.writers.pdf.spacing import STEP, WIDER
from gwr_docs.writers.pdf.subset import FIRST, read_font, subset

TEXTS = {
    "hei": "一二，8a▲ é",
    "fangsong": "镇长“8”—1 ",
    "song": "18—. aZ",
    "rare": "喆𬭚",
    "latin": "Quality é½Ǻ 12",
    "latin_bold": "Äb",
    "kai": "一（一）",
    "biaosong": "政府工作报告",
}


def outline(font: TTFont, name: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return list(pen.value)


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_subset_draws_the_same_glyphs(book: FontBook, key: str) -> None:
    path = book.fonts[key].path
    whole, wanted = TTFont(path), [character + WIDER * (i % 4) for i, character in enumerate(TEXTS[key])]
    font = read_font(path.read_bytes(), wanted)
    part = TTFont(io.BytesIO(subset(font, wanted)), checkChecksums=2)
    names, codes = whole.getBestCmap(), part["cmap"].getcmap(1, 0).cmap
    assert sorted(code for code, glyph in codes.items() if glyph != ".notdef") == list(range(FIRST, FIRST + len(wanted)))
    for i, character in enumerate(TEXTS[key]):
        name = names[ord(character)]
        assert outline(part, codes[FIRST + i]) == outline(whole, name), character
        advance, bearing = whole["hmtx"][name]
        assert part["hmtx"][codes[FIRST + i]] == (advance + round(i % 4 * STEP * whole["head"].unitsPerEm), bearing)
    assert font.name.decode() == whole["name"].getDebugName(6)


def test_a_character_that_the_font_lacks_is_a_fault_of_the_program(book: FontBook) -> None:
    with pytest.raises(ValueError, match=r"U\+20000"):
        read_font(book.fonts["hei"].path.read_bytes(), ["\U00020000"])


def test_characters_beyond_the_bmp_have_two_units() -> None:
    assert "<21> <4E00>" in to_unicode("一")
    assert "<22> <D872DF5A>" in to_unicode(["一", "𬭚++"])
    assert to_unicode(["一"] * 223).count("beginbfchar") == 3


def test_glyphs_that_come_early_share_a_font(book: FontBook) -> None:
    names = [chr(0x4E00 + i) for i in range(600) if chr(0x4E00 + i) in book.fonts["hei"].widths][:300]
    face = Face(book.fonts["hei"])
    assert {font for font, _ in face.encode([*names, "一+"])} == {"hei.0", "hei.1"}
    assert face.encode([*names[:2], names[250], "一+"]) == [("hei.0", "2122"), ("hei.1", f"{250 - 223 + FIRST:02X}{300 - 223 + FIRST:02X}")]
    assert len(face.add(Objects())) == 2


@pytest.mark.parametrize(
    ("value", "syntax"),
    [
        (None, "null"),
        (True, "true"),
        (0.1 + 0.2, "0.3"),
        (-0.0001, "0"),
        (1e-7, "0"),
        (12.0, "12"),
        (Name("A b"), "/A#20b"),
        (Name("text/csv"), "/text#2Fcsv"),
        ("a(b)\\", r"(a\(b\)\\)"),
        ("报𬭚", "<feff62a5d872df5a>"),
        ("a\nb", r"(a\012b)"),
        (b"\x01\xff", "<01ff>"),
        ([1, {"K": Name("X")}], "[ 1 <<\n/K /X\n>> ]"),
    ],
)
def test_values_as_syntax(value: object, syntax: str) -> None:
    assert written(value) == syntax  # type: ignore[arg-type]


def test_numbers_have_no_exponent() -> None:
    assert number(123456789.5) == "123456789.5"
    assert number(1e-9) == "0"
