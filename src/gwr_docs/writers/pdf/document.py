"""Pages of ink to one file that is PDF/A-2a (with attached files PDF/A-3a) and PDF/UA-1 at once (ISO 19005, ISO 14289-1:2014)."""

from collections.abc import Iterable, Mapping, Sequence

from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.imposition import Side
from gwr_docs.writers.pdf.attachments import Attachment, add_attachments
from gwr_docs.writers.pdf.catalog import add_catalog
from gwr_docs.writers.pdf.metadata import Properties, add_information
from gwr_docs.writers.pdf.navigation import add_outline
from gwr_docs.writers.pdf.objects import Objects
from gwr_docs.writers.pdf.sheets import Sheets


@record
class Look:
    """What all pages share: width and height in points, colours by role (RRGGBB), and the ICC profile of these colours."""

    width: float
    height: float
    palette: Mapping[str, str]
    profile: bytes


def write_pages(
    pages: Iterable[Page],
    look: Look,
    book: FontBook,
    about: Properties,
    attachments: Sequence[Attachment] = (),
    front: int = 0,
    sides: Sequence[Side] = (),
) -> bytes:
    """The file; the same arguments give the same bytes. Pages are taken as they come and let go of.

    The first `front` pages are labelled i, ii, …, the others from 1. With `sides` several pages stand on a side of a sheet, `look`
    being the sheet's. Raises ValueError for text without a tag.
    """
    objects = Objects()
    sheets = Sheets(objects, look.width, look.height, look.palette, book, sides)
    for page in pages:
        sheets.draw(page)
    tree = sheets.finish()
    more = add_attachments(objects, attachments, about)
    if sheets.outline:
        more["Outlines"] = add_outline(objects, sheets.outline)
    structure = sheets.structure.write(about.language)
    catalog = add_catalog(objects, tree, structure, look.profile, about, 0 if sides else front, bool(sides), more)
    return objects.file(catalog, add_information(objects, about))
