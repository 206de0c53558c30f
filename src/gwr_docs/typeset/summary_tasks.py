"""The table of tasks: a row for each focus, which may go on over pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from gwr_docs.documents.runs import Run, made, plain
from gwr_docs.documents.summary import GistPart
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Box, Rect, empty, shifted, stacked
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_notes import Noted
from gwr_docs.typeset.summary_tables import GOES_ON, may_part, page_height
from gwr_docs.typeset.tags import AGAIN, Tag


def task_rows(parts: Sequence[GistPart], setter: Setter, noted: Noted, width: float, under: Tag) -> Iterator[Box]:
    """A row for each focus: its title as row head, its topics with their gists beside it; every second one on panel."""
    table = Tag("Table", under)
    for index, part in enumerate(parts):
        yield from _task_row(part, setter, noted, width, Tag("TR", table), shade=index % 2 == 0)


def _task_row(part: GistPart, setter: Setter, noted: Noted, width: float, under: Tag, shade: bool) -> Iterator[Box]:
    """A box for each line, so that a focus of many topics goes on over the page, where its number stands again.

    The title is drawn whole with the first line, before the topics, as it is read; the lines beside it stay together.
    """
    head, pad = setter.page("task_head"), setter.page("cell")
    name = Tag("TH", under, scope="Row")
    title = setter.paragraph([Words((Run(part.number), *part.title), "part")], head - 2 * pad, name, pad, justify=False)
    tall = fsum(box.height for box in title)
    if tall > page_height(setter) / 2:
        raise too_long(plain(part.title), next((run.place.span(0, len(run.text)) for run in part.title if run.place), None))
    again = Box(0.0, setter.label(made(part.number + GOES_ON), "part", AGAIN, pad, setter.base("part")))
    cell = Tag("TD", under)
    lines = _topic_lines(part, setter, noted, width, head, cell)
    missing = tall - fsum(line.height for line in lines)
    if missing > 0:
        lines.append(Box(missing, () if lines else (empty(cell),)))
    end, last = 0.0, len(lines) - 1
    for i, line in enumerate(lines):
        above, below = (pad if i == 0 else 0.0), (pad if i == last else 0.0)
        named = again if end >= tall else None
        end += line.height
        height = above + line.height + below
        panel = (Rect(0, 0, width, height, "panel"),) if shade else ()
        words = (*(stacked(title) if i == 0 else ()), *line.ink)
        yield Box(height, (*panel, *shifted(words, 0, above)), keep=i < last and (line.keep or end < tall), again=named, notes=line.notes)


def _topic_lines(part: GistPart, setter: Setter, noted: Noted, width: float, x: float, under: Tag) -> list[Box]:
    lines, section = list[Box](), _section(under)
    for index, gist in enumerate(part.gists):
        lead = (*gist.title, Run("。")) if gist.text else gist.title
        words = [Words(lead, "lead"), Words(gist.text, "text")]
        boxes = noted.paragraph(words, width - x - setter.page("cell"), Tag("P", under), section, x)
        lines += (*boxes[:-1], replace(boxes[-1], keep=not may_part(index, len(part.gists))))
    return lines


def _section(tag: Tag) -> Tag:
    """The section around a table: what explains its words is no row of it."""
    while tag.kind != "Sect" and tag.parent:
        tag = tag.parent
    return tag
