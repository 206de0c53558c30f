"""The pptx as a file: placeholders, charts with digits as written, workbooks, text that stays in its box."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation

from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import ChartFrame
from gwr_docs.writers.pptx.deck import write_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ISSUED = 1_672_185_600


@pytest.fixture(scope="module")
def data(shipped: Report, book: FontBook) -> bytes:
    return write_deck(plan_deck(shipped), load_theme("deck"), book, ISSUED)[0]


@pytest.fixture(scope="module")
def presentation(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


def test_slides_are_wide_and_use_our_layouts(presentation: Presentation) -> None:
    assert presentation.slide_width is not None
    assert presentation.slide_height is not None
    assert round(presentation.slide_width / presentation.slide_height, 3) == round(16 / 9, 3)
    assert len(presentation.slides) >= 14
    assert {slide.slide_layout.name for slide in presentation.slides} == {"封面", "章节", "内容", "结尾"}


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


def test_every_run_names_chinese_fonts_and_language(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                for run in etree.fromstring(package.read(name)).iter(A + "r"):
                    properties = run.find(A + "rPr")
                    assert properties.get("lang") == "zh-CN"
                    assert properties.find(A + "ea") is not None


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


def test_a_category_that_looks_like_a_formula_stays_text() -> None:
    from decimal import Decimal

    from gwr_docs.documents.charts import ChartSpec, Point, Series
    from gwr_docs.writers.ooxml.workbook import write_workbook

    names = ("=1+1", "http://example.com", "007")
    points = tuple(Point(Decimal(n), str(n), "") for n in (1, 2, 3))
    columns = cells(write_workbook(ChartSpec("bar", "题", "个", names, (Series("=A1", points),))))
    assert columns["A"] == list(names)
    assert columns["B"] == ["=A1", "1", "2", "3"]


def test_properties_and_notes(presentation: Presentation, shipped: Report) -> None:
    properties = presentation.core_properties
    assert (properties.title, properties.author, properties.language) == ("政府工作报告", "双港镇人民政府", "zh-CN")
    assert properties.keywords == shipped.stamp
    notes = [slide.notes_slide.notes_text_frame for slide in presentation.slides if slide.has_notes_slide]
    assert any(frame is not None and "同比上涨18%" in frame.text for frame in notes)
