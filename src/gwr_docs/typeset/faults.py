"""The faults that setting text on pages can find."""

from gwr_docs.diagnostics import ContentError, Span, fault

QUOTED = 12  # characters of a text that a fault quotes
NOWHERE = Span("report.yaml", 1, 1, 2)  # of words that the cover gives or the program makes


def too_long(text: str, spot: Span | None) -> ContentError:
    """The fault of a text for which a page has no room."""
    return ContentError([fault("GWR404", spot or NOWHERE, text=text[:QUOTED])])


def too_long_for_card(text: str, spot: Span | None, most: float) -> ContentError:
    """The fault of words of which a card of key figures holds about `most` characters."""
    return ContentError([fault("GWR403", spot or NOWHERE, text=text[:QUOTED], most=int(most))])
