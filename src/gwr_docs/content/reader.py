"""YAML text to nodes, strictly: no anchors, tags, duplicate keys or several documents; depth and size are bounded.

libyaml's events are read into our own nodes (about ten times faster than the pure Python loader), and reading stops at
depth 30, long before libyaml's own stack is in danger.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from gwr_docs.content.alignment import align
from gwr_docs.content.blocks import block_slips
from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence
from gwr_docs.content.source import REFUSED, refused_character
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.model.inline import Place

MAX_DEPTH = 30
MAX_VALUES = 2_000_000
MAX_TEXT = 20_000
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's own limit from 0.2.6 on, which it tells of before we get to ours
_OPENED = ("while scanning a quoted", "while parsing a flow")
_HEX_ESCAPE = re.compile(r"\\[xuU]([0-9A-Fa-f]{2,8})")
_BRACKETED = re.compile(r"\s*(?:- +)*+(?:[^\s:]+: +)?(?P<sign>[\[{])[^\[\]{}]*[\]}]")
_GLUED = re.compile(r"[ \t]#(?![ \t\n!]|$)")
_GLUED_COMMENT = re.compile(r"[ \t]+#(?![ \t\n!]|$)[^\n]*")


_WIDE_MARK = re.compile(r"(?:^|[:：]) *(?P<open>｛)|\{[^{}]*?(?P<comma>，)(?= *[\w]+ *[:：])|\{[^{}]*(?P<close>｝)")
_PLAIN = {"，": ",", "｛": "{", "｝": "}"}


class _StopError(Exception):
    """The rest of the file cannot be read; the fault is already noted."""


def read_nodes(file: str, text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node and the faults of one file; None if YAML could not be read to its end or holds nothing."""
    builder = _Builder(file, text)
    root: Node | None = None
    try:
        root = builder.document()
    except _StopError:
        root = None
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and error.problem == _TOO_DEEP:
            return read_nodes(file, text[: error.problem_mark.index])
        if not any(d.code == "GWR012" for d in builder.faults):  # a bracket may have gone with the comment
            builder.faults.append(_syntax_fault(file, text, error))
    except yaml.YAMLError as error:  # no mark: reader errors, which decode() has refused before
        builder.faults.append(fault("GWR011", Span(file, 1, 1, 2), problem=str(error).split("\n")[0]))
    if isinstance(root, Scalar) and root.empty:
        root = None
    return root, tuple(builder.faults)


