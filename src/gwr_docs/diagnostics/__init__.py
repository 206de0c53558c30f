"""Faults as data: where, what, and what to do about it.

A `Diagnostic` carries a stable code and the values that fill the code's message; the wording, in Chinese and English, is
one catalogue (messages.toml). Columns count characters from 1, as editors show them.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from gwr_docs.records import record


class Span(NamedTuple):
    """A stretch of one line: file as the reader knows it, line and columns from 1, `end` exclusive."""

    file: str
    line: int
    column: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@record
class Related:
    """Another place that a fault involves; `text` names what stands there, where the catalogue has no words for it.

    Without a `text`, the place has the same fault.
    """

    span: Span
    text: str


@record
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
        """What to do; with a guess at what was meant, if there is one."""
        values, entry = dict(self.values), catalogue()[self.code]
        guessed = f"{lang}_guess" in entry and values.get("guess")
        return str(entry[f"{lang}_guess" if guessed else f"{lang}_hint"]).format(**values)

    def note(self, place: Related, lang: str) -> str:
        """What is said of another place; without words of its own, it has the same fault."""
        if not place.text:
            return phrase("also", lang)
        return str(catalogue()[self.code].get(f"{lang}_see", "{text}")).format(text=place.text)


class ContentError(Exception):
    """Faults of the content, found at any stage; `diagnostics` holds all that the stage found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.span} {d.code}" for d in self.diagnostics))


def fault(code: str, span: Span, /, *, related: Iterable[Related] = (), **values: object) -> Diagnostic:
    """Shorthand that keeps `values` hashable and ordered."""
    return Diagnostic(code, span, tuple((name, str(value)) for name, value in values.items()), tuple(related))


class Tables(Mapping[str, Mapping[str, Any]]):
    """The tables of TOML files by name, each parsed when it is asked for: a run needs few of two hundred."""

    def __init__(self, *names: str) -> None:
        text = "\n".join(files("gwr_docs").joinpath(name).read_text(encoding="utf-8") for name in names)
        found = re.split(r"^\[([\w.]+)\]\n", text, flags=re.MULTILINE)[1:]
        self._texts, self._read = dict(zip(found[::2], found[1::2], strict=True)), dict[str, Mapping[str, Any]]()

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            self._read[name] = tomllib.loads(self._texts[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Code -> severity; zh, zh_hint and what may be: zh_guess (the hint when there is a guess), zh_see (said of other places); en alike.

    Read when the first fault is met, not before.
    """
    return Tables("messages.toml", "wording.toml")


@cache
def rules() -> Mapping[str, Mapping[str, Any]]:
    """The codes of wording: the same, and what each looks for (wording.toml says how)."""
    return Tables("wording.toml")


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """File, line, column order, each fault once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.code)))


def merged(diagnostics: Iterable[Diagnostic], causes: Mapping[str, tuple[str, ...]]) -> tuple[Diagnostic, ...]:
    """Faults with one cause are one, at the first place, with the others beside it.

    `causes`: code -> the values in which faults of that code have one cause.
    """
    alike: dict[object, list[Diagnostic]] = {}
    for index, diagnostic in enumerate(diagnostics):
        values, names = dict(diagnostic.values), causes.get(diagnostic.code, ())
        key: object = (diagnostic.code, *(values[name] for name in names)) if names else index
        alike.setdefault(key, []).append(diagnostic)
    return tuple(_as_one(*same) for same in alike.values())


def _as_one(first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    if not others:
        return first
    places = {place.span: place for place in first.related}
    for other in others:
        for place in (Related(other.span, ""), *other.related):
            places.setdefault(place.span, place)
    places.pop(first.span, None)
    return Diagnostic(first.code, first.span, first.values, tuple(places.values()))


def phrase(name: str, lang: str, **values: object) -> str:
    """A sentence of the command line, from the same catalogue."""
    return str(catalogue()[f"cli.{name}"][lang]).format(**values)
