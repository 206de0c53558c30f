"""All figures with what they say and every place where each is used."""

import json
from collections.abc import Sequence

from gwr_docs.builder.looks import slide_look
from gwr_docs.builder.planned import Planned
from gwr_docs.diagnostics import Span
from gwr_docs.documents.figure_table import HEADS, plan_figures
from gwr_docs.documents.figure_uses import find_references, find_slides, find_stated
from gwr_docs.records import record

USES = ("页码", "幻灯片", "引用处")
KEYS = ("name", "label", "value", "number", "unit", "change", "target", "previous", "history", "part", "group", "note", "source")
JSON_VERSION = 1


@record
class Listed:
    """A row of the table of figures, with the pages of the briefing, the slides and the places in the files that have the figure."""

    row: tuple[str, ...]
    pages: tuple[int, ...]
    slides: tuple[int, ...]
    references: tuple[Span, ...]


def list_figures(planned: Planned) -> tuple[Listed, ...]:
    """The figures in the order of figures.yaml. Raises ContentError when a slide cannot be made."""
    from gwr_docs.documents.deck_plan import plan_deck
    from gwr_docs.typeset.deck_pages import count_pages

    theme, places = slide_look(planned.report, planned.book)
    counts = count_pages(plan_deck(planned.report), theme, planned.book, places)
    references, slides = find_references(planned.report), find_slides(planned.report, counts)
    stated, pages = find_stated(planned.briefing.blocks), planned.pages
    found = []
    for row in plan_figures(planned.report)[1:]:
        name = row[0]
        printed = sorted({pages.page(index, offset) for index, offset in stated.get(name, ())})
        found.append(Listed(row, tuple(printed), slides.get(name, ()), references.get(name, ())))
    return tuple(found)


def as_rows(listed: Sequence[Listed]) -> tuple[tuple[str, ...], ...]:
    """The heads and a row for each figure, for a spreadsheet."""
    body = ((*each.row, _joined(each.pages), _joined(each.slides), _joined(map(place, each.references))) for each in listed)
    return ((*HEADS, *USES), *body)


def place(span: Span) -> str:
    return f"{span.file}:{span.line}"


def _joined(values: "Sequence[int] | map[str]") -> str:
    return "；".join(dict.fromkeys(map(str, values)))


def as_json(listed: Sequence[Listed], ascii_only: bool = False) -> str:
    """{"version": 1, "figures": [{name, …, pages, slides, references: [{file, line, column}]}]}; texts are as printed."""
    figures = [
        {
            **dict(zip(KEYS, each.row, strict=True)),
            "pages": each.pages,
            "slides": each.slides,
            "references": [{"file": span.file, "line": span.line, "column": span.column} for span in each.references],
        }
        for each in listed
    ]
    return json.dumps({"version": JSON_VERSION, "figures": figures}, ensure_ascii=ascii_only, indent=1)
