"""Cover, section page and closing: the slides without head and foot."""

from dataclasses import replace

from gwr_docs.documents.deck import Closing, Cover, Divider
from gwr_docs.documents.runs import made
from gwr_docs.model.numerals import write_numeral
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Cell, Grid

MOST_LISTED = 7  # parts in one column


def cover_page(slide: Cover, fitter: Fitter, grid: Grid) -> SlidePage:
    """A red panel with the year at the left; title, meeting, speaker and date at the right."""
    page = grid.page
    edge, height = page["cover_panel"], page["height"]
    x, width = edge + grid.left, page["width"] - edge - 2 * grid.left
    year = fitter.box([Part(made(slide.year), "cover_year")], grid.left, height * 0.34, edge - grid.left, 110)
    meeting = fitter.box([Part(made(slide.meeting), "cover_text", color="ink")], x, height * 0.56, width, 60)
    foot = fitter.box([Part(made(slide.speaker or slide.issuer), "cover_text"), Part(made(slide.date), "cover_text", space_before=6)],
                      x, height * 0.72, width, 80)  # fmt: skip
    shapes: tuple[Shape, ...] = (
        Panel(0, 0, edge, height, "red"),
        year,
        Panel(x, height * 0.52, 60, 3, "red"),
        *((meeting,) if slide.meeting else ()),
        foot,
    )
    title = fitter.box([Part(slide.head.title, "cover_title")], x, height * 0.3, width, height * 0.2, slide.head.span, anchor="b")
    return SlidePage("cover", title, shapes, notes=slide.head.notes)


def divider_page(slide: Divider, fitter: Fitter, grid: Grid) -> SlidePage:
    """Red ground, the numeral large in a lighter red, the title and the section's parts in white."""
    page = grid.page
    x, height = grid.left + grid.columns(5) + grid.gutter, page["height"]
    width, top = grid.columns(7), page["height"] * 0.42
    numeral = fitter.box([Part(made(slide.numeral), "divider_numeral")], grid.left, height * 0.2, grid.columns(4), 270)
    label = fitter.box([Part(made(f"第{slide.numeral}部分"), "divider_text", color="pale_red")], x, height * 0.17, width, 30)
    shapes: list[Shape] = [numeral, label, Panel(x, top - 14, 60, 2, "pale_red")]
    parts = [
        Part((*made(f"（{write_numeral(number)}）"), *part), "divider_text", space_before=8) for number, part in enumerate(slide.parts, 1)
    ]
    columns = 1 if len(parts) <= MOST_LISTED else 2
    rows = -(-len(parts) // columns)
    for index in range(columns if parts else 0):
        column = Cell(x, top, width, height * 0.5) if columns == 1 else grid.cells(2, 1, Cell(x, top, width, height * 0.5))[index]
        listed = parts[index * rows : (index + 1) * rows]
        shapes.append(fitter.box(listed, column.x, column.y, column.width, column.height, slide.head.span))
    title = fitter.box([Part(slide.head.title, "divider_title")], x, height * 0.22, width, height * 0.15, anchor="b")
    return SlidePage("section", title, tuple(shapes), notes=slide.head.notes, ground="red")


def closing_page(slide: Closing, fitter: Fitter, grid: Grid) -> SlidePage:
    """The report's own last sentence beside the red panel of the cover, in lines of even length."""
    page = grid.page
    edge, height = page["cover_panel"] * 0.25, page["height"]
    x, width = edge + grid.left, page["width"] - edge - 2.5 * grid.left
    title = fitter.box([Part(slide.head.title, "closing")], x, height * 0.24, width, height * 0.6, slide.head.span, anchor="ctr")
    name = fitter.box([Part(slide.head.eyebrow, "eyebrow")], x, height * 0.14, width, 24)
    shapes: tuple[TextBox | Panel, ...] = (Panel(0, 0, edge, height, "red"), name)
    return SlidePage("closing", replace(title, width=fitter.even_width(title)), shapes, notes=slide.head.notes)
