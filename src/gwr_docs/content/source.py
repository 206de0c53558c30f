"""Bytes of a content file to text, with the slips that a look at single lines can name.

Writers meet these the night before the congress; YAML's own message for them names another line or nothing at all.
"""

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import islice

from gwr_docs.diagnostics import Diagnostic, Span, fault

MAX_BYTES = 16_000_000
MOST_REFUSED = 100  # characters named in one file; a file with more is no text
# Controls but tab and line feed, surrogates, non-characters, YAML 1.1's extra line ends, bidi and zero-width marks.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\U0001fffe\U0001ffff]"
)
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_BLOCK = re.compile(r"(?P<indent> *+)(?P<dashes>(?:- +)*+)(?P<key>[^#\"']*?:)? *[|>][+\-0-9]* *(?:#.*)?$")
# The beginning of a line that may hold one of the slips below. Most files have none, and their lines need no closer look.
_SUSPECT = re.compile(
    r"\n(?: *[\t\u3000\u00a0]|[^\S\n]*+(?:[－—–•●▪·](?![—－])|-[^\s\-\d]|(?:- +)*+[a-z_]++(?:：|:(?=\S)))"
    r"|[^\s:：#\-][^:：#\n]*+(?:：|:(?! ))(?=[^\S\n]*\{))"
)
_BULLET = r"[－—–•●▪·](?![—－])"  # two dashes begin a text: ——
_KEY = r"(?P<indent>\s*(?:- +)*+)(?P<key>{keys})"


def decode(file: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The file's text with \\n line ends and no BOM, or the fault that keeps it from being read."""
    if len(data) > MAX_BYTES:
        return "", (fault("GWR002", Span(file, 1, 1, 2), size=len(data) // 1_000_000, limit=MAX_BYTES // 1_000_000),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0\0\0\0" in (data[:8:2], data[1:8:2]):
        return "", (fault("GWR001", Span(file, 1, 1, 2), byte=1, guess="UTF-16"),)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return "", (_not_utf8(file, data, error.start),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_refused(file, text))


def _not_utf8(file: str, data: bytes, start: int) -> Diagnostic:
    """`start`: the first byte that is not UTF-8, after the BOM if there is one."""
    text = data.removeprefix(BOM_UTF8)
    before = text[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    try:
        data.decode("gb18030")
        guess = "GBK"
    except UnicodeDecodeError:
        guess = "?"
    return fault("GWR001", Span(file, line, column, column + 1), byte=len(data) - len(text) + start + 1, guess=guess)


def _refused(file: str, text: str) -> Iterator[Diagnostic]:
    line, begin = 1, 0  # `begin`: where the line starts
    for match in islice(REFUSED.finditer(text), MOST_REFUSED):
        line += text.count("\n", begin, match.start())
        begin = text.rfind("\n", begin, match.start()) + 1 or begin
        column = match.start() - begin + 1
        yield refused_character(Span(file, line, column, column + 1), match[0])


def refused_character(span: Span, character: str) -> Diagnostic:
    name = unicodedata.name(character, "control character")
    return fault("GWR003", span, code=f"U+{ord(character):04X}", name=name)


def line_slips(file: str, text: str, keys: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Slips of single lines: tabs and wide spaces in the indent, 「：」 or a missing space after a key, 「－」 for a dash.

    `keys` are the field names of the format, so that a colon inside running text is never taken for a key's.
    """
    if not _SUSPECT.search("\n" + text):
        return ()
    any_key = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
    wide = re.compile(_KEY.format(keys=any_key) + "(?P<colon>：)")
    glued = re.compile(_KEY.format(keys=any_key) + r"(?P<colon>:)(?=[^\s])")
    mapping = re.compile(r"(?P<key>[^\s:：#\-][^:：#]*)(?P<colon>：|:)(?=\s*\{)")  # a figure: at the start of its line
    found: list[Diagnostic] = []
    for number, line, in_block in in_blocks(text):
        found += _indent_slips(file, number, line)
        if in_block:
            continue
        found += _dash_slips(file, number, line)
        match = wide.match(line) or glued.match(line) or mapping.match(line)
        if match and (match["colon"] == "：" or line[match.end()] != " "):
            code = "GWR008" if match["colon"] == "：" else "GWR009"
            column = match.start("colon") + 1
            found.append(fault(code, Span(file, number, column, column + 1), key=match["key"].strip()))
    return tuple(found)


def in_blocks(text: str) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether it is text of a | or > block)."""
    parent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if parent is not None and line.strip() and indent <= parent:
            parent = None
        yield number, line, parent is not None
        if parent is None and (match := _BLOCK.match(line)):
            parent = len(match["indent"]) + (len(match["dashes"]) if match["key"] else max(0, len(match["dashes"]) - 2))


def _indent_slips(file: str, number: int, line: str) -> Iterator[Diagnostic]:
    match = _INDENT.match(line)
    indent = match[0] if match else ""
    rest = line[len(indent) :]
    if rest:
        for code, characters in (("GWR006", "\t"), ("GWR007", "\u3000\u00a0")):
            at = next((i for i, c in enumerate(indent) if c in characters), None)
            if at is not None and not (rest.startswith("#") and code == "GWR006"):
                yield fault(code, Span(file, number, at + 1, len(indent) + 1))


def _dash_slips(file: str, number: int, line: str) -> Iterator[Diagnostic]:
    rest = line.lstrip()
    column = len(line) - len(rest) + 1
    if re.match(_BULLET, rest):
        yield fault("GWR033", Span(file, number, column, column + 1), sign=rest[0])
    elif re.match(r"-[^\s\-\d]", rest):
        yield fault("GWR010", Span(file, number, column, column + 1), text=rest[:2])
