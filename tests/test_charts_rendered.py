"""Charts of every kind as LibreOffice draws them: each label that is to be seen is there, with the digits as written."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from gwr_docs.builder.building import build
from gwr_docs.documents.annex import plan_charts
from gwr_docs.documents.charts import NOT_GIVEN
from gwr_docs.theme.faces import load_fonts
from tests.conftest import ROOT, read
from tests.test_office import pdf_text, squeezed

pytestmark = [pytest.mark.office, pytest.mark.poppler]
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """briefing.docx and deck.pptx of a report with charts of every kind, and what they look like."""
    folder = tmp_path_factory.mktemp("charts")
    build(read(ROOT / "tests" / "data" / "charts"), ("docx", "pptx"), folder, "", load_fonts())
    files = [str(folder / name) for name in ("briefing.docx", "deck.pptx")]
    environment = {**os.environ, "FONTS": str(ROOT / "assets" / "fonts"), "DPI": "20"}
    script = str(ROOT / "tools" / "render_pages.sh")
    subprocess.run(["bash", script, str(folder), *files], env=environment, check=True, capture_output=True)
    return folder


def hidden(path: Path, number: int, series: int) -> set[int]:
    """The points of a series whose label is taken away."""
    with zipfile.ZipFile(path) as package:
        chart = etree.fromstring(package.read(f"ppt/charts/chart{number}.xml"))
    labels = list(chart.iter(C + "ser"))[series].iterfind(f"{C}dLbls/{C}dLbl")
    return {int(label.find(C + "idx").get("val")) for label in labels if label.find(C + "delete") is not None}


def test_every_label_is_drawn_on_its_slide(folder: Path) -> None:
    from gwr_docs.documents.deck import Charted
    from gwr_docs.documents.deck_plan import plan_deck

    slides = plan_deck(read(ROOT / "tests" / "data" / "charts")).slides
    pages = [squeezed(page) for page in pdf_text(folder / "deck.pptx.pdf")]
    assert len(pages) == len(slides)
    charted = [(slide, page) for slide, page in zip(slides, pages, strict=True) if isinstance(slide, Charted)]
    assert len(charted) == 10
    for number, (slide, page) in enumerate(charted, 1):
        for index, series in enumerate(slide.chart.series):
            gone = hidden(folder / "deck.pptx", number, index) if slide.chart.kind != "doughnut" else set()
            for at, point in enumerate(series.cells):
                if point and at not in gone:
                    assert squeezed(point.label) in page, (slide.chart.title, point.label)
        for point in slide.chart.totals:
            assert point is None or point.label in page
        for name in slide.chart.categories:
            assert squeezed(name) in page
        assert (NOT_GIVEN in page) == (None in slide.chart.series[0].cells and slide.chart.kind == "target")


def test_the_briefing_draws_the_same_charts(folder: Path) -> None:
    text = squeezed("".join(pdf_text(folder / "briefing.docx.pdf")))
    for chart in plan_charts(read(ROOT / "tests" / "data" / "charts")):
        assert squeezed(chart.title) in text
        assert squeezed(chart.measure) in text
