"""ChartSpec to DrawingML chart XML: native, editable, with digits as written and direct labels.

Written out here because python-pptx's own chart XML breaks the schema (negative axis ids) and labels only by series.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from gwr_docs.documents.charts import ChartSpec, Point, Series, ring_colors
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.ooxml.formats import number_format
from gwr_docs.writers.ooxml.theme import font_names, solid_fill
from gwr_docs.writers.ooxml.workbook import SHEET

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORY_AXIS, VALUE_AXIS = 111111111, 111111112
BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"  # no frame around a chart
SERIES = ("red", "muted", "teal", "gold")


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Theme and fonts as a chart needs them: the theme's [page] has the chart_ lengths and percentages, its styles category and value.

    `minor` is the face that the document's theme part has for running text.
    """

    theme: Theme
    book: FontBook
    minor: str = ""

    def fill(self, role: str) -> str:
        return solid_fill(self.theme, role)

    def line(self, name: str, role: str) -> str:
        return f'<a:ln w="{self.theme.page[name].emu}">{self.fill(role)}</a:ln>'

    def text(self, role: str, color: str = "") -> str:
        """c:txPr for a style role."""
        style = self.theme.styles[role]
        names = font_names(self.book.faces[style.face], "mn" if style.face == self.minor else "")
        return (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{style.size.centipoints}" b="{int(style.bold)}">'
            f'{self.fill(color or style.color)}{names}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
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
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{BARE}{look.text("category")}'
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _bars(chart: ChartSpec, look: ChartLook) -> str:
    horizontal = chart.kind == "bar"
    many = len(chart.series) > 1
    rows = "".join(_bar_series(chart, series, index, look) for index, series in enumerate(chart.series))
    direction = "bar" if horizontal else "col"
    numbers = look.theme.numbers
    gap, overlap = (numbers["chart_group_gap"], numbers["chart_overlap"]) if many else (numbers["chart_gap"], 0)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{rows}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        + _category_axis(look, horizontal)
        + _value_axis(chart, look, horizontal)
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
    line, hole = look.line("chart_ring_line", "paper"), look.theme.numbers["chart_ring_hole"]
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/><c:spPr>{look.fill(color)}{line}</c:spPr></c:dPt>'
        for i, color in enumerate(ring_colors(chart))
    )
    no_labels = "".join(f'<c:{flag} val="0"/>' for flag in FLAGS)
    return (
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{_name(chart, series, 0)}{points}'
        f"<c:dLbls>{no_labels}</c:dLbls>"
        f'{_data(chart, series, 0)}</c:ser><c:firstSliceAng val="0"/><c:holeSize val="{hole}"/></c:doughnutChart>'
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
    line = f"<c:spPr>{look.line('chart_axis', 'grey')}</c:spPr>"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if horizontal else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{look.text("category", "ink")}<c:crossAx val="{VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: ChartSpec, look: ChartLook, horizontal: bool) -> str:
    """Not drawn (every bar has its label), but bound to zero and to room for the labels."""
    values = [float(point.value) for series in chart.series for point in series.points]
    above, below = (look.theme.numbers[name] / 100 for name in ("chart_headroom", "chart_footroom"))
    top, bottom = max(0.0, *values) * above, min(0.0, *values) * below
    if top == bottom:
        top = 1.0
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{top:g}"/><c:min val="{bottom:g}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if horizontal else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
