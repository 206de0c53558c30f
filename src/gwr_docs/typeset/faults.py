"""The one fault that setting text can find."""

from gwr_docs.diagnostics import ContentError, Span, fault

QUOTED = 12  # characters of a text that a fault quotes
NOWHERE = Span("report.yaml", 1, 1, 2)  # of words that the cover gives or the program makes


def too_long(text: str, spot: Span | None) -> ContentError:
    """The fault of a text for which there is no room."""
    return ContentError([fault("GWR402", spot or NOWHERE, text=text[:QUOTED])])
