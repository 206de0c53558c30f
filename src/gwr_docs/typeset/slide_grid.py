"""The grid of a slide: margins, columns and the bands of head, body and foot, in points."""

from dataclasses import replace

from gwr_docs.documents.deck import Head
from gwr_docs.documents.runs import made
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.shapes import Cell


class Grid:
    """The theme's lengths in points; `numbers` are its counts and percentages."""

    def __init__(self, theme: Theme) -> None:
        page = {name: value.pt for name, value in theme.page.items()}
        self.page, self.numbers = page, theme.numbers
        self.widths = {name: tuple(width.pt for width in widths) for name, widths in theme.columns.items()}
        self.width = page["width"] - 2 * page["margin"]
        self.left, self.gutter, self.pad = page["margin"], page["gutter"], page["pad"]
        self.body = Cell(self.left, page["body"], self.width, page["body_end"] - page["body"])

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
    return replace(head, title=(*head.title, *made("（续）" if start else "")), notes="" if start else head.notes)
