"""What stands on a slide, in points from its top left: the language the pptx writer speaks."""

from collections.abc import Mapping
from dataclasses import field

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.deck import Note
from gwr_docs.records import record


@record
class Cell:
    """A rectangle of the grid."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, pad: float) -> "Cell":
        return Cell(self.x + pad, self.y + pad, self.width - 2 * pad, self.height - 2 * pad)


@record
class Words:
    """Characters in one look; `color` is a palette role, `role` names the style that gives the face."""

    text: str
    role: str
    size: float
    color: str
    bold: bool = False


@record
class Paragraph:
    """`inset` keeps a table cell's text away from its right edge: decimal points then stand under each other."""

    words: tuple[Words, ...]
    leading: float
    align: str = "l"
    space_before: float = 0.0
    inset: float = 0.0


@record
class TextBox:
    """A text that has been measured: it fits its box. `anchor` t, ctr or b; `link` is the slide, from 0, to which a click leads."""

    x: float
    y: float
    width: float
    height: float
    paragraphs: tuple[Paragraph, ...]
    anchor: str = "t"
    link: int | None = None


@record
class Panel:
    """A filled shape, decoration only; thin ones are rules. `kind` is the name of a preset geometry."""

    x: float
    y: float
    width: float
    height: float
    color: str
    kind: str = "rect"


@record
class ChartFrame:
    x: float
    y: float
    width: float
    height: float
    chart: ChartSpec


@record
class TableFrame:
    """A native table: first row is its head. `columns` are widths, `rows` hold one paragraph a cell."""

    x: float
    y: float
    columns: tuple[float, ...]
    row_height: float
    rows: tuple[tuple[Paragraph, ...], ...]
    name: str


Shape = TextBox | Panel | ChartFrame | TableFrame


@record
class SlidePage:
    """One slide: the layout it uses, what its placeholders hold, and its own shapes in drawing order.

    `texts` go by the names of the layout's places (slide_places.py); a place without text is left out of the slide.
    `section` names the section that the slide opens in the file's list of slides; empty on all others.
    """

    layout: str
    title: TextBox
    shapes: tuple[Shape, ...] = ()
    texts: Mapping[str, TextBox] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    section: str = ""
