"""Titles: whole words, lines of like length. A square font of one em."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.typeset.grid_lines import LIBREOFFICE, GridText
from gwr_docs.typeset.title_lines import title_lines
from tests.typeset.test_lines import FACE


def lines(text: str, width: float) -> tuple[str, ...]:
    return title_lines([GridText(text, FACE, 1.0)], width, 0.0, LIBREOFFICE)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("政府工作报告", 12, ("政府工作报告",)),
        ("双港镇预算执行情况和预算草案的报告", 12, ("双港镇预算执行情况", "和预算草案的报告")),
        ("关于双港镇国民经济和社会发展计划执行情况的报告", 12, ("关于双港镇国民经济", "和社会发展计划执行情况的", "报告")),
        ("双港镇2022年预算执行情况和2023年预算草案的报告", 12, ("双港镇2022年", "预算执行情况", "和2023年预算草案的报告")),
    ],
)
def test_titles_break_where_words_end(text: str, width: float, expected: tuple[str, ...]) -> None:
    assert lines(text, width) == expected


def test_no_line_has_a_single_character() -> None:
    assert min(map(len, lines("双港镇人民代表大会常务委员会工作报告书", 18))) > 6


@given(st.text(st.sampled_from("一二三四的和《》，（）2022年"), min_size=1, max_size=40), st.integers(8, 20))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join(found) == text
    assert all(sum(map(FACE.advance, line)) <= width + 1e-6 or len(line) == 1 for line in found)
