"""CSV as spreadsheets open it."""

import csv
import io

import pytest

from gwr_docs.writers.comma_separated import write_csv


def test_excel_knows_it_for_utf_8_and_all_cells_return() -> None:
    rows = [["指标", "备注"], ["产值", '含"园中园"，不含\n个体'], ["-3.5", ""]]
    data = write_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+86电话", "-减少", "@某人", "＝1+1", "\t=1", "-1+2"])
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert write_csv([[cell]]).decode("utf-8-sig").strip('"\r\n') == f"'{cell}"
