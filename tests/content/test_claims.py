"""What a figure says of itself: which claims hold, and which are doubted."""

import pytest

from gwr_docs.content.reading import read_report
from tests.content.fixtures import planted


def codes(figures: str, text: str = "") -> list[str]:
    """What is found of figures that the text cites by what each has."""
    lines = [line.split(": ", 1) for line in figures.strip().split("\n")]
    names = "".join(f"【{name}{'' if 'value' in fields else '·同比'}】" for name, fields in lines)
    report, found = read_report(planted(review=f"title: 2024年工作回顾\nopening: {text}{names}\n", figures=figures))
    assert report is not None, found
    return [diagnostic.code for diagnostic in found]


HOLD = [
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比上涨18%}",  # 18.03
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比上涨18.0%}",
    "产值: {value: 36亿元, previous: 305000万元, change: 同比上涨18%}",  # another scale
    "住餐: {value: 1.5亿元, previous: 1.7亿元, change: 同比下降11%}",  # 11.76, but both are rounded
    "住餐: {value: 1.5亿元, history: {2023: 1.7亿元}, change: 同比下降12%}",
    "人口: {value: 12人, previous: 10人, change: 比上年增长20%}",
    "人口: {value: 12人, previous: 10人, change: 增长2人}",
    "人口: {value: 20人, previous: 10人, change: 翻番}",
    "人口: {value: 30人, previous: 10人, change: 增长2倍}",
    "人口: {value: 1.2万人, previous: 1万人, change: 增长2000人}",
    "人口: {value: 10人, previous: 10人, change: 同比持平}",
    "接种: {value: 96%, previous: 90.5%, change: 提高5.5个百分点}",
    "资金: {value: 900余万元, previous: 500万元, change: 增长10%}",  # rough
    "资金: {value: 900万元, previous: 0万元, change: 增长10%}",
    "资金: {value: 900万元, previous: 若干, change: 增长10%}",
    "收入: {value: 900元, previous: 800元, change: 增速与上年同步}",
    "收入: {value: 900元, history: {2022: 100元}, change: 增长10%}",  # not last year's
    "投资: {value: 19.5亿元, change: 同比下降40%, target: 增长10%}",
    "产值: {value: 186亿元, change: 同比上涨8.5%, target: 200亿元}",
    "收入: {change: 同比上涨6%, target: 增长6.5%}",
    "减排: {value: 3吨, target: 完成目标进度}",
    "办结率: {value: 100%}",
    "完成率: {value: 130%}",
    "产值: {value: 9800.5万元, previous: 1.2亿元, change: 同比下降15%}",  # each is rounded in its own scale
    "人口: {value: 36.04万人, previous: 36.01万人, change: 增长0.0万人}",
    "工作效率: {value: 130%}",
    "增长率: {value: 130%}",
]
FAIL = {
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比上涨20%}": "GWR319",
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比上涨17%}": "GWR319",
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比上涨18.3%}": "GWR319",
    "产值: {value: 36亿元, previous: 30.5亿元, change: 同比下降18%}": "GWR319",
    "人口: {value: 12人, previous: 10人, change: 同比持平}": "GWR319",
    "人口: {value: 12人, previous: 10人, change: 翻番}": "GWR319",
    "人口: {value: 20人, previous: 10人, change: 增长2倍}": "GWR319",  # twice as many is once more
    "接种: {value: 96%, previous: 90%, change: 提高5个百分点}": "GWR319",
    "接种: {value: 96%, previous: 80%, change: 提高16%}": "GWR319",  # percentage points are meant
    "产值: {value: 36亿元, previous: 30家}": "GWR316",
    "产值: {change: 增长5%, target: 30亿元}": "GWR316",
    "办结率: {value: 100.5%}": "GWR317",
    "办结率: {value: 90%, history: {2022: 130%}}": "GWR317",
    "产值: {value: 1.2亿元, previous: 9800.5万元, change: 同比上涨30%}": "GWR319",
    "人口: {value: 36.04万人, previous: 36.01万人, change: 增长0.5万人}": "GWR319",
    "占比: {value: 100%, parts: [甲, 乙]}\n甲: {value: 约30%}\n乙: {value: 约30%}": "GWR310",
}


@pytest.mark.parametrize("figures", HOLD)
def test_what_holds_is_left_alone(figures: str) -> None:
    assert codes(figures) == []


@pytest.mark.parametrize("figures", FAIL)
def test_what_does_not_hold_is_doubted(figures: str) -> None:
    assert FAIL[figures] in codes(figures)


SHARES = [
    ("33.3%, 33.3%, 33.3%", None),
    ("33%, 33%, 33%", None),  # each may be rounded by a half
    ("30%, 30%, 30%", "GWR318"),
    ("50.00%, 49.98%, 0.01%", None),
    ("50.00%, 49.90%, 0.01%", "GWR318"),
]


@pytest.mark.parametrize(("values", "code"), SHARES)
@pytest.mark.parametrize("whole", ["100%", "36亿元"])
def test_shares_make_a_whole_as_far_as_they_are_rounded(values: str, code: str | None, whole: str) -> None:
    shares = [f"p{i}: {{value: {value}}}\n" for i, value in enumerate(values.split(", "))]
    figures = "".join(shares) + f"人口: {{value: {whole}, parts: [p0, p1, p2]}}\n"
    _, found = read_report(planted(figures=figures))
    assert [d.code for d in found] == ([code] if code else [])


BARE = [
    ("共12人", True),
    ("共12名", False),
    ("共12人次", False),
    ("共112人", False),
    ("第12人", False),
    ("10～12人", False),
    ("12—15人", False),
    ("12.5人", False),
    ("2012年12月12日", False),
    ("三个着力", False),
    ("“十项”行动", False),
    ("二十项", False),
    ("十项工程", True),
    ("3个百分点", False),
    ("3个月", False),
    ("3个", True),
    ("0.9万元", True),
    ("9000元", True),
]


@pytest.mark.parametrize(("text", "bare"), BARE)
def test_numbers_typed_although_a_figure_has_them(text: str, bare: bool) -> None:
    figures = "人口: {value: 12人}\n工程: {value: 十项}\n项目: {value: 3个}\n资金: {value: 9000元}\n"
    assert codes(figures, text + "（人口、工程、项目、资金），") == (["GWR321"] if bare else [])


def test_names_of_figures_may_hold_numbers() -> None:
    assert codes("人口: {value: 12人, label: 12人小组, note: 共12人}\n") == []


def test_a_label_may_come_back_in_another_group() -> None:
    towns = "东: {{value: 12人, label: 人口, group: 东镇}}\n西: {{value: 13人, label: 人口, group: {}镇}}\n"
    assert codes(towns.format("西")) == []
    assert codes(towns.format("东")) == ["GWR320"]
