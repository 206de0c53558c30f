"""名词解释: terms and how they are found in a text."""

import re
from collections.abc import Iterable

from gwr_docs.diagnostics import Span
from gwr_docs.model.inline import Paragraph
from gwr_docs.records import record


@record
class Term:
    """A word as it stands in the text, and what it means, in one paragraph or more."""

    name: str
    span: Span
    meaning: tuple[Paragraph, ...]


def terms_pattern(terms: Iterable[Term]) -> re.Pattern[str]:
    """Finds the terms in a text: where one holds another (次密接, 密接), the longer; a Latin word or number only whole."""
    names = sorted((term.name for term in terms), key=len, reverse=True)
    return re.compile("|".join(map(_whole, names)) or r"(?!)")


def _whole(name: str) -> str:
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return before + re.escape(name) + after
