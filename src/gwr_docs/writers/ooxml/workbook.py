"""The workbook behind a chart: what a reader of the chart edits in Word or PowerPoint."""

import io
from dataclasses import replace
from functools import lru_cache

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from gwr_docs.documents.charts import TOTAL, ChartSpec, Series
from gwr_docs.writers.ooxml.formats import number_format

SHEET = "Sheet1"
# A category "=1+1" would become a live formula, "http://…" a link, "007" a number.
AS_TYPED = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(chart: ChartSpec) -> bytes:
    """Categories in column A, a series in each further column; numbers with the digits as written.

    Briefing and deck draw the same charts, some in another kind: one workbook serves both.
    """
    return _write(replace(chart, kind="", highlight=frozenset(), whole=""))


def column_letter(index: int) -> str:
    """A, B … Z, AA for 0, 1 …"""
    return str(xl_col_to_name(index))


@lru_cache(maxsize=64)
def _write(chart: ChartSpec) -> bytes:
    out = io.BytesIO()
    rows = (*chart.series, Series(TOTAL, chart.totals)) if any(chart.totals) else chart.series
    with xlsxwriter.Workbook(out, AS_TYPED) as book:
        sheet = book.add_worksheet(SHEET)
        for row, name in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(rows, 1):
            sheet.write_string(0, column, series.name or chart.title)
            for row, point in enumerate(series.cells, 1):
                if point:
                    shown = book.add_format({"num_format": number_format(point, chart.signed)})
                    sheet.write_number(row, column, point.value, shown)  # a float 0.81 would be written 0.8100000000000001
    return out.getvalue()
