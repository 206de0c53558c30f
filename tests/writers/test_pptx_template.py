"""A deck on a user's own template: what the template has is inherited, what it lacks is told."""

import copy
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation
from pptx.util import Cm

from gwr_docs.archive import pack, unpack
from gwr_docs.diagnostics import ContentError, Diagnostic, Span
from gwr_docs.documents.deck import Note
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.model.report import Report, Template
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.shapes import Paragraph, SlidePage, TextBox, Words
from gwr_docs.typeset.slide_places import BODIES
from gwr_docs.writers.pptx.base import LAYOUTS, base_presentation, own_base
from gwr_docs.writers.pptx.deck import package_pages, write_deck
from gwr_docs.writers.pptx.emptied import AUTHORS
from gwr_docs.writers.pptx.template import read_template

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
ISSUED = 1_672_185_600
THEME = load_theme("deck")
BLUE = "0B5CAD"
BODY_NAMES = [LAYOUTS[key] for key in BODIES]


@pytest.fixture(scope="module")
def ours(small: Report, book: FontBook) -> bytes:
    return write_deck(plan_deck(small), THEME, book, ISSUED)[0]


def named(data: bytes) -> Template:
    return Template("模板.pptx", Span("report.yaml", 9, 13, 20), data)


def opened(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


def saved(presentation: Presentation) -> bytes:
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def layout(presentation: Presentation, name: str) -> Any:
    return next(row for row in presentation.slide_layouts if row.name == name)


def placeholder(presentation: Presentation, name: str, layout_name: str = "要点") -> Any:
    return next(shape for shape in layout(presentation, layout_name).placeholders if shape.name == name)


def move(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(left), Cm(top), Cm(width), Cm(height)


def bound(presentation: Presentation, layout_name: str, left: float, top: float, width: float, height: float) -> None:
    """Draw a placeholder named 正文."""
    body = copy.deepcopy(placeholder(presentation, "来源", layout_name)._element)
    body.nvSpPr.cNvPr.set("name", "正文")
    body.ph.set("idx", "20")
    layout(presentation, layout_name).shapes._spTree.append(body)
    move(placeholder(presentation, "正文", layout_name), left, top, width, height)


def only_one_body(presentation: Presentation) -> None:
    """A simple template: one layout, named 内容, instead of the five."""
    for row in list(presentation.slides._sldIdLst):
        presentation.part.drop_rel(row.rId)
        presentation.slides._sldIdLst.remove(row)
    for name in BODY_NAMES[:-1]:
        presentation.slide_layouts.remove(layout(presentation, name))
    layout(presentation, BODY_NAMES[-1]).name = "内容"


def edited(data: bytes, edit: Callable[[Presentation], None]) -> bytes:
    presentation = opened(data)
    edit(presentation)
    return saved(presentation)


def texts(data: bytes) -> list[list[str]]:
    return [[row.text for row in slide._element.iter(A + "t")] for slide in opened(data).slides]


def theme_parts(data: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    return pack(
        {name: edit(part) if re.fullmatch(r"ppt/theme/theme\d\.xml", name) else part for name, part in unpack(data).items()}, ISSUED
    )


def restyle(presentation: Presentation) -> None:
    """What a user does in the master view: another size and colour of titles, the title moved, slides deleted."""
    style = presentation.slide_masters[0]._element.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr")
    style.set("sz", "2600")
    for name in BODY_NAMES:
        move(placeholder(presentation, "标题", name), 6, 1.2, 26, 2)
    listed = presentation.slides._sldIdLst
    for row in list(listed):
        presentation.part.drop_rel(row.rId)
        listed.remove(row)


def test_our_own_deck_is_a_template(ours: bytes, small: Report, book: FontBook) -> None:
    """Even with its slides in it; and then nothing changes."""
    base, own = read_template(named(ours), THEME, book), own_base(THEME, book)
    for key, rows in own.layouts.items():
        assert base.layouts[key].part == rows.part
        for name, slot in rows.slots.items():
            found = base.layouts[key].slots[name]
            assert found.placeholder == slot.placeholder
            assert (found.size, found.inset) == (slot.size, 0)
            assert (found.cell.x, found.cell.y, found.cell.width) == pytest.approx((slot.cell.x, slot.cell.y, slot.cell.width), abs=0.001)
    assert base.styled(THEME).styles == THEME.styles
    again, count = write_deck(plan_deck(small), THEME, book, ISSUED, base)
    assert count == len(opened(ours).slides)
    assert texts(again) == texts(ours)


def test_a_restyled_master_restyles_the_deck(ours: bytes, small: Report, book: FontBook) -> None:
    template = theme_parts(edited(ours, restyle), lambda part: part.replace(THEME.palette["red"].encode(), BLUE.encode()))
    base = read_template(named(template), THEME, book)
    data, _ = write_deck(plan_deck(small), THEME, book, ISSUED, base)
    assert texts(data) == texts(ours)
    presentation = opened(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(package.namelist()) == len(set(package.namelist()))
        assert BLUE.encode() in package.read("ppt/theme/theme1.xml")
    for slide in presentation.slides:
        title = slide.shapes.title
        assert title is not None
        if slide.slide_layout.name in BODY_NAMES:
            assert (title.left, title.width) == (Cm(6), Cm(26))
            run = next(title._element.iter(A + "rPr"))
            assert run.get("sz") is None, "the size is the master's"
            assert run.find(A + "latin") is None
            beside = [shape for shape in slide.shapes if not shape.is_placeholder and shape.top > Cm(3)]
            assert all(shape.top >= Cm(3.2) for shape in beside)
    assert base.styled(THEME).styles["title"].size.pt == 26


def test_text_is_measured_for_the_boxes_of_the_template(ours: bytes, small: Report, book: FontBook) -> None:
    """A placeholder named 正文 bounds the shapes, in each layout its own."""
    lefts = {name: 2 + 0.5 * number for number, name in enumerate(BODY_NAMES)}

    def edit(presentation: Presentation) -> None:
        for name, left in lefts.items():
            bound(presentation, name, left, 4.5, 26, 12)

    data, _ = write_deck(plan_deck(small), THEME, book, ISSUED, read_template(named(edited(ours, edit)), THEME, book))
    seen = set()
    for slide in opened(data).slides:
        if (name := slide.slide_layout.name) in lefts:
            seen.add(name)
            shapes = [shape for shape in slide.shapes if not shape.is_placeholder]
            left = Cm(lefts[name])
            assert min(shape.left for shape in shapes) == pytest.approx(left, abs=2)
            assert max(shape.left + shape.width for shape in shapes) <= left + Cm(26) + 2
            assert min(shape.top for shape in shapes) >= Cm(4.5) - 2
            assert max(shape.top + shape.height for shape in shapes) <= Cm(16.5) + 2
    assert len(seen) > 2


def test_one_layout_may_serve_for_all_bodies(ours: bytes, small: Report, book: FontBook) -> None:
    base = read_template(named(edited(ours, only_one_body)), THEME, book)
    assert len({base.layouts[key].part for key in BODIES}) == 1
    data, _ = write_deck(plan_deck(small), THEME, book, ISSUED, base)
    assert texts(data) == texts(ours)
    assert {slide.slide_layout.name for slide in opened(data).slides} == {"封面", "章节", "内容", "结尾"}


def test_a_layout_of_its_own_goes_before_the_one_that_serves_for_all(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        layout(presentation, "图表").name = "内容"

    base, own = read_template(named(edited(ours, edit)), THEME, book), own_base(THEME, book)
    assert {key: row.part for key, row in base.layouts.items()} == {key: row.part for key, row in own.layouts.items()}


def test_a_text_that_does_not_fit_the_template_is_an_error(ours: bytes, small: Report, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        move(placeholder(presentation, "标题", "结尾"), 5, 5, 4, 1)

    base = read_template(named(edited(ours, edit)), THEME, book)
    with pytest.raises(ContentError) as caught:
        write_deck(plan_deck(small), THEME, book, ISSUED, base)
    assert [found.code for found in caught.value.diagnostics] == ["GWR402"]


def test_placeholders_go_by_name_before_they_go_by_index(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        eyebrow, source = placeholder(presentation, "眉题"), placeholder(presentation, "来源")
        for shape, index in ((eyebrow, "41"), (source, "10")):
            shape._element.ph.set("idx", index)
        source._element.find(f"{P}txBody/{A}bodyPr").attrib.update({"lIns": "127000", "rIns": "254000"})
        placeholder(presentation, "序号", "章节").element.find(f"{P}nvSpPr/{P}cNvPr").set("name", "文本占位符 7")

    base = read_template(named(edited(ours, edit)), THEME, book)
    slots = base.layouts["points"].slots
    assert (slots["eyebrow"].placeholder.index, slots["source"].placeholder.index) == (41, 10)
    own = own_base(THEME, book).layouts["points"].slots["source"].cell
    assert (slots["source"].cell.x, slots["source"].cell.width) == pytest.approx((own.x + 10, own.width - 30), abs=0.001)
    assert slots["source"].inset == 20
    assert base.layouts["section"].slots["numeral"].placeholder.index == 13


def test_nothing_of_the_templates_slides_is_left(ours: bytes, small: Report, book: FontBook) -> None:
    """Not their notes, sections, shows, nor the clicks on a layout that led to them."""

    def edit(presentation: Presentation) -> None:
        presentation.slides[0].shapes.add_textbox(0, 0, Cm(5), Cm(1)).text_frame.text = "旧幻灯片"
        points = layout(presentation, "要点")
        relation = points.part.relate_to(
            presentation.slides[0].part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
        )
        name = points.placeholders[0]._element.find(f"{P}nvSpPr/{P}cNvPr")
        link = etree.SubElement(name, f"{A}hlinkClick", action="ppaction://hlinksldjump")
        link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)

    base = read_template(named(edited(ours, edit)), THEME, book)
    parts = unpack(base.data)
    assert [name for name in parts if re.match(r"ppt/(slides|notesSlides|charts|embeddings)/", name)] == []
    assert not any("旧幻灯片".encode() in part or b"hlinkClick" in part or b"sectionLst" in part for part in parts.values())
    assert len(opened(write_deck(plan_deck(small), THEME, book, ISSUED, base)[0]).slides) == len(opened(ours).slides)


def test_nothing_of_the_templates_settings_is_left(ours: bytes, book: FontBook) -> None:
    """Not its first number, password, way of showing, nor who commented on it; other properties are."""

    def edit(presentation: Presentation) -> None:
        part = presentation.part
        part._element.set("firstSlideNum", "7")
        part._element.append(etree.Element(P + "modifyVerifier", algorithmName="SHA-512", hashData="AAAA"))
        properties = next(row.target_part for row in part.rels.values() if row.reltype.endswith("/presProps"))
        inner = b'<p:showPr loop="1"><p:custShow id="3"/></p:showPr><p:clrMru/></p:presentationPr>'
        properties._blob = properties.blob.replace(b"/>", b">" + inner)
        for kind in (RELATIONSHIP_TYPE.COMMENT_AUTHORS, AUTHORS):
            name = PackURI(f"/ppt/{'commentAuthors' if kind != AUTHORS else 'authors'}.xml")
            part.relate_to(Part(name, "application/xml", part.package, b"<a/>"), kind)

    template = edited(ours, edit)
    assert b"custShow" in unpack(template)["ppt/presProps.xml"]
    assert {"ppt/authors.xml", "ppt/commentAuthors.xml"} <= set(unpack(template))
    parts = unpack(read_template(named(template), THEME, book).data)
    assert [name for name in parts if "uthors" in name] == []
    assert not any(word in part for part in parts.values() for word in (b"firstSlideNum", b"modifyVerifier", b"showPr", b"uthors"))
    assert b"<p:clrMru/>" in parts["ppt/presProps.xml"]


def test_a_template_without_notes_master_gets_ours(book: FontBook) -> None:
    presentation = opened(base_presentation(THEME, book))
    part = presentation.part
    part._element.remove(part._element.find(f"{P}notesMasterIdLst"))
    part.rels.pop(next(key for key, row in part.rels.items() if row.reltype.endswith("/notesMaster")))
    base = read_template(named(saved(presentation)), THEME, book)
    title = TextBox(50, 50, 800, 50, (Paragraph((Words("题", "title", 30, "ink"),), 39),))
    data = package_pages([SlidePage("points", title, notes=(Note("讲稿"),))], base, THEME, book).bytes(ISSUED)
    (slide,) = opened(data).slides
    assert slide.notes_slide.notes_text_frame is not None
    assert slide.notes_slide.notes_text_frame.text == "讲稿"
    assert slide.notes_slide.part.notes_master.part.partname == "/ppt/notesMasters/notesMaster1.xml"


def test_python_pptx_is_loaded_for_templates_only() -> None:
    """Its look-ups grow with the square of the slides, and it takes long to load."""
    code = "import sys, gwr_docs.writers.pptx.deck, gwr_docs.builder.looks; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": os.pathsep.join(sys.path)}, check=False).returncode == 0


def refusal(data: bytes, book: FontBook) -> Diagnostic:
    with pytest.raises(ContentError) as caught:
        read_template(named(data), THEME, book)
    (found,) = caught.value.diagnostics
    assert found.span == Span("report.yaml", 9, 13, 20)
    assert "模板.pptx" in found.message("zh")
    assert found.hint("en")
    return found


def test_all_that_is_missing_is_told_at_once_with_what_there_is(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        layout(presentation, "章节").name = "节标题"
        for name in ("来源", "页码"):
            shape = placeholder(presentation, name)._element
            shape.getparent().remove(shape)

    found = refusal(edited(ours, edit), book)
    assert found.code == "GWR118"
    assert "要点（来源、页码）" in found.message("zh")
    assert "章节（标题、" in found.message("en")
    assert "节标题（标题、" in found.hint("zh")
    assert "要点（标题、眉题）" in found.hint("en")


def test_each_layout_is_missed_by_its_name(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        for row in presentation.slide_layouts:
            row.name = f"旧{row.name}"

    words = refusal(edited(ours, edit), book).message("zh")
    assert re.findall(r"[：；](\w+)（", words) == list(LAYOUTS.values())


def test_what_the_layout_for_all_bodies_lacks_is_told_once(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        only_one_body(presentation)
        source = placeholder(presentation, "来源", "内容")._element
        source.getparent().remove(source)

    assert refusal(edited(ours, edit), book).message("zh").endswith("：内容（来源）")


def make(width: float, height: float) -> bytes:
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Cm(width), Cm(height)
    return saved(presentation)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "GWR116", "（ZIP）"),
        (b"PK\x03\x04 broken", "GWR116", "（ZIP）"),
        (pack({"a.txt": b"no office file"}, ISSUED), "GWR116", "（OOXML）"),
        (make(25.4, 19.05), "GWR117", "25.40×19.05"),
        (make(25.4, 14.29), "GWR117", "33.87×19.05"),
        (make(33.867, 19.05), "GWR118", "Title Slide"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str, words: str, book: FontBook) -> None:
    found = refusal(data, book)
    assert found.code == code
    assert words in found.message("zh") + found.hint("zh")


def test_macros_are_refused(ours: bytes, book: FontBook) -> None:
    parts = unpack(ours)
    kinds = (
        parts["[Content_Types].xml"]
        .replace(b"presentationml.presentation.main+xml", b"x")
        .replace(b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")
    )
    found = refusal(pack({**parts, "[Content_Types].xml": kinds}, ISSUED), book)
    assert found.code == "GWR116"
    assert "（VBA）" in found.message("zh")


@pytest.mark.parametrize(("limit", "words"), [(1_000_000, "（> 1 MB）"), (4_000_000, "（> 20 MB）")])
def test_large_files_are_told_as_such(limit: int, words: str, book: FontBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one by its length alone, for of a file beyond the limit only the beginning is read; the other by what it unpacks to."""
    data = bytes(limit + 1) if limit == 1_000_000 else pack({"a.txt": bytes(5 * limit + 1)}, ISSUED)
    assert (len(data) > limit) == (limit == 1_000_000)
    monkeypatch.setattr("gwr_docs.writers.pptx.template.MAX_TEMPLATE", limit)
    found = refusal(data, book)
    assert found.code == "GWR116"
    assert words in found.message("zh")


@pytest.mark.parametrize(
    ("tag", "name", "value", "words"),
    [
        ("bodyPr", "lIns", "10em", "（lIns='10em'）"),
        ("bodyPr", "rIns", "1e5", "（rIns='1e5'）"),
        ("defRPr", "sz", "abc", "（sz='abc'）"),
        ("defRPr", "sz", "-1800", "（sz='-1800'）"),
        ("off", "x", "left", "（OOXML）"),
    ],
)
def test_attributes_without_meaning_are_refused(ours: bytes, tag: str, name: str, value: str, words: str, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        next(placeholder(presentation, "来源")._element.iter(A + tag)).set(name, value)

    found = refusal(edited(ours, edit), book)
    assert found.code == "GWR116"
    assert words in found.message("zh")


@pytest.mark.parametrize(
    "text", ["127000", "+127000", "10pt", "10.0pt", "0.83333333pi", "0.83333333pc", "0.35277778cm", "3.5277778mm", "0.13888889in"]
)
def test_insets_may_have_units(text: str, ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        placeholder(presentation, "来源")._element.find(f"{P}txBody/{A}bodyPr").set("rIns", text)

    assert read_template(named(edited(ours, edit)), THEME, book).layouts["points"].slots["source"].inset == pytest.approx(10)


def test_a_layout_without_room_is_refused(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        move(placeholder(presentation, "标题", "表格"), 2, 2, 29, 7)

    found = refusal(edited(ours, edit), book)
    assert found.code == "GWR119"
    assert "“表格”" in found.message("zh")


def test_sizes_come_from_layout_master_or_styles(ours: bytes, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        placeholder(presentation, "标题").text_frame._txBody.find(A + "lstStyle").append(
            etree.fromstring(f'<a:lvl1pPr xmlns:a="{A[1:-1]}"><a:defRPr sz="2400"/></a:lvl1pPr>')
        )
        for style in placeholder(presentation, "来源")._element.iter(A + "defRPr"):
            del style.attrib["sz"]

    base = read_template(named(edited(ours, edit)), THEME, book)
    sizes = {name: slot.size.pt for name, slot in base.layouts["points"].slots.items()}
    assert sizes["title"] == 24
    assert sizes["source"] == THEME.styles["text"].size.pt
    assert sizes["number"] == THEME.styles["source"].size.pt
    assert base.styled(THEME).styles["title"].size.pt == 24


def test_no_text_is_smaller_than_can_be_read(ours: bytes, small: Report, book: FontBook) -> None:
    """Large text may be as small as running text; what the theme sets smaller may not be smaller still."""

    def edit(presentation: Presentation) -> None:
        for row in presentation.slide_layouts:
            for style in row._element.iter(A + "defRPr"):
                style.set("sz", "800")
        styles = presentation.slide_masters[0]._element
        for style in styles.iter(A + "defRPr"):
            style.set("sz", "800")
        next(placeholder(presentation, "序号", "章节")._element.iter(A + "defRPr")).set("sz", "6000")

    base = read_template(named(edited(ours, edit)), THEME, book)
    styles = base.styled(THEME).styles
    sizes = {role: styles[role].size.pt for role in ("title", "eyebrow", "source", "cover_text", "divider_numeral", "text")}
    assert sizes == {"title": 18, "eyebrow": 14, "source": 12, "cover_text": 14, "divider_numeral": 60, "text": 18}
    for role, style in THEME.styles.items():
        if style.smallest:
            assert (styles[role].smallest or style.size).pt >= min(style.smallest.pt, 18)
    data, _ = write_deck(plan_deck(small), THEME, book, ISSUED, base)
    shapes = [shape for slide in opened(data).slides for shape in slide.placeholders]
    own = [shape for shape in shapes if shape._element.ph.get("type") != "sldNum" and shape.name != "序号"]
    assert {"标题", "眉题", "来源"} <= {shape.name for shape in own}
    assert all(int(run.get("sz", 0)) >= 1200 for shape in own for run in shape._element.iter(A + "rPr")), "the slide states the size"
    assert all(run.get("sz") is None for shape in shapes if shape.name == "序号" for run in shape._element.iter(A + "rPr"))


def test_text_of_a_layout_that_stands_upright_lies_on_the_slide(ours: bytes, small: Report, book: FontBook) -> None:
    def edit(presentation: Presentation) -> None:
        for name in ("标题", "来源"):
            placeholder(presentation, name)._element.find(f"{P}txBody/{A}bodyPr").set("vert", "eaVert")

    data, _ = write_deck(plan_deck(small), THEME, book, ISSUED, read_template(named(edited(ours, edit)), THEME, book))
    shapes = [shape for slide in opened(data).slides for shape in slide.placeholders if shape._element.ph.get("type") != "sldNum"]
    assert {shape._element.find(f"{P}txBody/{A}bodyPr").get("vert") for shape in shapes} == {"horz"}
