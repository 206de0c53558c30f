"""The printed report as a PDF file."""

from collections.abc import Sequence

from gwr_docs.documents.briefing import Briefing
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import Layout
from gwr_docs.typeset.report_pages import plan_report_pages
from gwr_docs.writers.pdf.attachments import Attachment
from gwr_docs.writers.pdf.metadata import Properties
from gwr_docs.writers.pdf.printing import print_pages


def write_report(
    briefing: Briefing,
    layout: Layout,
    theme: Theme,
    book: FontBook,
    issued: int,
    attachments: Sequence[Attachment] = (),
    booklet: bool = False,
) -> tuple[bytes, int]:
    """The report as PDF bytes and its number of pages, or of sides of a booklet's sheets.

    `issued` is the date of issue in seconds since 1970. Raises ContentError for a chart that its place cannot hold.
    """
    found = plan_report_pages(briefing, layout, theme, book)
    about = Properties(briefing.title, briefing.issuer, briefing.meeting, briefing.stamp, issued)
    return print_pages(found.pages, found.count, theme, book, about, attachments, found.front, booklet)
