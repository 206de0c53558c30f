"""Charts drawn as ink say what the office charts say, in the same way."""

import io

import pikepdf
import pytest
from tools.pdfa_check import problems

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.annex import plan_charts
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.profile import read_profile
from gwr_docs.theme.styles import Theme, load_theme
from gwr_docs.typeset.chart_ink import chart_ink
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Ink, Path, Rect, Text
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.document import Look, write_pages
from gwr_docs.writers.pdf.metadata import Properties
from tests.conftest import ROOT, read
from tests.typeset.chart_specs import BOXES, bounds, chart, point, series, texts

PRINT, SUMMARY = load_theme("gbt9704"), load_theme("summary")
BOX = (442.0, 221.0)
YEARS = ["2020年", "2021年", "2022年"]


def drawn(spec: ChartSpec, book: FontBook, theme: Theme = PRINT, box: tuple[float, float] = BOX) -> tuple[Ink, ...]:
    return chart_ink(spec, *box, theme, book, Tag("Figure", alt=spec.alt_text))


def rects(ink: tuple[Ink, ...], color: str) -> list[Rect]:
    return [item for item in ink if isinstance(item, Rect) and item.color == color]


def paths(ink: tuple[Ink, ...]) -> list[Path]:
    return [item for item in ink if isinstance(item, Path)]


@pytest.fixture(scope="module")
def every_kind() -> Report:
    return read(ROOT / "tests" / "data" / "charts")


@pytest.mark.parametrize("name", BOXES)
def test_the_charts_of_reports_print_every_number_as_written(name: str, book: FontBook, shipped: Report, every_kind: Report) -> None:
    for spec in (*plan_charts(shipped), *plan_charts(every_kind)):
        for box in BOXES[name]:
            printed = texts(drawn(spec, book, load_theme(name), box), book)
            for one in (*spec.points, *filter(None, spec.totals)):
                assert any(text.endswith(one.label) for text in printed), (spec.title, one.label, printed)


def test_signs_stand_by_changes_and_colours_show_their_direction(book: FontBook) -> None:
    ink = drawn(chart("column", ["工业", "投资", "消费"], series("", 18, -40, 0, signed=True), signed=True), book)
    assert {"+18", "−40", "0"} <= set(texts(ink, book))
    (up,), (down,), (axis,) = rects(ink, "up"), rects(ink, "down"), rects(ink, "grey")
    assert up.y + up.height == pytest.approx(down.y) == pytest.approx(axis.y + axis.height / 2)
    lying = drawn(chart("bar", ["工业", "投资"], series("", 18, -40, signed=True), signed=True), book)
    (right,), (left,) = rects(lying, "up"), rects(lying, "down")
    assert left.x + left.width == pytest.approx(right.x)


def test_long_names_take_several_lines_and_what_they_lack_one_of_its_own(book: FontBook) -> None:
    names = ["城乡居民基本养老保险参保人数", "城乡居民基本医疗保险参保人数", "低保", "五保"]
    ink = drawn(chart("column", names, series("", 1, 2, 3, 4)), book)
    assert {"城乡居民基本养", "老保险参保人数"} <= set(texts(ink, book))
    target = chart("target", ["地区生产总值（2022年完成报告未列）"], series("完成", None), series("目标", 6))
    assert {"地区生产总值", "（2022年完成报告未列）"} <= {"".join(text.split()) for text in texts(drawn(target, book), book)}


def test_columns_that_are_too_narrow_lie_down(book: FontBook) -> None:
    names = [f"第{n}批重点建设项目" for n in "一二三四五六七八"]
    spec = chart("column", names, series("", *range(12345678901234, 12345678901242)))
    upright, lying = drawn(spec, book, box=(900, 221)), drawn(spec, book)
    assert all(bar.height > bar.width for bar in rects(upright, "muted"))
    assert all(bar.width > bar.height for bar in rects(lying, "muted"))


def test_a_chart_too_crowded_to_be_read_is_refused(book: FontBook) -> None:
    names = [f"第{n}项" for n in range(40)]
    with pytest.raises(ContentError) as refused:
        drawn(chart("bar", names, series("", *range(40))), book)
    assert [d.code for d in refused.value.diagnostics] == ["GWR404"]


def test_text_shrinks_before_a_chart_is_refused(book: FontBook) -> None:
    names = [f"第{n}项" for n in range(18)]
    ink = drawn(chart("bar", names, series("", *range(18))), book)
    sizes = {item.size for item in ink if isinstance(item, Text)}
    assert max(sizes) < PRINT.styles["value"].size.pt


