"""The pptx as a file: placeholders, charts with digits as written, workbooks, text that stays in its box."""

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation

from gwr_docs.documents.charts import ChartSpec, Point, Series, ring_colors
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import ChartFrame
from gwr_docs.writers.ooxml.chart_look import ChartLook
from gwr_docs.writers.ooxml.charts import chart_xml
from gwr_docs.writers.ooxml.theme import theme_xml
from gwr_docs.writers.ooxml.workbook import write_workbook
from gwr_docs.writers.pptx.deck import write_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ISSUED = 1_672_185_600
NAMES = ["封面", "章节", "关键数字", "图表", "图表和要点", "表格", "要点", "结尾"]


@pytest.fixture(scope="module")
def data(shipped: Report, book: FontBook) -> bytes:
    return write_deck(plan_deck(shipped), load_theme("deck"), book, ISSUED)[0]


@pytest.fixture(scope="module")
def presentation(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


def test_slides_are_wide_and_use_our_layouts(presentation: Presentation) -> None:
    assert presentation.slide_width is not None
    assert presentation.slide_height is not None
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)
    assert len(presentation.slides) >= 14
    assert [layout.name for layout in presentation.slide_layouts] == NAMES
    assert {slide.slide_layout.name for slide in presentation.slides} >= {*NAMES} - {"图表"}  # where a chart has no points beside it


def test_titles_are_placeholders_first_and_unique(presentation: Presentation) -> None:
    titles = []
    for slide in presentation.slides:
        first = slide.shapes[0]
        assert first.is_placeholder
        assert slide.shapes.title is not None
        assert first.shape_id == slide.shapes.title.shape_id
        titles.append(slide.shapes.title.text_frame.text)
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_no_shape_leaves_the_slide(presentation: Presentation) -> None:
    width, height = presentation.slide_width, presentation.slide_height
    assert width and height
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.width is not None and shape.left is not None:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= width + 10
                assert shape.top + shape.height <= height + 10


def slide_parts(data: bytes, folder: str = "slides") -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(rf"ppt/{folder}/\w+\d+\.xml", name)]
        return [etree.fromstring(package.read(name)) for name in sorted(names, key=lambda n: int(re.sub(r"\D", "", n)))]


def test_every_run_is_chinese_and_has_its_fonts_or_inherits_them(data: bytes) -> None:
    """Runs of placeholders leave face and weight to the layout, whose own text names all three faces."""
    names = ("latin", "ea", "cs")
    for slide in slide_parts(data):
        for shape in slide.iter("{*}sp", "{*}tc"):
            placed = shape.find(".//{*}ph") is not None
            for properties in shape.iter(A + "rPr"):
                assert properties.get("lang") == "zh-CN"
                assert [properties.find(A + name) is None for name in names] == [placed] * 3
                assert (properties.get("b") is None) == placed
    for part in (*slide_parts(data, "slideLayouts"), *slide_parts(data, "slideMasters")):
        for properties in part.iter(A + "defRPr"):
            assert all(properties.find(A + name) is not None for name in names)


def test_colours_and_faces_are_the_themes_own(data: bytes) -> None:
    """Whoever changes the theme in PowerPoint changes the slides; only colours without a slot are written out."""
    palette = load_theme("deck").palette
    loose = {palette[role] for role in ("rule", "pale_red", "light_red")}
    charts = [chart for chart, _ in chart_parts(data)]
    for part in (*slide_parts(data), *slide_parts(data, "slideLayouts"), *slide_parts(data, "slideMasters"), *charts):
        assert {color.get("val") for color in part.iter(A + "srgbClr")} <= loose
        faces = {name.get("typeface") for name in part.iter(A + "ea")}
        assert faces <= {"+mn-ea", "+mj-ea", "方正小标宋简体"}


def test_the_theme_has_ink_on_paper(data: bytes, book: FontBook) -> None:
    theme = load_theme("deck")
    for part in slide_parts(data, "theme"):
        slots = {slot.tag.removeprefix(A): slot[0].get("val") for slot in part.find(f".//{A}clrScheme")}
        assert (slots["dk1"], slots["lt1"], slots["accent1"]) == (theme.palette["ink"], theme.palette["paper"], theme.palette["red"])
        assert (slots["accent5"], slots["accent6"]) == (theme.palette["down"], theme.palette["up"])
        for kind in ("majorFont", "minorFont"):
            assert part.find(f".//{A}{kind}/{A}ea").get("typeface") == book.faces["yahei"].official
    with pytest.raises(KeyError):
        theme_xml(replace(theme, palette={"ink": "000000"}), book, "yahei", "yahei")


