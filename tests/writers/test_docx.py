"""The docx as a file: text, styles, numbering, page geometry, properties."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from gwr_docs.documents.blocks import Role
from gwr_docs.documents.briefing import Briefing, plan_briefing
from gwr_docs.documents.chart_places import chart_caption
from gwr_docs.model.figures import Entry
from gwr_docs.model.inline import Place, Text
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.quantities import parse_quantity
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Layout, Slide
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import paginate
from gwr_docs.writers.docx.briefing import write_briefing
from gwr_docs.writers.ooxml.formats import number_format
from tests.writers.test_pptx import cells

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ISSUED = 1_672_185_600  # 2022-12-28


def docx_bytes(briefing: Briefing, book: FontBook) -> bytes:
    theme = load_theme("gbt9704")
    return write_briefing(briefing, paginate(briefing, theme, book), theme, book, ISSUED)


def written(report: Report, book: FontBook) -> tuple[Briefing, bytes]:
    briefing = plan_briefing(report)
    return briefing, docx_bytes(briefing, book)


def body_paragraphs(document: Document) -> list[Paragraph]:
    """The report's own paragraphs: those between the two bookmarks."""
    children = list(document.element.body)
    start, end = (next(i for i, c in enumerate(children) if c.get(W + "name") == name) for name in ("正文开始", "正文结束"))
    return [Paragraph(child, document._body) for child in children[start:end] if child.tag == W + "p"]


def words(paragraph: Paragraph) -> str:
    """Without the marks of the glossary, which have a character style of their own."""
    return "".join(run.text for run in paragraph.runs if run.style.name != "注释标记")


def numbered_text(document: Document) -> list[str]:
    """Paragraphs with the numbers that Word's own numbering puts before headings."""
    counters = [0, 0, 0]
    out = []
    for paragraph in body_paragraphs(document):
        level = re.fullmatch(r"heading (\d)", str(paragraph.style.name).lower()) if paragraph.style else None
        number = ""
        if level:
            depth = int(level[1]) - 1
            counters[depth] += 1
            counters[depth + 1 :] = [0] * (2 - depth)
            number = (f"{write_numeral(counters[0])}、", f"（{write_numeral(max(1, counters[1]))}）", f"{counters[2]}.")[depth]
        out.append(number + words(paragraph))
    return out


@pytest.mark.parametrize("name", ["shipped", "small"])
def test_the_text_is_the_briefings_text(name: str, request: pytest.FixtureRequest, book: FontBook) -> None:
    briefing, data = written(request.getfixturevalue(name), book)
    assert numbered_text(docx.Document(io.BytesIO(data))) == briefing.text.splitlines()


def test_numbers_are_native_multilevel_list_linked_to_headings(shipped: Report, book: FontBook) -> None:
    with zipfile.ZipFile(io.BytesIO(written(shipped, book)[1])) as package:
        numbering = etree.fromstring(package.read("word/numbering.xml"))
    levels = [
        (level.find(W + "pStyle").get(W + "val"), level.find(W + "numFmt").get(W + "val"), level.find(W + "lvlText").get(W + "val"))
        for level in numbering.iter(W + "lvl")
    ]
    assert levels == [
        ("Heading1", "chineseCountingThousand", "%1、"),
        ("Heading2", "chineseCountingThousand", "（%2）"),
        ("Heading3", "decimal", "%3."),
    ]


def test_no_number_of_a_part_is_typed(shipped: Report, book: FontBook) -> None:
    paragraphs = docx.Document(io.BytesIO(written(shipped, book)[1])).paragraphs
    headings = [p.text for p in paragraphs if p.style and str(p.style.name).lower().startswith("heading")]
    assert len(headings) == 12
    assert not [text for text in headings if re.match(r"[（(]?[一二三四五\d]+[、）).]", text)]


