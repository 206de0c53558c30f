"""The sources that Typst gets say what our documents say."""

import re
from pathlib import Path

import pytest
from benchmarks.sources import write_sources

from gwr_docs.documents.annex import PageRef
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.documents.runs import plain
from gwr_docs.documents.summary import plan_summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import fonts_folder
from tests.conftest import SHIPPED


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sources")
    write_sources(SHIPPED, path)
    return path


def said(path: Path) -> str:
    """The source without its signs."""
    return re.sub(r"#topic\[(.*?)\]|#super\[\[\d+\]\]|<b\d+>", r"\1", path.read_text(encoding="utf-8").replace("\\", "")).replace("*", "")


def test_the_report_is_whole(folder: Path, shipped: Report) -> None:
    text, briefing = said(folder / "report.typ"), plan_briefing(shipped)
    assert [line for line in briefing.text.splitlines() if line not in text] == []
    rows = [row for table in briefing.annexes for row in table.rows]
    assert [row for row in rows for cell in row if not isinstance(cell, PageRef) and f"[{plain(cell)}]" not in text] == []
    assert text.count("#page-of(") == sum(isinstance(cell, PageRef) for row in rows for cell in row)


def test_the_summary_is_whole(folder: Path, shipped: Report) -> None:
    text, summary = said(folder / "summary.typ"), plan_summary(shipped)
    gists = [gist for section in (summary.review, summary.plan) for part in section.parts for gist in part.gists]
    wanted = [plain(runs) for runs in summary.requirement] + [f"{plain(gist.title)}。{plain(gist.text)}" for gist in gists]
    wanted += [plain(item.title) for item in summary.problems] + [goal.target for goal in summary.goals]
    wanted += [
        f"[{number.label}], [{number.digits}{number.rest}]" for group in summary.groups for number in group.numbers if not number.before
    ]
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize(("name", "pages"), [("report", range(20, 40)), ("summary", range(2, 6))])
def test_typst_takes_them(folder: Path, name: str, pages: range) -> None:
    typst = pytest.importorskip("typst")
    import pypdfium2

    data = typst.compile(str(folder / f"{name}.typ"), font_paths=[str(fonts_folder())], ignore_system_fonts=True)
    assert len(pypdfium2.PdfDocument(data)) in pages
