"""Deck to pptx: placeholders really used, native shapes and charts, notes, properties."""

import datetime
import io
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from gwr_docs.archive import repack
from gwr_docs.documents.deck import Deck
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import ChartFrame, Panel, SlidePage, TableFrame, TextBox
from gwr_docs.writers.ooxml.charts import ChartLook, chart_xml
from gwr_docs.writers.ooxml.workbook import write_workbook
from gwr_docs.writers.pptx.base import LAYOUTS, NS, base_presentation
from gwr_docs.writers.pptx.placeholders import EYEBROW, NUMBER, SOURCE
from gwr_docs.writers.pptx.shapes import ShapeWriter

FIRST_ID = 20  # above the ids that placeholders take
NUMBER_FIELD = (
    '<a:p {ns}><a:pPr algn="r"/><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="zh-CN"/>'
    "<a:t>{number}</a:t></a:fld></a:p>"
)


def write_deck(deck: Deck, theme: Theme, book: FontBook, issued: int) -> tuple[bytes, int]:
    """The deck as pptx bytes and its number of slides. `issued` is the date of issue in seconds since 1970."""
    pages = plan_deck_pages(deck, theme, book)
    presentation = pptx.Presentation(io.BytesIO(base_presentation(theme, book)))
    layouts = dict(zip(LAYOUTS, presentation.slide_layouts, strict=True))
    charts = _Charts(presentation.part.package, ChartLook(theme, book))
    for number, page in enumerate(pages, 1):
        slide = presentation.slides.add_slide(layouts[page.layout])
        _fill_placeholders(slide, page, theme, book, number)
        _add_shapes(slide, page, ShapeWriter(theme, book, FIRST_ID), charts)
        if page.notes:
            slide.notes_slide.notes_text_frame.text = page.notes
    _describe(presentation.core_properties, deck, issued)
    out = io.BytesIO()
    presentation.save(out)
    return repack(out.getvalue(), issued), len(pages)


def _fill_placeholders(slide: Any, page: SlidePage, theme: Theme, book: FontBook, number: int) -> None:
    """Title, eyebrow, source and number; a placeholder without text is taken out, as checkers ask."""
    writer = ShapeWriter(theme, book, FIRST_ID)
    texts: dict[int, TextBox | None] = {0: page.title, EYEBROW: page.eyebrow, SOURCE: page.source}
    for shape in list(slide.placeholders):
        box = texts.get(shape.placeholder_format.idx)
        if box is None:
            shape._element.getparent().remove(shape._element)
            continue
        body = parse_xml(writer.body(box).replace("<p:txBody>", f"<p:txBody {NS}>", 1))
        shape._element.replace(shape._element.txBody, body)
        if page.layout != "content":
            shape.left, shape.top, shape.width, shape.height = (round(v * 12700) for v in (box.x, box.y, box.width, box.height))
    if page.layout == "content":
        slide.shapes._spTree.append(parse_xml(_number_placeholder(number)))


def _number_placeholder(number: int) -> str:
    """python-pptx does not copy page numbers from the layout."""
    return (
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{FIRST_ID - 1}" name="页码"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" idx="{NUMBER}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        + NUMBER_FIELD.format(ns="", number=number)
        + "</p:txBody></p:sp>"
    )


def _add_shapes(slide: Any, page: SlidePage, writer: ShapeWriter, charts: "_Charts") -> None:
    out = []
    for shape in page.shapes:
        match shape:
            case Panel():
                out.append(writer.panel(shape))
            case TextBox():
                out.append(writer.text_box(shape))
            case TableFrame():
                out.append(writer.table(shape))
            case ChartFrame():
                out.append(writer.chart(shape, charts.relate(slide.part, shape)))
    tree = slide.shapes._spTree
    for element in parse_xml(f"<p:spTree {NS}>{''.join(out)}</p:spTree>"):
        tree.append(element)


class _Charts:
    """Chart parts with their workbooks, numbered without python-pptx's search through the package."""

    def __init__(self, package: Any, look: ChartLook) -> None:
        self.package, self.look, self.count = package, look, 0

    def relate(self, slide_part: Any, frame: ChartFrame) -> str:
        """Add the chart to the package and return the slide's relationship to it."""
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
        return str(slide_part.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _describe(properties: Any, deck: Deck, issued: int) -> None:
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = deck.title, deck.issuer, deck.issuer
    properties.language, properties.keywords, properties.comments = "zh-CN", deck.stamp, ""
    properties.created = properties.modified = moment
    properties.revision = 1
