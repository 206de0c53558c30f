"""Line breaks lost or too many, and lines that are nothing at all."""

import re
from collections.abc import Iterator

from gwr_docs.content.schema import KEYS
from gwr_docs.content.slips.braces import unpaired
from gwr_docs.content.slips.indents import head
from gwr_docs.content.slips.trouble import Mend, Trouble
from gwr_docs.diagnostics import Related, fault

_BLOCK_HEAD = re.compile(r"[|>][+\-0-9]*(?= )")
_NOT_A_HEAD = re.compile(r": +(?P<mark>[>|》][—–－_=]|[>|》]|-)\s*$")
_TEXT_ENDS = re.compile(r"[。；：！？}\]]$|^ *[^:]*: *[|>-]+$")
_SECOND_KEY = re.compile(r" *(?P<dashes>(?:- +)?)(?P<key>[a-z_]+)$")
_SECOND_TERM = re.compile(r"(?<=[。！}\]]) *(?P<dashes>)(?P<key>[^\s。！}\]:]+)$")
_STARTS = re.compile(r"- |[^\s:：,，。、；>{#]+: |#")


def block_head(found: Trouble) -> Iterator[Mend]:
    """`text: >- 正文`: the text stands beside the mark that says that it follows below."""
    number, line = found.at.line, found.lines[found.at.line]
    mark = _BLOCK_HEAD.match(line, found.opened.column)
    if mark and "block scalar" in found.context:
        start = mark.end() + len(line[mark.end() :]) - len(line[mark.end() :].lstrip())
        below = next((head(other).column for other in found.lines[number + 1 :] if other.strip()), 0)
        mended = line[: mark.end()] + "\n" + " " * max(below, head(line).inner + 2) + line[start:]
        where = found.span(number, start, max(1, len(line) - start))
        yield Mend(fault("GWR029", where, mark=mark[0], text=line[start : start + 12]), {number: mended})


def odd_block_head(found: Trouble) -> Iterator[Mend]:
    """`text: >—`, `text: -`: meant for >-."""
    for number in found.near:
        line = found.lines[number]
        if match := _NOT_A_HEAD.search(line):
            where = found.span(number, match.start("mark"), len(match["mark"]))
            yield Mend(fault("GWR021", where, mark=match["mark"], plain=">-"), {number: line[: match.start("mark")] + ">-"})


def lost_break(found: Trouble) -> Iterator[Mend]:
    """Two fields, items or figures on one line."""
    (number, column), line = found.at, found.lines[found.at.line]
    start = column
    if line[column : column + 1] == ":":
        match = _SECOND_KEY.search(line[:column]) or _SECOND_TERM.search(line[:column])
        if match is None or (match.re is _SECOND_KEY and match["key"] not in KEYS):
            return
        start = match.start("dashes")
    elif "block sequence entries" not in found.problem and line[:column].rstrip()[-1:] not in ("}", "]"):
        return
    if not line[:start].strip(" -"):
        return
    own = head(line)
    for level in dict.fromkeys((own.inner, own.column, own.inner + 2, own.column - 2, own.inner - 4)):
        if level >= 0:
            mended = f"{line[:start].rstrip()}\n{' ' * level}{line[start:]}"
            word = head(line[start:]).word
            yield Mend(fault("GWR034", found.span(number, start, max(1, len(word))), key=word), {number: mended})


def broken_braces(found: Trouble) -> Iterator[Mend]:
    """A stray line break within { } or [ ]."""
    for number in (found.at.line, found.at.line + 1):
        if 0 < number < len(found.lines) and unpaired(found.lines[number - 1])[0] and unpaired(found.lines[number])[1]:
            yield _joined(found, number, " ")


def broken_line(found: Trouble) -> Iterator[Mend]:
    """A line that a stray line break has cut in two."""
    for number in (found.at.line, found.at.line + 1):
        if not 0 < number < len(found.lines):
            continue
        above, line = found.lines[number - 1].rstrip(), found.lines[number].strip()
        if above.lstrip()[:1] in ("", "#") or not line or _STARTS.match(line):
            continue
        if line[0] in ":：,，。、；>{" or line == "-" or not _TEXT_ENDS.search(above):
            yield _joined(found, number, " " if line[0] in ">{" or above.endswith(":") else "")


def _joined(found: Trouble, number: int, space: str) -> Mend:
    above, line = found.lines[number - 1].rstrip(), found.lines[number].strip()
    there = Related(found.span(number - 1, len(above)), above[-8:])
    where = found.span(number, found.lines[number].index(line), len(line))
    told = fault("GWR035", where, related=(there,), text=line[:12])
    return Mend(told, {number - 1: above + space + line, number: ""})


def stray_line(found: Trouble) -> Iterator[Mend]:
    """A line that is neither a key nor an item, such as a comment without its #."""
    number = found.at.line
    text = found.lines[number].strip()
    if text and ": " not in text.strip(":") and not text.startswith("- "):
        column = len(found.lines[number]) - len(found.lines[number].lstrip())
        yield Mend(fault("GWR018", found.span(number, column, len(text)), text=text[:20]), {number: ""})
