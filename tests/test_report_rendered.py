"""The printed report beside the briefing as LibreOffice sets it: the same text on every page, line by line."""

import re
from pathlib import Path

import pypdfium2
import pytest

from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from tests.test_pages import render
from tests.writers.test_report import squeezed, stored

pytestmark = [pytest.mark.office, pytest.mark.poppler]
FOOT = re.compile(r"—\d+—版本[0-9a-f]+|版本[0-9a-f]+—\d+—|版本[0-9a-f]+|—\d+—")


def lines(page: pypdfium2.PdfPage) -> list[str]:
    """The lines of a page from the top, without its foot."""
    text = page.get_textpage().get_text_range()
    found = [squeezed(re.sub(r"\.{3,}", "", line)) for line in text.splitlines()]
    return [line for line in found if line and not FOOT.fullmatch(line)]


def test_every_page_holds_the_lines_that_the_briefing_has(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    briefing = plan_briefing(shipped)
    office = pypdfium2.PdfDocument(render(briefing, book, tmp_path))
    ours = pypdfium2.PdfDocument(stored(briefing, book, tmp_path))
    assert len(office) == len(ours)
    charts = len(ours) - 4
    for number in range(2, charts):
        assert sorted("".join(lines(ours[number]))) == sorted("".join(lines(office[number]))), number + 1
    for number in range(2, 17):  # the text itself, line by line
        theirs = [line for line in lines(office[number]) if len(line) > 8]
        assert [line for line in lines(ours[number]) if line in theirs] == theirs, number + 1
