"""Cover, section page and closing: the slides without head and foot."""

from dataclasses import replace

from gwr_docs.documents.deck import Closing, Cover, Divider
from gwr_docs.documents.runs import made
from gwr_docs.model.numerals import write_numeral
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Panel, Shape, SlidePage, TextBox
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import layout_places


def cover_page(slide: Cover, fitter: Fitter, grid: Grid) -> SlidePage:
    """The year on the red panel at the left; title, meeting, speaker and date at the right."""
    places, span = layout_places("cover", grid), slide.head.span
    speaker = Part(made(slide.speaker or slide.issuer), "cover_text")
    date = Part(made(slide.date), "cover_text", space_before=grid.page["cover_speaker_gap"])
    texts = {
        "year": fitter.box([Part(made(slide.year), "cover_year")], places["year"], span),
        "speaker": fitter.box([speaker, date], places["speaker"], span),
    }
    if slide.meeting:
        texts["meeting"] = fitter.box([Part(made(slide.meeting), "cover_text", color="ink")], places["meeting"], span)
    title = fitter.box([Part(slide.head.title, "cover_title")], places["title"], span, anchor="b")
    label = [Part(section, "cover_label", space_before=grid.page["cover_speaker_gap"]) for section in slide.sections]
    if label and "label" in places:  # a user's template may do without
        texts["label"] = fitter.box(label, places["label"], span)
    return SlidePage("cover", title, texts=texts, notes=slide.head.notes)


def divider_page(slide: Divider, fitter: Fitter, grid: Grid) -> SlidePage:
    """The number large in a lighter red, the title and the section's parts in white; many parts in two columns."""
    places, span = layout_places("section", grid), slide.head.span
    label = Part(made(f"第{write_numeral(slide.number)}部分"), "divider_text", color="pale_red")
    texts = {
        "numeral": fitter.box([Part(made(f"{slide.number:02}"), "divider_numeral")], places["numeral"], span),
        "label": fitter.box([label], places["label"], span),
    }
    gap = grid.page["section_parts_gap"]
    parts = [
        Part((*made(f"（{write_numeral(number)}）"), *part), "divider_text", space_before=gap if number > 1 else 0)
        for number, part in enumerate(slide.parts, 1)
    ]
    shapes: tuple[Shape, ...] = ()
    if len(parts) > grid.numbers["section_most_parts"]:
        half = -(-len(parts) // 2)
        columns = grid.cells(2, 1, places["parts"])
        shapes = tuple(fitter.box(column, cell, span) for column, cell in zip((parts[:half], parts[half:]), columns, strict=True))
    elif parts:
        texts["parts"] = fitter.box(parts, places["parts"], span)
        shapes = _rules(texts["parts"], fitter, grid) if grid.decorated else ()
    title = fitter.box([Part(slide.head.title, "divider_title")], places["title"], span, anchor="b")
    return SlidePage("section", title, shapes, texts, slide.head.notes)


def _rules(box: TextBox, fitter: Fitter, grid: Grid) -> tuple[Panel, ...]:
    """Hairlines in the middle of the space between the parts."""
    out: list[Panel] = []
    y = box.y
    for number, paragraph in enumerate(box.paragraphs):
        if number:
            out.append(Panel(box.x, y + paragraph.space_before / 2, box.width, grid.page["rule"], "light_red"))
        y += fitter.lines_height([paragraph], box.width)
    return tuple(out)


def closing_page(slide: Closing, fitter: Fitter, grid: Grid) -> SlidePage:
    """The report's own last sentence in lines of even length."""
    places, span = layout_places("closing", grid), slide.head.span
    title = fitter.box([Part(slide.head.title, "closing")], places["title"], span, anchor="ctr")
    texts = {"name": fitter.box([Part(slide.head.eyebrow, "eyebrow")], places["name"], span)} if slide.head.eyebrow else {}
    if slide.foot and "foot" in places:
        texts["foot"] = fitter.box([Part(made(slide.foot), "closing_foot")], places["foot"], span)
    return SlidePage("closing", replace(title, width=fitter.even_width(title)), texts=texts, notes=slide.head.notes)
