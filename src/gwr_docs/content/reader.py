"""YAML text to nodes, strictly: no anchors, tags, duplicate keys or several documents; depth and size are bounded.

libyaml's events are read into our own nodes (about ten times faster than the pure Python loader), and reading stops at
depth 30, long before libyaml's own stack is in danger.
"""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from gwr_docs.content.alignment import align
from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence
from gwr_docs.content.source import REFUSED, refused_character
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault

MAX_DEPTH = 30
MAX_VALUES = 2_000_000
MAX_TEXT = 20_000
_GLUED_COMMENT = re.compile(r"[ \t]+#(?![ \t\n!]|$)[^\n]*")


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
        builder.faults.append(_syntax_fault(file, text, error))
    except yaml.YAMLError as error:  # no mark: reader errors, which decode() has refused before
        builder.faults.append(fault("GWR011", Span(file, 1, 1, 2), problem=str(error).split("\n")[0]))
    return root, tuple(builder.faults)


class _Builder:
    def __init__(self, file: str, text: str) -> None:
        self.file, self.text, self.values = file, text, 0
        self.faults: list[Diagnostic] = []
        self.events: Iterator[Any] = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def document(self) -> Node | None:
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.stop("GWR013", event)
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        return root

    def span(self, event: Any, end: bool = True) -> Span:
        start, last = event.start_mark, event.end_mark
        to = last.column if end and last.line == start.line else start.column + 1
        return Span(self.file, start.line + 1, start.column + 1, max(to, start.column + 1) + 1)

    def stop(self, code: str, event: Any, **values: str | int) -> NoReturn:
        named = tuple((name, str(value)) for name, value in values.items())
        self.faults.append(Diagnostic(code, self.span(event, end=False), named))
        raise _StopError

    def node(self, event: Any, depth: int) -> Node:
        self.values += 1
        if depth > MAX_DEPTH:
            self.stop("GWR014", event, limit=MAX_DEPTH)
        if self.values > MAX_VALUES:
            self.stop("GWR015", event, limit=MAX_VALUES)
        alias = isinstance(event, yaml.AliasEvent)
        sign = "*" if alias else "&" if event.anchor else "!" if event.tag else ""
        if sign:
            self.stop("GWR005", event, sign=sign)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        raw = self.text[start.index : end.index]
        value, place = align(event.value, raw, event.style, self.file, start.line + 1, start.column + 1)
        empty = not event.style and not value
        scalar = Scalar(value.strip("\n"), place, empty)
        for match in REFUSED.finditer(scalar.text):
            self.faults.append(refused_character(place.span(match.start(), match.end()), match[0]))
        if len(value) > MAX_TEXT:
            self.faults.append(fault("GWR016", self.span(event, end=False), size=len(value), limit=MAX_TEXT))
        comment = _GLUED_COMMENT.match(self.text, end.index) if not event.style else None
        if comment:
            at = comment.start() - self.text.rfind("\n", 0, comment.start()) + len(comment[0]) - len(comment[0].lstrip())
            self.faults.append(fault("GWR012", Span(self.file, end.line + 1, at, at + len(comment[0].strip())), text=comment[0].strip()))
        return scalar

    def sequence(self, start: Any, depth: int) -> Sequence:
        items = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), self.span(start, end=False))

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
        return Mapping(tuple(entries.values()), self.span(start, end=False))


def _syntax_fault(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """YAML's own complaint, moved to the character that a writer would blame."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    problem = error.problem or ""
    if column < len(lines[line]) and "cannot start any token" in problem:
        return fault("GWR005", Span(file, line + 1, column + 1, column + 2), sign=lines[line][column])
    if "could not find expected ':'" in problem and error.context_mark:
        at = error.context_mark
        return fault("GWR018", Span(file, at.line + 1, at.column + 1, len(lines[at.line]) + 1), text=lines[at.line].strip()[:20])
    return fault("GWR011", Span(file, line + 1, column + 1, column + 2), problem=problem)
