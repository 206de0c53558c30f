"""Sentences stay within a console, lose nothing, and break where Chinese and English may."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.diagnostics.excerpts import width
from gwr_docs.diagnostics.wrapping import CLOSING, OPENING, wrapped


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("核对总数和分项。", 100, ["核对总数和分项。"]),
        ("核对总数和分项。", 8, ["核对总数", "和分项。"]),
        ("核对总数，再生成", 8, ["核对总", "数，再生", "成"]),
        ("核对（总数）和", 6, ["核对", "（总", "数）和"]),
        ("加上 # gwr: ok GWR319。", 12, ["加上 # gwr:", "ok GWR319。"]),
        ("check the three numbers", 10, ["check the", "three", "numbers"]),
        ("/very/long/path", 6, ["/very/", "long/p", "ath"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_they_may(text: str, room: int, lines: list[str]) -> None:
    assert wrapped(text, room) == lines


@given(st.text(st.sampled_from("一人口ab ，。“”（）【】—…1%é\u0301\U0001f600"), max_size=200), st.integers(4, 60), st.booleans())
def test_nothing_is_lost_and_nothing_sticks_out(text: str, room: int, wide: bool) -> None:
    lines = wrapped(text, room, wide)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, wide) <= room for line in lines)


@given(st.lists(st.sampled_from(["人口，", "“总数”", "（甲）", "【三】", "一。", "和", "36亿元"])).map("".join), st.integers(12, 40))
def test_no_mark_stands_on_the_wrong_side(text: str, room: int) -> None:
    for before, after in pairwise(wrapped(text, room)):
        assert before[-1] not in OPENING
        assert after[0] not in CLOSING
