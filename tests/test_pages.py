"""The briefing measured on rendered pages: contents that are right, text area, lines and characters, page numbers."""

import os
import random
import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from gwr_docs.documents.annex import plan_charts
from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import Briefing, contents_of, plan_briefing
from gwr_docs.documents.chart_places import figure_blocks
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import Emphasis, Run, made
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import block_lines, paginate
from gwr_docs.writers.docx.briefing import write_briefing
from tests.conftest import ROOT

pytestmark = [pytest.mark.office, pytest.mark.poppler]
MM = 72 / 25.4


def render(briefing: Briefing, book: FontBook, folder: Path) -> Path:
    """The briefing as LibreOffice's PDF, the official font names mapped to ours."""
    path = folder / "briefing.docx"
    theme = load_theme("gbt9704")
    path.write_bytes(write_briefing(briefing, paginate(briefing, theme, book), theme, book, 1_672_185_600))
    environment = {**os.environ, "FONTS": str(ROOT / "assets" / "fonts"), "DPI": "20"}
    script = ROOT / "tools" / "render_pages.sh"
    subprocess.run(["bash", str(script), str(folder / "pages"), str(path)], env=environment, check=True, capture_output=True)
    return folder / "pages" / "briefing.docx.pdf"


def page_texts(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return ["".join(page.split()) for page in text.removesuffix("\f").split("\f")]


def made_up(report: Report, seed: int) -> Briefing:
    """A briefing of about forty pages: the report's sentences in another order, with headings at random."""
    chance = random.Random(seed)
    source = plan_briefing(replace(report, glossary=()))  # its marks would be text here
    sentences = [s for b in source.blocks if b.role is Role.BODY for s in re.findall(r"[^。；]+[。；]", "".join(r.text for r in b.runs))]
    blocks = [*source.blocks[:4]]
    part = topic = 0
    while len(blocks) < 185:
        if chance.random() < 0.12:
            part, topic = part + 1, 0
            blocks.append(Block(Role.HEADING1, made(f"第{write_numeral(part)}个方面的工作"), f"{write_numeral(part)}、"))
        if part and chance.random() < 0.25:
            topic += 1
            title = chance.choice(sentences)[: chance.randint(6, 40)].rstrip("，、；。")
            blocks.append(Block(Role.HEADING2, made(f"{title}{part}之{topic}"), f"（{write_numeral(topic)}）"))
        text = "".join(chance.sample(sentences, chance.randint(1, 6)))
        lead = (Run(chance.choice(sentences)[:9].rstrip("，、；。") + "。", emphasis=Emphasis.TOPIC),) if chance.random() < 0.4 else ()
        blocks.append(Block(Role.BODY, (*lead, *made(text))))
    return replace(source, blocks=tuple(blocks), contents=contents_of(blocks, ()), annexes=())


@pytest.mark.parametrize("seed", range(5))
def test_the_contents_of_long_reports_say_the_pages_that_are_rendered(seed: int, shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = made_up(shipped, seed)
    found = paginate(briefing, load_theme("gbt9704"), book)
    texts = page_texts(render(briefing, book, tmp_path))
    contents_pages = next(i for i, text in enumerate(texts) if text.endswith("—1—") or "—1—版本" in text) - 1
    body = texts[1 + contents_pages :]
    assert len(body) == found.count >= 35
    entries = [(entry, found.pages[entry.index]) for entry in briefing.contents]
    assert len(entries) > 20
    for entry, page in entries:
        assert "".join(entry.text.split()) in body[page - 1], (entry.text, page)


def with_charts(briefing: Briefing, charts: Sequence[ChartSpec], seed: int) -> Briefing:
    """The briefing with charts at random places of its text; every third has a caption of two lines."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    number = 0
    for block in briefing.blocks:
        blocks.append(block)
        if block.role is Role.BODY and chance.random() < 0.2:
            number += 1
            chart = chance.choice(charts)
            blocks += figure_blocks(number, chart if number % 3 else replace(chart, title=chart.title + "，题名很长" * 6))
    return replace(briefing, blocks=tuple(blocks), contents=contents_of(blocks, ()))


@pytest.mark.parametrize("seed", range(2))
def test_charts_in_the_text_stand_on_the_predicted_pages(seed: int, shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = with_charts(made_up(shipped, seed), plan_charts(shipped), seed)
    found = paginate(briefing, load_theme("gbt9704"), book)
    texts = page_texts(render(briefing, book, tmp_path))
    body = texts[next(i for i, text in enumerate(texts) if text.endswith("—1—") or "—1—版本" in text) :]
    expected = [
        (block, page) for block, page in zip(briefing.blocks, found.pages, strict=False) if block.number or block.role is Role.CAPTION
    ]
    assert sum(block.role is Role.CAPTION for block, _ in expected) > 15
    for block, page in expected:
        assert "".join(block.text.split())[:30] in body[page - 1], (block.text, page)
    assert len(body) == found.count
    for block, page in zip(briefing.blocks, found.pages, strict=False):
        if block.chart:  # on the page of its caption
            assert all("".join(name.split()) in body[page - 1] for name in block.chart.categories)


def test_the_report_with_charts_in_the_text_is_rendered_whole_and_as_predicted(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    report = replace(shipped, options=replace(shipped.options, charts_in_text=True), glossary=())
    briefing = plan_briefing(report)
    found = paginate(briefing, load_theme("gbt9704"), book)
    pages = page_texts(render(briefing, book, tmp_path))[2:]
    assert len(pages) == found.count
    for entry in briefing.contents:
        assert "".join(entry.text.split()) in pages[found.pages[entry.index] - 1]
    for block, page in zip(briefing.blocks, found.pages, strict=False):
        assert "".join(block.text.split())[:12] in pages[page - 1]
    count = found.pages[len(briefing.blocks)] - 1
    rest = "".join(re.sub(r"(版本[0-9a-f]+)?—\d+—(版本[0-9a-f]+)?$", "", page) for page in pages[:count])
    drawn = ""
    for block in briefing.blocks:  # nothing stands between the blocks but a chart's own words, before its caption
        between, _, rest = rest.partition("".join(block.text.split())) if not block.chart else ("", "", rest)
        assert set(between) <= set(drawn), (block.text, between)
        drawn = block.chart.alt_text + "".join(each.name for each in block.chart.series) if block.chart else ""
        drawn += "".join(point.label for point in block.chart.points) if block.chart else ""
    assert rest == ""


@pytest.fixture(scope="module")
def rendered(shipped: Report, book: FontBook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(plan_briefing(shipped), book, tmp_path_factory.mktemp("measured"))


def characters(page: pdfium.PdfPage) -> list[tuple[str, float, float, float, float]]:
    """(character, left, bottom, right, top) in mm from the page's top left, ink boxes."""
    text, height = page.get_textpage(), page.get_height()
    out = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        out.append((text.get_text_range(index, 1), left / MM, (height - bottom) / MM, right / MM, (height - top) / MM))
    return out


def test_text_area_and_mirrored_page_numbers(rendered: Path, shipped: Report, book: FontBook) -> None:
    briefing = plan_briefing(shipped)
    count = paginate(briefing, load_theme("gbt9704"), book).pages[len(briefing.blocks)] - 1
    document = pdfium.PdfDocument(rendered)
    for number in range(1, count + 1):
        found = characters(document[number + 1])
        dashes = [c for c in found if c[0] == "—" and c[2] > 262]
        assert len(dashes) == 2
        for _, _, bottom, _, top in dashes:
            assert (bottom + top) / 2 - 262 == pytest.approx(7, abs=1)
        edge = max(c[3] for c in dashes) if number % 2 else min(c[1] for c in dashes)
        assert edge == pytest.approx(184 - 4.94 if number % 2 else 28 + 4.94, abs=0.5)
        body = [c for c in found if c[2] < 262.5 and c[0].strip()]
        assert min(c[1] for c in body) == pytest.approx(28, abs=1.2)  # ink begins a little inside the em box
        assert max(c[3] for c in body) < 184.5
        assert min(c[4] for c in body) >= 37
        assert max(c[2] for c in body) <= 262.5


def test_a_full_page_has_22_lines_and_a_full_line_28_characters(rendered: Path, shipped: Report, book: FontBook) -> None:
    theme, briefing = load_theme("gbt9704"), plan_briefing(shipped)
    found = paginate(briefing, theme, book)
    behind = next((i for i, block in enumerate(briefing.blocks) if block.role is Role.ANNEX), len(briefing.blocks))
    count = found.pages[behind] - 1
    document = pdfium.PdfDocument(rendered)
    counts = []
    for number in range(1, count + 1):
        middles = Counter(
            round((c[2] + c[4]) / 2 / 10.213 - 0.45)
            for c in characters(document[number + 1])
            if "\u4e00" <= c[0] <= "\u9fff" and c[2] < 262
        )
        counts.append(len(middles))
    assert max(counts) <= 22
    assert counts[1:-1].count(22) >= len(counts) - 6
    lines = [line for block in briefing.blocks if block.role is Role.BODY for line in block_lines(block, theme, book)]
    text = "".join(page_texts(rendered))
    full = [line for line in lines if len(line) == 28 and re.fullmatch(r"[\u4e00-\u9fff，。、；]+", line)]
    assert len(full) > 60
    assert all(line in text for line in full)


def test_marks_are_set_in_the_body_font(rendered: Path) -> None:
    """Quotation marks, dashes and ellipses, also between digits and Latin, never fall into the Latin face."""
    document = pdfium.PdfDocument(rendered)
    fonts: Counter[str] = Counter()
    for page in document:
        for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
            if any(mark in item.extract() for mark in "“”‘’…—"):
                fonts[item.get_font().get_base_name()] += 1
    assert fonts
    assert not [name for name in fonts if "Liberation" in name]


def test_digits_have_one_face_in_contents_and_text(rendered: Path, shipped: Report, book: FontBook) -> None:
    """Text area only: page numbers and the stamp have faces of their own."""
    briefing = plan_briefing(shipped)
    count = paginate(briefing, load_theme("gbt9704"), book).pages[len(briefing.blocks)] - 1
    document = pdfium.PdfDocument(rendered)
    fonts: Counter[str] = Counter()
    for number in range(1, count + 2):
        page = document[number]
        for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
            if any(c.isdigit() and c.isascii() for c in item.extract()) and (page.get_height() - item.get_bounds()[3]) / MM < 262:
                fonts[item.get_font().get_base_name()] += 1
    assert set(fonts) == {"LiberationSerif"}
