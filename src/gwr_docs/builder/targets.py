"""What can be built: one visible table. A row renders a report to bytes and knows nothing of files."""

from collections.abc import Callable
from dataclasses import dataclass

from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file and how many pages or slides it has; `about` when another program decides the pages."""

    data: bytes
    count: int
    unit: str
    about: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """`render(report, fonts, issued)`: pure, without clock, folder, environment or network."""

    key: str
    file: str
    render: Callable[[Report, FontBook, int], Rendered]


def render_briefing(report: Report, book: FontBook, issued: int) -> Rendered:
    from gwr_docs.documents.briefing import plan_briefing
    from gwr_docs.writers.docx.briefing import write_briefing

    data, count = write_briefing(plan_briefing(report), load_theme("gbt9704"), book, issued)
    return Rendered(data, count, "pages", about=True)


def render_deck(report: Report, book: FontBook, issued: int) -> Rendered:
    from gwr_docs.documents.deck_plan import plan_deck
    from gwr_docs.writers.pptx.deck import write_deck

    data, count = write_deck(plan_deck(report), load_theme("deck"), book, issued)
    return Rendered(data, count, "slides")


def render_summary(report: Report, book: FontBook, issued: int) -> Rendered:
    from gwr_docs.documents.summary import plan_summary
    from gwr_docs.writers.pdf import write_summary

    data, count = write_summary(plan_summary(report), load_theme("summary"), book, issued)
    return Rendered(data, count, "pages")


TARGETS = (
    Target("docx", "briefing.docx", render_briefing),
    Target("pptx", "deck.pptx", render_deck),
    Target("pdf", "summary.pdf", render_summary),
)
