"""The fonts that ship: tables that agree with the files, a font for every character, none that would print as a blank."""

from functools import cache

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile
from tools.fonts.tables import check

from gwr_docs.content.reading import read_report
from gwr_docs.theme.coverage import PROSE, check_coverage
from gwr_docs.theme.faces import RARE, FontBook, fonts_folder, load_fonts
from tests.content.fixtures import planted, shipped

RARE_NAMES = "𬭚玥珺堃"
NOWHERE = "ऄ"  # DEVANAGARI LETTER SHORT A


@cache
def book() -> FontBook:
    return load_fonts()


FONTS = tuple(book().fonts)


def test_the_fonts_are_those_that_were_made() -> None:
    assert check(fonts_folder()) == len(FONTS) >= 7


@pytest.mark.parametrize("key", FONTS)
def test_tables_agree_with_the_files(key: str) -> None:
    font = book().fonts[key]
    file = TTFontFile(str(font.path))
    assert set(font.widths) <= {chr(code) for code in file.charToGlyph}
    unlike = [c for c, width in font.widths.items() if abs(width * 1000 - file.charWidths[ord(c)]) > 0.01]
    assert unlike == []
    assert font.ascent > 0 > font.descent


@pytest.mark.parametrize("face", PROSE)
def test_chinese_is_set_square(face: str) -> None:
    prose = book().faces[face]
    assert {prose.advance(character) for character in "双港镇政府工作报告，。（）"} == {1.0}


@pytest.mark.parametrize("face", ["fangsong", "kai", "hei"])
def test_digits_and_latin_letters_come_from_the_latin_font(face: str) -> None:
    prose = book().faces[face]
    assert {prose.font_for(character) for character in "0123456789aZ%.-"} == {book().fonts["latin"]}
    assert "Liberation" in book().fonts["latin"].path.name
    assert len({prose.advance(digit) for digit in "0123456789"}) == 1
    assert prose.font_for("双") is book().fonts[face]


@pytest.mark.parametrize("face", PROSE)
def test_each_rare_character_falls_back_by_itself(face: str) -> None:
    prose = book().faces[face]
    own, rare = prose.fonts[0], book().fonts[RARE]
    lacking = next(character for character in rare.widths if character not in own.widths)
    assert [prose.font_for(character) for character in f"双{lacking}港"] == [own, rare, own]
    assert prose.advance(lacking) == rare.widths[lacking]
    assert all(prose.font_for(character) in (own, rare) for character in RARE_NAMES)


def test_a_character_of_no_font_has_none() -> None:
    for face in book().faces.values():
        assert face.font_for(NOWHERE) is None
        assert face.advance(NOWHERE) == 1.0


def test_the_shipped_report_can_be_printed_whole() -> None:
    report, _ = read_report(shipped())
    assert report is not None
    assert check_coverage(report, book()) == ()


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("plan", f"title: 思{NOWHERE}路\n", ["plan.yaml:1:9"]),
        ("plan", f"title: 思路\nopening: >-\n  一，\n  二{NOWHERE}三，\n  {NOWHERE}四\n", ["plan.yaml:4:4", "plan.yaml:5:3"]),
        ("plan", f'title: 思路\nopening: "一\\u0904，\n  二{NOWHERE}"\n', ["plan.yaml:2:12", "plan.yaml:3:4"]),
        ("plan", f"title: 思路\nopening: 【人口】人{NOWHERE}\n", ["plan.yaml:2:15"]),
        ("plan", f"title: 思路\nparts: [{{title: 一, topics: [{{title: 二, gist: {NOWHERE}}}]}}]\n", ["plan.yaml:2:46"]),
        ("report", f"title: 报告\nissuer: {NOWHERE}镇\ndate: 2022-12-28\n", ["report.yaml:2:9"]),
        ("figures", f"人口: {{value: 12人, target: 增长{NOWHERE}}}\n", ["figures.yaml:1:28"]),
        ("figures", f"人口: {{value: 12人, label: 人{NOWHERE}}}\n", ["figures.yaml:1:1"]),
        ("deck", f"- layout: closing\n  title: 结束\n  note: {NOWHERE}\n", ["deck.yaml:3:9"]),
    ],
)
def test_missing_characters_are_named_where_they_stand(name: str, text: str, places: list[str]) -> None:
    report, found = read_report(planted(**{name: text}))
    assert report is not None, found
    missing = check_coverage(report, book())
    assert [str(d.span) for d in missing] == places
    assert {(d.code, d.is_error) for d in missing} == {("GWR401", True)}
    assert all(NOWHERE in d.message("zh") and "U+0904" in d.message("en") for d in missing)


def test_rare_characters_are_no_fault() -> None:
    report, _ = read_report(planted(plan=f"title: {RARE_NAMES}\n"))
    assert report is not None
    assert check_coverage(report, book()) == ()
