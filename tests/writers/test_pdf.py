"""The PDF as a file: pages, text, fonts, outline, properties."""

import re
import subprocess
import zlib
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from gwr_docs.documents.runs import plain
from gwr_docs.documents.summary import plan_summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.marks import BARRED_AT_END, BARRED_AT_START
from gwr_docs.writers.pdf import write_summary

ISSUED = 1_672_185_600


@pytest.fixture(scope="module")
def data(shipped: Report, book: FontBook) -> bytes:
    return write_summary(plan_summary(shipped), load_theme("summary"), book, ISSUED)[0]


def text_of(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_four_a4_pages_at_most(data: bytes) -> None:
    document = pdfium.PdfDocument(data)
    assert 1 <= len(document) <= 4
    assert {tuple(round(side) for side in page.get_size()) for page in document} == {(595, 842)}


def test_every_gist_problem_target_and_figure_is_there(data: bytes, shipped: Report) -> None:
    text, summary = squeezed(text_of(data)), plan_summary(shipped)
    for section in (summary.review, summary.plan):
        for part in section.parts:
            for gist in part.gists:
                assert squeezed(plain(gist.title) + "。" + plain(gist.text)) in text
    for item in summary.problems:
        assert squeezed(plain(item.title)) in text
    for goal in summary.goals:
        assert squeezed(goal.target) in text
    for group in summary.groups:
        for number in group.numbers:
            assert squeezed(number.text) in text


def test_characters_beyond_the_bmp_are_extracted_right(small: Report, book: FontBook) -> None:
    text = text_of(write_summary(plan_summary(small), load_theme("summary"), book, ISSUED)[0])
    for character in "昇喆祎堃镕赟玥珺垚𬭚":
        assert character in text


def test_fonts_are_embedded_subsets_and_nothing_else(data: bytes) -> None:
    fonts = re.findall(rb"/BaseFont /([\w+-]+)", data)
    assert fonts
    assert all(re.fullmatch(rb"[A-Z]{6}\+(GWR|Liberation)[\w-]+", name) for name in fonts)
    assert len(re.findall(rb"/FontFile2 ", data)) == len(set(fonts))


def test_no_line_starts_or_ends_with_a_forbidden_mark(shipped: Report, book: FontBook) -> None:
    from gwr_docs.typeset.ink import Text
    from gwr_docs.typeset.summary_pages import plan_summary_pages

    pages = plan_summary_pages(plan_summary(shipped), load_theme("summary"), book)
    for page in pages:
        rows: dict[float, list[Text]] = {}
        for item in page.ink:
            if isinstance(item, Text):
                rows.setdefault(round(item.y, 2), []).append(item)
        for row in rows.values():
            line = sorted(row, key=lambda item: item.x)
            assert line[0].text[0] not in BARRED_AT_START
            assert line[-1].text[-1] not in BARRED_AT_END


def test_the_outline_leads_to_sections_and_parts(data: bytes) -> None:
    titles = [item.get_title() for item in pdfium.PdfDocument(data).get_toc()]
    assert titles[:3] == ["政府工作报告（摘要）", "一、2022年工作回顾", "（一）全力以赴，筑牢全民免疫屏障"]
    assert "主要指标一览" in titles


def test_properties_and_stamp(data: bytes, shipped: Report) -> None:
    metadata = pdfium.PdfDocument(data).get_metadata_dict()
    assert (metadata["Title"], metadata["Author"], metadata["Keywords"]) == ("政府工作报告", "双港镇人民政府", shipped.stamp)
    assert metadata["CreationDate"].startswith("D:20221228")
    assert rb"/Lang (zh-CN)" in data
    assert f"版本{shipped.stamp}" in squeezed(text_of(data))


def test_streams_are_compressed(data: bytes) -> None:
    stream = re.search(rb"/FlateDecode.*?stream\r?\n(.*?)endstream", data, re.S)
    assert stream is not None
    assert zlib.decompressobj().decompress(stream[1])


@pytest.mark.poppler
def test_poppler_sees_embedded_subset_fonts_and_clean_lines(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(data)
    rows = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\byes yes yes\b", row), row
    check = Path(__file__).parent.parent.parent / "tools" / "line_breaks.py"
    done = subprocess.run(["python3", str(check), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
