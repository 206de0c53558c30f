"""YAML text to nodes, strictly: no anchors, tags, duplicate keys or several documents; depth and size are bounded.

libyaml's events are read into our own nodes (about ten times faster than the pure Python loader), and reading stops at
depth 30, long before libyaml's own stack is in danger.
"""

import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import yaml

from gwr_docs.content.alignment import align
from gwr_docs.content.blocks import block_slips
from gwr_docs.content.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from gwr_docs.content.source import MOST_REFUSED, REFUSED, refused_character
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.model.inline import Place

MAX_VALUES = 2_000_000
MAX_TEXT = 20_000
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's own limit from 0.2.6 on, which it tells of before we get to ours
_GLUED = re.compile(r"[ \t]#(?![ \t\n!]|$)")
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
        if error.problem_mark and error.problem == _TOO_DEEP:
            return read_nodes(file, text[: error.problem_mark.index])
        if not any(d.code == "GWR012" for d in builder.faults):  # a bracket may have gone with the comment
            told = _explained(file, text, error)
            builder.faults = [d for d in builder.faults if d.span.line != told.span.line] + [told]
    except yaml.YAMLError:  # no mark: reader errors, which decode() has refused before
        builder.faults.append(fault("GWR011", Span(file, 1, 1, 2)))
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
        if len(text) > MAX_TEXT and (long := [line for line in text.split("\n") if len(line) > MAX_TEXT]):
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
        for match in islice(REFUSED.finditer(value), MOST_REFUSED):
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

    def too_long(self, paragraphs: list[str], raw: str, start: Any) -> Scalar:
        """Paragraphs beyond the limit, with no more work than to find where they begin: whole, or folded with the same first words."""
        at, place = 0, Place(self.file, start.line + 1, start.column + 1)
        for paragraph in paragraphs:
            found = raw.find(paragraph, at)
            at = max(at, raw.find(paragraph[:20], at)) if found < 0 else found
            before = raw[:at]
            line = before.count("\n")
            column = len(before) - before.rfind("\n") if line else start.column + len(before) + 1
            place = Place(self.file, start.line + line + 1, column)
            self.faults.append(fault("GWR016", place.span(0, 1), size=len(paragraph), limit=MAX_TEXT))
            at += 1
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


def _explained(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    from gwr_docs.content.slips import explain  # needed only once a file is broken

    return explain(file, text, error)
