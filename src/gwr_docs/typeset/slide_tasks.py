"""The focuses of the coming year side by side: catchword on red, what it says beyond, its topics in level rows."""

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.deck import Item, Points, Tasks
from gwr_docs.documents.runs import Run, Runs
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import body_page
from gwr_docs.typeset.slide_points import points_pages

MOST = 6


def tasks_pages(slide: Tasks, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Columns if there are few and their words fit; or else a list of points, which may go on to other slides."""
    if 1 < len(slide.focuses) <= MOST:
        try:
            return [body_page(slide.head, tuple(_columns(slide, fitter, grid)), fitter, grid)]
        except ContentError:
            pass  # the list reports what does not fit there, either
    items = tuple(Item(_joined("，", focus.title, focus.text), _joined("；", *focus.topics)) for focus in slide.focuses)
    return points_pages(Points(slide.head, items, numbered=True), fitter, grid)


def _columns(slide: Tasks, fitter: Fitter, grid: Grid) -> list[Shape]:
    page, body, focuses = grid.page, grid.body, slide.focuses
    gap, pad, head, lead = page["tasks_gap"], page["tasks_pad"], page["tasks_head"], page["tasks_lead"]
    width = (body.width - gap * (len(focuses) - 1)) / len(focuses)
    inner, span = width - 2 * pad, slide.head.span
    titles = fitter.alike([[Part(focus.title, "large_arrow", align="ctr")] for focus in focuses], inner, head, span)
    texts = fitter.alike([[Part(focus.text, "lead")] for focus in focuses], inner, lead, span)
    count = max(1, *(len(focus.topics) for focus in focuses))
    area = Cell(body.x, body.y + head + lead, body.width, body.height - head - lead)
    row = area.height / count
    shapes: list[Shape] = []
    for number, focus in enumerate(focuses):
        x = body.x + number * (width + gap)
        shapes += [
            Panel(x, body.y, width, head, "ground"),
            TextBox(x + pad, body.y, inner, head, titles[number], "ctr"),
            Panel(x, body.y + head, width, body.height - head, "panel"),
        ]
        if texts[number]:
            shapes.append(TextBox(x + pad, body.y + head, inner, lead, texts[number], "ctr"))
        topics = fitter.alike(
            [fitter.clauses(Part(topic, "text"), inner) for topic in focus.topics], inner, row - 2 * page["text_gap"], span
        )
        for index, topic in enumerate(topics):
            y = area.y + index * row
            shapes += [Panel(x + pad, y, inner, page["rule"], "rule"), TextBox(x + pad, y, inner, row, topic, "ctr")]
    return shapes


def _joined(between: str, *groups: Runs) -> Runs:
    out: Runs = ()
    for group in groups:
        out = (*out, *((Run(between),) if out and group else ()), *group)
    return out
