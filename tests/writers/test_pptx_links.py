"""Clicks and sections of the file, from hand-made slides."""

import io
import re
import zipfile

import pptx
import pytest
from lxml import etree

from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.shapes import Paragraph, SlidePage, TextBox, Words
from gwr_docs.writers.pptx.base import own_base
from gwr_docs.writers.pptx.deck import package_pages

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
ISSUED = 1_672_185_600


def box(text: str, link: int | None = None) -> TextBox:
    return TextBox(50, 200, 300, 40, (Paragraph((Words(text, "text", 18, "ink"),), 23.4),), link=link)


def page(title: str, *shapes: TextBox, section: str = "") -> SlidePage:
    head = TextBox(48, 50, 860, 50, (Paragraph((Words(title, "title", 30, "ink", True),), 39),))
    return SlidePage("points", head, shapes, section=section)


def written(book: FontBook, *pages: SlidePage) -> bytes:
    theme = load_theme("deck")
    return package_pages(pages, own_base(theme, book), theme, book).bytes(ISSUED)


def presentation_xml(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("ppt/presentation.xml"))


def test_a_click_leads_to_its_slide_and_leaves_the_words_alone(book: FontBook) -> None:
    pages = (page("目录", box("甲", 1), box("乙", 2), box("又见甲", 1), box("无")), page("甲"), page("乙", box("回目录", 0)))
    slides = list(pptx.Presentation(io.BytesIO(written(book, *pages))).slides)
    clicks = [shape.click_action.target_slide for shape in slides[0].shapes if not shape.is_placeholder]
    assert [target and target.shapes.title.text_frame.text for target in clicks] == ["甲", "乙", "甲", None]
    assert slides[2].shapes[-1].click_action.target_slide.slide_id == slides[0].slide_id
    assert not list(slides[0]._element.iter(A + "rPr/" + A + "hlinkClick"))
    links = [row for row in slides[0].part.rels.values() if row.reltype.endswith("/slide")]
    assert len(links) == 2


def sections(data: bytes) -> list[tuple[str, list[int]]]:
    """Names with the positions of their slides."""
    root = presentation_xml(data)
    order = [row.get("id") for row in root.find("{*}sldIdLst")]
    found = root.findall(f"{{*}}extLst/{{*}}ext/{P14}sectionLst/{P14}section")
    assert all(re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", row.get("id")) for row in found)
    assert len({row.get("id") for row in found}) == len(found)
    return [(row.get("name"), [order.index(slide.get("id")) for slide in row.find(f"{P14}sldIdLst")]) for row in found]


def test_sections_hold_every_slide_in_order(book: FontBook) -> None:
    data = written(book, page("一"), page("二", section="回顾"), page("三"), page("四", section="回顾"), page("五", section="计划 & 安排"))
    assert sections(data) == [("默认节", [0]), ("回顾", [1, 2]), ("回顾", [3]), ("计划 & 安排", [4])]
    assert written(book, page("一", section="甲")) == written(book, page("一", section="甲"))


@pytest.mark.parametrize("names", [(), ("",), ("", "")])
def test_no_section_no_list(book: FontBook, names: tuple[str, ...]) -> None:
    data = written(book, *(page(f"第{number}", section=name) for number, name in enumerate(names)))
    assert sections(data) == []
    assert len(presentation_xml(data).find("{*}sldIdLst")) == len(names)
