"""Values that are printed although they hardly were meant so."""

import pytest

from gwr_docs.content.reading import read_report
from gwr_docs.diagnostics import Diagnostic
from tests.content.fixtures import planted


def found(value: str, key: str = "value") -> list[Diagnostic]:
    others = "" if key == "value" else "value: 36亿元, "
    _, faults = read_report(planted(figures=f"人口: {{{others}{key}: '{value}'}}\n"))
    return list(faults)


MENDS = {  # what is typed: what the hint proposes
    "3O部": "30部",
    "l8049人": "18049人",
    "3l63人": "3163人",
    "1I户": "11户",
    "“450人”": "450人",
    "“同比上涨18%”": "同比上涨18%",
    "1O.5亿元": "10.5亿元",
    "26。77万人": "26.77万人",
    "35部，": "35部",
    "1.8.049人": "",
    "18 049人": "",
    "3.人": "",
    "3..5亿元": "",
}


@pytest.mark.parametrize("value", MENDS)
def test_slips_of_typing_in_a_number(value: str) -> None:
    (fault,) = found(value)
    assert (fault.code, dict(fault.values)["guess"], fault.span.column) == ("GWR215", MENDS[value], 14)


@pytest.mark.parametrize(
    "value", ["待核", "待补充", "？", "??", "-", "——", "……", "XX人", "XX", "X.X%", "约××万元", "□□家", "____户", "增长X%", "X亿元", "N/A"]
)
def test_what_only_keeps_a_place(value: str) -> None:
    assert [fault.code for fault in found(value)] == ["GWR214"]
    assert [fault.code for fault in found(value, "target")] == ["GWR214"]


@pytest.mark.parametrize("value", ["18，049人", "18,049人", "１8049人"])
def test_grouped_and_full_width_digits_stay_an_error(value: str) -> None:
    (fault,) = found(value)
    assert (fault.code, dict(fault.values)["plain"]) == ("GWR207", "18049人")


@pytest.mark.parametrize(
    "value",
    ["36亿元", "900余万元", "79万余平米", "第一", "十项", "-3.5%", "3km", "5L", "5G", "全县前列", "AAA级", "5A级", "A类", "3×5米", "8:30",
     "2022.12.28", "12月底前", "第1名和第2名", "前3名", "达到95%以上", "3.5%以内", "PM2.5下降3微克", "X线机3台", "良好", "100%", "11/12",
     "国家级1个、市级2个", "12.5亿元（含市级）", "60—79周岁", "完成目标进度", "增速与生产总值增速同步", "OTO模式"],
)  # fmt: skip
def test_texts_may_be_values(value: str) -> None:
    assert [fault.code for fault in found(value, "target") if fault.code != "GWR316"] == []
    assert [fault.code for fault in found(value)] == []


def test_an_error_that_names_the_value_is_enough() -> None:
    figures = "人口: {value: 3O人}\n"
    deck = "- layout: cover\n- layout: chart\n  title: 人口\n  chart: {kind: bar, figures: [人口]}\n"
    _, faults = read_report(planted(figures=figures.replace("3O人", "待核"), deck=deck))
    assert [fault.code for fault in faults] == ["GWR303"]
