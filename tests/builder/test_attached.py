"""The PDF with its source: the same bytes come out, and the figures as a table."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
from tools.pdfa_check import problems

from gwr_docs.builder.building import build
from gwr_docs.builder.checking import read_files
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from tests.conftest import SHIPPED


def built(report: Report, folder: Path, book: FontBook, source: dict[str, bytes] | None) -> bytes:
    (written,) = build(report, ("pdf",), folder, "", book, source=source)
    return written.path.read_bytes()


def with_source(report: Report) -> Report:
    return replace(report, options=replace(report.options, attach_source=True))


def test_the_files_come_out_as_they_went_in(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    source = read_files(SHIPPED)
    data = built(with_source(shipped), tmp_path, book, source | {"模板.pptx": b"not for readers"})
    assert list(problems(data)) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.open_metadata()["pdfaid:part"] == "3"
        found = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
        relations = {str(file.UF): str(file.AFRelationship) for file in pdf.Root.AF}
    table = found.pop("figures.csv").decode("utf-8-sig")
    assert found == source
    assert relations == {"figures.csv": "/Data", **dict.fromkeys(source, "/Source")}
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert {row["指标"]: row["数值"] for row in rows} == {name: f.value.text if f.value else "" for name, f in shipped.figures.items()}
    assert len(rows) == len(shipped.figures)


def test_without_the_option_nothing_travels(shipped: Report, book: FontBook, tmp_path: Path) -> None:
    data = built(shipped, tmp_path, book, read_files(SHIPPED))
    assert data == built(shipped, tmp_path, book, None)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.attachments
        assert pdf.open_metadata()["pdfaid:part"] == "2"
