"""Slips within { } and [ ]: brackets lost or too many, and the marks between the fields."""

import re
from collections.abc import Iterator
from functools import cache

from gwr_docs.content.schema import KEYS
from gwr_docs.content.slips.quotes import quotations
from gwr_docs.content.slips.trouble import Mend, Point, Trouble, changed_marks
from gwr_docs.diagnostics import Related, fault

_PAIRS = {"{": "}", "[": "]"}
_WIDE = {"｛": "{", "｝": "}", "［": "[", "］": "]", "，": ",", "：": ":"}
_LIKE_CLOSERS = ")）］｝>]}"
_AFTER_ALL = re.compile(r"[}\]] *(?P<sign>[^\w\s}\]])\s*$")
_BEFORE_ALL = re.compile(r" *(?P<sign>[^\w\s\"'{\[#“《（【-]) *(?:- |[a-z_]+: )")
_VALUE = re.compile(r"(?:: +|- +)(?=[^\s])")


@cache
def _separators() -> re.Pattern[str]:
    """What stands before a key of the format, or before any word with a plain colon, where a comma should."""
    known = "|".join(sorted(map(re.escape, KEYS), key=len, reverse=True))
    return re.compile(
        rf"(?P<sign>[，；;、。|/]) *(?=(?:{known}) *[:：]|\w+: )"
        rf"|(?P<gap> )(?=(?:{known})(?:: |：))"
        rf"|(?<=[\s,，；;、{{])(?:{known})(?P<colon>：)"
    )


def _outside_quotes(line: str) -> str:
    """The line with the quoted texts blanked."""
    for start, end in quotations(line):
        if end:
            line = line[:start] + "x" * (end - start) + line[end:]
    return line


def unpaired(line: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Columns of the brackets never closed, and of those that close none, each with that of the bracket open there (-1: none)."""
    opened: list[int] = []
    strays: list[tuple[int, int]] = []
    for column, sign in enumerate(_outside_quotes(line)):
        if sign in _PAIRS:
            opened.append(column)
        elif sign in _PAIRS.values():
            if opened and sign == _PAIRS[line[opened[-1]]]:
                opened.pop()
            else:
                strays.append((column, opened[-1] if opened else -1))
    return opened, strays


def wide_marks(found: Trouble) -> Iterator[Mend]:
    """Full-width marks, a semicolon or 、 where { } wants plain ones."""
    for number in found.near:
        line = _outside_quotes(found.lines[number])
        marks = []
        if "{" in line or "｛" in line:
            for match in _separators().finditer(line):
                if (sign := match["sign"] or match["colon"]) is not None:
                    after = line[match.end() : match.end() + 1]
                    plain = _WIDE[sign] if match["colon"] else ","
                    marks.append((match.start(match.lastgroup or 0), sign, plain if after == " " else plain + " "))
        marks += [(column, sign, _WIDE[sign]) for column, sign in enumerate(line) if sign in "｛｝［］"]
        yield from changed_marks(found, number, "GWR021", marks)


def lost_commas(found: Trouble) -> Iterator[Mend]:
    for number in found.near:
        line = _outside_quotes(found.lines[number])
        gaps = [match.start() for match in _separators().finditer(line) if match["gap"] and line[match.start() - 1] not in ",{ "]
        if "{" in line and gaps:
            words = [line[at + 1 :].split(":")[0] for at in gaps]
            related = tuple(Related(found.span(number, at), f", {word}") for at, word in zip(gaps[1:], words[1:], strict=True))
            mended = found.lines[number]
            for at in reversed(gaps):
                mended = mended[:at] + "," + mended[at:]
            yield Mend(fault("GWR024", found.span(number, gaps[0]), related=related, key=words[0]), {number: mended})


def wrong_closer(found: Trouble) -> Iterator[Mend]:
    """`{value: 12人)`: another bracket stands where this one should be closed."""
    for number in found.near:
        line = found.lines[number].rstrip()
        opened, _ = unpaired(line)
        if opened and line[-1] in _LIKE_CLOSERS and line[-1] != (wanted := _PAIRS[line[opened[-1]]]):
            yield from changed_marks(found, number, "GWR021", [(len(line) - 1, line[-1], wanted)])


def lost_closer(found: Trouble) -> Iterator[Mend]:
    """A bracket that is closed neither on its line nor below, or not before the one around it."""
    for number in dict.fromkeys((found.opened.line, *reversed(found.near))):
        line = found.lines[number].rstrip()
        opened, strays = unpaired(line)
        for column, start in strays:
            if start >= 0:
                yield _closed(found, Point(number, column), Point(number, start), line[start])
        if opened:
            yield _closed(found, Point(number, len(line)), Point(number, opened[0]), "".join(line[column] for column in opened))
        elif number != found.opened.line and (sign := found.lines[found.opened.line][found.opened.column :][:1]) in _PAIRS:
            yield _closed(found, Point(number, len(line)), found.opened, sign)


def _closed(found: Trouble, at: Point, start: Point, signs: str) -> Mend:
    """With the brackets `signs`, the first of which stands at `start`, closed at `at`."""
    closers = "".join(_PAIRS[sign] for sign in reversed(signs))
    line, related = found.lines[at.line], (Related(found.span(*start), signs[0]),)
    told = fault("GWR025", found.span(*at), related=related, mark=closers, sign=signs)
    return Mend(told, {at.line: line[: at.column] + closers + line[at.column :]})


def lost_opener(found: Trouble) -> Iterator[Mend]:
    """`密接: value: 1382人}`: closed, but never opened."""
    for number in found.near:
        line = found.lines[number]
        _, strays = unpaired(line)
        openers = {end: sign for sign, end in _PAIRS.items()}
        for column, _ in strays[:1]:
            sign = openers[line[column]]
            starts = [match.end() for match in _VALUE.finditer(line, 0, column)]
            for start in (start for start in (starts[:1] if sign == "{" else starts[-1:]) if line[start] not in _PAIRS):
                there = Related(found.span(number, column), line[column])
                mended = {number: line[:start] + sign + line[start:]}
                yield Mend(fault("GWR025", found.span(number, start), related=(there,), mark=sign, sign=line[column]), mended)


def doubled_opener(found: Trouble) -> Iterator[Mend]:
    """`{{value: 12人}`"""
    for number in found.near:
        line = found.lines[number]
        opened, _ = unpaired(line)
        for column in opened:
            if line[column] == line[column + 1 : column + 2]:
                yield _without(found, number, column + 1)


def spare_closer(found: Trouble) -> Iterator[Mend]:
    """`{value: 12人}}`"""
    for number in found.near:
        _, strays = unpaired(found.lines[number])
        for column, _ in strays:
            yield _without(found, number, column)


def spare_sign(found: Trouble) -> Iterator[Mend]:
    """`密接: {value: 12人},` and a stray mark before a dash or a key."""
    for number in found.near:
        if match := _AFTER_ALL.search(found.lines[number]) or _BEFORE_ALL.match(found.lines[number]):
            yield _without(found, number, match.start("sign"))


def _without(found: Trouble, number: int, column: int) -> Mend:
    line = found.lines[number]
    return Mend(fault("GWR026", found.span(number, column), mark=line[column]), {number: line[:column] + line[column + 1 :]})
