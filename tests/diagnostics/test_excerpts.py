"""Marks stand under the exact words, whatever the characters before them and however long the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.diagnostics import Span
from gwr_docs.diagnostics.excerpts import Mark, excerpt, lines_of, printable, width

ROOM = 96


def drawn(text: str, *marks: Mark, room: int = ROOM, wide: bool = False) -> list[str]:
    return ["".join(piece for _, piece in row) for row in excerpt(marks, lines_of(text), 2, room, wide)]


def carets(text: str, first: int, last: int, room: int = ROOM, wide: bool = False, line: int = 1) -> tuple[str, str]:
    """The source line as shown, and the words that the carets stand under."""
    rows = drawn(text, Mark(Span("plan.yaml", line, first, last), "error", "^"), room=room, wide=wide)
    source, marks = (row.split(" | ", 1)[1] for row in rows)
    begin, count = len(marks) - len(marks.lstrip()), marks.count("^")
    assert marks == " " * begin + "^" * count
    under, column = "", 0
    for at, character in enumerate(source):
        step = width(source[: at + 1], wide) - width(source[:at], wide)
        if begin <= column < begin + count:
            under += character
        column += step
    return source, under


@pytest.mark.parametrize(
    ("text", "first", "last", "under"),
    [
        ("title: 思路", 1, 6, "title"),
        ("全镇人口【总人口】。", 6, 9, "总人口"),
        ("，ａ，b，一", 4, 5, "b"),
        ("一\t二三", 3, 5, "二三"),
        ("e\u0301te\u0301：人口", 7, 9, "人口"),  # combining accents
        ("镇\U0001f600好", 3, 4, "好"),
        ("☎\ufe0f：人口", 4, 6, "人口"),  # drawn as an emoji, two columns
        ("\U0001f44d\U0001f3fd：人口", 4, 6, "人口"),  # a hand and its skin: one picture
        ("一二", 3, 4, ""),  # past the end of the line
        ("长" * 200 + "错" + "句" * 200, 201, 202, "错"),
        ("a" * 200 + "xyz" + "b" * 200, 201, 204, "xyz"),
        ("长" * 60 + "错误", 61, 63, "错误"),
        ("错误" + "长" * 60, 1, 3, "错误"),
    ],
)
@pytest.mark.parametrize("wide", [False, True])
def test_carets_stand_under_the_fault(text: str, first: int, last: int, under: str, wide: bool) -> None:
    source, found = carets(text, first, last, wide=wide)
    assert found == under
    assert under in source


@given(st.text(st.sampled_from("一人口ab，。“”—…①é\u0301\U0001f600\t 【】"), max_size=150), st.data(), st.booleans())
def test_a_line_is_cut_to_the_console(text: str, data: st.DataObject, wide: bool) -> None:
    room = data.draw(st.integers(24, 120))
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 5)))
    source, marks = (
        row.split(" | ", 1)[1] for row in drawn(text, Mark(Span("a", 1, first + 1, last + 1), "error", "^"), room=room, wide=wide)
    )
    assert width(source, wide) <= room
    assert printable(text[first:last]) in source
    whole = printable(text)
    begin = source.removesuffix("…").removeprefix("…")
    assert begin in whole or source == whole
    assert width(marks, wide) <= room + 1


def several(room: int) -> list[str]:
    """A line with three marks, as the figures of a change have it."""
    line = "批零销售额: {value: 58.5亿元, change: 同比下降10%, previous: 60亿元, note: " + "说明" * 30 + "}"
    marks = [Mark(Span("figures.yaml", 1, at, at + len(word)), "error", "^")
             for word in ("58.5亿元", "同比下降10%", "60亿元") for at in [line.index(word) + 1]]  # fmt: skip
    return drawn(line, *marks, room=room)


def test_a_line_with_several_marks_is_shown_once() -> None:
    for room in (60, 96):
        rows = several(room)
        assert [row.split("|")[0].strip() for row in rows] == ["1", "", "", ""]
        for row, word in zip(rows[1:], ("58.5亿元", "同比下降10%", "60亿元"), strict=True):
            assert width(rows[0][: rows[0].index(word)]) == row.index("^")
            assert row.count("^") == width(word)


def test_marks_too_far_apart_are_shown_in_parts() -> None:
    rows = several(40)
    assert [row.split("|")[0].strip() for row in rows] == ["1", "", "", "1", ""]
    assert "58.5亿元" in rows[0]
    assert width(rows[3][: rows[3].index("60亿元")]) == rows[4].index("^")


def test_ambiguous_characters_are_wide_on_a_chinese_console() -> None:
    assert (width("“人口”——…"), width("“人口”——…", wide=True)) == (9, 14)


def test_unseen_characters_show_in_the_line() -> None:
    assert carets("\u3000\u00a0一\x1b[2J\u202e", 1, 3) == ("□□一□[2J□", "□□")


def test_lines_are_counted_as_editors_do() -> None:
    for text in ("一\u2028二\x0c三\n四\n", "一\r\n四\r\n", "一\r四\r", "\ufeff一\n四"):
        assert carets(text, 1, 2, line=2) == ("四", "四")
    assert carets("\ufeff一二\r\n", 2, 3) == ("一二", "二")


TEXT = "总数: 12人\n# 注\n男: 7人\n女: 6人\n\n\n又: 男 女\n"


def test_places_of_one_file_come_in_its_order_and_dots_where_lines_are_left_out() -> None:
    rows = drawn(
        TEXT,
        Mark(Span("a", 4, 4, 6), "see", "-", "女 6人"),
        Mark(Span("a", 1, 5, 8), "error", "^"),
        Mark(Span("a", 3, 4, 6), "see", "-", "男 7人"),
    )
    assert rows == [
        " 1 | 总数: 12人",
        "   |       ^^^^",
        "...",
        " 3 | 男: 7人",
        "   |     --- 男 7人",
        " 4 | 女: 6人",
        "   |     --- 女 6人",
    ]


def test_two_places_in_one_line_share_it() -> None:
    rows = drawn(TEXT, Mark(Span("a", 7, 6, 7), "see", "-", "二"), Mark(Span("a", 7, 4, 5), "error", "^"))
    assert rows == [" 7 | 又: 男 女", "   |     ^^", "   |        -- 二"]


def test_a_place_beyond_the_file_shows_nothing() -> None:
    assert drawn(TEXT, Mark(Span("a", 99, 1, 2), "error", "^")) == []
