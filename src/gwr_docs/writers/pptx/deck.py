"""Deck to pptx: placeholders really used, native shapes and charts, notes, properties."""

import datetime
import io
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import SlidePart

from gwr_docs.archive import repack
from gwr_docs.documents.deck import Deck
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import ChartFrame, SlidePage
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import layout_places
from gwr_docs.writers.ooxml.charts import ChartLook, chart_xml
from gwr_docs.writers.ooxml.workbook import write_workbook
from gwr_docs.writers.pptx.base import LAYOUTS, base_presentation
from gwr_docs.writers.pptx.notes import add_notes
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.slides import chart_relations, slide_xml
from gwr_docs.writers.pptx.xml import FIRST_ID


def write_deck(deck: Deck, theme: Theme, book: FontBook, issued: int) -> tuple[bytes, int]:
    """The deck as pptx bytes and its number of slides. `issued` is the date of issue in seconds since 1970."""
    pages = plan_deck_pages(deck, theme, book)
    presentation = pptx.Presentation(io.BytesIO(base_presentation(theme, book)))
    part = presentation.part
    layouts = {key: layout.part for key, layout in zip(LAYOUTS, presentation.slide_layouts, strict=True)}
    listed = part._element.get_or_add_sldIdLst()
    charts = _Charts(part.package, ChartLook(theme, book, theme.styles["text"].face))
    notes_master, grid = part.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER), Grid(theme)
    for number, page in enumerate(pages, 1):
        xml = slide_xml(page, number, layout_places(page.layout, grid), ShapeWriter(theme, book, FIRST_ID))
        slide = SlidePart.load(PackURI(f"/ppt/slides/slide{number}.xml"), CONTENT_TYPE.PML_SLIDE, part.package, xml.encode())
        slide.relate_to(layouts[page.layout], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        charts.relate(slide, page)
        if page.notes:
            add_notes(slide, notes_master, number, page.notes)
        listed.add_sldId(part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE))
    _describe(presentation.core_properties, deck, issued)
    out = io.BytesIO()
    presentation.save(out)
    return repack(out.getvalue(), issued), len(pages)


class _Charts:
    """Chart parts with their workbooks, numbered without python-pptx's search through the package."""

    def __init__(self, package: Any, look: ChartLook) -> None:
        self.package, self.look, self.count = package, look, 0

    def relate(self, slide_part: Any, page: SlidePage) -> None:
        """Add the charts of a slide to the package, under the relationships that its XML names."""
        frames = [shape for shape in page.shapes if isinstance(shape, ChartFrame)]
        for frame, name in zip(frames, chart_relations(), strict=False):
            assert slide_part.relate_to(self._part(frame), RELATIONSHIP_TYPE.CHART) == name

    def _part(self, frame: ChartFrame) -> Any:
        self.count += 1
        book = EmbeddedXlsxPart(
            PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{self.count}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            self.package,
            write_workbook(frame.chart),
        )
        xml = chart_xml(frame.chart, self.look, "rId1")
        part = ChartPart.load(PackURI(f"/ppt/charts/chart{self.count}.xml"), CONTENT_TYPE.DML_CHART, self.package, xml)
        assert part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE) == "rId1"
        return part


def _describe(properties: Any, deck: Deck, issued: int) -> None:
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = deck.title, deck.issuer, deck.issuer
    properties.language, properties.keywords, properties.comments = "zh-CN", deck.stamp, ""
    properties.created = properties.modified = moment
    properties.revision = 1
