"""The machine-checkable rules of Microsoft's accessibility checker, for docx and pptx files. Needs lxml.

usage: office_accessibility.py FILE ...        exit status 1 on any finding
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def has_alt_text(properties: Any) -> bool:
    decorative = any(d.get("val") in ("1", "true") for d in properties.iter(DECORATIVE))
    return decorative or bool((properties.get("descr") or "").strip())


def check_core(package: zipfile.ZipFile) -> Iterator[str]:
    core = package.read("docProps/core.xml").decode() if "docProps/core.xml" in package.namelist() else ""
    if not re.search(r"<dc:title>[^<]+", core):
        yield "no document title"
    if not re.search(r"<dc:language>[^<]+", core):
        yield "no dc:language"


def check_docx(package: zipfile.ZipFile) -> Iterator[str]:
    document = etree.fromstring(package.read("word/document.xml"))
    styles = etree.fromstring(package.read("word/styles.xml"))
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not (language.get(W + "eastAsia") or "").startswith("zh"):
        yield "default East Asian language is not zh"
    for properties in document.iter(WP + "docPr"):
        if not has_alt_text(properties):
            yield f"no alt text: {properties.get('name')}"
    for _ in document.iter(WP + "anchor"):
        yield "floating object (not inline)"
    for number, table in enumerate(document.iter(W + "tbl"), 1):
        first_row = table.find(W + "tr")
        if first_row is None or first_row.find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table {number}: first row is not a repeating header"
        if table.find(f"{W}tblPr/{W}tblCaption") is None and table.find(f"{W}tblPr/{W}tblDescription") is None:
            yield f"table {number}: no title or description"
        if any(True for _ in table.iter(W + "gridSpan", W + "vMerge")):
            yield f"table {number}: merged cells"
        if any(inner is not table for inner in table.iter(W + "tbl")):
            yield f"table {number}: nested table"
    yield from check_headings(document, styles)
    yield from check_blank_lines(document)


def check_headings(document: Any, styles: Any) -> Iterator[str]:
    outline = {s.get(W + "styleId"): s.find(f"{W}pPr/{W}outlineLvl") for s in styles.iter(W + "style")}
    levels = []
    for paragraph in document.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = outline.get(style.get(W + "val")) if style is not None else None
        if level is not None and int(level.get(W + "val")) < 9:  # 9 means body text
            levels.append(int(level.get(W + "val")) + 1)
    if not levels:
        yield "no headings"
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"heading level skips from {before} to {after}"


def check_blank_lines(document: Any) -> Iterator[str]:
    empty = 0
    for paragraph in document.iter(W + "p"):
        holds_something = "".join(paragraph.itertext()).strip() or paragraph.find(f".//{W}drawing") is not None
        empty = 0 if holds_something or paragraph.find(f".//{W}sectPr") is not None else empty + 1
        if empty == 3:
            yield "three empty paragraphs in a row (layout by blank lines)"


def check_pptx(package: zipfile.ZipFile) -> Iterator[str]:
    titles: dict[str, str] = {}
    for name in sorted(n for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)):
        slide = etree.fromstring(package.read(name))
        shapes = [
            s
            for s in slide.find(f"{P}cSld/{P}spTree")
            if s.find(f".//{P}cNvPr") is not None and not s.tag.endswith(("nvGrpSpPr", "grpSpPr"))
        ]
        findings = [finding for shape in shapes for finding in check_shape(shape)]
        findings += [*check_title(name, shapes, titles), *check_language(slide)]
        yield from (f"{name}: {finding}" for finding in findings)


def placeholder_kind(shape: Any) -> str | None:
    placeholder = shape.find(f".//{P}nvPr/{P}ph")
    return None if placeholder is None else placeholder.get("type") or "obj"


def shape_text(shape: Any) -> str:
    return "".join(t.text or "" for t in shape.iter(A + "t")).strip()


def check_shape(shape: Any) -> Iterator[str]:
    kind = placeholder_kind(shape)
    for inner in shape.iter(P + "pic", P + "graphicFrame"):  # also inside groups
        if not has_alt_text(inner.find(f".//{P}cNvPr")):
            yield f"no alt text: {inner.find(f'.//{P}cNvPr').get('name')}"
    if shape.tag == P + "sp" and kind not in (None, "sldNum", "dt", "ftr") and not shape_text(shape):
        yield f"empty placeholder {shape.find(f'.//{P}cNvPr').get('name')}"
    for table in shape.iter(A + "tbl"):
        if table.find(A + "tblPr") is None or table.find(A + "tblPr").get("firstRow") not in ("1", "true"):
            yield "table without header row"
        if any(c.get("gridSpan") or c.get("rowSpan") for c in table.iter(A + "tc")):
            yield "merged cells"


def check_title(name: str, shapes: list[Any], titles: dict[str, str]) -> Iterator[str]:
    """A title of its own for each slide, first in reading order; `titles` gathers them over the deck."""
    found = [(index, shape_text(s)) for index, s in enumerate(shapes) if placeholder_kind(s) in ("title", "ctrTitle")]
    index, title = found[-1] if found else (0, "")
    if not title:
        yield "no title"
    elif title in titles:
        yield f"same title as {titles[title]}"
    elif index:
        yield "title is not first in reading order"
    titles.setdefault(title, name)


def check_language(slide: Any) -> Iterator[str]:
    for run in slide.iter(A + "r"):
        text, marks = run.findtext(A + "t") or "", run.find(A + "rPr")
        if re.search("[\u4e00-\u9fff]", text) and not (marks is not None and (marks.get("lang") or "").startswith("zh")):
            yield f"Chinese text not marked lang=zh-CN: {text[:12]}"
            return


def main(paths: list[str]) -> int:
    failed = False
    for path in paths:
        with zipfile.ZipFile(path) as package:
            findings = [*check_core(package), *(check_docx if path.endswith("docx") else check_pptx)(package)]
        failed |= bool(findings)
        print(path, len(findings), "findings", *(f"\n    {finding}" for finding in findings))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
