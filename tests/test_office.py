"""LibreOffice opens docx and pptx without loss: what it renders holds every character that was meant."""

import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from gwr_docs.builder.building import build
from gwr_docs.documents.annex import PageRef
from gwr_docs.documents.blocks import ADDED, Role
from gwr_docs.documents.briefing import CHARTS_TITLE, annex_title, plan_briefing
from gwr_docs.documents.chart_places import chart_caption
from gwr_docs.documents.runs import plain
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook, load_fonts
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import front_pages, paginate
from tests.conftest import ROOT
from tests.writers.test_pptx import cells

FOOT = re.compile(r"(版本[0-9a-f]+)?—\d+—(版本[0-9a-f]+)?$")
MARK = re.compile(r"\[\d+\]")
pytestmark = [pytest.mark.office, pytest.mark.poppler]


@pytest.fixture(scope="module", params=["shipped", "small"])
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    """The report and a folder with briefing.docx.pdf and deck.pptx.pdf, rendered with our fonts under the official names."""
    report: Report = request.getfixturevalue(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    build(report, ("docx", "pptx"), folder, "", load_fonts())
    script = ROOT / "tools" / "render_pages.sh"
    files = [str(folder / name) for name in ("briefing.docx", "deck.pptx")]
    environment = {**os.environ, "FONTS": str(ROOT / "assets" / "fonts"), "DPI": "20"}
    subprocess.run(["bash", str(script), str(folder / "pages"), *files], env=environment, check=True, capture_output=True)
    return report, folder / "pages"


def pdf_text(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return text.removesuffix("\f").split("\f")


def squeezed(text: str) -> str:
    return "".join(text.split())


def body_pages(report: Report, folder: Path) -> list[str]:
    """The pages after cover and contents."""
    pages = pdf_text(folder / "briefing.docx.pdf")
    briefing = plan_briefing(report)
    return pages[bool(briefing.cover) + bool(briefing.contents) :]


def text_pages(report: Report, folder: Path, book: FontBook) -> list[str]:
    """The pages of the report's own text."""
    briefing = plan_briefing(report)
    pages = paginate(briefing, load_theme("gbt9704"), book).pages
    glossary = next((i for i, block in enumerate(briefing.blocks) if block.role is Role.ANNEX), None)
    behind = glossary if glossary is not None else len(briefing.blocks) if briefing.annexes else None
    count = None if behind is None else pages[behind] - 1
    return body_pages(report, folder)[:count]


def test_every_heading_is_on_the_page_that_the_contents_say(rendered: tuple[Report, Path], book: FontBook) -> None:
    report, folder = rendered
    briefing = plan_briefing(report)
    found = paginate(briefing, load_theme("gbt9704"), book)
    pages = [squeezed(page) for page in body_pages(report, folder)]
    assert len(pages) == found.count
    assert len(pdf_text(folder / "briefing.docx.pdf")) == front_pages(briefing, load_theme("gbt9704")) + found.count
    for index, block in enumerate(briefing.blocks):
        start = squeezed(block.text)[:12]
        assert start in pages[found.pages[index] - 1], (block.text[:20], found.pages[index])
    for number, table in enumerate(briefing.annexes):
        assert squeezed(annex_title(number + 1, table)) in pages[found.pages[len(briefing.blocks) + number] - 1]
    if briefing.charts:
        assert squeezed(CHARTS_TITLE) in pages[found.pages[-1] - 1]
        assert squeezed(chart_caption(len(briefing.charts), briefing.charts[-1])) in pages[-1]


def test_the_rendered_briefing_is_the_report_to_the_letter(rendered: tuple[Report, Path], book: FontBook) -> None:
    report, folder = rendered
    body = []
    for number, page in enumerate(text_pages(report, folder, book), 1):
        text = squeezed(page)
        foot = re.search(rf"(版本[0-9a-f]+)?—{number}—(版本[0-9a-f]+)?$", text)
        assert foot is not None, text[-40:]
        body.append(text[: foot.start()])
    own = [block for block in plan_briefing(report).blocks if block.role not in ADDED]
    marked = "".join(block.number + plain(block.runs) for block in own)
    # poppler takes raised marks for lines of their own: compare the text without them, and the marks
    assert MARK.sub("", "".join(body)) == MARK.sub("", squeezed(marked)) == squeezed(plan_briefing(report).text)
    assert sorted(MARK.findall("".join(body))) == sorted(MARK.findall(marked))


def test_every_figure_stands_on_the_page_that_the_annexes_say(rendered: tuple[Report, Path], book: FontBook) -> None:
    report, folder = rendered
    briefing = plan_briefing(report)
    pages, found = [squeezed(page) for page in body_pages(report, folder)], paginate(briefing, load_theme("gbt9704"), book)
    for table in briefing.annexes:
        for row in table.rows:
            page, values = row[-1], [plain(cell) for cell in row[:-1] if not isinstance(cell, PageRef)]
            if isinstance(page, PageRef):
                stated = values[3] if table.name == "goals" else values[1] + values[2].replace("—", "")
                here = found.page(page.index, page.offset)
                text, foot, after = pages[here - 1].rpartition(FOOT.search(pages[here - 1])[0])  # type: ignore[index]
                assert foot and not after
                assert squeezed(stated) in text + pages[here][: len(stated) - 1], (values, here)  # a page may end within the value


def test_a_round_trip_through_libreoffice_keeps_charts_and_workbooks(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    (written,) = build(shipped, ("docx",), tmp_path, "", book)
    again = tmp_path / "again"
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/.office", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*office, "--outdir", str(again), str(written.path)], check=True, capture_output=True)
    ours, theirs = workbooks(written.path), workbooks(again / written.path.name)
    assert len(ours) == len(plan_briefing(shipped).charts) >= 8
    assert sorted(map(str, ours)) == sorted(map(str, theirs))


def workbooks(path: Path) -> list[dict[str, list[str]]]:
    """The cells of the workbook of every chart."""
    with zipfile.ZipFile(path) as package:
        charts = [name for name in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        targets = [re.search(r"\.\./(embeddings/[^\"]+)", package.read(f"word/charts/_rels/{Path(c).name}.rels").decode()) for c in charts]
        assert all(targets)
        return [cells(package.read(f"word/{target[1]}")) for target in targets if target]


def test_the_rendered_deck_has_every_slide_and_number(rendered: tuple[Report, Path]) -> None:
    from gwr_docs.documents.deck import Number
    from gwr_docs.documents.deck_plan import plan_deck
    from tests.documents.test_deck import walk

    report, folder = rendered
    deck = plan_deck(report)
    pages = [squeezed(page) for page in pdf_text(folder / "deck.pptx.pdf")]
    assert len(pages) == len(deck.slides)
    for slide, page in zip(deck.slides, pages, strict=True):
        title = squeezed(plain(slide.head.title))
        assert set(title) <= set(page)
        for number in walk(slide, Number):
            assert squeezed(number.digits) in page
