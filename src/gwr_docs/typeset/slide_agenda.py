"""The agenda: the sections side by side, each with its parts, the slides on which they begin, and the way there."""

from collections.abc import Mapping

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Agenda, Chapter
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import made
from gwr_docs.model.numerals import write_numeral
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid, continued
from gwr_docs.typeset.slide_places import body_page


def agenda_pages(slide: Agenda, begins: Mapping[Where, int], fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """`begins` are the slides, from 0, where sections (part 0) and parts begin; a part without slides of its own leads to its section.

    Sections of more parts than a slide lists go on upon the next.
    """
    cells = grid.cells(max(1, len(slide.chapters)), 1)
    rows, most = max((len(chapter.parts) for chapter in slide.chapters), default=0), grid.numbers["agenda_most"]
    pages = []
    for start in range(0, max(1, rows), most):
        shapes: list[Shape] = []
        for chapter, cell in zip(slide.chapters, cells, strict=False):
            shapes += _chapter(chapter, start, cell, min(rows, most), begins, fitter, grid, slide.head.span)
        pages.append(body_page(continued(slide.head, start), tuple(shapes), fitter, grid))
    return pages


def _chapter(
    chapter: Chapter, start: int, cell: Cell, rows: int, begins: Mapping[Where, int], fitter: Fitter, grid: Grid, span: Span | None
) -> list[Shape]:
    """Its parts from `start` on, as many as a slide lists. Raises ContentError if the words do not fit."""
    page, pad = grid.page, grid.pad
    head, digits = page["agenda_head"], page["agenda_number"]
    section = begins.get(Where(chapter.number, 0))
    number = fitter.box([Part(made(f"{chapter.number:02}"), "agenda_number")], Cell(cell.x + pad, cell.y, digits, head), span, "ctr")
    title = Cell(cell.x + pad + digits, cell.y, cell.width - 2 * pad - digits, head)
    shapes: list[Shape] = [
        Panel(cell.x, cell.y, cell.width, head, "ground"),
        number,
        _linked(fitter.box([Part(chapter.title, "agenda_title")], title, span, "ctr"), section),
    ]
    height = min(page["agenda_row"], (cell.height - head) / max(1, rows))
    listed = chapter.parts[start : start + grid.numbers["agenda_most"]]
    longest = max((len(write_numeral(start + 1 + index)) for index in range(len(listed))), default=1)
    index_width, last = page["agenda_index"] + fitter.size("agenda_index") * (longest - 1), page["agenda_page"]
    wide = cell.width - 2 * pad - index_width - last
    texts = fitter.alike([[Part(name, "agenda_part")] for name in listed], wide, height, span)
    for index, text in enumerate(texts):
        y = cell.y + head + index * height
        link = begins.get(Where(chapter.number, start + index + 1), section)
        if index:
            shapes.append(Panel(cell.x, y, cell.width, page["rule"], "rule"))
        mark = [Part(made(write_numeral(start + index + 1)), "agenda_index")]
        shapes.append(fitter.box(mark, Cell(cell.x + pad, y, index_width, height), span, "ctr"))
        shapes.append(TextBox(cell.x + pad + index_width, y, wide, height, text, "ctr", link))
        if link is not None:
            place = Cell(cell.x + pad + index_width + wide, y, last, height)
            shapes.append(_linked(fitter.box([Part(made(str(link + 1)), "agenda_page", align="r")], place, span, "ctr"), link))
    return shapes


def _linked(box: TextBox, link: int | None) -> TextBox:
    return TextBox(box.x, box.y, box.width, box.height, box.paragraphs, box.anchor, link)
