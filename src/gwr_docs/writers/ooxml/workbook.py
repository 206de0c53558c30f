"""The workbook behind a chart: what a reader of the chart edits in Word or PowerPoint."""

import io
from dataclasses import replace
from functools import lru_cache

import xlsxwriter

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.writers.ooxml.formats import number_format

SHEET = "Sheet1"
# A category "=1+1" would become a live formula, "http://…" a link, "007" a number.
AS_TYPED = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(chart: ChartSpec) -> bytes:
    """Categories in column A, a series in each further column; numbers with the digits as written.

    Briefing and deck draw the same charts, some in another kind: one workbook serves both.
    """
    return _write(replace(chart, kind="", highlight=frozenset(), whole=""))


@lru_cache(maxsize=64)
def _write(chart: ChartSpec) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TYPED) as book:
        sheet = book.add_worksheet(SHEET)
        for row, name in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name or chart.title)
            for row, point in enumerate(series.points, 1):
                sheet.write_number(row, column, float(point.value), book.add_format({"num_format": number_format(point, chart.signed)}))
    return out.getvalue()
