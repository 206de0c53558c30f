"""Steps on one line: arrows of equal width, under each what it brought."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Item, Steps
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid, continued, evenly
from gwr_docs.typeset.slide_icons import icon_of, icon_shapes
from gwr_docs.typeset.slide_places import body_page

MOST = 5


def steps_pages(slide: Steps, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Up to five steps a slide; of more, about as many on each."""
    pages = []
    count = evenly(len(slide.items), MOST)
    for start in range(0, len(slide.items), count):
        items = slide.items[start : start + count]
        shapes = _shapes(items, start, fitter, grid, slide.head.span)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def _shapes(items: tuple[Item, ...], start: int, fitter: Fitter, grid: Grid, span: Span | None) -> list[Shape]:
    """Raises ContentError if the words do not fit."""
    page, body = grid.page, grid.body
    head, point, gap = page["steps_head"], page["steps_point"], page["steps_gap"]
    width = (body.width - gap * (len(items) - 1)) / len(items)
    heads = [
        [Part(made(str(number)), "arrow", "pale_red", "ctr"), Part(item.title, "arrow", align="ctr")]
        for number, item in enumerate(items, start + 1)
    ]
    titles = fitter.alike(heads, width - 2 * point, head, span)
    below = Cell(body.x, body.y + head + grid.gutter, width - point / 2, body.height - head - grid.gutter)
    inner = below.inset(grid.pad)
    mark = fitter.number_leading("number") + grid.gutter if any(item.number for item in items) else 0.0
    texts = fitter.alike([[Part(item.text, "step_text", figures="red")] for item in items], inner.width, inner.height - mark, span)
    tallest = max(fitter.lines_height(text, inner.width) for text in texts)
    size = min((fitter.number_sizes(item.number, "number", inner.width)[0] for item in items if item.number), default=0.0)
    side = page["column_icon"]
    icons = [icon_of(item.number) if item.number else "" for item in items]
    above = side + grid.gutter if all(icons) and inner.height >= mark + tallest + side + grid.gutter else 0.0
    top = inner.y + (inner.height - above - mark - tallest) / 2
    shapes: list[Shape] = []
    for index, (item, title, text) in enumerate(zip(items, titles, texts, strict=True)):
        x = body.x + index * (width + gap)
        left = x + grid.pad
        shapes += [
            Panel(x, body.y, width, head, "ground", "chevron" if index else "homePlate"),
            TextBox(x + point, body.y, width - 2 * point, head, title, "ctr"),
            Panel(x, below.y, below.width, below.height, "panel"),
            *icon_shapes(icons[index] if above else "", Cell(left, top, side, side), "red", "panel"),
        ]
        if item.number:
            line = fitter.number_line(item.number, "number", inner.width, most=size)
            shapes.append(TextBox(left, top + above, inner.width, mark, (line,)))
        if text:
            shapes.append(TextBox(left, top + above + mark, inner.width, tallest, text))
    return shapes
