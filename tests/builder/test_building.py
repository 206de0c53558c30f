"""A build as a whole: what it says of its content, once."""

from pathlib import Path

import pytest

from gwr_docs.builder.building import build, read_files
from gwr_docs.builder.targets import chosen
from gwr_docs.content.reading import read_report
from gwr_docs.diagnostics import ContentError
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from tests.conftest import SHIPPED


def reworded(name: str, old: str, new: str) -> Report:
    """The shipped report with other words in one file."""
    files = read_files(SHIPPED)
    text = files[name].decode()
    assert text.count(old) == 1
    report, found = read_report(files | {name: text.replace(old, new).encode()})
    assert report is not None, found
    return report


def test_a_fault_of_pages_and_their_booklet_is_told_once(book: FontBook, tmp_path: Path) -> None:
    long = reworded("figures.yaml", "label: 规上工业总产值", f"label: {'规上工业总产值' * 20}")
    with pytest.raises(ContentError) as caught:
        build(long, chosen("pdf", booklet=True), tmp_path, "", book)
    assert len(caught.value.diagnostics) == 1
