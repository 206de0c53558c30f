"""Diagnostics for people (with the lines concerned), for editors and grep (one line each) and for programs (JSON)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from gwr_docs.diagnostics import Diagnostic, Span, in_order
from gwr_docs.diagnostics.excerpts import Mark, Row, excerpt, lines_of, printable, width
from gwr_docs.diagnostics.wrapping import wrapped
from gwr_docs.records import record

JSON_VERSION = 1
MOST_SHOWN = 50
COLUMNS = 100
LEAST_ROOM = 24  # columns of a line's text on the narrowest console
INDENT = 4  # of a message's further lines
COLORS = {"error": "1;31", "warning": "1;33", "gutter": "34", "see": "34", "hint": "36", "message": "1"}  # SGR, by role

WORDS = {
    "zh": {"error": "错误", "warning": "提醒", "hint": "办法", "more": "还有 {n} 处没有列出。"},
    "en": {"error": "error", "warning": "warning", "hint": "help", "more": "{n} more not shown."},
}


@record
class Console:
    """Where diagnostics are shown: its columns, colours, whether ambiguous characters are wide, and how many faults at most.

    `flows`: sentences are broken to the columns, as a person reads them and grep does not.
    """

    columns: int = COLUMNS
    flows: bool = False
    colored: bool = False
    wide: bool = False
    most: int | None = MOST_SHOWN


PLAIN = Console()
Lines = Callable[[str], Sequence[str]]


def render(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], lang: str = "zh", folder: Path = Path(), console: Console = PLAIN
) -> str:
    """Diagnostics for a terminal: what is wrong, where, the lines with the exact words marked, what to do.

    `sources` maps a span's file to its text; a file that is not there is shown without its lines. `folder` leads the files.
    """
    lines = cache(lambda file: lines_of(sources[file]) if file in sources else [])

    def block(diagnostic: Diagnostic) -> str:
        rows = _rows(diagnostic, lines, lang, folder, console)
        return "\n".join("".join(_paint(role, text, console.colored) for role, text in row) for row in rows)

    return "\n\n".join(_listed(diagnostics, lang, console.most, block))


def render_short(diagnostics: Iterable[Diagnostic], lang: str = "zh", folder: Path = Path(), most: int | None = MOST_SHOWN) -> str:
    """One line each, as compilers write them: file:line:column: severity[code] message."""

    def line(diagnostic: Diagnostic) -> str:
        return f"{folder / str(diagnostic.span)}: {_severity(diagnostic, lang)} {printable(diagnostic.message(lang))}"

    return "\n".join(_listed(diagnostics, lang, most, line))


def _listed(diagnostics: Iterable[Diagnostic], lang: str, most: int | None, show: Callable[[Diagnostic], str]) -> Iterator[str]:
    """All of them in the order of the files; of more than `most`, the errors before the warnings and the first of every file."""
    ordered = in_order(diagnostics)
    ranked = [(not d.is_error, rank, d) for _, file in groupby(ordered, key=lambda d: d.span.file) for rank, d in enumerate(file)]
    first = [d for *_, d in sorted(ranked, key=lambda row: row[:2])[:most]] if most is not None else ordered
    yield from map(show, in_order(first))
    if most is not None and len(ordered) > most:
        yield WORDS[lang]["more"].format(n=len(ordered) - most)


def _rows(diagnostic: Diagnostic, lines: Lines, lang: str, folder: Path, console: Console) -> Iterator[Row]:
    role = "error" if diagnostic.is_error else "warning"
    yield from _sentence(role, _severity(diagnostic, lang) + " ", "message", diagnostic.message(lang), INDENT, console)
    marks = [Mark(diagnostic.span, role, "^")]
    marks += [Mark(place.span, "see", "-", printable(diagnostic.note(place, lang))) for place in diagnostic.related]
    gutter = len(str(max(mark.span.line for mark in marks)))
    room = max(LEAST_ROOM, console.columns - gutter - 3)
    files = sorted(marks, key=lambda mark: (mark.span.file != diagnostic.span.file, mark.span.file))
    for file, group in groupby(files, key=lambda mark: mark.span.file):
        here = list(group)  # the fault itself is the first of its file
        yield ("gutter", f"{'':{gutter}}{'-->' if file == diagnostic.span.file else ':::'} "), ("text", str(folder / str(here[0].span)))
        yield from excerpt(here, lines(file), gutter, room, console.wide)
    head = f"{'':{gutter}} = {WORDS[lang]['hint']}: "
    yield from _sentence("hint", head, "text", diagnostic.hint(lang), width(head, console.wide), console)


def _sentence(role: str, head: str, text_role: str, text: str, indent: int, console: Console) -> Iterator[Row]:
    """A sentence behind its head; the lines that follow begin at column `indent` (from 0)."""
    text = printable(text)
    if not console.flows:
        yield (role, head), (text_role, text)
        return
    # The first line, too, has the room of the others: what the head takes beyond their indent stands in for its text.
    filler = "x" * (width(head, console.wide) - indent)
    first, *more = wrapped(filler + text, max(LEAST_ROOM, console.columns - indent), console.wide)
    yield (role, head), (text_role, first.removeprefix(filler))
    yield from (((text_role, " " * indent + line),) for line in more)


def _severity(diagnostic: Diagnostic, lang: str) -> str:
    return f"{WORDS[lang]['error' if diagnostic.is_error else 'warning']}[{diagnostic.code}]"


def _paint(role: str, text: str, colored: bool) -> str:
    return f"\033[{COLORS[role]}m{text}\033[0m" if colored and role in COLORS else text


def to_json(diagnostics: Iterable[Diagnostic], lang: str = "zh", folder: Path = Path(), *, ascii_only: bool = False) -> str:
    """All diagnostics in the form of diagnostics/schema.json; `ascii_only` for a stream that is not UTF-8."""
    ordered = in_order(diagnostics)
    errors = sum(1 for diagnostic in ordered if diagnostic.is_error)
    whole = {
        "version": JSON_VERSION,
        "folder": str(folder),
        "errors": errors,
        "warnings": len(ordered) - errors,
        "diagnostics": [_as_dict(diagnostic, lang) for diagnostic in ordered],
    }
    return json.dumps(whole, ensure_ascii=ascii_only, indent=1)


def _as_dict(diagnostic: Diagnostic, lang: str) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": "error" if diagnostic.is_error else "warning",
        **_as_place(diagnostic.span),
        "message": diagnostic.message(lang),
        "hint": diagnostic.hint(lang),
        "related": [{**_as_place(place.span), "text": diagnostic.note(place, lang)} for place in diagnostic.related],
    }


def _as_place(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column, "end": span.end}
