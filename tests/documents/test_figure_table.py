"""The table of all figures: each once, with the digits as written."""

from gwr_docs.documents.figure_table import HEADS, plan_figures
from gwr_docs.model.report import Report
from tests.conftest import ROOT, read


def rows(report: Report) -> dict[str, dict[str, str]]:
    heads, *body = plan_figures(report)
    assert heads == HEADS
    assert all(len(row) == len(heads) for row in body)
    found = [dict(zip(heads, row, strict=True)) for row in body]
    assert [row["指标"] for row in found] == list(report.figures)
    return {row["指标"]: row for row in found}


def test_each_figure_has_a_row_with_its_digits(shipped: Report) -> None:
    table = rows(shipped)
    for name, figure in shipped.figures.items():
        assert table[name]["数值"] == (figure.value.text if figure.value else "")
        if figure.quantity and figure.quantity.digits.isascii():
            assert table[name]["数"] == figure.quantity.digits


def test_number_and_unit_can_be_counted_with(shipped: Report) -> None:
    table = rows(shipped)
    assert [table["防疫应急物资"][head] for head in ("数值", "数", "单位")] == ["147.4万余件", "147.4", "万件"]
    assert [table["招商综合排名"][head] for head in ("数值", "数")] == ["第一", "1"]
    assert [table["固定资产投资"][head] for head in ("增减", "目标", "部分")] == ["同比下降40%", "增长10%", "第一部分（二）"]


def test_earlier_years_are_told() -> None:
    table = rows(read(ROOT / "tests" / "data" / "charts"))
    assert table["总产值"]["历年"] == "2020年151亿元；2021年160.0亿元；2023年171.25亿元"
