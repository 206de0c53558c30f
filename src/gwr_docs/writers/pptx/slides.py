"""A slide's XML: the texts in the places of its layout, then its own shapes."""

from collections.abc import Callable

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.typeset.shapes import ChartFrame, Panel, Shape, SlidePage, TableFrame, TextBox
from gwr_docs.writers.pptx.layouts import Layout
from gwr_docs.writers.pptx.package import Relations
from gwr_docs.writers.pptx.placed import placed_body
from gwr_docs.writers.pptx.placeholders import NUMBER, number_body
from gwr_docs.writers.pptx.shapes import ShapeWriter, click_action
from gwr_docs.writers.pptx.xml import GROUP, NS


def slide_name(number: int) -> str:
    """The part of a slide, counted from 1."""
    return f"ppt/slides/slide{number}.xml"


class SlideWriter:
    """Writes one slide. What it leads to is entered into `relations`; `add_chart` gives the part of a chart."""

    def __init__(self, shapes: ShapeWriter, relations: Relations, add_chart: Callable[[ChartSpec], str]) -> None:
        self.shapes, self.relations, self.add_chart = shapes, relations, add_chart

    def xml(self, page: SlidePage, number: int, layout: Layout) -> str:
        """The slide part. A place without text is left out, as checkers ask; the title leads the reading order."""
        texts = {"title": page.title, **page.texts}
        placed = "".join(
            slot.placeholder.filled(self.shapes.new_id(), placed_body(texts[name], slot, self.shapes), self.click(texts[name]))
            for name, slot in layout.slots.items()
            if name in texts
        )
        foot = layout.slots.get(NUMBER)
        field = foot.placeholder.filled(self.shapes.new_id(), number_body(number)) if foot else ""
        shapes = "".join(self.shape(shape) for shape in page.shapes)
        return (
            f"<p:sld {NS}><p:cSld><p:spTree>{GROUP}{placed}{field}{shapes}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    def click(self, text: TextBox) -> str:
        return "" if text.link is None else click_action(self.relations.add("slide", slide_name(text.link + 1)))

    def shape(self, shape: Shape) -> str:
        match shape:
            case Panel():
                return self.shapes.panel(shape)
            case TextBox():
                return self.shapes.text_box(shape, self.click(shape))
            case TableFrame():
                return self.shapes.table(shape)
            case ChartFrame():
                return self.shapes.chart(shape, self.relations.add("chart", self.add_chart(shape.chart)))
