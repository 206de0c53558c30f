"""The look of the deck: the theme that report.yaml chooses, and the user's own template if it names one."""

from typing import TYPE_CHECKING

from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme, load_theme

if TYPE_CHECKING:
    from gwr_docs.typeset.slide_grid import Places
    from gwr_docs.writers.pptx.layouts import Base

THEMES = {"light": "deck", "dark": "deck_dark"}


def deck_look(report: Report, book: FontBook) -> "tuple[Theme, Base | None]":
    """Theme and template. Raises ContentError when the template cannot be used."""
    theme = load_theme(THEMES[report.look.theme])
    if report.look.template is None:
        return theme, None
    from gwr_docs.writers.pptx.template import read_template

    return theme, read_template(report.look.template, theme, book)


def slide_look(report: Report, book: FontBook) -> "tuple[Theme, Places]":
    """What slides are laid out with: the theme, as the user's own template changes it, and that template's places."""
    from gwr_docs.typeset.slide_grid import NO_PLACES

    theme, template = deck_look(report, book)
    return (template.styled(theme), template.places) if template else (theme, NO_PLACES)
