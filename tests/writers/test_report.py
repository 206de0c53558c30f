"""The printed report, read back: its text in reading order, structure, links, labels, pages."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tools.line_breaks import audit
from tools.pdfa_check import problems
from tools.tagged_lines import Element, read_elements

from gwr_docs.documents.briefing import Briefing, plan_briefing
from gwr_docs.model.report import Options, Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import lay_out_briefing, paginate
from gwr_docs.writers.pdf.report import write_report
from tests.test_pages import made_up
from tests.writers.test_pdf_gates import heard
from tests.writers.test_pdf_structure import element, tree

ISSUED = 1_672_185_600
MM = 72 / 25.4


def written(briefing: Briefing, book: FontBook, booklet: bool = False) -> bytes:
    theme = load_theme("gbt9704")
    return write_report(briefing, lay_out_briefing(briefing, theme, book), theme, book, ISSUED, booklet=booklet)[0]


def stored(briefing: Briefing, book: FontBook, folder: Path, booklet: bool = False) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(written(briefing, book, booklet))
    return path


@pytest.fixture(scope="module")
def shipped_path(shipped: Report, book: FontBook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(plan_briefing(shipped), book, tmp_path_factory.mktemp("report"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(elements: Sequence[Element]) -> str:
    return "".join(line.text for each in elements for line in each.lines)


def test_the_text_in_reading_order_is_the_report_to_the_letter(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = plan_briefing(replace(shipped, glossary=(), options=Options(cover=False, contents=False, annexes=False)))
    elements = read_elements(stored(briefing, book, tmp_path)) or []
    assert said(elements) == squeezed(briefing.text)


def test_marks_contents_and_annexes_add_to_the_text_and_change_none_of_it(shipped: Report, shipped_path: Path) -> None:
    briefing, found = plan_briefing(shipped), read_elements(shipped_path) or []
    text = said([each for each in found if each.kinds[0] in ("H1", "H2", "H3", "H4", "P") and "TOC" not in each.kinds])
    for block in briefing.blocks[: briefing.text_end]:
        whole = squeezed(block.number + "".join(run.text for run in block.runs))
        assert whole in text
    notes = [said([each]) for each in found if "Note" in each.kinds]
    assert sum(note.startswith("[") for note in notes) == len(shipped.glossary)


def test_the_structure_follows_the_report(shipped_path: Path) -> None:
    with pikepdf.open(shipped_path) as pdf:
        _, *top = tree(pdf)
        kinds = [row[0] for row in top if isinstance(row, list)]
        assert kinds.count("Sect") == 7  # two parts of the report, glossary, three tables, charts
        assert "TOC" in kinds
        section = next(row for row in top if isinstance(row, list) and row[0] == "Sect")
        assert [row[0] for row in section[1:] if isinstance(row, list)][:3] == ["H2", "P", "Sect"]
        assert element(pdf, "Figure").Alt


def test_contents_lead_to_their_headings(shipped: Report, book: FontBook, shipped_path: Path) -> None:
    briefing = plan_briefing(shipped)
    pages = paginate(briefing, load_theme("gbt9704"), book).pages
    with pikepdf.open(shipped_path) as pdf:
        numbers = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}
        links = list(pdf.pages[1].Annots)
        assert len(links) == len(briefing.contents)
        for link, entry in zip(links, briefing.contents, strict=True):
            assert numbers[link.Dest[0].objgen] == 2 + pages[entry.index] - 1
            assert str(link.Contents).startswith(entry.text)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root][:2] == ["一、2022年工作回顾", "二、2023年工作思路"]
            assert len(outline.root[0].children) == 5


def test_front_pages_have_labels_of_their_own(shipped_path: Path) -> None:
    document = pypdfium2.PdfDocument(shipped_path)
    assert [document.get_page_label(i) for i in range(4)] == ["i", "ii", "1", "2"]


@pytest.mark.parametrize(("cover", "contents", "front"), [(True, False, 2), (False, True, 2), (False, False, 0), (True, True, 2)])
def test_the_text_begins_on_a_right_hand_page(
    shipped: Report, book: FontBook, tmp_path: Path, cover: bool, contents: bool, front: int
) -> None:
    briefing = plan_briefing(replace(shipped, options=replace(shipped.options, cover=cover, contents=contents)))
    document = pypdfium2.PdfDocument(stored(briefing, book, tmp_path))
    assert "各位代表，现在我代表" in squeezed(document[front].get_textpage().get_text_range())


@pytest.mark.parametrize("seed", range(3))
def test_headings_of_long_reports_stand_on_their_pages(seed: int, shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = made_up(shipped, seed)
    found = paginate(briefing, load_theme("gbt9704"), book)
    path = stored(briefing, book, tmp_path)
    document = pypdfium2.PdfDocument(path)
    texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    front = len(texts) - found.count
    for entry in briefing.contents:
        assert squeezed(entry.text) in texts[front + found.pages[entry.index] - 1]
    _, _, faults = audit(str(path))
    assert (faults["ends"], faults["split numbers"], faults["ragged"]) == ([], [], [])
    assert {line[:2] for line in faults["starts"]} <= {"——"}  # as office programs break


def test_the_long_contents_go_on_over_pages(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = plan_briefing(shipped)
    long = replace(briefing.contents[1], text=briefing.contents[1].text * 3)
    briefing = replace(briefing, contents=(*briefing.contents, *[long] * 20))
    found = paginate(briefing, load_theme("gbt9704"), book)
    document = pypdfium2.PdfDocument(stored(briefing, book, tmp_path))
    assert len(document) - found.count == 4  # cover, 75 lines of contents on three pages... and none blank
    text = squeezed("".join(document[i].get_textpage().get_text_range() for i in range(1, 4)))
    assert text.count(squeezed(long.text)) == 20


def test_page_numbers_are_mirrored_and_seven_millimetres_below_the_text(shipped_path: Path) -> None:
    document = pypdfium2.PdfDocument(shipped_path)
    for number in range(1, 16):
        page = document[number + 1]
        text = page.get_textpage()
        boxes = [text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1) == "—"]
        dashes = [box for box in boxes if page.get_height() - box[1] > 262 * MM]
        assert len(dashes) == 2
        for left, bottom, right, top in dashes:
            assert (page.get_height() - (bottom + top) / 2) / MM - 262 == pytest.approx(7, abs=0.2)
            assert (left > 300) == (number % 2 == 1) == (right > 300)
        edge = max(box[2] for box in dashes) if number % 2 else min(box[0] for box in dashes)
        assert edge / MM == pytest.approx(184 - 4.94 if number % 2 else 28 + 4.94, abs=0.2)


def test_a_booklet_holds_the_same_pages_and_reads_in_the_same_order(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = plan_briefing(shipped)
    plain = said(read_elements(stored(briefing, book, tmp_path)) or [])
    path = stored(briefing, book, tmp_path, booklet=True)
    with pikepdf.open(path) as pdf:
        assert [round(float(side) / MM) for side in pdf.pages[0].MediaBox] == [0, 0, 420, 297]
        assert len(pdf.pages) == 16  # 29 pages on eight sheets
        last, first = pypdfium2.PdfDocument(path)[0], briefing.cover[0].text
    assert squeezed(last.get_textpage().get_text_range()).startswith(first)
    assert said(read_elements(path) or []) == plain


@pytest.mark.parametrize("booklet", [False, True])
def test_the_report_is_archival(shipped: Report, book: FontBook, booklet: bool) -> None:
    assert list(problems(written(plan_briefing(shipped), book, booklet))) == []


@pytest.mark.outloud
def test_the_report_is_accessible(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    assert heard(written(plan_briefing(shipped), book), tmp_path) == set()


def test_empty_cells_and_every_kind_of_block_are_tagged(small: Report, book: FontBook) -> None:
    report = replace(small, options=replace(small.options, charts_in_text=True))
    briefing = plan_briefing(report)
    with pikepdf.open(io.BytesIO(written(briefing, book))) as pdf:
        rows = [found for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/TR"]
        assert rows
        for row in rows:
            assert len(row.K) >= 4


def test_a_heading_of_its_own_line_is_a_fourth_level(shipped: Report, book: FontBook) -> None:
    part = replace(shipped.review.parts[0], numbered=True)
    report = replace(shipped, review=replace(shipped.review, parts=(part, *shipped.review.parts[1:])))
    with pikepdf.open(io.BytesIO(written(plan_briefing(report), book))) as pdf:
        assert element(pdf, "H4")
        assert list(problems(written(plan_briefing(report), book))) == []


def test_the_same_report_gives_the_same_bytes(shipped: Report, book: FontBook) -> None:
    briefing = plan_briefing(shipped)
    assert written(briefing, book) == written(briefing, book)


def test_an_entry_of_several_paragraphs_keeps_them_apart(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    first, *others = shipped.glossary
    long = replace(first, meaning=(first.meaning[0], *[meaning for other in others[:3] for meaning in other.meaning]))
    path = stored(plan_briefing(replace(shipped, glossary=(long, *others[3:]))), book, tmp_path)
    _, _, faults = audit(str(path))
    assert not any(faults.values())
    assert list(problems(path.read_bytes())) == []


def test_files_ask_to_be_printed_as_they_are_made(shipped: Report, book: FontBook) -> None:
    briefing = plan_briefing(shipped)
    for booklet, turned in ((False, "/DuplexFlipLongEdge"), (True, "/DuplexFlipShortEdge")):
        with pikepdf.open(io.BytesIO(written(briefing, book, booklet))) as pdf:
            assert pdf.Root.ViewerPreferences.Duplex == turned
            assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_black_is_no_mix_of_colours(shipped: Report, book: FontBook) -> None:
    with pikepdf.open(io.BytesIO(written(plan_briefing(shipped), book))) as pdf:
        text = {str(op.operator) for op in pikepdf.parse_content_stream(pdf.pages[4])}
        assert "g" in text
        assert not text & {"rg", "RG"}
