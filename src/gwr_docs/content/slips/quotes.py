"""Straight quotes: those never closed, and those that were meant as marks of the text."""

import re
from collections.abc import Iterator

from gwr_docs.content.slips.trouble import Mend, Trouble, blocks
from gwr_docs.diagnostics import fault

_OPENING = re.compile(r"(?:^|[:-] |[\[{,]) *(?P<quote>['\"])")
_CLOSING = {"'": re.compile(r"'(?:''|[^'])*+'"), '"': re.compile(r'"(?:\\.|[^"\\])*+"')}
_GOES_ON = re.compile(r" *(?:$|#|[,\]}:])")
_OTHER_QUOTES = "'\"‘’“”「」"


def quotations(line: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each text in straight quotes on the line; the end is 0 if it is not closed there."""
    at = 0
    while match := _OPENING.search(line, at):
        start = match.start("quote")
        closed = _CLOSING[match["quote"]].match(line, start)
        yield start, closed.end() if closed else 0
        if closed is None:
            return
        at = closed.end()


def unclosed(found: Trouble) -> Iterator[Mend]:
    """The quote that swallowed the lines below it, up to the next one, which seemed to close it."""
    for number, inside in enumerate(blocks(found, found.at.line)):
        line = found.lines[number]
        if inside or line.lstrip().startswith("#"):
            continue
        for start, closed in quotations(line):
            if not closed:
                end = _text_end(line, start)
                text = line[start + 1 : end].rstrip(_OTHER_QUOTES) or line[start + 1 : end]
                mended = line[: start + 1] + text + line[start] + line[end:]
                guess = line[start + 1 + len(text) : end]
                yield Mend(fault("GWR022", found.span(number, start), mark=line[start], text=text[-12:], guess=guess), {number: mended})


def _text_end(line: str, start: int) -> int:
    """Where a text that begins at `start` ends: at the next comma or bracket of the braces around it, or with the line."""
    in_braces = any(line.count(sign, 0, start) > line.count(end, 0, start) for sign, end in ("{}", "[]"))
    end = re.compile(r",| *[\]}]" if in_braces else r" +#").search(line, start + 1)
    return end.start() if end else len(line.rstrip())


def straight(found: Trouble) -> Iterator[Mend]:
    """`title: "一窗"通办`: YAML takes the first word for the whole text."""
    for number in found.near:
        line = found.lines[number]
        for start, end in quotations(line):
            if end and not _GOES_ON.match(line, end):
                signs = [at for at, sign in enumerate(line) if at >= start and sign == line[start]]
                new = list(line)
                for left, right in zip(signs[::2], signs[1::2], strict=False):
                    new[left], new[right] = "“", "”"
                where, text = found.span(number, start, end - start), line[start + 1 : end - 1]
                yield Mend(fault("GWR023", where, text=text[:12]), {number: "".join(new)})
