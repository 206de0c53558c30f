"""Faults as data: where, what, and what to do about it.

A `Diagnostic` carries a stable code and the values that fill the code's message; the wording, in Chinese and English, is
one catalogue (messages.toml). Columns count characters from 1, as editors show them.
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

MOST_SHOWN = 50
MOST_CARETS = 40
# What a terminal would obey instead of showing: controls, bidi and zero-width marks.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Span(NamedTuple):
    """A stretch of one line: file as the reader knows it, line and columns from 1, `end` exclusive."""

    file: str
    line: int
    column: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a fault involves, with the name or value that stands there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `values` fill the {names} of the message; severity belongs to the code."""

    code: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def is_error(self) -> bool:
        return bool(catalogue()[self.code]["severity"] == "error")

    def message(self, lang: str) -> str:
        return str(catalogue()[self.code][lang]).format(**dict(self.values))

    def hint(self, lang: str) -> str:
        return str(catalogue()[self.code][f"{lang}_hint"]).format(**dict(self.values))


class ContentError(Exception):
    """Faults of the content, found at any stage; `diagnostics` holds all that the stage found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.span} {d.code}" for d in self.diagnostics))


def fault(code: str, span: Span, /, *, related: Iterable[Related] = (), **values: object) -> Diagnostic:
    """Shorthand that keeps `values` hashable and ordered."""
    return Diagnostic(code, span, tuple((name, str(value)) for name, value in values.items()), tuple(related))


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Code -> severity, zh, zh_hint, en, en_hint. Read when the first fault is met, not before."""
    return tomllib.loads(files("gwr_docs").joinpath("messages.toml").read_text(encoding="utf-8"))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """File, line, column order, each fault once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.code)))


def width(text: str) -> int:
    """Columns of a terminal: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


WORDS = {
    "zh": {"error": "错误", "warning": "提醒", "hint": "办法", "see": "另见", "more": "还有 {n} 处没有列出。"},
    "en": {"error": "error", "warning": "warning", "hint": "help", "see": "see", "more": "{n} more not shown."},
}


def render(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], lang: str = "zh", folder: Path = Path()) -> str:
    """Diagnostics for a terminal: place, message, the line with carets, other places, what to do.

    `sources` maps a span's file to its text; a file that is not there is shown without its line. `folder` leads the files.
    """
    ordered = in_order(diagnostics)
    blocks = [_render_one(diagnostic, sources, lang, folder) for diagnostic in ordered[:MOST_SHOWN]]
    if len(ordered) > MOST_SHOWN:
        blocks.append(WORDS[lang]["more"].format(n=len(ordered) - MOST_SHOWN))
    return "\n\n".join(blocks)


def _render_one(diagnostic: Diagnostic, sources: Mapping[str, str], lang: str, folder: Path) -> str:
    words = WORDS[lang]
    severity = words["error" if diagnostic.is_error else "warning"]
    out = [f"{folder / str(diagnostic.span)}: {severity}[{diagnostic.code}] {diagnostic.message(lang)}"]
    out += _excerpt(diagnostic.span, sources)
    for place in diagnostic.related:
        out.append(f"  {words['see']} {folder / str(place.span)}  {place.text}")
    hint = diagnostic.hint(lang)
    if hint:
        out.append(f"  {words['hint']}: {hint}")
    return "\n".join(out)


def _excerpt(span: Span, sources: Mapping[str, str], before: int = 24, after: int = 40) -> list[str]:
    """The faulty words with carets under them; a long line is shown only around them."""
    text = sources.get(span.file, "").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # as the reader counts them, not as splitlines() does
    if not 1 <= span.line <= len(lines):
        return []
    line = _UNSHOWN.sub("□", lines[span.line - 1]).replace("\t", "→").replace("\u3000", "□").replace("\u00a0", "□")
    first, last = span.column - 1, max(span.end - 1, span.column)
    last = min(last, first + MOST_CARETS)
    left, right = max(0, first - before), min(len(line), last + after)
    shown = line[left:right]
    lead = "…" if left else ""
    carets = " " * width(lead + line[left:first]) + "^" * max(1, min(width(line[first:last]), width(shown)))
    gutter = " " * len(str(span.line))
    return [f"  {span.line} | {lead}{shown}{'…' if right < len(line) else ''}", f"  {gutter} | {carets}"]


def to_json(diagnostics: Iterable[Diagnostic], lang: str = "zh") -> str:
    """A list of objects with code, severity, file, line, column, end, message, hint, related."""
    return json.dumps([_as_dict(d, lang) for d in in_order(diagnostics)], ensure_ascii=False, indent=1)


def _as_dict(diagnostic: Diagnostic, lang: str) -> dict[str, object]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": "error" if diagnostic.is_error else "warning",
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end": span.end,
        "message": diagnostic.message(lang),
        "hint": diagnostic.hint(lang),
        "related": [{"file": r.span.file, "line": r.span.line, "column": r.span.column, "text": r.text} for r in diagnostic.related],
    }


def phrase(name: str, lang: str, **values: object) -> str:
    """A sentence of the command line, from the same catalogue."""
    sentences = catalogue()["cli"]
    return str(sentences[name][lang]).format(**values)
