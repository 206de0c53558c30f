"""The grid of a slide: margins, columns and the bands of head, body and foot, in points."""

from dataclasses import dataclass, replace

from gwr_docs.documents.deck import Head
from gwr_docs.documents.runs import made
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Shape, SlidePage


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle of the grid."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, pad: float) -> "Cell":
        return Cell(self.x + pad, self.y + pad, self.width - 2 * pad, self.height - 2 * pad)


class Grid:
    def __init__(self, theme: Theme) -> None:
        page = {name: value.pt for name, value in theme.page.items()}
        self.page, self.numbers = page, theme.numbers
        self.width = page["width"] - 2 * page["margin"]
        self.left, self.gutter, self.pad = page["margin"], page["gutter"], page["pad"]
        self.body = Cell(self.left, page["body"], self.width, page["body_end"] - page["body"])

    def columns(self, count: int) -> float:
        """Width of `count` of the grid's columns with the gutters between them."""
        one = (self.width - self.gutter * (self.numbers["columns"] - 1)) / self.numbers["columns"]
        return one * count + self.gutter * (count - 1)

    def cells(self, columns: int, rows: int, area: Cell | None = None) -> tuple[Cell, ...]:
        """Equal cells row by row."""
        area = area or self.body
        width = (area.width - self.gutter * (columns - 1)) / columns
        height = (area.height - self.gutter * (rows - 1)) / rows
        return tuple(
            Cell(area.x + column * (width + self.gutter), area.y + row * (height + self.gutter), width, height)
            for row in range(rows)
            for column in range(columns)
        )


def body_page(head: Head, body: tuple[Shape, ...], fitter: Fitter, grid: Grid) -> SlidePage:
    """A slide with the common head and foot around `body`."""
    page = grid.page
    top = page["head"] + page["eyebrow"]
    return SlidePage(
        layout="content",
        title=fitter.box([Part(head.title, "title")], grid.left, top, grid.width, page["title"], head.span, anchor="ctr"),
        shapes=body,
        eyebrow=fitter.box([Part(head.eyebrow, "eyebrow")], grid.left, page["head"], grid.width, page["eyebrow"], head.span)
        if head.eyebrow
        else None,
        source=fitter.box([Part(head.source, "source")], grid.left, page["foot"], grid.width * 0.85, page["foot_height"], head.span)
        if head.source
        else None,
        notes=head.notes,
    )


def continued(head: Head, start: int) -> Head:
    """The head of a slide that goes on from another: titles are unique in a deck."""
    return replace(head, title=(*head.title, *made("（续）" if start else "")), notes="" if start else head.notes)
