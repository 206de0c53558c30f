"""Up to three points as columns: large index or number, what it is about, then the text."""

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Item
from gwr_docs.documents.runs import made
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Paragraph, Shape, TextBox
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_icons import icon_of, icon_shapes


def column_shapes(items: tuple[Item, ...], start: int, fitter: Fitter, grid: Grid, span: Span | None) -> list[Shape]:
    """Indices, titles and texts stand level. Raises ContentError if the words do not fit."""
    page, cells = grid.page, grid.cells(len(items), 1)
    pad, gap = page["column_pad"], page["column_gap"]
    width, height = cells[0].width - 2 * pad, cells[0].height - 2 * pad - page["column_bar"]
    marks = _marks(items, start, width, fitter, grid)
    mark_height = max(mark.leading for mark in marks)
    titles = [fitter.clauses(Part(item.title, "large_lead", figures="red"), width) for item in items]
    leads = fitter.alike(titles, width, height - mark_height - gap, span)
    lead_height = max(fitter.lines_height(lead, width) for lead in leads)
    top = mark_height + lead_height + 4 * gap
    texts = fitter.alike([[Part(item.text, "large_text", figures="red")] for item in items], width, height - top, span)
    tallest = max(fitter.lines_height(text, width) for text in texts)
    side = page["column_icon"]
    spare = height - top - tallest
    icons = [icon_of(item.number) if item.number and spare >= side + gap else "" for item in items]
    lower = side + gap if all(icons) else 0.0
    shapes: list[Shape] = []
    for cell, icon, mark, lead, text in zip(cells, icons, marks, leads, texts, strict=True):
        x, y = cell.x + pad, cell.y + page["column_bar"] + pad
        shapes += [Panel(cell.x, cell.y, cell.width, cell.height, "panel"), Panel(cell.x, cell.y, cell.width, page["column_bar"], "red")]
        shapes += icon_shapes(icon if lower else "", Cell(x, y, side, side), "red", "panel")
        y += lower + (spare - lower) / 3
        shapes += [
            TextBox(x, y, width, mark_height, (mark,)),
            TextBox(x, y + mark_height + gap, width, lead_height, lead),
        ]
        if text:
            y += mark_height + lead_height + 2 * gap
            shapes += [Panel(x, y, page["mark_rule"], page["rule"], "grey"), TextBox(x, y + 2 * gap, width, tallest, text)]
    return shapes


def quad_shapes(items: tuple[Item, ...], fitter: Fitter, grid: Grid, span: Span | None) -> list[Shape]:
    """Two by two, each with its number above its words. Raises ContentError if they do not fit."""
    cells = grid.cells(2, -(-len(items) // 2))
    width, height = cells[0].width - 2 * grid.pad, cells[0].height - 2 * grid.pad
    numbers = [item.number for item in items if item.number]
    size = min(fitter.number_sizes(number, "number", width)[0] for number in numbers)
    lines = [fitter.number_line(number, "number", width, most=size) for number in numbers]
    top = lines[0].leading
    gap = grid.page["text_gap"]
    parts = [[Part(item.title, "list_lead"), Part(item.text, "text", space_before=gap, figures="red")] for item in items]
    texts = fitter.alike(parts, width, height - top, span)
    tallest = top + max(fitter.lines_height(text, width) for text in texts)
    shapes: list[Shape] = []
    for cell, line, text in zip(cells, lines, texts, strict=False):
        x, y = cell.x + grid.pad, cell.y + (cell.height - tallest) / 2
        shapes += [
            Panel(cell.x, cell.y, cell.width, cell.height, "panel"),
            TextBox(x, y, width, top, (line,)),
            TextBox(x, y + top, width, tallest - top, text),
        ]
    return shapes


def _marks(items: tuple[Item, ...], start: int, width: float, fitter: Fitter, grid: Grid) -> list[Paragraph]:
    """The figure of each point, or else its number in the row."""
    size = min((fitter.number_sizes(item.number, "number", width)[0] for item in items if item.number), default=0.0)
    out: list[Paragraph] = []
    for index, item in enumerate(items, start + 1):
        if item.number:
            out.append(fitter.number_line(item.number, "number", width, most=size))
        else:
            out += fitter.paragraphs([Part(made(str(index)), "large_index")], width, grid.body.height, None)
    return out
