"""The grid of the briefing: lines and pages, tested with strings and numbers."""

import pytest

from gwr_docs.documents.blocks import Role
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import PageMap, block_lines, paginate
from gwr_docs.typeset.grid_lines import LIBREOFFICE, WORD, GridText, Habits, break_lines
from gwr_docs.typeset.grid_pages import Stretch, Strip, place_lines, place_strips
from tests.typeset.test_lines import FACE


def lines(text: str, width: float, indent: float = 0, habits: Habits = LIBREOFFICE) -> tuple[str, ...]:
    return break_lines([GridText(text, FACE, 1)], width, indent, 0, habits)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("一二三四五六七", 4, ("一二三四", "五六七")),
        ("一二三四，五六", 4, ("一二三", "四，五六")),  # pushed out, never squeezed
        ("一二三“五六七", 4, ("一二三", "“五六七")),
        ("一二三26.77万", 5, ("一二三", "26.77万")),
        ("一二三——五六", 4, ("一二三", "——五六")),  # Word and LibreOffice let —— begin a line
        ("一二3四五六七", 3.8, ("一二3", "四五六", "七")),  # two gaps of a fifth leave no room for a fourth character
    ],
)
def test_lines_are_pushed_out(text: str, width: float, expected: tuple[str, ...]) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "libreoffice", "word"),
    [
        ("一二三四，五六", 4, ("一二三", "四，五六"), ("一二三四，", "五六")),  # the comma hangs
        ("一二三四。", 4, ("一二三", "四。"), ("一二三四。",)),  # a line saved
        ("一二三四。”五六", 4, ("一二三", "四。”五", "六"), ("一二三", "四。”五", "六")),  # two marks do not hang
        ("一二三四）五六", 4, ("一二三", "四）五六"), ("一二三", "四）五六")),  # nor does a bracket
        ("一二三，四五六", 4, ("一二三，", "四五六"), ("一二三，", "四五六")),
        ("一二3四五六", 4.9, ("一二3四五", "六"), ("一二3四", "五六")),  # two gaps of a quarter instead of a fifth, the digit half an em
    ],
)
def test_word_hangs_a_mark_behind_the_line(text: str, width: float, libreoffice: tuple[str, ...], word: tuple[str, ...]) -> None:
    assert lines(text, width) == libreoffice
    assert lines(text, width, habits=WORD) == word


def test_the_first_line_is_indented() -> None:
    assert lines("一二三四五六", 4, 2) == ("一二", "三四五六")


@pytest.mark.parametrize(
    ("strips", "pages"),
    [
        ([Strip(4), Strip(6), Strip(3)], (1, 1, 2)),
        ([Strip(9), Strip(4)], (1, 2)),  # one line below is an orphan
        ([Strip(8), Strip(3)], (1, 2)),  # three lines cannot be parted
        ([Strip(8), Strip(4), Strip(1)], (1, 1, 2)),
        ([Strip(9, keep=True), Strip(1)], (1, 1)),
        ([Strip(7), Strip(1, keep=True), Strip(1, keep=True), Strip(5)], (1, 2, 2, 2)),  # headings stay with the text
        ([Strip(6), Strip(1, keep=True), Strip(1, keep=True), Strip(5)], (1, 1, 1, 1)),
        ([Strip(3, after=1), Strip(6), Strip(2)], (1, 1, 2)),
        ([Strip(4), Strip(5, keep=True), Strip(1)], (1, 1, 1)),  # a chart and its caption
        ([Strip(5), Strip(5, keep=True), Strip(1)], (1, 2, 2)),
        ([Strip(3), Strip(1, keep=True), Strip(2), Strip(4, keep=True), Strip(1), Strip(2)], (1, 1, 1, 2, 2, 2)),
        ([Strip(2), Strip(1, fresh=True, keep=True, after=1), Strip(3)], (1, 2, 2)),
        ([Strip(25), Strip(1)], (1, 3)),
        ([Strip(2), *[Strip(1, keep=True)] * 13, Strip(4)], (1, *[2] * 10, *[3] * 4)),  # more headings than fit a page
        ([Strip(21), Strip(1)], (1, 3)),  # the last page takes two lines from the one before
    ],
)
def test_pages_break_where_office_programs_break(strips: list[Strip], pages: tuple[int, ...]) -> None:
    assert place_strips(strips, 10) == pages


def test_full_lines_of_the_report_have_28_characters(shipped: Report, book: FontBook) -> None:
    theme = load_theme("gbt9704")
    full = [
        line
        for block in plan_briefing(shipped).blocks
        if block.role is Role.BODY
        for line in block_lines(block, theme, book)[1:-1]
        if all("\u4e00" <= character <= "\u9fff" or character in "，。、；" for character in line)
    ]
    assert full
    assert {len(line) for line in full} <= {26, 27, 28}  # less than 28 only where a mark is pushed out
    assert sum(len(line) == 28 for line in full) > len(full) / 2


def test_every_block_begins_on_a_page(shipped: Report, book: FontBook) -> None:
    briefing = plan_briefing(shipped)
    found = paginate(briefing, load_theme("gbt9704"), book)
    behind = next((i for i, block in enumerate(briefing.blocks) if block.role is Role.ANNEX), len(briefing.blocks))
    assert found.pages[behind] == 16  # what stands behind the text follows fifteen pages
    assert list(found.pages) == sorted(found.pages)
    assert found.pages[0] == 1


def test_a_paragraph_knows_where_its_lines_stand() -> None:
    assert place_lines([Strip(8), Strip(6)], 10) == ((Stretch(1, 0, 0, 8),), (Stretch(1, 8, 0, 2), Stretch(2, 0, 2, 4)))
    assert place_lines([Strip(9), Strip(6)], 10) == ((Stretch(1, 0, 0, 9),), (Stretch(2, 0, 0, 6),))
    assert place_lines([Strip(2, after=1), Strip(1)], 10) == ((Stretch(1, 0, 0, 2),), (Stretch(1, 3, 0, 1),))
    assert place_lines([Strip(25)], 10) == ((Stretch(1, 0, 0, 10), Stretch(2, 0, 10, 10), Stretch(3, 0, 20, 5)),)
    assert place_lines([Strip(21)], 10) == ((Stretch(1, 0, 0, 10), Stretch(2, 0, 10, 9), Stretch(3, 0, 19, 2)),)
    assert place_lines([Strip(3), Strip(0)], 10)[-1] == (Stretch(1, 3, 0, 0),)


def test_every_character_stands_on_the_page_of_its_line() -> None:
    pages = PageMap((1, 1, 3), 3, ((), (50, 330), ()))
    assert [pages.page(1, offset) for offset in (0, 49, 50, 329, 330, 400)] == [1, 1, 2, 2, 3, 3]
    assert (pages.page(0, 99), pages.page(2, 0)) == (1, 3)