def test_the_page_is_that_of_gbt_9704(shipped: Report, book: FontBook) -> None:
    section = docx.Document(io.BytesIO(written(shipped, book)[1])).sections[0]
    millimetres = [
        round(getattr(section, name).mm, 1)
        for name in ("page_width", "page_height", "top_margin", "bottom_margin", "left_margin", "right_margin")
    ]
    assert millimetres == [210.0, 297.0, 37.0, 35.0, 28.0, 26.0]


@pytest.mark.parametrize(
    ("role", "face", "half_points"),
    [
        (Role.TITLE, "方正小标宋简体", "44"),
        (Role.NOTE, "楷体_GB2312", "32"),
        (Role.BODY, "仿宋_GB2312", "32"),
        (Role.HEADING1, "黑体", "32"),
        (Role.HEADING2, "楷体_GB2312", "32"),
        (Role.HEADING3, "仿宋_GB2312", "32"),
    ],
)
def test_faces_and_sizes_of_each_level(role: Role, face: str, half_points: str, shipped: Report, book: FontBook) -> None:
    with zipfile.ZipFile(io.BytesIO(written(shipped, book)[1])) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    ours = {"title": "Title", "heading1": "Heading1", "heading2": "Heading2", "heading3": "Heading3"}
    wanted = ours.get(role.value, f"Gwr{role.value.title()}")
    style = next(s for s in styles.iter(W + "style") if s.get(W + "styleId") == wanted)
    assert style.find(f"{W}rPr/{W}rFonts").get(W + "eastAsia") == face
    assert style.find(f"{W}rPr/{W}sz").get(W + "val") == half_points
    assert style.find(f"{W}rPr/{W}b") is None
    assert style.find(f"{W}pPr/{W}spacing").get(W + "line") == "579"


def test_no_paragraph_carries_looks_of_its_own(shipped: Report, book: FontBook) -> None:
    document = docx.Document(io.BytesIO(written(shipped, book)[1]))
    for paragraph in body_paragraphs(document):
        for properties in paragraph._p.iter(W + "pPr"):
            assert [child.tag for child in properties] == [W + "pStyle"]
    for properties in document.element.body.iter(W + "rPr"):
        assert {child.tag for child in properties} <= {W + "rStyle", W + "rFonts"}


def test_the_contents_are_a_field_with_entries_links_and_pages(shipped: Report, book: FontBook) -> None:
    briefing, data = written(shipped, book)
    document = docx.Document(io.BytesIO(data))
    entries = [p for p in document.paragraphs if p.style is not None and str(p.style.name).startswith("toc ")]
    pages = paginate(briefing, load_theme("gbt9704"), book).pages
    marks = {mark.get(W + "name"): mark for mark in document.element.body.iter(W + "bookmarkStart")}
    assert len(entries) == 2 + 10 + 5
    for entry, paragraph in zip(briefing.contents, entries, strict=True):
        link = paragraph._p.find(W + "hyperlink")
        shown = "".join(t.text for t in link.iter(W + "t"))
        assert shown == entry.text + str(pages[entry.index])
        heading = marks[link.get(W + "anchor")].getparent()
        stands = "".join(t.text for t in heading.iter(W + "t"))
        assert stands and entry.text.endswith(stands)
    instructions = [i.text.strip() for i in document.element.body.iter(W + "instrText")]
    assert instructions[0] == r'TOC \o "1-2" \h \z \u'
    begins, ends = (sum(c.get(W + "fldCharType") == kind for c in document.element.body.iter(W + "fldChar")) for kind in ("begin", "end"))
    assert begins == ends == len(entries) + 1
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"updateFields" not in package.read("word/settings.xml")


def test_cover_and_contents_can_be_switched_off(shipped: Report, book: FontBook) -> None:
    plain_report = replace(shipped, options=replace(shipped.options, cover=False, contents=False))
    document = docx.Document(io.BytesIO(written(plain_report, book)[1]))
    assert document.paragraphs[0].text == "政府工作报告"
    assert len(document.sections) == 1


