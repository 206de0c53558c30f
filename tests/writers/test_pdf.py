"""The PDF as a file: pages, text, fonts, outline, properties."""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pypdfium2 as pdfium
import pytest
from reportlab import rl_config

from gwr_docs.documents.runs import plain
from gwr_docs.documents.summary import plan_summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook, fonts_folder, load_fonts
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.ink import Text
from gwr_docs.typeset.marks import BARRED_AT_END, BARRED_AT_START
from gwr_docs.typeset.summary_pages import plan_summary_pages
from gwr_docs.writers.pdf.spacing import STEP
from gwr_docs.writers.pdf.summary import write_summary

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
    assert b"Helvetica" not in data


def test_no_line_starts_or_ends_with_a_forbidden_mark(shipped: Report, book: FontBook) -> None:
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


def test_the_outline_leads_to_where_its_words_stand(data: bytes) -> None:
    document = pdfium.PdfDocument(data)
    entries = list(document.get_toc())
    assert len(entries) > 12
    places = [(entry.get_dest().get_index(), -entry.get_dest().get_view()[1][1]) for entry in entries]
    assert [number for number, _ in places] == sorted(number for number, _ in places)
    for entry, (number, top) in zip(entries, places, strict=True):
        assert any(0 <= -y - top <= 60 for y in tops(document[number], entry.get_title()[:3])), entry.get_title()


def tops(page: pdfium.PdfPage, words: str) -> Iterator[float]:
    """Where `words` stand on a page, from its foot."""
    text = page.get_textpage()
    search = text.search(words)
    while found := search.get_next():
        yield text.get_charbox(found[0])[3]


def test_every_character_stands_where_it_was_planned(data: bytes, shipped: Report, book: FontBook) -> None:
    """So justified lines, which are planned to end at the right edge, end there in the file, too.

    A character may be wider in the file: it takes part of the gap behind it (see spacing.py).
    """
    wider = 0
    for page, planned in zip(pdfium.PdfDocument(data), plan_summary_pages(plan_summary(shipped), load_theme("summary"), book), strict=True):
        text = page.get_textpage()
        indexes = (i for i in range(text.count_chars()) if text.get_text_range(i, 1).strip())
        for item in planned.ink:
            x = item.x
            for character in item.text if isinstance(item, Text) else "":
                assert isinstance(item, Text)
                advance = book.fonts[item.font].widths[character] * item.size
                if character.strip():
                    index = next(indexes)
                    left, _, right, _ = text.get_charbox(index, loose=True)
                    assert text.get_text_range(index, 1) == character
                    assert left == pytest.approx(x, abs=0.1)
                    steps = round((right - x - advance) / (STEP * item.size))
                    wider += bool(steps)
                    overhang = max(0.0, right - x - advance) if character == "f" else 0.0  # its ink reaches over the next letter
                    assert right == pytest.approx(x + advance + (overhang or steps * STEP * item.size), abs=0.1)
                x += advance + item.tracking
        assert next(indexes, None) is None
    assert wider > 100


def test_full_lines_end_at_the_right_edge_of_their_column(data: bytes, shipped: Report) -> None:
    page, theme = pdfium.PdfDocument(data)[0], load_theme("summary")
    text = page.get_textpage()
    first = plan_summary(shipped).review.parts[0].gists[0]
    whole = text.get_text_range()
    start = whole.index(plain(first.title)[:6])
    boxes = [text.get_charbox(i, loose=True) for i in range(start, start + len(plain(first.title + first.text)))]
    ends = [a[2] for a, b in pairwise(boxes) if b[1] < a[1] - 8]
    column = (theme.page["width"] - theme.page["left"] - theme.page["right"] - theme.page["gutter"]).pt / 2
    assert len(ends) >= 2
    half = theme.styles["text"].size.pt / 2  # a mark hangs out with its blank half
    for end in ends:
        over = end - theme.page["left"].pt - column
        assert min(abs(over), abs(over - half)) < 0.1


def test_properties_and_stamp(data: bytes, shipped: Report) -> None:
    metadata = pdfium.PdfDocument(data).get_metadata_dict()
    assert (metadata["Title"], metadata["Author"], metadata["Keywords"]) == ("政府工作报告", "双港镇人民政府", shipped.stamp)
    assert metadata["CreationDate"].startswith("D:20221228")
    assert metadata["CreationDate"] == metadata["ModDate"]
    assert rb"/Lang (zh-CN)" in data
    assert f"版本{shipped.stamp}" in squeezed(text_of(data))


