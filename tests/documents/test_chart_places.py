"""Where charts stand in the text: behind the paragraph that states their numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gwr_docs.documents.blocks import DRAWN, Block, Role
from gwr_docs.documents.briefing import Briefing, plan_briefing
from gwr_docs.documents.chart_places import find_block, insert_charts, printed_numbers
from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.documents.runs import Run, made
from gwr_docs.model.report import Report


def chart(*digits: str) -> ChartSpec:
    points = tuple(Point(Decimal(d.replace("−", "-")), d, figure) for figure, d in zip("甲乙丙丁", digits, strict=False))
    return ChartSpec("bar", "题", "个", tuple("甲乙丙丁"[: len(digits)]), (Series("", points),))


def block(**printed: str) -> Block:
    return Block(Role.BODY, tuple(Run(text, figure) for figure, text in printed.items()))


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([block(甲="1个"), block(甲="1个", 乙="20个", 丙="3个"), block(乙="20个")], 1),
        ([block(甲="1个", 乙="20个"), block(), block(丙="3个", 丁="4个")], 2),  # the last that states others
        ([block(甲="1个", 乙="20个"), block(), block(甲="1个", 乙="20个")], 0),  # who repeats does not count
        ([block(甲="5个", 乙="60个", 丙="7个"), block(甲="1个")], 1),  # other numbers of the same figures
        ([block(甲="15个", 乙="2020个", 丙="0.3个"), block(甲="1个")], 1),  # numbers that only hold the chart's digits
        ([block(丙="上升3%"), block(丁="下降4%")], 1),
        ([block(), block(戊="1个")], None),
        ([], None),
    ],
)
def test_a_chart_stands_behind_the_block_that_states_most_of_its_numbers(blocks: list[Block], found: int | None) -> None:
    assert find_block(chart("1", "20", "+3", "−4"), printed_numbers(blocks)) == found


def test_charts_that_no_paragraph_states_are_handed_back() -> None:
    blocks, lost = insert_charts([Block(Role.HEADING1, made("题")), block(甲="1个")], [chart("9"), chart("1"), chart("8")])
    assert [b.role for b in blocks] == [Role.HEADING1, Role.BODY, Role.FIGURE, Role.CAPTION]
    assert blocks[-1].text.startswith("图1　")
    assert [spec.points[0].digits for spec in lost] == ["9", "8"]


@pytest.fixture
def in_text(shipped: Report) -> Briefing:
    return plan_briefing(replace(shipped, options=replace(shipped.options, charts_in_text=True)))


def test_charts_in_the_text_leave_it_as_it_is(in_text: Briefing, shipped: Report) -> None:
    annexed = plan_briefing(shipped)
    assert [b for b in in_text.blocks if b.role not in DRAWN] == list(annexed.blocks)
    assert in_text.text == annexed.text
    assert sorted(b.chart.title for b in in_text.blocks if b.chart) == sorted(c.title for c in annexed.charts)
    assert in_text.charts == ()
    assert [entry.text for entry in in_text.contents] == [entry.text for entry in annexed.contents[:-1]]


def test_charts_in_the_text_are_numbered_as_they_come(in_text: Briefing) -> None:
    captions = [b.text for b in in_text.blocks if b.role is Role.CAPTION]
    assert [text.partition("　")[0] for text in captions] == [f"图{n}" for n in range(1, len(captions) + 1)]


def test_each_chart_follows_text_and_is_followed_by_its_caption(in_text: Briefing) -> None:
    blocks = in_text.blocks
    for index, each in enumerate(blocks):
        if each.chart:
            before = next(b for b in reversed(blocks[:index]) if b.role not in DRAWN)
            assert before.role is Role.BODY
            stated = "".join(run.text for run in before.runs)
            assert all(point.digits.lstrip("+−") in stated for series in each.chart.series for point in series.points)
            assert blocks[index + 1].role is Role.CAPTION
            assert each.chart.title in blocks[index + 1].text


def test_pages_in_the_annex_lead_to_blocks_behind_charts(in_text: Briefing) -> None:
    for entry in in_text.contents:
        if entry.index < len(in_text.blocks):
            assert in_text.blocks[entry.index].text == entry.text
    figures = in_text.annexes[0]
    for row in figures.rows:
        number, page = row[1], row[-1]
        assert isinstance(number, tuple) and not isinstance(page, tuple)
        assert any(run.figure == number[0].figure for run in in_text.blocks[page.index].runs)


def test_charts_that_no_paragraph_states_stay_in_the_annex_and_count_on(in_text: Briefing) -> None:
    left = replace(in_text, charts=(chart("1", "2"),))
    figure, caption = left.chart_annex
    assert figure.chart == left.charts[0]
    assert caption == Block(Role.CAPTION, caption.runs)
    assert caption.text.startswith(f"图{1 + sum(b.role is Role.FIGURE for b in in_text.blocks)}　")


def test_charts_stand_in_the_text_without_annexes_too(shipped: Report, in_text: Briefing) -> None:
    bare = plan_briefing(replace(shipped, options=replace(shipped.options, charts_in_text=True, annexes=False)))
    assert bare.blocks == in_text.blocks
    assert (bare.annexes, bare.charts) == ((), ())
