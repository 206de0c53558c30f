"""The slides of a deck as measured shapes."""

from collections.abc import Iterable
from dataclasses import replace

from gwr_docs.diagnostics import ContentError, Diagnostic, Related, merged
from gwr_docs.documents import deck
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import plain
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.fitting import Fitter
from gwr_docs.typeset.shapes import SlidePage
from gwr_docs.typeset.slide_agenda import agenda_pages
from gwr_docs.typeset.slide_cards import cards_pages
from gwr_docs.typeset.slide_charts import chart_page
from gwr_docs.typeset.slide_covers import closing_page, cover_page, divider_page
from gwr_docs.typeset.slide_goals import goals_pages
from gwr_docs.typeset.slide_grid import NO_PLACES, Grid, Places
from gwr_docs.typeset.slide_points import points_pages
from gwr_docs.typeset.slide_steps import steps_pages
from gwr_docs.typeset.slide_table import table_pages
from gwr_docs.typeset.slide_tasks import tasks_pages

ONE_TEXT = {"GWR402": ("text",)}  # told once, where it was typed if that is known


def plan_deck_pages(plan: deck.Deck, theme: Theme, book: FontBook, places: Places = NO_PLACES) -> tuple[SlidePage, ...]:
    """Every slide, measured; for a user's template, `places` are its own. Raises ContentError with all texts that fit no slide."""
    fitter, grid = Fitter(theme, book), Grid(theme, places)
    groups: list[list[SlidePage]] = []
    faults: list[Diagnostic] = []
    for slide in plan.slides:
        try:
            groups.append(_pages(slide, fitter, grid))
        except ContentError as error:
            faults += (_on(slide, diagnostic) for diagnostic in error.diagnostics)
    if faults:
        slides = {slide.head.span for slide in plan.slides}
        raise ContentError(merged(sorted(faults, key=lambda fault: fault.span in slides), ONE_TEXT))
    begins = _begins(plan.slides, groups)
    linked = (
        agenda_pages(slide, begins, fitter, grid.on("points")) if isinstance(slide, deck.Agenda) else group
        for slide, group in zip(plan.slides, groups, strict=True)
    )
    return _with_sections(plan.slides, linked)


def _on(slide: deck.Slide, diagnostic: Diagnostic) -> Diagnostic:
    """The fault with the slide that shows the words, which may stand in another file."""
    spot = slide.head.span
    if spot is None or spot == diagnostic.span:
        return diagnostic
    return replace(diagnostic, related=(*diagnostic.related, Related(spot, plain(slide.head.title))))


def count_pages(plan: deck.Deck, theme: Theme, book: FontBook, places: Places = NO_PLACES) -> tuple[int, ...]:
    """How many slides each slide of the plan takes. Raises ContentError when a text fits no slide."""
    fitter, grid = Fitter(theme, book), Grid(theme, places)
    return tuple(len(_pages(slide, fitter, grid)) for slide in plan.slides)


def _begins(slides: tuple[deck.Slide, ...], groups: list[list[SlidePage]]) -> dict[Where, int]:
    """The slide, from 0, on which each section (its part 0) and each part first comes."""
    found: dict[Where, int] = {}
    number = 0
    for slide, group in zip(slides, groups, strict=True):
        if isinstance(slide, deck.Divider):
            found.setdefault(Where(slide.number, 0), number)
        elif slide.head.place:
            found.setdefault(slide.head.place, number)
        number += len(group)
    for place in sorted(found):  # a section without a page of its own begins with its first part
        found.setdefault(Where(place.section, 0), found[place])
    return found


def _with_sections(slides: tuple[deck.Slide, ...], groups: Iterable[list[SlidePage]]) -> tuple[SlidePage, ...]:
    """A slide that belongs to another section of the file than those before opens it."""
    pages: list[SlidePage] = []
    current = ""
    for slide, group in zip(slides, groups, strict=True):
        name = slide.head.section
        pages += [replace(group[0], section=name), *group[1:]] if name and name != current else group
        current = name or current
    return tuple(pages)


def _pages(slide: deck.Slide, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    match slide:
        case deck.Cover():
            return [cover_page(slide, fitter, grid)]
        case deck.Agenda():
            return agenda_pages(slide, {}, fitter, grid.on("points"))
        case deck.Divider():
            return [divider_page(slide, fitter, grid)]
        case deck.Charted():
            return [chart_page(slide, fitter, grid.on("chart_points" if slide.items else "chart"))]
        case deck.Closing():
            return [closing_page(slide, fitter, grid)]
    return _long_pages(slide, fitter, grid)


Long = deck.Cards | deck.Goals | deck.Table | deck.Points | deck.Steps | deck.Tasks


def _long_pages(slide: Long, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    """Slides that may go on to others."""
    match slide:
        case deck.Cards():
            return cards_pages(slide, fitter, grid.on("figures"))
        case deck.Goals():
            return goals_pages(slide, fitter, grid.on("table"))
        case deck.Table():
            return table_pages(slide, fitter, grid.on("table"))
        case deck.Points():
            return points_pages(slide, fitter, grid.on("points"))
        case deck.Steps():
            return steps_pages(slide, fitter, grid.on("points"))
        case deck.Tasks():
            return tasks_pages(slide, fitter, grid.on("points"))