def test_the_cover_has_number_title_mark_issuer_and_date_only(shipped: Report, book: FontBook) -> None:
    number, mark = (Text("会议文件之三", Place("", 1, 1)),), (Text("审议稿", Place("", 1, 1)),)
    report = replace(shipped, cover=replace(shipped.cover, number=number, mark=mark))
    document = docx.Document(io.BytesIO(written(report, book)[1]))
    assert [p.text for p in document.paragraphs[:6]] == [
        "会议文件之三",
        "政府工作报告",
        "——在双港镇第十五届人民代表大会第三次会议上",
        "（审议稿）",
        "双港镇人民政府",
        "2022年12月28日",
    ]
    assert document.paragraphs[5]._p.find(f"{W}pPr/{W}sectPr") is not None


def test_page_numbers_are_mirrored_and_the_stamp_stands_opposite(shipped: Report, book: FontBook) -> None:
    with zipfile.ZipFile(io.BytesIO(written(shipped, book)[1])) as package:
        odd, even = ("".join(etree.fromstring(package.read(f"word/footer{n}.xml")).itertext()).replace(" PAGE ", "") for n in (1, 2))
        assert "evenAndOddHeaders" in package.read("word/settings.xml").decode()
    assert odd == f"版本 {shipped.stamp}— 1 —"
    assert even == f"— 1 —版本 {shipped.stamp}"


def test_properties_say_who_and_when(shipped: Report, book: FontBook) -> None:
    properties = docx.Document(io.BytesIO(written(shipped, book)[1])).core_properties
    assert (properties.title, properties.author, properties.language) == ("政府工作报告", "双港镇人民政府", "zh-CN")
    assert str(properties.created).startswith("2022-12-28 00:00:00")
    assert properties.keywords == shipped.stamp


def test_marks_that_look_like_markup_stay_text(small: Report, book: FontBook) -> None:
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(written(small, book)[1])).paragraphs)
    assert "【注】、<b>、&和=1+1等字样" in text
    assert "http://example.com/a?b=1&c=2" in text


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_the_annexes_list_every_figure_with_the_page_that_states_it(shipped: Report, book: FontBook) -> None:
    briefing, data = written(shipped, book)
    reached, goals, planned = tables(docx.Document(io.BytesIO(data)))
    pages = paginate(briefing, load_theme("gbt9704"), book)
    assert reached[0] == ["指标", "数值", "单位", "增减", "部分", "页码"]
    assert planned[0] == ["内容", "数值", "单位", "部分", "页码"]
    rows = [(name, number + unit, change, part, page) for name, number, unit, change, part, page in reached[1:]]
    rows += [(name, number + unit, "", part, page) for name, number, unit, part, page in planned[1:]]
    expected = []
    for figure in shipped.figures.values():
        if figure.value:
            index, offset = first_stated(briefing, figure.name, figure.value.text)
            change = figure.change.text if figure.change else ""
            expected.append((figure.short, figure.value.text, change, str(pages.page(index, offset))))
    assert sorted((name.strip(), value, change, page) for name, value, change, _, page in rows) == sorted(expected)
    assert {part[0] for *_, part, _ in rows[: len(reached) - 1]} == {"一"}
    assert {part[0] for *_, part, _ in rows[len(reached) - 1 :]} == {"二"}
    assert goals[0] == ["指标", "2022年完成", "2022年增减", "2023年目标", "页码"]
    assert goals[1][1:4] == ["报告未列", "报告未列", "增长10%"]
    assert goals[3][:4] == ["固定资产投资", "19.5亿元", "同比下降40%", "增长10%"]


