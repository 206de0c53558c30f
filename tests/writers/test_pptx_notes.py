"""Notes pages as XML: a paragraph for each line, in Chinese, with nothing but text."""

from lxml import etree

from gwr_docs.documents.deck import Note
from gwr_docs.writers.pptx.notes import notes_xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_each_line_is_a_paragraph() -> None:
    notes = (Note("先看<图>&表"), Note("产值36亿元。", "第一部分（二）", 5, 0, page=3))
    body = etree.fromstring(notes_xml(notes).encode()).findall(f".//{A}p")
    assert ["".join(paragraph.itertext()) for paragraph in body] == ["先看<图>&表", "产值36亿元。（第一部分（二），第3页）"]
    assert {run.get("lang") for paragraph in body for run in paragraph.iter(A + "rPr")} == {"zh-CN"}
