"""What a series says: its cells in the workbook, the cached values and the labels, with the digits as written."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.writers.ooxml.chart_look import ChartLook
from gwr_docs.writers.ooxml.formats import number_format
from gwr_docs.writers.ooxml.workbook import SHEET, column_letter

FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def series_head(series: Series, index: int, title: str) -> str:
    """Index, order and name; a series without a name has the chart's title, as in its workbook."""
    cell = f"{SHEET}!${column_letter(index + 1)}$1"
    name = f"<c:tx><c:strRef><c:f>{escape(cell)}</c:f>{_strings([series.name or title])}</c:strRef></c:tx>"
    return f'<c:idx val="{index}"/><c:order val="{index}"/>{name}'


def series_data(chart: ChartSpec, series: Series, index: int) -> str:
    last, column = len(chart.categories) + 1, column_letter(index + 1)
    points = "".join(
        f'<c:pt idx="{i}" formatCode={quoteattr(number_format(p, chart.signed))}><c:v>{p.value:f}</c:v></c:pt>'
        for i, p in enumerate(series.cells)
        if p
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_strings(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(series.cells)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def label(look: ChartLook, position: str = "", color: str = "", named: bool = False) -> str:
    """The look of a label from its shape on; `named` puts the name of the series before the number.

    A ring takes no position: PowerPoint calls a file with one damaged.
    """
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    shown = {"showVal": 1, "showSerName": int(named)}
    flags = "".join(f'<c:{flag} val="{shown.get(flag, 0)}"/>' for flag in FLAGS)
    return f"{BARE}{look.text('value', color)}{place}{flags}<c:separator> </c:separator>"


HIDDEN = '<c:delete val="1"/>'
NO_LEADERS = (  # to labels that stand aside; without this LibreOffice draws them across the bars
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def series_labels(chart: ChartSpec, series: Series, common: str, own: Callable[[int, Point], str] | None = None) -> str:
    """A label for each point with its own number format, so that 36, 11.24 and 58.50 stand as written.

    `common` is the look of all, `own` that of a point that differs, HIDDEN or "" for one that does not; a layout may lead it.
    """
    formats = [number_format(point, chart.signed) for point in series.points]
    alike = len(set(formats)) == 1
    each = ""
    for index, point in enumerate(series.cells):
        special = own(index, point) if own and point else ""
        if point and (special or not alike):
            each += f'<c:dLbl><c:idx val="{index}"/>{_formatted(number_format(point, chart.signed), special or common)}</c:dLbl>'
    leaders = NO_LEADERS if "<c:layout>" in each else ""
    return f"<c:dLbls>{each}{_formatted(formats[0], common)}{leaders}</c:dLbls>" if formats else ""


def _formatted(code: str, look: str) -> str:
    """The schema has the number format behind a layout and before all else."""
    if look == HIDDEN:
        return look
    head, end, rest = look.rpartition("</c:layout>")
    return f'{head}{end}<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>{rest}'
