"""The pages that the speaker's notes name: those of the briefing, which the speaker has at hand."""

from dataclasses import replace

from gwr_docs.documents.deck import Deck, Note
from gwr_docs.typeset.briefing_pages import PageMap


def look_up_pages(deck: Deck, pages: PageMap) -> Deck:
    """The deck with the page behind each quotation in its notes; `pages` are of the briefing whose blocks it was planned with."""
    slides = (replace(slide, head=replace(slide.head, notes=tuple(_placed(n, pages) for n in slide.head.notes))) for slide in deck.slides)
    return replace(deck, slides=tuple(slides))


def _placed(note: Note, pages: PageMap) -> Note:
    return note if note.block is None else replace(note, page=pages.page(note.block, note.offset))