class _Builder:
    def __init__(self, file: str, text: str) -> None:
        self.file, self.text, self.values = file, text, 0
        self.faults: list[Diagnostic] = []
        self.glued = _GLUED.search(text) is not None
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self.events: Iterator[Any] = iter(loader.get_event, None)

    def document(self) -> Node | None:
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.stop("GWR013", event)
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        return root

    def span(self, event: Any) -> Span:
        start = event.start_mark
        return Span(self.file, start.line + 1, start.column + 1, start.column + 2)

    def stop(self, code: str, event: Any, **values: str | int) -> NoReturn:
        named = tuple((name, str(value)) for name, value in values.items())
        self.faults.append(Diagnostic(code, self.span(event), named))
        raise _StopError

    def node(self, event: Any, depth: int) -> Node:
        self.values += 1
        if depth > MAX_DEPTH:
            self.stop("GWR014", event, limit=MAX_DEPTH)
        if self.values > MAX_VALUES:
            self.stop("GWR015", event, limit=MAX_VALUES)
        if event.anchor or event.tag:  # an alias has its anchor's name
            self.stop("GWR005", event, sign="*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def scalar(self, event: Any) -> Scalar:
        start, end, text = event.start_mark, event.end_mark, event.value
        if len(text) > MAX_TEXT and (long := next((line for line in text.split("\n") if len(line) > MAX_TEXT), "")):
            return self.too_long(long, self.text[start.index : end.index], start)
        place = Place(self.file, start.line + 1, start.column + 1)
        if text.isascii():
            text = sys.intern(text)  # the keys of the format stand once in memory
        if event.style or start.line != end.line:
            text, place = self.unfolded(event, place)
        if self.glued and not event.style:
            self.faults += self.glued_comment(end)
        return Scalar(text, place, empty=not text.strip())

    def unfolded(self, event: Any, start: Place) -> tuple[str, Place]:
        """A text that does not stand in the file as it is: quoted, or over several lines."""
        raw = self.text[event.start_mark.index : event.end_mark.index]
        value, place = align(event.value, raw, event.style, start)
        for match in REFUSED.finditer(value):
            self.faults.append(refused_character(place.span(match.start(), match.end()), match[0]))
        if event.style in ("|", ">"):
            self.faults += block_slips(raw, start)
        text = value.strip("\n")
        return text, place.part(len(value) - len(value.lstrip("\n"))) if text else place

    def glued_comment(self, end: Any) -> Iterator[Diagnostic]:
        """`第1名 #注`: YAML takes what follows the # for a comment."""
        if comment := _GLUED_COMMENT.match(self.text, end.index):
            text = comment[0].lstrip()
            at = end.column + 1 + len(comment[0]) - len(text)
            yield fault("GWR012", Span(self.file, end.line + 1, at, at + len(text.strip())), text=text.strip())

    def too_long(self, paragraph: str, raw: str, start: Any) -> Scalar:
        """A paragraph beyond the limit, with no more work than to find where it begins."""
        before = raw[: max(0, raw.find(paragraph[:20]))]
        line = before.count("\n")
        column = len(before) - before.rfind("\n") if line else start.column + len(before) + 1
        place = Place(self.file, start.line + line + 1, column)
        self.faults.append(fault("GWR016", place.span(0, 1), size=len(paragraph), limit=MAX_TEXT))
        return Scalar("……", place)

    def sequence(self, start: Any, depth: int) -> Sequence:
        items = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), self.span(start))

    def mapping(self, start: Any, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(fault("GWR017", key.span))
            elif key.text in entries:
                first = entries[key.text][0].span
                self.faults.append(fault("GWR004", key.span, key=key.text, line=first.line, related=(Related(first, key.text),)))
            else:
                entries[key.text] = (key, value)
        return Mapping(entries, self.span(start))


def _syntax_fault(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """YAML's own complaint, moved to the character that a writer would blame."""
    lines = text.split("\n")
    problem, found = error.problem or "", _point(lines, error.problem_mark or error.context_mark)
    context = _point(lines, error.context_mark) if error.context_mark else found
    return (
        _too_deep(file, lines, problem, found)
        or _bad_escape(file, lines, problem, found)
        or _unquoted(file, lines, problem, found, context)
        or _no_key(file, lines, problem, found, context)
        or _wide_mark(file, lines, found, context)
        or _plain_fault(file, problem, context if (error.context or "").startswith(_OPENED) and context[0] < found[0] else found)
    )


Point = tuple[int, int]  # line and column from 0


def _point(lines: list[str], mark: Any) -> Point:
    line = min(mark.line, len(lines) - 1) if mark else 0
    return line, min(mark.column, len(lines[line])) if mark else 0


def _too_deep(file: str, lines: list[str], problem: str, at: Point) -> Diagnostic | None:
    """From PyYAML 6.0.4 on, libyaml has a limit of its own, and meets it before it hands over the first bracket."""
    if "nesting depth" not in problem:
        return None
    opened = [column for column, sign in enumerate(lines[at[0]][: at[1]]) if sign in "[{"]
    column = opened[MAX_DEPTH - 1] if len(opened) >= MAX_DEPTH else at[1]
    return fault("GWR014", Span(file, at[0] + 1, column + 1, column + 2), limit=MAX_DEPTH)


def _plain_fault(file: str, problem: str, at: Point) -> Diagnostic:
    return fault("GWR011", Span(file, at[0] + 1, at[1] + 1, at[1] + 2), problem=problem)


def _bad_escape(file: str, lines: list[str], problem: str, at: Point) -> Diagnostic | None:
    """A character by escape that is none: half of a surrogate pair, or a number too large."""
    escape = _HEX_ESCAPE.match(lines[at[0]], max(0, at[1] - 2))
    if "escape" not in problem or escape is None:
        return None
    number, column = int(escape[1], 16), escape.start() + 1
    span = Span(file, at[0] + 1, column, column + len(escape[0]))
    if number > sys.maxunicode:
        return fault("GWR003", span, code=f"U+{number:04X}", name="no character")
    return refused_character(span, chr(number))


def _unquoted(file: str, lines: list[str], problem: str, at: Point, context: Point) -> Diagnostic | None:
    """A text that begins with a sign of YAML's own."""
    for line, column in (at, context):
        sign = lines[line][column : column + 1]
        if sign and ("cannot start any token" in problem or sign in "*&!"):
            return fault("GWR005", Span(file, line + 1, column + 1, column + 2), sign=sign)
    line, column = at
    opened = _BRACKETED.match(lines[line])
    if opened and "expected" in problem and opened.end() <= column and not lines[line][opened.end() : column].strip():
        return fault("GWR005", Span(file, line + 1, opened.start("sign") + 1, opened.start("sign") + 2), sign=opened["sign"])
    return None


def _wide_mark(file: str, lines: list[str], at: Point, context: Point) -> Diagnostic | None:
    """A full-width comma, colon or brace where {a: 1, b: 2} wants plain ones."""
    for line, _ in (context, at):
        if (match := _WIDE_MARK.search(lines[line])) is not None:
            mark = match[match.lastgroup or 0]
            column = match.start(match.lastgroup or 0) + 1
            return fault("GWR021", Span(file, line + 1, column, column + 1), mark=mark, plain=_PLAIN[mark])
    return None


def _no_key(file: str, lines: list[str], problem: str, at: Point, context: Point) -> Diagnostic | None:
    """A line without a key, or whose key is followed by a full-width colon."""
    if "could not find expected ':'" in problem:
        line, column = context
    elif "mapping values are not allowed" in problem and at[0]:
        line, column = at[0] - 1, 0
    else:
        return None
    words = lines[line].strip()
    if words.endswith("："):
        colon = lines[line].rindex("：")
        return fault("GWR008", Span(file, line + 1, colon + 1, colon + 2), key=words[:-1].strip("- "))
    if "mapping values" in problem:
        return None
    return fault("GWR018", Span(file, line + 1, column + 1, len(lines[line]) + 1), text=words[:20])
