"""The grid of a slide: margins, columns and the bands of head, body and foot, in points."""

from collections.abc import Mapping
from dataclasses import replace

from gwr_docs.documents.deck import Head
from gwr_docs.documents.runs import made
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.shapes import Cell

Places = Mapping[str, Mapping[str, Cell]]  # layout -> place -> where it is
BODY = "body"  # in the places of a user's body layout: the room for the shapes of a slide
NO_PLACES: Places = {}


class Grid:
    """The theme's lengths in points; `numbers` are its counts and percentages.

    `places` are those of a user's template; the body of its `layout` may be narrower or lower than the theme's.
    """

    def __init__(self, theme: Theme, places: Places = NO_PLACES, layout: str = "") -> None:
        page = {name: value.pt for name, value in theme.page.items()}
        self.theme, self.page, self.numbers = theme, page, theme.numbers
        self.gutter, self.pad, self.places, self.layout = page["gutter"], page["pad"], places, layout
        own = Cell(page["margin"], page["body"], page["width"] - 2 * page["margin"], page["body_end"] - page["body"])
        self.body = places.get(layout, {}).get(BODY, own)
        self.decorated = not any(BODY in cells for cells in places.values())  # the layouts are ours: what is on their grounds may be drawn
        self.left, self.width = self.body.x, self.body.width
        scale = self.body.width / own.width
        self.widths = {name: tuple(width.pt * scale for width in widths) for name, widths in theme.columns.items()}

    def on(self, layout: str) -> "Grid":
        """The grid of a slide on one of the layouts for bodies."""
        return Grid(self.theme, self.places, layout)

    def share(self, name: str) -> float:
        """A percentage as a factor."""
        return self.numbers[name] / 100

    def band(self, name: str, x: float, width: float) -> Cell:
        """The theme's `name`_top and `name`_height over a width."""
        return Cell(x, self.page[f"{name}_top"], width, self.page[f"{name}_height"])

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


def continued(head: Head, start: int) -> Head:
    """The head of a slide that goes on from another: titles are unique in a deck."""
    return replace(head, title=(*head.title, *made("（续）" if start else "")), notes=() if start else head.notes)


def evenly(count: int, most: int) -> int:
    """How many to put on each of as few slides as will do, so that none goes on to a slide alone: of 11, at most 10, 6."""
    return -(-count // max(1, -(-count // most)))
