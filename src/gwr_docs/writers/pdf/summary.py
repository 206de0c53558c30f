"""The summary as a PDF file."""

from collections.abc import Sequence

from gwr_docs.documents.summary import Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.profile import read_profile
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.summary_pages import plan_summary_pages
from gwr_docs.writers.pdf.attachments import Attachment
from gwr_docs.writers.pdf.document import Look, write_pages
from gwr_docs.writers.pdf.metadata import Properties


def write_summary(summary: Summary, theme: Theme, book: FontBook, issued: int, attachments: Sequence[Attachment] = ()) -> tuple[bytes, int]:
    """The summary as PDF bytes and its number of pages. `issued` is the date of issue in seconds since 1970."""
    pages = plan_summary_pages(summary, theme, book)
    look = Look(theme.page["width"].pt, theme.page["height"].pt, theme.palette, read_profile())
    about = Properties(summary.title, summary.issuer, summary.meeting, summary.stamp, issued)
    return write_pages(pages, look, book, about, attachments), len(pages)
