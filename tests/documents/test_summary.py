"""The summary as text."""

from gwr_docs.documents.runs import plain
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
