"""A slide's XML: the texts in the places of its layout, then its own shapes."""

from collections.abc import Iterator, Mapping
from itertools import count

from gwr_docs.typeset.shapes import Cell, ChartFrame, Panel, Shape, SlidePage, TableFrame, TextBox
from gwr_docs.writers.ooxml.package import HEADER
from gwr_docs.writers.pptx.placeholders import NUMBER, PLACEHOLDERS, number_placeholder
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.xml import GROUP, NS


def chart_relations() -> Iterator[str]:
    """Names of a slide's relationships to its charts; the first of all is that to its layout."""
    return (f"rId{number}" for number in count(2))


def slide_xml(page: SlidePage, number: int, places: Mapping[str, Cell], writer: ShapeWriter) -> str:
    """The slide part. A place without text is left out, as checkers ask; the title leads the reading order."""
    texts = {"title": page.title, **page.texts}
    charts = chart_relations()
    placed = "".join(
        row.filled(writer.new_id(), writer.placed_body(texts[key], places[key]))
        for key, row in PLACEHOLDERS[page.layout].items()
        if key in texts
    )
    foot = number_placeholder(writer.new_id(), number) if NUMBER in PLACEHOLDERS[page.layout] else ""
    shapes = "".join(_shape(shape, writer, charts) for shape in page.shapes)
    return (
        f"{HEADER}<p:sld {NS}><p:cSld><p:spTree>{GROUP}{placed}{foot}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _shape(shape: Shape, writer: ShapeWriter, charts: Iterator[str]) -> str:
    match shape:
        case Panel():
            return writer.panel(shape)
        case TextBox():
            return writer.text_box(shape)
        case TableFrame():
            return writer.table(shape)
        case ChartFrame():
            return writer.chart(shape, next(charts))
