"""The summary as text."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gwr_docs.documents.clauses import first_sentences
from gwr_docs.documents.runs import Emphasis, made, plain, print_runs
from gwr_docs.documents.summary import plan_summary
from gwr_docs.model.report import Report


def test_heroes_are_the_indicators_with_a_change(shipped: Report) -> None:
    heroes = plan_summary(shipped).heroes
    assert [(hero.digits, hero.rest, hero.chip and hero.chip.text) for hero in heroes] == [
        ("36", "亿元", "同比上涨18%"),
        ("11.24", "亿元", "同比下降16%"),
        ("19.5", "亿元", "同比下降40%"),
        ("58.5", "亿元", "同比下降10%"),
        ("1.5", "亿元", "同比下降11%"),
    ]


def test_every_topic_has_its_gist_and_every_value_its_row(shipped: Report) -> None:
    summary = plan_summary(shipped)
    gists = [gist for section in (summary.review, summary.plan) for part in section.parts for gist in part.gists]
    assert len(gists) == 34
    assert all(plain(gist.text) for gist in gists)
    rows = {number.figure: number.text for group in summary.groups for number in group.numbers}
    assert rows == {name: figure.value.text for name, figure in shipped.figures.items() if figure.value}


def test_targets_stand_beside_what_was_reached(shipped: Report) -> None:
    goals = {goal.label: goal for goal in plan_summary(shipped).goals}
    assert len(goals) == 5
    assert (goals["固定资产投资"].actual, goals["固定资产投资"].target) == ("19.5亿元", "增长10%")
    assert goals["地区生产总值"].actual == ""


def test_problems_are_split_at_their_first_clause(shipped: Report) -> None:
    problems = plan_summary(shipped).problems
    assert [plain(problem.title) for problem in problems] == ["经济转型增长压力较大", "招商引资质量亟待提升", "社会稳定工作压力增大"]


def test_a_report_without_targets_and_problems_has_neither(small: Report) -> None:
    summary = plan_summary(small)
    assert summary.goals == ()
    assert summary.problems == ()


def test_the_overview_is_what_the_review_opens_with(shipped: Report) -> None:
    words, opening = plain(plan_summary(shipped).overview), plain(print_runs(shipped.review.opening[0], shipped.figures))
    unmarked = words.replace("[1]", "")
    assert opening.startswith(unmarked)
    assert unmarked.endswith("社会大局和谐稳定。")  # what leads over to the parts (工作：) is left away
    bare = replace(shipped, review=replace(shipped.review, opening=()))
    assert plan_summary(bare).overview == ()


@pytest.mark.parametrize(
    ("text", "most", "taken"),
    [
        ("一句。二句。三句：", 9, "一句。二句。"),
        ("一句。二句。", 5, "一句。"),
        ("很长的一句。", 5, ""),
        ("他说：“好。就这样。”然后走了。做了工作：", 99, "他说：“好。就这样。”然后走了。"),
        ("没有句号", 99, ""),
    ],
)
def test_only_whole_sentences_are_taken(text: str, most: int, taken: str) -> None:
    assert plain(first_sentences(made(text), most)) == taken


def test_terms_are_numbered_in_the_order_of_print(shipped: Report) -> None:
    summary = plan_summary(shipped)
    gists = [gist.text for section in (summary.review, summary.plan) for part in section.parts for gist in part.gists]
    review = len([gist for part in summary.review.parts for gist in part.gists])
    between = [runs for item in summary.problems for runs in (item.title, item.text)] + list(summary.requirement)
    texts = [summary.overview, *gists[:review], *between, *gists[review:]]
    marks = [run.text for runs in texts for run in runs if run.emphasis is Emphasis.MARK]
    assert marks == [one.mark for one in summary.explanations]


def test_charts_of_the_key_figures_come_first_and_none_of_the_plan(shipped: Report) -> None:
    titles = [chart.title for chart in plan_summary(shipped).charts]
    assert titles[:3] == ["2022年主要经济指标", "2022年主要经济指标同比增减", "老年人新冠疫苗接种率"]
    assert "2023年部分文体活动安排" not in titles


def test_rates_are_told_where_change_and_target_are(shipped: Report) -> None:
    rates = {goal.label: goal.rates for goal in plan_summary(shipped).goals}
    assert rates.pop("固定资产投资") == (Decimal(-40), Decimal(10))
    assert set(rates.values()) == {None}
