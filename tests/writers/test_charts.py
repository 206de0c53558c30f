"""Chart parts of every kind: labels, caches and workbooks with the digits as written, colours that stand out."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gwr_docs.documents.charts import DARK, LIGHT, RING, TOTAL, ChartSpec, Point, Series, ring_colors, series_colors
from gwr_docs.theme.colors import contrast
from gwr_docs.theme.faces import FontBook, load_fonts
from gwr_docs.theme.styles import Theme, load_theme
from gwr_docs.writers.ooxml.chart_look import ChartLook
from gwr_docs.writers.ooxml.charts import chart_xml
from gwr_docs.writers.ooxml.formats import number_format
from gwr_docs.writers.ooxml.workbook import column_letter, write_workbook
from tests.writers.test_pptx import A, C, cells

KINDS = ("column", "bar", "clustered", "stacked", "doughnut", "line", "target")
THEMES = ("deck", "deck_dark", "gbt9704")
ORDER = ("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "cat", "val", "smooth")  # of c:ser in the schema


def drawn(spec: ChartSpec, theme: Theme | None = None) -> etree._Element:
    return etree.fromstring(chart_xml(spec, ChartLook(theme or load_theme("deck"), load_fonts(), "yahei"), "rId1"))


def shown(value: str, code: str) -> str:
    """What a number format of ours shows, as Excel reads it."""
    number, sections = Decimal(value), code.split(";")
    section = sections[1 if number < 0 else 2 if not number else 0] if len(sections) == 3 else code
    out = ""
    for quoted, digits in re.findall(r'"([^"]*)"|([0.]+)', section):
        decimals = len(digits.partition(".")[2])
        whole = len(digits.partition(".")[0])
        out += f"{abs(number):0{whole + decimals + bool(decimals)}.{decimals}f}" if digits else quoted
    return out


def point(number: int, decimals: int, after: str = "", signed: bool = False) -> Point:
    value = Decimal(number).scaleb(-decimals)
    sign = ("+" if value > 0 else "−" if value < 0 else "") if signed else "−" if value < 0 else ""
    return Point(value, sign + f"{abs(value):.{decimals}f}", f"指标{number}", after=after)


NAMES = st.text("甲乙丙=+-@1/:.<&\"' 𬭚", min_size=1, max_size=6).map(str.strip).filter(bool)


@st.composite
def specs(draw: st.DrawFn) -> ChartSpec:
    kind = draw(st.sampled_from(KINDS))
    signed = kind in ("column", "target", "line") and draw(st.booleans())
    count = draw(st.integers(1, 5))
    rows = 2 if kind == "target" else 1 if kind in ("column", "bar", "doughnut") else draw(st.integers(1, 5))
    least = -(10**6) if kind in ("column", "bar", "clustered", "line", "target") else 1
    points = st.builds(point, st.integers(least, 10**6), st.integers(0, 3), st.sampled_from(("", "余")), st.just(signed))
    gaps = kind in ("line", "target")

    def row(full: bool) -> tuple[Point | None, ...]:
        return (draw(points), *(draw(points if full else st.none() | points) for _ in range(count - 1)))

    series = tuple(Series(draw(NAMES), row(not gaps)) for _ in range(rows))
    totals = row(False) if kind == "stacked" and draw(st.booleans()) else ()
    return ChartSpec(kind, "题", "个", tuple(draw(NAMES) for _ in range(count)), series, signed=signed, totals=totals)


def all_series(spec: ChartSpec) -> tuple[Series, ...]:
    return (*spec.series, Series(TOTAL, spec.totals)) if any(spec.totals) else spec.series


@settings(max_examples=60, deadline=None)
@given(specs())
def test_labels_caches_and_workbooks_say_what_was_written(spec: ChartSpec) -> None:
    chart, columns = drawn(spec), cells(write_workbook(spec))
    assert columns["A"] == list(spec.categories)
    series, elements = all_series(spec), list(chart.iter(C + "ser"))
    assert len(series) == len(elements)
    for index, (one, element) in enumerate(zip(series, elements, strict=True)):
        known = [(i, p) for i, p in enumerate(one.cells) if p]
        cached = [(int(p.get("idx")), p.findtext(C + "v"), p.get("formatCode")) for p in element.iterfind(f"{C}val//{C}pt")]
        assert [i for i, _, _ in cached] == [i for i, _ in known]
        assert [shown(value, code) for _, value, code in cached] == [p.label for _, p in known]
        assert element.find(f"{C}val//{C}ptCount").get("val") == str(len(spec.categories))
        head, *values = columns[column_letter(index + 1)]
        assert (head, [Decimal(v) for v in values]) == (one.name, [p.value for _, p in known])
        own = {label.find(C + "idx").get("val"): label for label in element.iterfind(f"{C}dLbls/{C}dLbl")}
        shared = element.find(f"{C}dLbls/{C}numFmt").get("formatCode")
        for i, p in known:
            label = own.get(str(i))
            if label is None or label.find(C + "delete") is None:
                code = shared if label is None else label.find(C + "numFmt").get("formatCode")
                assert code == number_format(p, spec.signed)


@settings(max_examples=60, deadline=None)
@given(specs())
def test_parts_stand_in_the_order_of_the_schema(spec: ChartSpec) -> None:
    chart = drawn(spec)
    for element in chart.iter(C + "ser"):
        places = [ORDER.index(str(child.tag).removeprefix(C)) for child in element]
        assert places == sorted(places)
    positions = {p.get("val") for p in chart.iter(C + "dLblPos")}
    if spec.kind == "doughnut":
        assert positions == set(), "PowerPoint takes a ring with positions for damaged"
    if spec.kind == "stacked":
        assert positions <= {"ctr", "t"}, "and a stack with labels outside"
    ids = [axis.get("val") for axis in chart.iter(C + "axId")]
    assert all(int(number) > 0 for number in ids)


@settings(max_examples=60, deadline=None)
@given(specs())
def test_bars_start_at_zero(spec: ChartSpec) -> None:
    for scaling in drawn(spec).iterfind(f".//{C}valAx/{C}scaling"):
        low, high = (float(scaling.find(C + name).get("val")) for name in ("min", "max"))
        assert low < high
        assert spec.kind == "line" or low <= 0 <= high


def of(kind: str, *rows: tuple[int | None, ...], totals: tuple[int | None, ...] = (), signed: bool = False) -> ChartSpec:
    series = tuple(Series(f"系列{i}", tuple(None if v is None else point(v, 0, signed=signed) for v in row)) for i, row in enumerate(rows))
    whole = tuple(None if v is None else point(v, 0) for v in totals)
    return ChartSpec(kind, "题", "个", tuple(f"类{i}" for i in range(len(rows[0]))), series, signed=signed, totals=whole)


def slots(element: etree._Element) -> list[str]:
    return [color.get("val") for color in element.iter(A + "schemeClr")]


@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_from_the_ground_and_labels_from_their_marks(name: str, book: FontBook) -> None:
    theme = load_theme(name)
    look, style = ChartLook(theme, book), theme.styles["value"]
    large = style.bold and style.size.pt >= 14  # as WCAG 2 has it
    for role in {*RING, *DARK, *LIGHT, "up", "down"}:
        assert contrast(theme.palette[role], theme.palette["paper"]) >= 3
        assert contrast(theme.palette[look.on(role)], theme.palette[role]) >= (3 if large else 4.5)


def test_totals_stand_over_a_stack_on_a_line_that_is_not_drawn() -> None:
    chart = drawn(of("stacked", (12, 8), (20, 26), totals=(32, None)))
    line = chart.find(f".//{C}lineChart/{C}ser")
    assert line.findtext(f".//{C}tx//{C}v") == TOTAL
    assert line.find(f"{C}spPr/{A}ln/{A}noFill") is not None
    assert [v.text for v in line.iterfind(f"{C}val//{C}v")] == ["32"]
    entry = chart.find(f".//{C}legend/{C}legendEntry")
    assert (entry.find(C + "idx").get("val"), entry.find(C + "delete").get("val")) == ("2", "1")
    assert drawn(of("stacked", (12, 8), (20, 26), totals=(None, None))).find(f".//{C}lineChart") is None


def test_parts_too_thin_for_their_label_have_it_beside_them_left_and_right_by_turns() -> None:
    chart = drawn(of("stacked", (1, 30), (50, 30), (2, 30)))
    layouts = [float(x.get("val")) for x in chart.iterfind(f".//{C}dLbl//{C}manualLayout/{C}x")]
    assert len(layouts) == 2
    assert layouts[0] == -layouts[1] > 0


def test_lines_differ_by_mark_and_dash_and_are_named_at_their_ends_unless_these_are_near() -> None:
    apart, near = drawn(of("line", (1, 10), (1, 50), (1, 90))), drawn(of("line", (1, 88), (1, 50), (1, 90)))
    assert len({mark.get("val") for mark in apart.iterfind(f".//{C}ser/{C}marker/{C}symbol")}) == 3
    assert len({(dash.get("val")) for dash in apart.iterfind(f".//{C}ser/{C}spPr//{A}prstDash")}) == 2  # the first is solid
    assert apart.find(f".//{C}legend") is None
    assert [flag.get("val") for flag in apart.iterfind(f".//{C}dLbl/{C}showSerName")].count("1") == 3
    assert near.find(f".//{C}legend") is not None
    assert "1" not in {flag.get("val") for flag in near.iter(C + "showSerName")}


def test_gaps_are_spanned_by_lines_and_left_blank_by_bars() -> None:
    assert drawn(of("line", (1, None, 3))).find(f".//{C}dispBlanksAs").get("val") == "span"
    blank = drawn(of("target", (None, -4), (3, 5), signed=True))
    assert blank.find(f".//{C}dispBlanksAs").get("val") == "gap"
    actual, target = blank.iter(C + "ser")
    assert [p.get("idx") for p in actual.iterfind(f"{C}val//{C}pt")] == ["1"]
    assert slots(actual.find(C + "spPr")) == ["accent5"]
    assert slots(target.find(C + "spPr")) == ["bg1", "tx2"]  # hollow, with an outline


def test_of_many_points_of_a_line_the_ends_alone_are_labelled() -> None:
    chart = drawn(of("line", tuple(range(1, 31))))
    hidden = {label.find(C + "idx").get("val") for label in chart.iter(C + "dLbl") if label.find(C + "delete") is not None}
    assert hidden == {str(i) for i in range(1, 29)}


def test_the_series_that_the_slide_speaks_of_is_red() -> None:
    spec = of("clustered", (1, 2), (3, 4))
    second = ChartSpec("clustered", "题", "个", spec.categories, spec.series, highlight=frozenset({"指标4"}))
    assert series_colors(second) == ("muted", "red")
    assert [slots(ser.find(C + "spPr")) for ser in drawn(second).iter(C + "ser")] == [["accent4"], ["accent1"]]


def test_a_ring_carries_its_numbers_where_they_fit() -> None:
    spec = of("doughnut", (1, 60, 39))
    hidden = [label.find(C + "delete") is not None for label in drawn(spec).iter(C + "dLbl")]
    assert hidden == [True, False, False]
    assert len(ring_colors(spec)) == 3


def test_columns_of_a_workbook_go_on_behind_z() -> None:
    assert [column_letter(i) for i in (0, 25, 26)] == ["A", "Z", "AA"]
    many = of("stacked", *[(1,)] * 30)
    assert [re.sub(r"\W|\d", "", f.text) for f in drawn(many).iterfind(f".//{C}ser/{C}tx//{C}f")][-1] == "SheetAE"


def test_the_axis_of_long_numbers_holds_them_all() -> None:
    values = (12345678, 12345681, 12345679)
    points = tuple(Point(Decimal(value), str(value), "甲", written=f"{value}元") for value in values)
    root = drawn(ChartSpec("line", "题", "元", ("2020年", "2021年", "2022年"), (Series("甲", points),)))
    low, high = (float(root.find(f".//{C}valAx/{C}scaling/{C}{end}").get("val")) for end in ("min", "max"))
    assert low < min(values)
    assert high > max(values)
