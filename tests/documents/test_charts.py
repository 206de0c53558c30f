"""What charts say: order, years, gaps and totals, with nothing that the report does not say."""

from decimal import Decimal
from itertools import pairwise

import pytest

from gwr_docs.documents.annex import plan_charts
from gwr_docs.documents.chart_plan import plan_chart
from gwr_docs.documents.charts import NOT_GIVEN, ChartSpec, Point, Series, ring_colors, series_colors
from gwr_docs.documents.runs import print_runs
from gwr_docs.model.report import Report
from tests.conftest import ROOT, read


@pytest.fixture(scope="module")
def report() -> Report:
    return read(ROOT / "tests" / "data" / "charts")


@pytest.fixture(scope="module")
def specs(report: Report) -> dict[str, ChartSpec]:
    drawn = [(slide.chart, print_runs(slide.title, report.figures)) for slide in report.slides if slide.chart]
    planned = [plan_chart(chart, title, report) for chart, title in drawn]
    return {spec.title: spec for spec in planned}


def labels(series: Series) -> list[str | None]:
    return [point.label if point else None for point in series.cells]


def test_lines_run_through_every_year_to_the_value_and_skip_what_is_not_known(specs: dict[str, ChartSpec]) -> None:
    one, two = specs["总产值186亿元"], specs["粮食产量12.60万吨，蔬菜产量稳步上升"]
    assert one.categories == ("2020年", "2021年", "2022年", "2023年", "2024年")
    assert labels(one.series[0]) == ["151", "160.0", None, "171.25", "186"]
    assert two.categories == ("2021年", "2022年", "2023年", "2024年")
    assert [(series.name, labels(series)) for series in two.series] == [
        ("粮食产量", [None, "11.24", "11.9", "12.60"]),
        ("蔬菜产量", ["6", None, "8.1", "8.5"]),
    ]


def test_only_lines_may_begin_above_zero_and_say_so(specs: dict[str, ChartSpec]) -> None:
    line = specs["总产值186亿元"]
    assert 0 < line.floor < 151
    assert line.measure == "单位：亿元，纵轴不从零开始"
    for spec in specs.values():
        low, high = spec.bounds(0.15, 0.2)
        assert low < high
        assert all(low <= point.value <= high for point in spec.points)
        if spec.kind != "line":
            assert low <= 0 <= high
            assert spec.measure == f"单位：{spec.unit}"


def test_a_total_is_drawn_only_where_the_report_has_it(specs: dict[str, ChartSpec]) -> None:
    stack = specs["东片接待群众147人次"]
    assert [point and point.label for point in stack.totals] == ["147", None]
    assert stack.alt_text == "东片接待群众147人次。来访：东片47人次，西片2人次；来电：东片100人次，西片60余人次；合计：东片147人次。"


def test_targets_stand_beside_what_was_reached_and_a_gap_is_no_zero(specs: dict[str, ChartSpec]) -> None:
    spec = specs["工业投资同比下降12%"]
    assert [(series.name, labels(series)) for series in spec.series] == [
        ("2024年增减", ["−12", None, "+6"]),
        ("2025年目标", ["+10", "+6", "+6.5"]),
    ]
    assert f"地区生产总值{NOT_GIVEN}" in spec.alt_text
    assert (spec.unit, spec.signed) == ("%", True)
    value = specs["总产值离目标不远"]
    assert [(series.name, labels(series)) for series in value.series] == [("2024年完成", ["186"]), ("2025年目标", ["200"])]


def test_bars_are_ranked_unless_their_order_means_something(specs: dict[str, ChartSpec]) -> None:
    given = ["2", "100", "60余", "47"]
    ranked = ["100", "60余", "47", "2"]
    assert labels(specs["各片接待"].series[0]) == ranked
    assert specs["各片接待"].categories == ("东片来电", "西片来电", "东片来访", "西片来访")
    assert labels(specs["各片接待，按地方排"].series[0]) == given
    assert labels(specs["各片接待，从多到少"].series[0]) == ranked


def test_print_names_what_is_missing_and_ranks_the_parts_of_a_ring(report: Report) -> None:
    printed = {spec.title: spec for spec in plan_charts(report)}
    assert printed["工业投资同比下降12%"].categories == ("工业投资", f"地区生产总值（2024年增减{NOT_GIVEN}）", "居民收入")
    ring = printed["来访和来电"]
    assert (ring.kind, ring.categories) == ("bar", ("东片来电", "东片来访"))


def stacked(count: int, highlight: str = "") -> ChartSpec:
    series = tuple(Series(f"系列{i}", (Point(Decimal(i + 1), str(i + 1), f"指标{i}"),)) for i in range(count))
    return ChartSpec("stacked", "题", "个", ("甲",), series, highlight=frozenset({highlight} if highlight else ()))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("accent", [0, 1, 2])
def test_neighbours_differ_and_the_accent_is_where_the_slide_speaks(count: int, accent: int) -> None:
    spec = stacked(count, f"指标{accent}")
    colors = series_colors(spec)
    assert len(colors) == count
    assert all(one != other for one, other in pairwise(colors))
    assert colors.index("red") == (accent if accent < count else 0)
    ring = ChartSpec("doughnut", "题", "个", tuple("甲" * count), (Series("", tuple(s.points[0] for s in spec.series)),))
    assert len(set(ring_colors(ring))) == count
