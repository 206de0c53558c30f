"""Wording and punctuation of official documents: warnings with their clause. What to look for is data (wording.toml)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice

from gwr_docs.content.prose import BREAK, Prose
from gwr_docs.diagnostics import Diagnostic, fault, rules

MOST_FOUND = 1000  # by one rule; a text with more is no report
DEEPEST = 20  # brackets within brackets
# Negated, since re spells out a range of twenty thousand characters whenever it compiles one.
SETS = {"HAN": r"^\W\x00-\xff", "CN": r"^\x00-\xff\s", "NUM": "〇零一二两三四五六七八九十百千万亿"}
PAIRS = {"”": "“", "’": "‘", "）": "（", "》": "《", "〉": "〈", "〕": "〔"}
_PLAIN = str.maketrans("()", "（）")  # a mixed pair is a fault of another rule
_MARK = re.compile(f"[()（{''.join([*PAIRS, *PAIRS.values()])}{BREAK}]")
_WIDE = str.maketrans(",;:!?.()[]", "，；：！？。（）［］")


def check_patterns(prose: Prose) -> Iterator[Diagnostic]:
    """The rules that are one regular expression each."""
    there = set(prose.text)
    for code, entry in rules().items():
        if "pattern" not in entry or there.isdisjoint(entry.get("needs", there)):
            continue
        pattern = _pattern(code)
        for match in islice(pattern.finditer(prose.text), MOST_FOUND):
            start, end = match.span("at" if "at" in pattern.groupindex else 0)
            yield from _found(prose, code, start, end, _better(code, match, prose.text[start:end]))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(_spelled_out(rules()[code]["pattern"]))


def _spelled_out(pattern: str) -> str:
    for name, characters in SETS.items():
        pattern = pattern.replace(name, characters)
    return pattern


def _better(code: str, match: re.Match[str], text: str) -> str:
    replace = rules()[code].get("replace")
    if replace:
        return match.expand(replace)
    return text.translate(_WIDE) if text.isascii() else unicodedata.normalize("NFKC", text)


def _found(prose: Prose, code: str, start: int, end: int, plain: str = "") -> Iterator[Diagnostic]:
    """The finding, unless a figure prints all of it: then figures.yaml has it."""
    span = prose.span(start, end)
    if span is not None:
        yield fault(code, span, text=prose.text[start:end], plain=plain, clause=rules()[code]["clause"])


def check_pairs(prose: Prose) -> Iterator[Diagnostic]:
    """Quotation marks, brackets and title marks come in pairs within a paragraph and do not cross."""
    for at in islice(_lone_marks(prose), MOST_FOUND):
        yield from _found(prose, "GWR714", at, at + 1)


def _lone_marks(prose: Prose) -> Iterator[int]:
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(prose.text):
        mark, at = match[0].translate(_PLAIN), match.start()
        if mark == "’" and prose.text[at - 1 : at].isascii() and prose.text[at - 1 : at].isalpha():  # Women’s
            continue
        partner = PAIRS.get(mark, "")
        if mark == BREAK or partner in [other for other, _ in opened[-DEEPEST:]]:
            while opened and (mark == BREAK or opened[-1][0] != partner):
                yield opened.pop()[1]
            opened[-1:] = []
        elif not partner:
            opened.append((mark, at))
        elif not prose.text[at - 1 : at].isdigit():  # 1）numbers an item
            yield at


def check_names(prose: Prose) -> Iterator[Diagnostic]:
    """One name for one thing, as far as report.yaml lists its other names."""
    wanted = {other: name for name, others in prose.names.items() for other in others if other}
    known = sorted({*wanted, *prose.names}, key=len, reverse=True)  # where one holds another, the longer counts
    found = re.finditer("|".join(map(re.escape, known)), prose.text) if wanted else iter(())
    for match in islice(found, MOST_FOUND):
        if match[0] not in prose.names:
            yield from _found(prose, "GWR730", *match.span(), wanted[match[0]])
