"""Native charts in the briefing: editable, with their workbook inside, two on a page with captions."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from gwr_docs.documents.briefing import CHARTS_TITLE, Briefing, Role, chart_caption
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.docx.front import toc_name
from gwr_docs.writers.docx.xml import attribute, bookmark, paragraph, runs
from gwr_docs.writers.ooxml.charts import ChartLook, chart_xml
from gwr_docs.writers.ooxml.workbook import write_workbook

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_annex(briefing: Briefing, part: Any, theme: Theme, book: FontBook) -> str:
    """The annex of charts on pages of its own; their parts are added to the package of `part`, the document's."""
    out = []
    look = ChartLook(theme, book)
    for number, chart in enumerate(briefing.charts, 1):
        relationship = _relate(number, chart, part, look)
        figure = f"<w:r>{_drawing(number, chart, theme, relationship)}</w:r>"
        out.append(paragraph(Role.FIGURE.value, figure))
        out.append(paragraph(Role.CAPTION.value, runs(chart_caption(number, chart))))
    if not out:
        return ""
    index = len(briefing.blocks) + len(briefing.annexes)
    title = bookmark(index, toc_name(index), runs(CHARTS_TITLE))
    return paragraph(Role.ANNEX.value, title, "<w:pageBreakBefore/>") + "".join(out)


def _relate(number: int, chart: ChartSpec, document: Any, look: ChartLook) -> str:
    package = document.package
    book = Part(PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), WORKBOOK, write_workbook(chart), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, chart_xml(chart, look, "rId1"), package)
    assert part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE) == "rId1"
    return str(document.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _drawing(number: int, chart: ChartSpec, theme: Theme, relationship: str) -> str:
    page = theme.page
    width, height = (page["width"] - page["left"] - page["right"]).emu, page["chart_height"].emu
    return (
        f'<w:drawing><wp:inline {NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图{number}" descr={attribute(chart.alt_text)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
