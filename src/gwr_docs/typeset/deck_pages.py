"""The slides of a deck as measured shapes."""

from gwr_docs.diagnostics import ContentError, Diagnostic
from gwr_docs.documents import deck
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.fitting import Fitter
from gwr_docs.typeset.shapes import SlidePage
from gwr_docs.typeset.slide_cards import cards_pages
from gwr_docs.typeset.slide_charts import chart_page
from gwr_docs.typeset.slide_covers import closing_page, cover_page, divider_page
from gwr_docs.typeset.slide_goals import goals_pages
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_points import points_pages


def plan_deck_pages(plan: deck.Deck, theme: Theme, book: FontBook) -> tuple[SlidePage, ...]:
    """Every slide, measured. Raises ContentError with all texts that fit no slide."""
    fitter, grid = Fitter(theme, book), Grid(theme)
    pages: list[SlidePage] = []
    faults: list[Diagnostic] = []
    for slide in plan.slides:
        try:
            pages += _pages(slide, fitter, grid)
        except ContentError as error:
            faults += error.diagnostics
    if faults:
        raise ContentError(faults)
    return tuple(pages)


def _pages(slide: deck.Slide, fitter: Fitter, grid: Grid) -> list[SlidePage]:
    match slide:
        case deck.Cover():
            return [cover_page(slide, fitter, grid)]
        case deck.Divider():
            return [divider_page(slide, fitter, grid)]
        case deck.Cards():
            return cards_pages(slide, fitter, grid)
        case deck.Charted():
            return [chart_page(slide, fitter, grid)]
        case deck.Goals():
            return goals_pages(slide, fitter, grid)
        case deck.Points():
            return points_pages(slide, fitter, grid)
        case deck.Closing():
            return [closing_page(slide, fitter, grid)]
