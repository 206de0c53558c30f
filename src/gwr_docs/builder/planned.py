"""What the targets of one build share, planned when the first of them asks for it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme, load_theme

if TYPE_CHECKING:
    from gwr_docs.documents.briefing import Briefing
    from gwr_docs.typeset.briefing_pages import Layout, PageMap


class Planned:
    """A report with its fonts and the content files it was read from, and the briefing whose pages the deck's notes name, too."""

    def __init__(self, report: Report, book: FontBook, files: Mapping[str, bytes] | None = None) -> None:
        self.report, self.book, self.files = report, book, files or {}

    @cached_property
    def theme(self) -> Theme:
        return load_theme("gbt9704")

    @cached_property
    def briefing(self) -> "Briefing":
        from gwr_docs.documents.briefing import plan_briefing

        return plan_briefing(self.report)

    @cached_property
    def layout(self) -> "Layout":
        from gwr_docs.typeset.briefing_pages import lay_out_briefing

        return lay_out_briefing(self.briefing, self.theme, self.book)

    @property
    def pages(self) -> "PageMap":
        return self.layout.pages