def test_layouts_hold_place_and_decoration_and_slides_inherit_them(presentation: Presentation) -> None:
    for slide in presentation.slides:
        for shape in slide.placeholders:
            assert shape._element.spPr.find(A + "xfrm") is None
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    red = [shape for shape in layouts["封面"].shapes if not shape.is_placeholder]
    assert [round(shape.left) for shape in red][:1] == [0]
    assert {shape.placeholder_format.type.name for shape in layouts["封面"].shapes if shape.is_placeholder} == {
        "CENTER_TITLE",
        "SUBTITLE",
        "BODY",
    }
    cover = layouts["封面"].placeholders[0]
    assert cover.left > red[0].width
    faces = {ea.get("typeface") for ea in cover._element.iter(A + "ea")}
    assert faces == {"方正小标宋简体"}
    master = presentation.slide_masters[0]
    assert [shape.placeholder_format.type.name for shape in master.shapes if shape.is_placeholder] == ["TITLE", "BODY", "SLIDE_NUMBER"]


def test_slides_with_a_foot_have_their_number_as_a_field(data: bytes, presentation: Presentation) -> None:
    for number, (slide, part) in enumerate(zip(presentation.slides, slide_parts(data), strict=True), 1):
        fields = [(field.get("type"), field.findtext(A + "t")) for field in part.iter(A + "fld")]
        assert fields == ([("slidenum", str(number))] if slide.slide_layout.name in NAMES[2:-1] else [])


def shown(value: str, code: str) -> str:
    """What a number format of ours shows, as Excel reads it."""
    sections = code.split(";")
    number = float(value)
    section = sections[1] if number < 0 and len(sections) > 1 else sections[2] if number == 0 and len(sections) > 2 else sections[0]
    decimals = len(match[1]) if (match := re.search(r"0\.(0+)", section)) else 0
    return re.sub(r"0+(\.0+)?", f"{abs(number):.{decimals}f}", section.replace('"', ""), count=1)


