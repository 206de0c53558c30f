"""ChartSpec to DrawingML chart XML: native, editable, with digits as written and direct labels.

Written out here because python-pptx's own chart XML breaks the schema (negative axis ids) and labels only by series.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from gwr_docs.documents.charts import ChartSpec, Point, Series, ring_colors
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.ooxml.formats import number_format
from gwr_docs.writers.ooxml.workbook import SHEET

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORY_AXIS, VALUE_AXIS = 111111111, 111111112
SERIES = ("red", "muted", "teal", "gold")
RING_HOLE = 62
HEADROOM = 1.15  # of the largest value, so that labels stand inside the plot
FOOTROOM = 1.3  # of the deepest fall: its label stands clear of the categories below


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Theme and fonts as a chart needs them."""

    theme: Theme
    book: FontBook

    def fill(self, role: str) -> str:
        return f'<a:solidFill><a:srgbClr val="{self.theme.palette[role]}"/></a:solidFill>'

    def text(self, role: str, color: str = "") -> str:
        """c:txPr for a style role."""
        style = self.theme.styles[role]
        face = self.book.faces[style.face]
        bold = ' b="1"' if style.bold else ' b="0"'
        return (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{style.size.centipoints}"{bold}>'
            f"{self.fill(color or style.color)}<a:latin typeface={quoteattr(face.latin)}/><a:ea typeface={quoteattr(face.official)}/>"
            f'<a:cs typeface={quoteattr(face.latin)}/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )


def chart_xml(chart: ChartSpec, look: ChartLook, workbook_id: str) -> bytes:
    """The chart part; `workbook_id` is the relationship to its embedded workbook."""
    plot = _ring(chart, look) if chart.kind == "doughnut" else _bars(chart, look)
    legend = ""
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{look.text("category", "ink")}</c:legend>'
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{look.text("category")}'
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _bars(chart: ChartSpec, look: ChartLook) -> str:
    horizontal = chart.kind == "bar"
    many = len(chart.series) > 1
    rows = "".join(_bar_series(chart, series, index, look) for index, series in enumerate(chart.series))
    direction = "bar" if horizontal else "col"
    gap, overlap = (60, -8) if many else (55, 0)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{rows}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        + _category_axis(look, horizontal)
        + _value_axis(chart, horizontal)
    )


def _bar_series(chart: ChartSpec, series: Series, index: int, look: ChartLook) -> str:
    fill = look.fill(SERIES[index % len(SERIES)])
    points = ""
    if len(chart.series) == 1:
        points = "".join(
            f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{look.fill(_color(chart, p))}</c:spPr></c:dPt>'
            for i, p in enumerate(series.points)
        )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_name(chart, series, index)}<c:spPr>{fill}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{points}{_labels(chart, series, look, "outEnd")}{_data(chart, series, index)}</c:ser>'
    )


def _color(chart: ChartSpec, point: Point) -> str:
    """Changes by their sign; otherwise the figures that the slide speaks of in red, all others stepped back."""
    if chart.signed:
        return "up" if point.value > 0 else "down" if point.value < 0 else "muted"
    return "red" if point.figure in chart.highlight else "muted"


def _ring(chart: ChartSpec, look: ChartLook) -> str:
    series = chart.series[0]
    line = f'<a:ln w="25400">{look.fill("paper")}</a:ln>'
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/><c:spPr>{look.fill(color)}{line}</c:spPr></c:dPt>'
        for i, color in enumerate(ring_colors(chart))
    )
    no_labels = "".join(f'<c:{flag} val="0"/>' for flag in FLAGS)
    return (
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{_name(chart, series, 0)}{points}'
        f"<c:dLbls>{no_labels}</c:dLbls>"
        f'{_data(chart, series, 0)}</c:ser><c:firstSliceAng val="0"/><c:holeSize val="{RING_HOLE}"/></c:doughnutChart>'
    )


FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _labels(chart: ChartSpec, series: Series, look: ChartLook, position: str) -> str:
    """A label for each point with its own number format, so that 36, 11.24 and 58.50 stand as written."""
    shown = "".join(f'<c:{flag} val="{int(flag == "showVal")}"/>' for flag in FLAGS)
    tail = f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{look.text("value")}<c:dLblPos val="{position}"/>{shown}'
    formats = [number_format(point, chart.signed) for point in series.points]
    each = ""
    if len(set(formats)) > 1:
        each = "".join(
            f'<c:dLbl><c:idx val="{i}"/><c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>{tail}</c:dLbl>'
            for i, code in enumerate(formats)
        )
    return f'<c:dLbls>{each}<c:numFmt formatCode={quoteattr(formats[0])} sourceLinked="0"/>{tail}</c:dLbls>'


def _name(chart: ChartSpec, series: Series, index: int) -> str:
    cell = f"{SHEET}!${_column(index)}$1"
    return f"<c:tx><c:strRef><c:f>{cell}</c:f>{_strings([series.name or chart.title])}</c:strRef></c:tx>"


def _data(chart: ChartSpec, series: Series, index: int) -> str:
    last, column = len(chart.categories) + 1, _column(index)
    points = "".join(
        f'<c:pt idx="{i}" formatCode={quoteattr(number_format(p, chart.signed))}><c:v>{p.value:f}</c:v></c:pt>'
        for i, p in enumerate(series.points)
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_strings(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(series.points)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _column(index: int) -> str:
    return chr(ord("B") + index)


def _strings(texts: "list[str] | tuple[str, ...]") -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _category_axis(look: ChartLook, horizontal: bool) -> str:
    order = "maxMin" if horizontal else "minMax"  # the first category on top
    line = f'<c:spPr><a:ln w="9525">{look.fill("grey")}</a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if horizontal else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{look.text("category", "ink")}<c:crossAx val="{VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: ChartSpec, horizontal: bool) -> str:
    """Not drawn (every bar has its label), but bound to zero and to room for the labels."""
    values = [float(point.value) for series in chart.series for point in series.points]
    top, bottom = max(0.0, *values) * HEADROOM, min(0.0, *values) * FOOTROOM
    if top == bottom:
        top = 1.0
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{top:g}"/><c:min val="{bottom:g}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if horizontal else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
