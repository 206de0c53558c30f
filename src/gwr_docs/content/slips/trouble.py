"""Where the parser gave up, and what a writer could change there so that it reads on."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from gwr_docs.content.nodes import MAX_DEPTH
from gwr_docs.content.source import in_blocks
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.records import record

END = sys.maxsize
_AHEAD = 200  # lines read beyond the trouble to see whether a change mends it
_NO_COLON = "could not find expected ':'"  # noticed only further down; the line itself is in the context


class Point(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


@record
class Trouble:
    """The file that could not be read, libyaml's words, and the places that they name: `at` is the last that was read,
    `opened` where the text or group began that it stands in (the same if there is none)."""

    file: str
    lines: tuple[str, ...]
    problem: str
    context: str
    at: Point
    opened: Point

    @property
    def near(self) -> tuple[int, ...]:
        """The lines on which the slip may be, the likeliest first."""
        last = next((line for line in range(self.at.line - 1, -1, -1) if self.lines[line].strip()[:1] not in ("", "#")), 0)
        return tuple(dict.fromkeys((self.at.line, self.opened.line, last)))

    def span(self, line: int, column: int, length: int = 1) -> Span:
        return Span(self.file, line + 1, column + 1, column + 1 + length)


class Mend(NamedTuple):
    """A diagnostic, and the lines as they would be if its hint were obeyed."""

    diagnostic: Diagnostic
    changed: Mapping[int, str]


def trouble(file: str, text: str, error: yaml.MarkedYAMLError) -> Trouble:
    lines, problem, context = tuple(text.split("\n")), error.problem or "", error.context or ""
    found = _point(lines, error.problem_mark or error.context_mark)
    opened = _point(lines, error.context_mark) if error.context_mark else found
    return Trouble(file, lines, problem, context, opened if _NO_COLON in problem else found, opened)


def _point(lines: tuple[str, ...], mark: Any) -> Point:
    line = min(mark.line, len(lines) - 1) if mark else 0
    return Point(line, min(mark.column, len(lines[line])) if mark else 0)


def reach(found: Trouble, mend: Mend) -> int:
    """How far the parser gets with the changed lines: 0 if not beyond the trouble, END if to the end of what is looked at."""
    ahead = found.at.line + _AHEAD
    lines = [mend.changed.get(number, line) for number, line in enumerate(found.lines[:ahead])]
    added = sum(line.count("\n") for line in mend.changed.values())
    stop = _stop(found.file, "\n".join(lines))
    changed = max(mend.changed) + added
    if stop is None or (len(lines) < len(found.lines) and stop.at.line >= ahead - 1 and not _runs_on(stop)):
        return END
    if _runs_on(stop):  # a quote that is open to the end was there before, if it stands below
        return stop.opened.line if stop.opened.line > changed else 0
    beyond = changed + 1 if _runs_on(found) else found.at.line + added
    return stop.at.line if stop.at.line > beyond else 0


def _runs_on(found: Trouble) -> bool:
    return "quoted" in found.context and "end of stream" in found.problem


def _stop(file: str, text: str) -> Trouble | None:
    """Where the parser gives up."""
    depth = 0
    try:
        for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return trouble(file, text, yaml.MarkedYAMLError(problem_mark=event.start_mark))  # type: ignore[arg-type]
    except yaml.MarkedYAMLError as error:
        return trouble(file, text, error)
    return None


def changed_marks(found: Trouble, line: int, code: str, marks: Iterable[tuple[int, str, str]]) -> Iterator[Mend]:
    """The marks (column, what stands there, what it must be) of one line: told at the first, the others as related places."""
    marks = sorted(marks)
    if not marks:
        return
    text = found.lines[line]
    for column, old, new in reversed(marks):
        text = text[:column] + new + text[column + len(old) :]
    places = [found.span(line, column, max(1, len(old))) for column, old, _ in marks]
    related = tuple(Related(place, f"{old} → {new}") for place, (_, old, new) in zip(places[1:], marks[1:], strict=True))
    yield Mend(fault(code, places[0], related=related, mark=marks[0][1], plain=marks[0][2].strip()), {line: text})


def blocks(found: Trouble, until: int) -> tuple[bool, ...]:
    """For each line up to `until` whether it is text of a | or > block."""
    return tuple(inside for _, _, inside in in_blocks("\n".join(found.lines[: until + 1])))