def chart_parts(data: bytes) -> list[tuple[etree._Element, dict[str, list[str]]]]:
    """Each chart with the cells of its workbook, column by column."""
    out = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts = sorted(n for n in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", n))
        for name in sorted(charts, key=lambda n: int(re.sub(r"\D", "", n))):
            number = re.sub(r"\D", "", name)
            book = package.read(f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
            out.append((etree.fromstring(package.read(name)), cells(book)))
    return out


def cells(book: bytes) -> dict[str, list[str]]:
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        strings = ["".join(si.itertext()) for si in ElementTree.fromstring(package.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    columns: dict[str, list[str]] = {}
    for cell in sheet.iterfind(".//m:c", space):
        assert cell.find("m:f", space) is None, "no formula in a chart's workbook"
        value = cell.findtext("m:v", "", space)
        columns.setdefault(cell.attrib["r"][0], []).append(strings[int(value)] if cell.get("t") == "s" else value)
    return columns


def test_labels_caches_and_workbooks_show_the_digits_as_written(data: bytes, shipped: Report, book: FontBook) -> None:
    pages = plan_deck_pages(plan_deck(shipped), load_theme("deck"), book)
    specs = [shape.chart for page in pages for shape in page.shapes if isinstance(shape, ChartFrame)]
    parts = chart_parts(data)
    assert len(parts) == len(specs) >= 5
    for spec, (chart, columns) in zip(specs, parts, strict=True):
        assert columns["A"] == list(spec.categories)
        for index, (series, element) in enumerate(zip(spec.series, chart.iter(C + "ser"), strict=True)):
            values = [v.text for v in element.findall(f"{C}val//{C}v")]
            codes = [p.get("formatCode") for p in element.findall(f"{C}val//{C}pt")]
            assert [shown(v, code) for v, code in zip(values, codes, strict=True)] == [point.label for point in series.points]
            assert [float(v) for v in columns["BCD"[index]][1:]] == [float(point.value) for point in series.points]
            labels = element.find(C + "dLbls")
            own = {label.find(C + "idx").get("val"): label.find(C + "numFmt").get("formatCode") for label in labels.findall(C + "dLbl")}
            shared = labels.find(C + "numFmt")
            if shared is not None:
                assert [own.get(str(i), shared.get("formatCode")) for i in range(len(codes))] == codes


def test_bars_start_at_zero(data: bytes) -> None:
    for chart, _ in chart_parts(data):
        for scaling in chart.iterfind(f".//{C}valAx/{C}scaling"):
            low, high = (float(scaling.find(C + name).get("val")) for name in ("min", "max"))
            assert low <= 0 <= high


def scheme_colors(parent: etree._Element) -> list[str]:
    return [point.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for point in parent.iter(C + "dPt")]


def drawn(chart: ChartSpec, book: FontBook) -> etree._Element:
    return etree.fromstring(chart_xml(chart, ChartLook(load_theme("deck"), book, "yahei"), "rId1"))


def points(*values: int) -> tuple[Point, ...]:
    return tuple(Point(Decimal(value), f"{abs(value)}", f"指标{i}") for i, value in enumerate(values))


def test_bars_are_red_where_the_slide_speaks_of_them_and_grey_elsewhere(book: FontBook) -> None:
    spec = ChartSpec("bar", "题", "个", ("甲", "乙", "丙"), (Series("", points(3, 2, 1)),), highlight=frozenset({"指标1"}))
    assert scheme_colors(drawn(spec, book)) == ["accent4", "accent1", "accent4"]


def test_changes_are_red_upward_and_green_downward(book: FontBook) -> None:
    spec = ChartSpec("column", "题", "%", ("甲", "乙", "丙"), (Series("", points(18, -40, 0)),), signed=True)
    assert scheme_colors(drawn(spec, book)) == ["accent6", "accent5", "accent4"]


def test_the_parts_of_a_ring_have_their_colours_in_order(book: FontBook) -> None:
    spec = ChartSpec("doughnut", "题", "个", ("甲", "乙", "丙"), (Series("", points(3, 2, 1)),), highlight=frozenset({"指标1"}))
    slots = {"red": "accent1", "teal": "accent2", "gold": "accent3", "muted": "accent4"}
    assert scheme_colors(drawn(spec, book)) == [slots[role] for role in ring_colors(spec)]
    assert scheme_colors(drawn(spec, book))[1] == "accent1"


def test_axes_reach_beyond_the_longest_bars(book: FontBook) -> None:
    spec = ChartSpec("column", "题", "%", ("甲", "乙"), (Series("", points(20, -40)),), signed=True)
    scaling = drawn(spec, book).find(f".//{C}valAx/{C}scaling")
    assert (float(scaling.find(C + "max").get("val")), float(scaling.find(C + "min").get("val"))) == (29, -52)


def test_a_category_that_looks_like_a_formula_stays_text() -> None:
    names = ("=1+1", "http://example.com", "007")
    columns = cells(write_workbook(ChartSpec("bar", "题", "个", names, (Series("=A1", points(1, 2, 3)),))))
    assert columns["A"] == list(names)
    assert columns["B"] == ["=A1", "1", "2", "3"]


def test_properties_and_notes(presentation: Presentation, shipped: Report) -> None:
    properties = presentation.core_properties
    assert (properties.title, properties.author, properties.language) == ("政府工作报告", "双港镇人民政府", "zh-CN")
    assert properties.keywords == shipped.stamp
    notes = [slide.notes_slide.notes_text_frame for slide in presentation.slides if slide.has_notes_slide]
    assert any(frame is not None and "同比上涨18%" in frame.text for frame in notes)
    for part in slide_parts_of_notes(presentation):
        assert {run.get("lang") for run in part.iter(A + "rPr")} <= {"zh-CN"}
    listed = presentation.part._element.findall(".//{*}notesMasterId")
    assert len(listed) == 1


def slide_parts_of_notes(presentation: Presentation) -> list[etree._Element]:
    return [slide.notes_slide._element for slide in presentation.slides if slide.has_notes_slide]
