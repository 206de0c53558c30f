"""A build as a whole: what it says of its content, once."""

from pathlib import Path

import pytest

from gwr_docs.builder.building import build
from gwr_docs.builder.checking import check_content, check_layout, read_files
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


def test_a_label_too_long_for_its_card_is_told_at_the_label(book: FontBook) -> None:
    old, long = "label: 规上工业总产值", "规上工业总产值" * 20
    found = check_layout(reworded("figures.yaml", old, f"label: {long}"), book, {})
    (span,) = (fault.span for fault in found if fault.code == "GWR403")
    before = (SHIPPED / "figures.yaml").read_text(encoding="utf-8").partition(old)[0]
    assert (span.line, span.end - span.column) == (before.count("\n") + 1, len(long))


def test_a_mark_silences_what_only_the_pages_show(book: FontBook, tmp_path: Path) -> None:
    files = read_files(SHIPPED)
    start, text = "2023年工作总体要求是：", "坚持以人民为中心，" * 500
    plan = (
        files["plan.yaml"]
        .decode()
        .replace(start, start + text)
        .replace("requirement:\n  - >-\n", "requirement:\n  - >-  # gwr: ok GWR405\n")
    )
    assert "GWR405" in plan
    files |= {"plan.yaml": plan.encode()}
    report, found = check_content(files, book)
    assert report is not None
    assert [fault for fault in found if fault.code in ("GWR131", "GWR405")] == []
    assert check_layout(report, book, files) == ()
    assert [row.warnings for row in build(report, chosen("pdf", booklet=False), tmp_path, "", book, source=files)] == [()]
    assert [fault.code for fault in check_layout(report, book, read_files(SHIPPED))] == ["GWR405"]


@pytest.mark.parametrize("booklet", [False, True])
def test_a_long_summary_is_written_and_told_once(book: FontBook, tmp_path: Path, booklet: bool) -> None:
    text = "坚持以人民为中心，"
    start = "2023年工作总体要求是："
    long = reworded("plan.yaml", start, start + text * 500)
    written = build(long, chosen("pdf", booklet), tmp_path, "", book)
    warnings = [warning for row in written for warning in row.warnings]
    assert [warning.code for warning in warnings] == ["GWR405"]
    assert all(row.path.exists() for row in written)
    assert dict(warnings[0].values)["count"] == str(written[0].count)
    assert tuple(warnings) == check_layout(long, book, {})
