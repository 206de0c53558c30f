"""Lines that stand beside the lines that they belong with, and items without their dash."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pydantic import RootModel

from gwr_docs.content.schema import FILES, SHAPES
from gwr_docs.content.slips.trouble import Mend, Trouble, blocks
from gwr_docs.diagnostics import Related, fault

_HEAD = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY = re.compile(r"[^\s:：{}\[\],]+")
_STRUCTURE = re.compile(r" *(?:-(?: |$)|[^\s:：]+:(?: |$)|['\"{\[])")
_BLOCK_FOLLOWS = re.compile(r"[|>][+\-0-9]* *$")


class Head(NamedTuple):
    """How a line begins: the column of its first dash or key, that of its key, the key or first character, whether it has a dash."""

    column: int
    inner: int
    word: str
    dashed: bool


class _Move(NamedTuple):
    """Lines first to last to an indent, that of line `beside`."""

    first: int
    last: int
    level: int
    beside: int


def head(line: str) -> Head:
    match = _HEAD.match(line)
    assert match is not None  # it takes any line
    column = len(match["indent"])
    inner, rest = column + len(match["dashes"]), match["rest"]
    word = _KEY.match(rest)
    return Head(column, inner, word[0][:8] if word else rest[:1], bool(match["dashes"]))


def _levels(found: Trouble, number: int, inside: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """(indent, line) of what is open above a line: keys and dashes if the line is one, else the text of a block; the inmost first."""
    lines, structure = found.lines, _STRUCTURE.match(found.lines[number]) is not None
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), 0)
    if not structure and _BLOCK_FOLLOWS.search(lines[above]):
        yield head(lines[above]).inner + 2, above
    if structure and lines[above].rstrip().endswith(":"):  # the first of a group: its neighbours stand below
        below = range(number + 1, min(number + 200, len(lines)))
        yield from islice(((head(lines[at]).column, at) for at in below if _neighbours(lines[above], lines[number], lines[at])), 1)
    least, seen = len(lines[number]) + 1000, set[int]()
    for at in range(number - 1, -1, -1):
        column, inner, word, _ = head(lines[at])
        if not word or word.startswith("#") or column >= least:
            continue
        least = column
        if structure == inside[at]:
            continue
        for level in (column,) if inside[at] else (inner, column):
            if level not in seen:
                seen.add(level)
                yield level, at
        if not least:
            return


def _neighbours(parent: str, line: str, other: str) -> bool:
    """Whether `other` may be another item or key of the group that `line` begins."""
    inner, own, theirs = head(parent).inner, head(line), head(other)
    return inner < theirs.column <= inner + 2 and (own.word, own.dashed) == (theirs.word, theirs.dashed)


def _kin(file: str, line: str, level: int, other: str) -> bool:
    """Whether the two may be neighbours at that indent: both items, or two keys of one group."""
    own, theirs = head(line), head(other)
    if not level and file in FILES and not issubclass(FILES[file], RootModel):
        return own.word in FILES[file].model_fields
    if own.dashed or (theirs.dashed and level == theirs.column):
        return own.dashed and theirs.dashed and level == theirs.column
    return any({own.word, theirs.word} <= shape.model_fields.keys() for shape in SHAPES)


def indent(found: Trouble) -> Iterator[Mend]:
    """A line that stands a little beside the lines that it belongs with, or the one above it; the least change first."""
    inside = blocks(found, found.at.line)
    above = next((at for at in range(found.at.line - 1, -1, -1) if found.lines[at].strip() and not inside[at]), found.at.line)
    moves = []
    for number in dict.fromkeys((found.at.line, above)):
        line, last = found.lines[number], _hanging(found, number)
        own = head(line).column
        for level, at in _levels(found, number, inside):
            for end in dict.fromkeys((number, last)) if level != own else ():
                stranger = not _kin(found.file, line, level, found.lines[at])
                moves.append((stranger, end > number, abs(level - own), number != found.at.line, _Move(number, end, level, at)))
    for *_, move in sorted(moves):
        yield _mend(found, move)


def _mend(found: Trouble, move: _Move) -> Mend:
    own, other = head(found.lines[move.first]).column, found.lines[move.beside]
    there = Related(found.span(move.beside, min(move.level, len(other) - 1)), head(other).word)
    guess = move.last + 1 if move.last > move.first else ""
    values = {"line": move.beside + 1, "key": there.text, "found": own, "wanted": move.level, "guess": guess}
    changed = {at: _moved(found.lines[at], move.level - own) for at in range(move.first, move.last + 1)}
    return Mend(fault("GWR027", found.span(move.first, 0, max(1, own)), related=(there,), **values), changed)


def _hanging(found: Trouble, number: int) -> int:
    """The last line of those from `number` on that are indented no less."""
    own, last = head(found.lines[number]).column, number
    for at in range(number + 1, len(found.lines)):
        if found.lines[at].strip():
            if head(found.lines[at]).column < own:
                break
            last = at
    return last


def _moved(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[min(-by, head(line).column) :]


def lost_dash(found: Trouble) -> Iterator[Mend]:
    """A line that begins as the items above it do, but for the dash."""
    number, line = found.at.line, found.lines[found.at.line]
    own, _, first, _ = head(line)
    for at in range(number - 1, -1, -1) if first else ():
        column, inner, word, dashed = head(found.lines[at])
        if not word:
            continue
        if inner < own:
            return
        if dashed and word == first and column <= own:
            there = Related(found.span(at, column), f"- {first}")
            mended = {number: " " * column + "- " + line[own:]}
            yield Mend(fault("GWR028", found.span(number, own, len(first)), related=(there,), key=first), mended)
            return
