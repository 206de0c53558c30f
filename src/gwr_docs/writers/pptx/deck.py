"""Deck to pptx: placeholders really used, native shapes and charts, notes, sections, properties."""

from collections.abc import Sequence

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.deck import Deck
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import SlidePage
from gwr_docs.writers.ooxml.chart_look import ChartLook
from gwr_docs.writers.ooxml.charts import chart_xml
from gwr_docs.writers.ooxml.package import CORE, CORE_TYPE, core_properties
from gwr_docs.writers.ooxml.workbook import write_workbook
from gwr_docs.writers.pptx.base import own_base
from gwr_docs.writers.pptx.layouts import Base
from gwr_docs.writers.pptx.notes import notes_xml
from gwr_docs.writers.pptx.package import Package, Relations
from gwr_docs.writers.pptx.presentation import list_slides
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.slides import SlideWriter, slide_name
from gwr_docs.writers.pptx.xml import FIRST_ID, KIND

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write_deck(deck: Deck, theme: Theme, book: FontBook, issued: int, template: Base | None = None) -> tuple[bytes, int]:
    """The deck as pptx bytes and its number of slides. `issued` is the date of issue in seconds since 1970.

    Raises ContentError with all texts that fit no slide, on the theme's own layouts or on those of `template`.
    """
    base = template or own_base(theme, book)
    theme = base.styled(theme)
    pages = plan_deck_pages(deck, theme, book, base.places)
    package = package_pages(pages, base, theme, book)
    package.add("docProps/core.xml", CORE_TYPE, core_properties(deck.title, deck.issuer, deck.stamp, issued))
    package.relate("", CORE, ["docProps/core.xml"])
    return package.bytes(issued), len(pages)


def package_pages(pages: Sequence[SlidePage], base: Base, theme: Theme, book: FontBook) -> Package:
    """Measured slides on a base, without properties."""
    package = Package(base.data)
    charts = _Charts(package, ChartLook(theme, book, theme.styles["text"].face))
    names = [slide_name(number) for number in range(1, len(pages) + 1)]
    for number, (page, name) in enumerate(zip(pages, names, strict=True), 1):
        layout, relations = base.layouts[page.layout], Relations()
        relations.add("slideLayout", layout.part)
        xml = SlideWriter(ShapeWriter(theme, book, FIRST_ID), relations, charts.add).xml(page, number, layout)
        if page.notes:
            notes, back = f"ppt/notesSlides/notesSlide{number}.xml", Relations()
            back.add("notesMaster", base.notes_master)
            back.add("slide", name)
            package.add(notes, f"{KIND}.notesSlide+xml", notes_xml(page.notes), back)
            relations.add("notesSlide", notes)
        package.add(name, f"{KIND}.slide+xml", xml, relations)
    list_slides(package, names, [page.section for page in pages])
    return package


class _Charts:
    """Chart parts with their workbooks."""

    def __init__(self, package: Package, look: ChartLook) -> None:
        self.package, self.look = package, look

    def add(self, chart: ChartSpec) -> str:
        """The name of the new part."""
        name, relations = self.package.free("ppt/charts/chart{}.xml"), Relations()
        book = self.package.free("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx")
        self.package.add(book, WORKBOOK_TYPE, write_workbook(chart))
        xml = chart_xml(chart, self.look, relations.add("package", book))
        self.package.add(name, CHART_TYPE, xml, relations)
        return name
