"""Warnings that the writer has looked at: `# gwr: ok` at a key, and what report.yaml turns off."""

import pytest

from gwr_docs.content.reading import read_report
from tests.content.fixtures import planted

REPORT = "title: 报告\nissuer: 某镇\ndate: 2024-12-20\n"
SLIP = "截止目前"  # GWR701


def told(**texts: str) -> list[str]:
    return [f"{d.span} {d.code}" for d in read_report(planted(**texts))[1]]


@pytest.mark.parametrize(
    "plan",
    [
        f"title: 思路\nopening: {SLIP}  # gwr: ok GWR701\n",
        f"title: 思路\n# gwr: ok GWR701\nopening: {SLIP}\n",
        f"title: 思路\n# gwr: ok GWR701\n\nopening: {SLIP}\n",
        f"title: 思路\nopening: >-  # gwr: ok GWR701\n  一\n  二\n  {SLIP}\n",
        f"title: 思路\nopening:\n  - 一\n  - >-  # GWR：OK GWR701\n    一\n    {SLIP}\n",
        f"title: 思路\nopening:\n  - 一\n  # gwr:ok GWR701 已核对\n  - {SLIP}\n",
        f"title: 思路\nopening: 一\n  {SLIP}\n  二 # gwr: ok gwr701\n",
        f"title: 思路\nopening: {SLIP}  两栋  # gwr: ok GWR718, GWR701\n",
        f"title: 思路\nparts:\n- title: 一\n  topics:\n  - title: 二。\n    text: |  # gwr: ok GWR701\n      {SLIP}\n    gist: 三\n",
    ],
    ids=range(9),
)
def test_a_mark_at_the_key_or_above_it_silences(plan: str) -> None:
    assert told(plan=plan) == []


def test_a_mark_in_the_figures() -> None:
    figures = "人口: {value: 12人, previous: 10人, change: 同比增长30%}  # gwr: ok GWR319\n户数: {value: 3户}  # gwr: ok GWR205\n"
    assert told(figures=figures) == []


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (f"title: 思路\nopening:\n  - {SLIP}  # gwr: ok GWR702\n", ["plan.yaml:3:5 GWR701", "plan.yaml:3:21 GWR131"]),
        (f"title: 思路  # gwr: ok GWR701\nopening: {SLIP}\n", ["plan.yaml:1:22 GWR131", "plan.yaml:2:10 GWR701"]),
        ("title: 思路\n# gwr: ok\n", ["plan.yaml:2:1 GWR131"]),
        (f"title: 思路\nopening: {SLIP} # gwr ok 701\n", ["plan.yaml:2:10 GWR701", "plan.yaml:2:15 GWR131"]),
        ("title: 思路\n# 用 # gwr: ok GWR701 放过一处\n", []),
        (f"title: 思路\nopening: {SLIP} # gwr: ok GWR701 GWR701\n", []),
        ("title: 思路\nopening: >-\n  一，见 gwr: ok GWR701\n", []),
    ],
    ids=range(7),
)
def test_a_mark_that_silences_nothing_is_told(plan: str, found: list[str]) -> None:
    assert told(plan=plan) == found


def test_errors_are_not_silenced_and_hide_marks_without_use() -> None:
    assert told(plan="title: 思路\nopening: 【户】  # gwr: ok GWR210\n") == ["plan.yaml:2:11 GWR210"]


def test_a_rule_may_be_turned_off() -> None:
    off = REPORT + "checks: {off: [GWR701, GWR205]}\n"
    plan = f"title: 思路\nopening: {SLIP}  # gwr: ok GWR701\n"
    assert told(report=off, plan=plan, figures="人口: {value: 12人}\n户数: {value: 3户}\n") == []
    assert told(report=REPORT + "checks: {off: [GWR131]}\n", plan="title: 思路  # gwr: ok GWR701\n") == []


@pytest.mark.parametrize("code", ["GWR301", "GWR999", "710", "gwr710"])
def test_only_warnings_can_be_turned_off(code: str) -> None:
    assert told(report=REPORT + f"checks:\n  off:\n    - {code}\n") == ["report.yaml:6:7 GWR130"]