def first_stated(briefing: Briefing, figure: str, value: str) -> tuple[int, int]:
    """Block and character at which a value is printed first."""
    for index, block in enumerate(briefing.blocks):
        offset = len(block.number)
        for run in block.runs:
            if run.figure == figure and run.text == value:
                return index, offset
            offset += len(run.text)
    raise AssertionError(figure)


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [("36亿元", "36", "亿元"), ("40000余名次", "40000余", "名次"), ("147.4万余件", "147.4万余", "件"), ("10余万人", "10余", "万人"),
     ("第三名", "第三名", ""), ("第一", "第一", ""), ("十项", "十", "项"), ("约79万余平米", "约79万余", "平米"),
     ("大幅提高", "大幅提高", ""), ("96%", "96%", "")],
)  # fmt: skip
def test_number_and_unit_of_a_row_are_the_value_as_written(value: str, number: str, unit: str, shipped: Report, book: FontBook) -> None:
    name = "规模以上工业总产值"
    figure = shipped.figures[name]
    assert figure.value is not None
    changed = replace(figure, value=Entry(value, figure.value.place, parse_quantity(value)))
    report = replace(shipped, figures={**shipped.figures, name: changed}, slides=(Slide(Layout.CLOSING, figure.span),))
    reached = tables(docx.Document(io.BytesIO(written(report, book)[1])))[0]
    assert next(row[1:3] for row in reached if row[0] == figure.short) == [number, unit]


def test_tables_repeat_their_head_and_never_split_a_row(shipped: Report, book: FontBook) -> None:
    body = docx.Document(io.BytesIO(written(shipped, book)[1])).element.body
    for table in body.iter(W + "tbl"):
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        for row in rows:
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            assert row.find(f"{W}trPr/{W}trHeight").get(W + "hRule") == "exact"
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def test_styles_carry_indent_outline_tracking_and_kinsoku(shipped: Report, book: FontBook) -> None:
    with zipfile.ZipFile(io.BytesIO(written(shipped, book)[1])) as package:
        styles = {s.get(W + "styleId"): s for s in etree.fromstring(package.read("word/styles.xml")).iter(W + "style")}
    for name, level in (("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2")):
        assert styles[name].find(f"{W}pPr/{W}outlineLvl").get(W + "val") == level
        assert styles[name].find(f"{W}pPr/{W}keepNext") is not None
    for name in ("GwrBody", "Heading1", "Heading2", "Heading3"):
        indent = styles[name].find(f"{W}pPr/{W}ind")
        assert (indent.get(W + "firstLine"), indent.get(W + "firstLineChars")) == ("640", "200")
        assert styles[name].find(f"{W}rPr/{W}spacing").get(W + "val") == "-5"
        for flag in ("kinsoku", "autoSpaceDE", "autoSpaceDN", "widowControl"):
            assert styles[name].find(f"{W}pPr/{W}{flag}") is not None
        assert styles[name].find(f"{W}pPr/{W}overflowPunct").get(W + "val") == "1"
    assert styles["GwrTopic"].find(f"{W}rPr/{W}rFonts").get(W + "eastAsia") == "楷体_GB2312"


def test_run_in_titles_are_set_in_their_character_style(shipped: Report, book: FontBook) -> None:
    paragraphs = body_paragraphs(docx.Document(io.BytesIO(written(shipped, book)[1])))
    titled = [run for paragraph in paragraphs for run in paragraph.runs if run.style.name == "段首小标题"]
    assert len(titled) == 34


def test_a_title_longer_than_a_property_may_be_is_cut_only_there(shipped: Report, book: FontBook) -> None:
    title = (Text("长" * 300, Place("", 1, 1)),)
    document = docx.Document(io.BytesIO(written(replace(shipped, cover=replace(shipped.cover, title=title)), book)[1]))
    assert len(document.core_properties.title) == 255


