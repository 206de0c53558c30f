"""Pages in the looks of a theme as a file, page by page or as a booklet."""

from collections.abc import Iterable, Sequence

from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.profile import read_profile
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.imposition import booklet_sides
from gwr_docs.writers.pdf.attachments import Attachment
from gwr_docs.writers.pdf.document import Look, write_pages
from gwr_docs.writers.pdf.metadata import Properties


def print_pages(
    pages: Iterable[Page],
    count: int,
    theme: Theme,
    book: FontBook,
    about: Properties,
    attachments: Sequence[Attachment] = (),
    front: int = 0,
    booklet: bool = False,
) -> tuple[bytes, int]:
    """`count` pages as PDF bytes, and their number; as a `booklet` two on a side of sheets that are folded and stapled, and the sides."""
    width, height = theme.page["width"].pt, theme.page["height"].pt
    sides = booklet_sides(count, width) if booklet else ()
    look = Look(width * 2 if booklet else width, height, theme.palette, read_profile())
    return write_pages(pages, look, book, about, attachments, front, sides), len(sides) or count
