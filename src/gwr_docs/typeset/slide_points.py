"""Points: up to three as columns, more as a list in two columns; each with its number or its index in red."""

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.deck import Item, Points
from gwr_docs.documents.runs import Run, made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_columns import column_shapes, quad_shapes
from gwr_docs.typeset.slide_grid import Grid, continued, evenly
from gwr_docs.typeset.slide_places import body_page

COUNTS = (6, 4, 3, 2, 1)  # points on a slide: fewer where the words are too many
MOST_COLUMNS = 3
QUADS = 4


def points_pages(slide: Points, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """At most six points a slide, fewer if they are long; the others go on to continued ones, as many on each. Raises ContentError."""
    for count in COUNTS:
        try:
            return _pages(slide, count, fitter, grid)
        except ContentError:
            if count == COUNTS[-1]:
                raise
    return []


def _pages(slide: Points, count: int, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    pages = []
    even = evenly(len(slide.items), count)
    for start in range(0, len(slide.items), even):
        items = slide.items[start : start + even]
        if len(items) <= MOST_COLUMNS:
            shapes = column_shapes(items, start, fitter, grid, slide.head.span)
        elif len(items) == QUADS and all(item.number for item in items):
            shapes = quad_shapes(items, fitter, grid, slide.head.span)
        else:
            shapes = _list_shapes(items, start, slide, fitter, grid)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def has_number_column(items: tuple[Item, ...]) -> bool:
    """A column for numbers pays when at least half of the points have one; else they stand beside the title."""
    return 2 * sum(1 for item in items if item.number) >= len(items)


def _list_shapes(items: tuple[Item, ...], start: int, slide: Points, fitter: Fitter, grid: Grid) -> list[Shape]:
    """Numbers on tiles beside their words, or counted panels; of five, the first takes both columns."""
    counted = not has_number_column(items)
    cells = list(grid.cells(2, -(-len(items) // 2)))
    if len(items) % 2:
        first, second, *others = cells
        cells = [Cell(first.x, first.y, second.x + second.width - first.x, first.height), *others]
    head = grid.page["index_width"] if counted else grid.columns(2)
    pad = grid.pad if counted else 0.0
    width = cells[-1].width - head - grid.gutter - 2 * pad
    parts = [[Part(_title(item, counted), "list_lead", figures="red"), _text(item, "text", grid)] for item in items]
    texts = fitter.alike(parts, width, cells[-1].height - 2 * grid.page["rise"], slide.head.span)
    tile = head - 2 * grid.page["chip_pad"]
    size = min((fitter.number_sizes(item.number, "list_number", tile)[0] for item in items if item.number), default=0.0)
    shapes: list[Shape] = []
    for index, (item, cell, text) in enumerate(zip(items, cells, texts, strict=True), start + 1):
        inner = Cell(cell.x + pad, cell.y + grid.page["rise"], cell.width - 2 * pad, cell.height - 2 * grid.page["rise"])
        shapes.append(Panel(cell.x, cell.y, cell.width if counted else head, cell.height, "panel"))
        place = Cell(inner.x, inner.y, head, inner.height)
        if counted:
            shapes.append(fitter.box([Part(made(str(index)), "index")], place, slide.head.span, anchor="ctr"))
        elif item.number:
            line = fitter.number_line(item.number, "list_number", tile, "ctr", most=size)
            shapes.append(TextBox(place.x + grid.page["chip_pad"], place.y, tile, place.height, (line,), "ctr"))
        left = head + grid.gutter
        shapes.append(TextBox(inner.x + left, inner.y, inner.width - left, inner.height, text, "ctr"))
    return shapes


def _title(item: Item, counted: bool) -> tuple[Run, ...]:
    beside = (Run("　"), Run(item.number.text, item.number.figure)) if counted and item.number else ()
    return (*item.title, *beside)


def _text(item: Item, role: str, grid: Grid) -> Part:
    return Part(item.text, role, space_before=grid.page["text_gap"], figures="red")