def test_few_bars_are_no_slabs(book: FontBook) -> None:
    (column,) = rects(drawn(chart("column", ["甲"], series("", 5)), book), "muted")
    (bar,) = rects(drawn(chart("bar", ["甲"], series("", 5)), book), "muted")
    assert column.width == PRINT.page["chart_widest"].pt
    assert bar.height == PRINT.page["chart_thickest"].pt


def test_targets_are_hollow_and_what_is_not_reported_has_no_bar(book: FontBook) -> None:
    ink = drawn(chart("target", ["甲", "乙"], series("完成", 5, None), series("目标", 6, 8)), book)
    swatch, *frames = paths(ink)
    assert all(frame.paths[0][0] == frame.paths[0][-1] and frame.width for frame in (swatch, *frames))
    assert len(frames) == 2
    assert len(rects(ink, "red")) == 2, "a swatch and one bar"
    (_, bar), (six, eight) = rects(ink, "red"), [frame.box for frame in frames]
    assert (six[2] - six[0]) / bar.width == pytest.approx(6 / 5)
    assert (eight[2] - eight[0]) / bar.width == pytest.approx(8 / 5)


def test_parts_of_a_stack_add_up_with_gaps_and_totals(book: FontBook) -> None:
    rows = series("民生", 60, 80), series("基建", 38, 40), series("其他", 2, 1)
    ink = drawn(chart("stacked", YEARS[:2], *rows, totals=[point(100), point(121)]), book)
    (_, first, second), (_, above, _), (_, thin, _) = (rects(ink, role) for role in ("red", "muted", "teal"))
    gap = PRINT.page["chart_part_gap"].pt
    assert (first.height + gap) / (second.height + gap) == pytest.approx(60 / 80)
    assert (above.height + gap) / (first.height + gap) == pytest.approx(38 / 60)
    assert first.y - (above.y + above.height) == pytest.approx(gap)
    assert thin.height < PRINT.styles["value"].size.pt
    assert {"100", "121", "2", "1"} <= set(texts(ink, book)), "totals, and thin parts beside the column"


def test_lines_are_told_apart_without_colour_and_named_where_they_end(book: FontBook) -> None:
    spec = chart("line", YEARS, series("工业", 20, None, 40), series("服务业", 5, 7, 9))
    ink = drawn(spec, book)
    strokes = [path for path in paths(ink) if path.width]
    assert [bool(stroke.dash) for stroke in strokes] == [False, True]
    assert [len(stroke.paths[0]) for stroke in strokes] == [2, 3], "a year without a number is passed over"
    marks = [path for path in paths(ink) if not path.width and path.color != "paper"]
    assert [len(mark.paths) for mark in marks] == [2, 3]
    assert len({len(mark.paths[0]) for mark in marks}) == 2, "of different shapes"
    assert {"工业 40", "服务业 9", "20", "5", "7"} <= set(texts(ink, book))


def test_lines_that_end_together_have_a_legend(book: FontBook) -> None:
    spec = chart("line", YEARS, series("工业", 20, 30, 40), series("服务业", 10, 20, 40), series("农业", 5, 20, 40))
    printed = texts(drawn(spec, book), book)
    assert {"工业", "服务业", "农业"} <= set(printed)


def test_the_years_of_a_gap_keep_their_width(book: FontBook) -> None:
    (stroke,) = [path for path in paths(drawn(chart("line", [*YEARS, "2023年"], series("", 1, 2, None, 4)), book)) if path.width]
    (a, _), (b, _), (c, _) = stroke.paths[0]
    assert c - b == pytest.approx(2 * (b - a))


def test_charts_are_figures_of_a_good_pdf(book: FontBook, every_kind: Report) -> None:
    specs = plan_charts(every_kind)
    pages = [Page(drawn(spec, book), ()) for spec in specs]
    look = Look(*BOX, PRINT.palette, read_profile())
    data = write_pages(pages, look, book, Properties("题", "镇", "", "", 1_672_185_600))
    assert list(problems(data)) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figures = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == [spec.alt_text for spec in specs]
        for figure, page in zip(figures, pages, strict=True):
            left, top, right, bottom = zip(*(bounds(item, book) for item in page.ink), strict=True)
            box = [float(edge) for edge in figure.A.BBox]
            assert box[0] <= min(left) + 0.001 and box[2] >= max(right) - 0.001
            assert box[1] <= BOX[1] - max(bottom) + 0.001 and box[3] >= BOX[1] - min(top) - 0.001
            assert box[0] >= -6 and box[2] <= BOX[0] + 6
