"""Sentences broken to a console: between Chinese characters and at spaces, never before a closing mark or behind an opening one."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from gwr_docs.diagnostics.excerpts import columns, width

OPENING, CLOSING = "（【〔《〈“‘「『［｛([{", "，。、；：？！）】〕》〉”’」』］｝…—·％%,.;:?!)]}"


def wrapped(text: str, room: int, wide: bool = False) -> list[str]:
    """The text in lines of at most `room` columns; `wide` as in excerpts.py. What nothing divides is cut."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width(f"{lines[-1]}{piece}".rstrip(), wide) > room:
            lines.append("")
        while width(piece[:room].rstrip(), wide) > room or len(piece.rstrip()) > room:
            fit = max(1, bisect_right(columns(piece[:room], wide), room) - 1)
            lines[-1], piece = piece[:fit], piece[fit:]
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> Iterator[str]:
    """What stands on one line."""
    start = 0
    for at in range(1, len(text)):
        if _divides(text[at - 1], text[at]):
            yield text[start:at]
            start = at
    yield text[start:]


def _divides(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return after != " "
    if before in OPENING or after in CLOSING:
        return False
    return any(unicodedata.east_asian_width(character) in "WF" for character in (before, after))
