"""ChartSpec to DrawingML chart XML: native, editable, with digits as written and direct labels.

Written out here because python-pptx's own chart XML breaks the schema (negative axis ids) and labels only by series.
"""

from gwr_docs.documents.charts import ChartSpec, Point, ring_colors
from gwr_docs.writers.ooxml.chart_axes import inner_layout
from gwr_docs.writers.ooxml.chart_bars import bars, stack
from gwr_docs.writers.ooxml.chart_data import BARE, HIDDEN, label, series_data, series_head, series_labels
from gwr_docs.writers.ooxml.chart_lines import lines, names_at_ends
from gwr_docs.writers.ooxml.chart_look import ChartLook

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_xml(chart: ChartSpec, look: ChartLook, workbook_id: str) -> bytes:
    """The chart part; `workbook_id` is the relationship to its embedded workbook."""
    plot = {"doughnut": _ring, "stacked": stack, "line": lines}.get(chart.kind, bars)(chart, look)
    gaps = "span" if chart.kind == "line" else "gap"
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(chart, look)}{plot}</c:plotArea>'
        f'{_legend(chart, look)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="{gaps}"/></c:chart>{BARE}{look.text("category")}'
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _layout(chart: ChartSpec, look: ChartLook) -> str:
    """Charts that need a certain room beside their bars or lines; all others are left to the office program."""
    if chart.kind == "target":
        left, top = look.share("target_names"), look.share("target_top")
        return inner_layout(left, top, 1 - left, 1 - top)
    if chart.kind == "line" and names_at_ends(chart, look):
        foot = look.share("line_foot")
        return inner_layout(0, 0, 1 - look.share("line_names"), 1 - foot)
    return "<c:layout/>"


def _legend(chart: ChartSpec, look: ChartLook) -> str:
    if len(chart.series) < 2 or (chart.kind == "line" and names_at_ends(chart, look)):
        return ""
    unnamed = f'<c:legendEntry><c:idx val="{len(chart.series)}"/><c:delete val="1"/></c:legendEntry>' if any(chart.totals) else ""
    side = "r" if chart.kind == "stacked" else "t"  # beside a stack its parts are named in their order
    return f'<c:legend><c:legendPos val="{side}"/>{unnamed}<c:overlay val="0"/>{look.text("category", "ink")}</c:legend>'


def _ring(chart: ChartSpec, look: ChartLook) -> str:
    """Each part carries its number, so that ring and list are matched without colour."""
    series, roles = chart.series[0], ring_colors(chart)
    line, hole = look.line("chart_ring_line", "paper"), look.number("ring_hole")
    total = sum(point.value for point in series.points)

    def own(index: int, point: Point) -> str:
        return HIDDEN if float(point.value) < float(total) * look.share("thin") else label(look, color=look.on(roles[index]))

    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/><c:spPr>{look.fill(color)}{line}</c:spPr></c:dPt>' for i, color in enumerate(roles)
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser>{series_head(series, 0, chart.title)}{points}'
        f"{series_labels(chart, series, label(look), own)}"
        f'{series_data(chart, series, 0)}</c:ser><c:firstSliceAng val="0"/><c:holeSize val="{hole}"/></c:doughnutChart>'
    )
