"""Native charts in the briefing, in the text or behind it: editable, with their workbook inside, captions below."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import CHARTS_TITLE, Briefing
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import space_behind
from gwr_docs.writers.docx.front import toc_name
from gwr_docs.writers.docx.xml import attribute, bookmark, paragraph, runs
from gwr_docs.writers.ooxml.chart_look import ChartLook
from gwr_docs.writers.ooxml.charts import chart_xml
from gwr_docs.writers.ooxml.workbook import write_workbook

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Charts:
    """The charts of one document, numbered as they come; their parts are added to the package of `part`, the document's."""

    def __init__(self, part: Any, theme: Theme, book: FontBook) -> None:
        self.part, self.theme, self.book = part, theme, book
        self.look = ChartLook(theme, book)
        self.count = 0

    def paragraph(self, block: Block) -> str:
        """A chart, or a caption."""
        after = space_behind(block, self.theme, self.book)
        # A caption of several lines ends on the grid, too.
        extra = "" if after == self.theme.styles[block.role.value].space_after else f'<w:spacing w:after="{after.twips}"/>'
        return paragraph(block.role.value, self._draw(block.chart) if block.chart else runs(block.text), extra)

    def _draw(self, chart: ChartSpec) -> str:
        self.count += 1
        relationship = _relate(self.count, chart, self.part, self.look)
        return f"<w:r>{_drawing(self.count, chart, self.theme, relationship)}</w:r>"


def chart_annex(briefing: Briefing, charts: Charts) -> str:
    """The annex of charts on pages of its own."""
    if not briefing.charts:
        return ""
    index = len(briefing.blocks) + len(briefing.annexes)
    title = bookmark(index, toc_name(index), runs(CHARTS_TITLE))
    return paragraph(Role.ANNEX.value, title) + "".join(map(charts.paragraph, briefing.chart_annex))


def _relate(number: int, chart: ChartSpec, document: Any, look: ChartLook) -> str:
    package = document.package
    book = Part(PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), WORKBOOK, write_workbook(chart), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, chart_xml(chart, look, "rId1"), package)
    related = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    assert related == "rId1", "the chart names it so"
    # python-docx would look through all relationships for a free name.
    name = f"rIdChart{number}"
    document.load_rel(RELATIONSHIP_TYPE.CHART, part, name)
    return name


def _drawing(number: int, chart: ChartSpec, theme: Theme, relationship: str) -> str:
    page = theme.page
    width, height = (page["width"] - page["left"] - page["right"]).emu, page["chart_height"].emu
    return (
        f'<w:drawing><wp:inline {NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图{number}" descr={attribute(chart.alt_text)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