def test_bytes_depend_on_the_arguments_alone(
    data: bytes, shipped: Report, book: FontBook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in (("SOURCE_DATE_EPOCH", "5"), ("TZ", "Asia/Shanghai")):
        monkeypatch.setenv(name, value)
    before = dict(os.environ)
    summary, theme = plan_summary(shipped), load_theme("summary")
    assert write_summary(summary, theme, book, ISSUED)[0] == data
    assert dict(os.environ) == before
    assert write_summary(summary, theme, book, ISSUED + 1)[0] != data
    moved = load_fonts(copytree(fonts_folder(), tmp_path / "fonts"))
    assert write_summary(summary, theme, moved, ISSUED)[0] == data


def test_the_users_settings_of_reportlab_are_neither_heeded_nor_changed(
    data: bytes, shipped: Report, book: FontBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pdfMultiLine", "pdfComments", "useA85", "documentLang"):
        monkeypatch.setattr(rl_config, name, 1)
    before = dict(vars(rl_config))
    assert write_summary(plan_summary(shipped), load_theme("summary"), book, ISSUED)[0] == data
    assert dict(vars(rl_config)) == before


def test_a_second_book_prints_with_its_own_fonts(shipped: Report, book: FontBook) -> None:
    summary, theme = plan_summary(shipped), load_theme("summary")
    first = write_summary(summary, theme, book, ISSUED)[0]
    other = FontBook(book.faces, {**book.fonts, "biaosong": replace(book.fonts["biaosong"], path=book.fonts["kai"].path)})
    assert b"+GWRBiaosong" in first.replace(b"-", b"")
    assert b"+GWRBiaosong" not in write_summary(summary, theme, other, ISSUED)[0].replace(b"-", b"")
    assert write_summary(summary, theme, book, ISSUED)[0] == first


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
    done = subprocess.run([sys.executable, str(check), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


SPURIOUS = re.compile(r"(?<=[\u2014-\u201d\u2026\u3001-\uffef]) (?=\S)|(?<=\S) (?=[\u2014-\u201d\u2026\u3001-\uffef])")


@pytest.mark.poppler
def test_the_structure_reads_as_the_document(data: bytes, shipped: Report, tmp_path: Path) -> None:
    """What assistive programs read: whole paragraphs in order, without a space that nobody wrote."""
    path = tmp_path / "summary.pdf"
    path.write_bytes(data)
    said = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True).stdout
    said = re.sub(r'"\n *Reference.*\n *Link.*\n *"(.*)"\n(?: *Object .*\n)* *"', r"\1", said)  # a mark is an element in its paragraph
    rows = re.findall(r'^ *"(.*)"$', said, re.MULTILINE)
    summary = plan_summary(shipped)
    wanted = [summary.title + "（摘要）", *(number.label for number in summary.heroes)]
    for section, between in ((summary.review, [plain(item.title) for item in summary.problems]), (summary.plan, [])):
        wanted += [section.number + plain(section.title)]
        for part in section.parts:
            wanted += [part.number + plain(part.title), *(f"{plain(gist.title)}。{plain(gist.text)}" for gist in part.gists)]
        wanted += between
    at = 0
    for words in wanted:
        found = [i for i in range(at, len(rows)) if rows[i].startswith(words)]
        assert found, words
        at = found[0] + 1
    assert [row for row in rows if SPURIOUS.search(row)] == []


@pytest.mark.poppler
def test_poppler_and_pdfium_see_no_spaces_that_nobody_wrote(data: bytes, shipped: Report, tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(data)
    said = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    summary = plan_summary(shipped)
    gists = [
        plain(gist.title) + "。" + plain(gist.text)
        for section in (summary.review, summary.plan)
        for part in section.parts
        for gist in part.gists
    ]
    for text in (said, text_of(data)):
        # A number stands apart from a mark before it, as far as a space is wide: [5] 4次 is not 54次.
        joined = re.sub(r"(?<=\[\d\]) (?=\d)", "", re.sub(r"[\r\n\f]", "", text))
        assert [gist for gist in gists if gist not in joined] == []
