"""The summary as a PDF file."""

from collections.abc import Sequence

from gwr_docs.documents.summary import Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.summary_pages import plan_summary_pages
from gwr_docs.writers.pdf.attachments import Attachment
from gwr_docs.writers.pdf.metadata import Properties
from gwr_docs.writers.pdf.printing import print_pages


def write_summary(
    summary: Summary, theme: Theme, book: FontBook, issued: int, attachments: Sequence[Attachment] = (), booklet: bool = False
) -> tuple[bytes, int]:
    """The summary as PDF bytes and its number of pages, or of sides of a booklet's sheets.

    `issued` is the date of issue in seconds since 1970.
    """
    pages = plan_summary_pages(summary, theme, book)
    about = Properties(summary.title, summary.issuer, summary.meeting, summary.stamp, issued)
    return print_pages(pages, len(pages), theme, book, about, attachments, booklet=booklet)
