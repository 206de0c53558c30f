"""The structure tree, links and figures of small documents, read back with pikepdf and poppler."""

import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest

from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.profile import read_profile
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Ink, Rect, Text, empty
from gwr_docs.typeset.tags import AGAIN, FOOTER, HEADER, Kind, Tag
from gwr_docs.writers.pdf.document import Look, write_pages
from gwr_docs.writers.pdf.metadata import Properties

LOOK = Look(400.0, 600.0, {"ink": "211C1A", "red": "9E1B1E"}, read_profile())
ABOUT = Properties("题目 <一> & 二", "某镇人民政府", "", "", 1_672_185_600)


def text(words: str, tag: Tag | None, x: float = 50, y: float = 100) -> Text:
    return Text(x, y, words, "hei", 12, "ink", 0.0, tag)


def write(book: FontBook, *pages: Sequence[Ink], outline: tuple[tuple[int, str, float], ...] = ()) -> bytes:
    return write_pages([Page(tuple(ink), outline if i == 0 else ()) for i, ink in enumerate(pages)], LOOK, book, ABOUT)


def document(book: FontBook, *pages: Sequence[Ink], outline: tuple[tuple[int, str, float], ...] = ()) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(book, *pages, outline=outline)))


Tree = list[object]


def tree(pdf: pikepdf.Pdf) -> Tree:
    """Kinds, nested; marks are dropped."""

    def read(element: pikepdf.Object) -> Tree:
        kids = element.get("/K")
        rows: list[object] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        inner = [read(kid) for kid in rows if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return [str(element.S)[1:], *inner]

    return read(pdf.Root.StructTreeRoot.K[0])


def element(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(found for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and found.get("/S") == f"/{kind}")


def attributes(pdf: pikepdf.Pdf, kind: str) -> dict[str, str]:
    return {key: str(value) for key, value in element(pdf, kind).A.items()}


def parents(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def runs(page: pikepdf.Page) -> Iterator[tuple[str, pikepdf.Object]]:
    """Marked runs of a page as (name, properties)."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            name, properties = list(instruction.operands)
            yield str(name)[1:], properties


def marks(page: pikepdf.Page) -> Iterator[tuple[str, int | None]]:
    """Marked runs of a page as (name, number)."""
    for name, properties in runs(page):
        yield name, int(properties["/MCID"]) if "/MCID" in properties else None


def test_elements_stand_in_the_order_of_their_ink(book: FontBook) -> None:
    section = Tag("Sect")
    points = Tag("L", section, numbering="Decimal")
    point = Tag("LI", points)
    pdf = document(
        book,
        [
            text("题目", Tag("H1")),
            text("一、", Tag("H2", section), y=120),
            text("1. ", Tag("Lbl", point), y=140),
            text("事项", Tag("LBody", point), y=140, x=80),
        ],
    )
    assert tree(pdf) == ["Document", ["H1"], ["Sect", ["H2"], ["L", ["LI", ["Lbl"], ["LBody"]]]]]
    assert attributes(pdf, "L") == {"/O": "/List", "/ListNumbering": "/Decimal"}
    assert element(pdf, "Document").Lang == "zh-CN"


def test_a_paragraph_over_two_pages_is_one_element(book: FontBook) -> None:
    paragraph = Tag("P")
    pdf = document(book, [text("前一页", paragraph)], [text("后一页", paragraph), text("又一段", Tag("P"), y=150)])
    assert tree(pdf) == ["Document", ["P"], ["P"]]
    first = pdf.Root.StructTreeRoot.K[0].K[0]
    assert [kid if isinstance(kid, int) else (kid.Type, kid.MCID) for kid in first.K] == [0, ("/MCR", 0)]
    assert first.K[1].Pg.objgen == pdf.pages[1].objgen


def test_a_table_over_two_pages_reads_its_head_once(book: FontBook) -> None:
    table = Tag("Table")
    rows = [Tag("TR", table) for _ in range(3)]
    page1 = [text("指标", Tag("TH", rows[0], scope="Column")), text("数值", Tag("TH", rows[0], scope="Column"), x=200)]
    page1 += [text("产值", Tag("TH", rows[1], scope="Row"), y=120), text("36亿元", Tag("TD", rows[1]), x=200, y=120)]
    page2 = [text("指标", AGAIN), text("收入", Tag("TH", rows[2], scope="Row"), y=120), empty(Tag("TD", rows[2]))]
    pdf = document(book, page1, page2)
    assert tree(pdf) == ["Document", ["Table", ["TR", ["TH"], ["TH"]], ["TR", ["TH"], ["TD"]], ["TR", ["TH"], ["TD"]]]]
    assert attributes(pdf, "TH") == {"/O": "/Table", "/Scope": "/Column"}
    assert [name for name, _ in marks(pdf.pages[1])] == ["Artifact", "TH", "TD"]


def test_every_mark_leads_back_to_its_element(book: FontBook) -> None:
    paragraph = Tag("P")
    first = [text("甲", paragraph), text("乙", Tag("H1"), y=120), text("丙", paragraph, y=140)]
    pdf = document(book, first, [text("丁", paragraph)])
    tables = parents(pdf)
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(tables)
    for page in pdf.pages:
        elements = tables[int(page.StructParents)]
        marked = [(name, number) for name, number in marks(page) if number is not None]
        assert [number for _, number in marked] == list(range(len(elements)))
        assert [str(found.S)[1:] for found in elements] == [name for name, _ in marked]


def test_heads_feet_and_rules_are_artifacts(book: FontBook) -> None:
    pdf = document(book, [text("页眉", HEADER, y=20), Rect(0, 30, 400, 1, "red"), text("正文", Tag("P")), text("页脚", FOOTER, y=580)])
    assert tree(pdf) == ["Document", ["P"]]
    kinds = [str(properties.get("/Subtype", properties.get("/Type", ""))) for _, properties in runs(pdf.pages[0])]
    assert kinds == ["/Header", "/Layout", "", "/Footer"]


def test_text_of_which_nobody_says_what_it_is_is_refused(book: FontBook) -> None:
    with pytest.raises(ValueError, match="without a tag"):
        write(book, [text("正文", None)])


def test_a_figure_has_its_words_and_its_box(book: FontBook) -> None:
    figure = Tag("Figure", alt="产值三年连增")
    pdf = document(book, [text("说明", Tag("P")), Rect(100, 200, 50, 80, "red", figure), text("36亿元", figure, x=160, y=290)])
    found = element(pdf, "Figure")
    assert found.Alt == "产值三年连增"
    left, bottom, right, top = (float(side) for side in found.A.BBox)
    assert (left, top) == (100, 400)
    assert bottom == pytest.approx(600 - 290 - 1.44)
    assert right == pytest.approx(160 + (2 * book.fonts["hei"].widths["3"] + 2) * 12, abs=0.1)


def test_links_lead_to_elements_and_addresses(book: FontBook) -> None:
    goal, paragraph = Tag("H1"), Tag("P")
    entry = Tag("TOCI", Tag("TOC"))
    contents = Tag("Link", Tag("Reference", entry), alt="第2页：工作回顾", target=goal)
    address = Tag("Link", paragraph, alt="镇政府网站", target="https://example.org/报告".replace("报告", "report"))
    page1 = [
        text("工作回顾", contents),
        text("见", paragraph, y=130),
        text("网站", address, x=62, y=130),
        text("。", paragraph, x=86, y=130),
    ]
    pdf = document(book, page1, [text("工作回顾", goal, y=90)])
    assert tree(pdf) == [
        "Document", ["TOC", ["TOCI", ["Reference", ["Link"]]]], ["P", ["Link"]], ["H1"],
    ]  # fmt: skip
    inner, outer = pdf.pages[0].Annots
    assert inner.Dest[0].objgen == pdf.pages[1].objgen
    assert float(inner.Dest[3]) == pytest.approx(600 - 90 + 12 * 0.88)
    assert outer.A.URI == "https://example.org/report"
    assert [str(link.Contents) for link in (inner, outer)] == ["第2页：工作回顾", "镇政府网站"]
    for link in (inner, outer):
        assert int(link.F) == 4
        assert parents(pdf)[int(link.StructParent)].S == "/Link"
    assert [float(side) for side in outer.Rect] == pytest.approx([62, 600 - 130 - 1.44, 86, 600 - 130 + 10.56])


def test_a_link_over_two_lines_has_two_annotations(book: FontBook) -> None:
    link = Tag("Link", Tag("P"), alt="网站", target="https://example.org")
    pdf = document(book, [text("某某", link), text("网站", link, y=120)])
    assert len(pdf.pages[0].Annots) == 2
    kids = list(element(pdf, "Link").K)
    assert [isinstance(kid, int) for kid in kids] == [True, False, False]


def test_every_note_has_a_name_of_its_own(book: FontBook) -> None:
    notes = [Tag("Note") for _ in range(12)]
    pdf = document(book, [text(f"注释{i}", note, y=100 + 20 * i) for i, note in enumerate(notes)])
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    keys, found = [str(key) for key in names[::2]], names[1::2]
    assert len(set(keys)) == 12
    assert keys == sorted(keys)
    assert [str(note.ID) for note in found] == keys
    assert "/IDTree" not in document(book, [text("正文", Tag("P"))]).Root.StructTreeRoot


def test_the_outline_is_a_tree(book: FontBook) -> None:
    rows = ((0, "题目", 10.0), (0, "一、", 20.0), (1, "（一）", 30.0), (1, "（二）", 40.0), (0, "二、", 50.0))
    pdf = document(book, [text("正文", Tag("P"))], outline=rows)
    with pdf.open_outline() as outline:
        assert [(item.title, [inner.title for inner in item.children]) for item in outline.root] == [
            ("题目", []),
            ("一、", ["（一）", "（二）"]),
            ("二、", []),
        ]
    assert int(pdf.Root.Outlines.Count) == 5


def test_properties_are_said_twice_and_alike(book: FontBook) -> None:
    pdf = document(book, [text("正文", Tag("P"))])
    xmp = pdf.open_metadata()
    assert xmp["dc:title"] == ABOUT.title == str(pdf.docinfo["/Title"])
    assert xmp["dc:creator"] == [ABOUT.author] == [str(pdf.docinfo["/Author"])]
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
    assert xmp["xmp:CreateDate"] == "2022-12-28T00:00:00Z"
    assert "dc:description" not in xmp
    assert "/Subject" not in pdf.docinfo
    assert str(pdf.docinfo["/CreationDate"]) == "D:20221228000000Z"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.poppler
@pytest.mark.parametrize("kind", ["P", "H1", "Caption"])
def test_gaps_between_characters_are_no_spaces(book: FontBook, tmp_path: Path, kind: Kind) -> None:
    """Chinese beside digits a quarter of an em apart, a line stretched by .4 em, and a space that somebody wrote."""
    tag = Tag(kind)
    line = [text("完成", tag), text("36.5", tag, x=50 + 24 + 3), text("亿元", tag, x=50 + 24 + 3 + 26.1 + 6)]
    wide = Text(50, 140, "拉得很开的一行", "hei", 12, "ink", 4.8, tag)
    data = write(book, [*line, wide, text("Green Belt", tag, y=180)])
    path = tmp_path / "gaps.pdf"
    path.write_bytes(data)
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"\S[^\n\f]*", said) == ["完成36.5亿元", "拉得很开的一行", "Green Belt"]
