"""The pages of the briefing's contents, as printed and as Word sets them."""

from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import Moved, differing_entries


def compare_pages(report: Report, book: FontBook) -> tuple[Moved, ...]:
    """The headings that Word, as predicted, sets on another page than the contents say."""
    return differing_entries(plan_briefing(report), load_theme("gbt9704"), book)
