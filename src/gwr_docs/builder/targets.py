"""What can be built: one visible table. A row renders a report to bytes and knows nothing of files."""

from collections.abc import Callable
from functools import partial

from gwr_docs.builder.attached import attachments
from gwr_docs.builder.looks import deck_look
from gwr_docs.builder.planned import Planned
from gwr_docs.diagnostics import Diagnostic
from gwr_docs.records import record
from gwr_docs.theme.styles import load_theme


@record
class Rendered:
    """A finished file and how many pages or slides it has; `about` when another program decides the pages.

    `warnings` are of what only its making shows.
    """

    data: bytes
    count: int
    unit: str
    about: bool = False
    warnings: tuple[Diagnostic, ...] = ()


@record
class Target:
    """`render(planned, issued)`: pure, without clock, folder, environment or network."""

    key: str
    file: str
    render: Callable[[Planned, int], Rendered]
    asked: bool = False  # made only when it is asked for by name


def render_briefing(planned: Planned, issued: int) -> Rendered:
    from gwr_docs.typeset.briefing_pages import front_pages
    from gwr_docs.writers.docx.briefing import write_briefing

    data = write_briefing(planned.briefing, planned.pages, planned.theme, planned.book, issued)
    return Rendered(data, front_pages(planned.briefing, planned.theme) + planned.pages.count, "pages", about=True)


def render_deck(planned: Planned, issued: int) -> Rendered:
    from gwr_docs.documents.deck_plan import plan_deck
    from gwr_docs.typeset.deck_notes import look_up_pages
    from gwr_docs.writers.pptx.deck import write_deck

    deck = look_up_pages(plan_deck(planned.report, planned.briefing.blocks), planned.pages)
    theme, template = deck_look(planned.report, planned.book)
    data, count = write_deck(deck, theme, planned.book, issued, template)
    return Rendered(data, count, "slides")


def render_summary(planned: Planned, issued: int, booklet: bool = False) -> Rendered:
    from gwr_docs.documents.summary import plan_summary
    from gwr_docs.typeset.summary_length import length_warnings
    from gwr_docs.writers.pdf.summary import write_summary

    summary, theme = plan_summary(planned.report), load_theme("summary")
    data, count = write_summary(summary, theme, planned.book, issued, attachments(planned), booklet)
    if booklet:  # comes besides the pages, of which all is said
        return Rendered(data, count, "sides")
    return Rendered(data, count, "pages", warnings=length_warnings(summary, count, theme))


def render_report(planned: Planned, issued: int, booklet: bool = False) -> Rendered:
    from gwr_docs.writers.pdf.report import write_report

    data, count = write_report(planned.briefing, planned.layout, planned.theme, planned.book, issued, attachments(planned), booklet)
    return Rendered(data, count, "sides" if booklet else "pages")


BOOKLET = "-booklet"
TARGETS = (
    Target("docx", "briefing.docx", render_briefing),
    Target("pptx", "deck.pptx", render_deck),
    Target("pdf", "summary.pdf", render_summary),
    Target("report", "report.pdf", render_report, asked=True),
    Target(f"pdf{BOOKLET}", f"summary{BOOKLET}.pdf", partial(render_summary, booklet=True), asked=True),
    Target(f"report{BOOKLET}", f"report{BOOKLET}.pdf", partial(render_report, booklet=True), asked=True),
)


def chosen(what: str, booklet: bool) -> tuple[str, ...]:
    """The keys of what is to be made: `all` are those that need not be asked for; a booklet comes besides its pages."""
    keys = tuple(target.key for target in TARGETS if what == target.key or (what == "all" and not target.asked))
    return keys + tuple(target.key for target in TARGETS if booklet and target.key.removesuffix(BOOKLET) in keys and target.key not in keys)