def test_charts_are_native_captioned_described_and_numbered_as_written(shipped: Report, book: FontBook) -> None:
    briefing, data = written(shipped, book)
    document = docx.Document(io.BytesIO(data))
    drawings = [d.get("descr") for d in document.element.body.iter("{*}docPr")]
    assert drawings == [chart.alt_text for chart in briefing.charts]
    captions = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Caption"]
    assert captions == [chart_caption(number, chart) for number, chart in enumerate(briefing.charts, 1)]
    assert len(captions) >= 5
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for number, chart in enumerate(briefing.charts, 1):
            part = etree.fromstring(package.read(f"word/charts/chart{number}.xml"))
            values = [v.text for v in part.iterfind(".//{*}val//{*}v")]
            assert values == [f"{point.value:f}" for series in chart.series for point in series.points]
            codes = [p.get("formatCode") for p in part.iterfind(".//{*}val//{*}pt")]
            assert codes == [number_format(point, chart.signed) for series in chart.series for point in series.points]
            columns = cells(package.read(f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"))
            assert columns["A"] == list(chart.categories)
    indicators = {point.figure for chart in briefing.charts for series in chart.series for point in series.points}
    assert {"规模以上工业总产值", "固定资产投资", "批零销售额", "住餐销售额", "规模以上服务业营业收入"} <= indicators


def test_charts_in_the_text_are_drawn_as_those_of_the_annex(shipped: Report, book: FontBook) -> None:
    briefing, data = written(replace(shipped, options=replace(shipped.options, charts_in_text=True)), book)
    document = docx.Document(io.BytesIO(data))
    shown = [paragraph for paragraph in body_paragraphs(document) if paragraph.style is not None]
    drawn = [(i, p._p.find(".//{*}docPr")) for i, p in enumerate(shown) if p.style is not None and p.style.name == "图"]
    charts = [block.chart for block in briefing.blocks if block.chart]
    assert [drawing.get("descr") for _, drawing in drawn] == [chart.alt_text for chart in charts]
    assert [drawing.get("name") for _, drawing in drawn] == [f"图{n}" for n in range(1, len(charts) + 1)]
    assert [shown[i + 1].text for i, _ in drawn] == [block.text for block in briefing.blocks if block.role is Role.CAPTION]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for number, chart in enumerate(charts, 1):
            part = etree.fromstring(package.read(f"word/charts/chart{number}.xml"))
            assert [v.text for v in part.iterfind(".//{*}val//{*}v")] == [f"{p.value:f}" for series in chart.series for p in series.points]


def test_a_chart_and_its_caption_fill_whole_lines_of_the_grid(shipped: Report, book: FontBook) -> None:
    theme = load_theme("gbt9704")
    pitch, figure, caption = theme.page["line_pitch"], theme.styles["figure"], theme.styles["caption"]
    assert figure.leading is not None and caption.leading is not None
    assert figure.leading.emu % pitch.emu == 0
    assert caption.leading + caption.space_after == pitch
    assert theme.page["chart_height"] + figure.size < figure.leading  # so that the least height is the height
    with zipfile.ZipFile(io.BytesIO(written(shipped, book)[1])) as package:
        styles = {s.get(W + "styleId"): s for s in etree.fromstring(package.read("word/styles.xml")).iter(W + "style")}
    spacing = styles["GwrFigure"].find(f"{W}pPr/{W}spacing")
    assert (spacing.get(W + "line"), spacing.get(W + "lineRule")) == (str(figure.leading.twips), "atLeast")
    assert styles["GwrFigure"].find(f"{W}pPr/{W}keepNext") is not None


def test_a_caption_of_two_lines_ends_on_the_grid(shipped: Report, book: FontBook) -> None:
    briefing = plan_briefing(shipped)
    long = replace(briefing, charts=tuple(replace(chart, title="题名很长" * 12) for chart in briefing.charts))
    document = docx.Document(io.BytesIO(docx_bytes(long, book)))
    captions = [p._p.find(f"{W}pPr/{W}spacing") for p in document.paragraphs if p.style is not None and p.style.name == "Caption"]
    assert [spacing.get(W + "after") for spacing in captions] == [str(2 * 579 - 2 * 360)] * len(long.charts)
