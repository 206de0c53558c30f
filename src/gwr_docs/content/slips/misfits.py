"""Slips that YAML reads as something else: what does not fit the shape is told as the slip that it came from."""

import re
from collections.abc import Callable, Iterable, Iterator

from gwr_docs.content.schema import KEYS
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault

_JOINED = re.compile(r"(?P<key>[a-z_]+)(?P<gap> *)(?P<sign>[^\w\s]|(?=[^a-z_]))")
_CODES = {"：": "GWR008", ":": "GWR009"}
_TEXTS = frozenset({"title", "text", "note", "caption", "label", "source", "lead", "close", "gist"})
_FIELD = re.compile(r"[{,] *(?P<key>[\w]+): ")
_UNOPENED = re.compile(r" *(?:- +)*[\w]+: +(?P<open>[^\[\]{}\s])[^\[\]{}]*(?P<close>[\]］])\s*$")


def recast(text: str, faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults of one file, each as the slip that it came from, if one is seen; what only follows from it is held back."""
    lines, found = text.split("\n"), tuple(faults)
    for change in CHANGES:
        found = tuple(change(lines, found))
    return found


def _lost_dashes(lines: list[str], faults: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Keys given twice because the dash before the first of them is gone; the others follow from it."""
    begun: dict[int, int] = {}  # first line of an item -> the line that should have begun another
    for d in faults:
        first = d.related[0].span if d.code == "GWR004" and d.related else None
        if first and re.fullmatch(r" *(?:- +)+", lines[first.line - 1][: first.column - 1]) and d.span.line > first.line + 1:
            begun[first.line] = d.span.line
            key = dict(d.values)["key"]
            yield fault("GWR028", d.span, related=(Related(first, f"- {key}"),), key=key, guess=key)
        elif not (first and any(start <= first.line < second < d.span.line for start, second in begun.items())):
            yield d


def _joined_keys(lines: list[str], faults: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """`{value：12人}`, `{value:12人}`, `{value=12人}`: the colon is not one, so key and value are one word."""
    found = dict[tuple[int, str], Diagnostic]()
    for d in faults:
        match = _JOINED.match(_key(d)) if d.code == "GWR102" and _stands_alone(lines, d) else None
        if match and match["key"] in KEYS:
            column, sign = d.span.column + match.start("sign" if match["sign"] else "gap"), match["sign"]
            span = Span(d.span.file, d.span.line, column, column + 1)
            found[d.span.line, match["key"]] = fault(_CODES.get(sign, "GWR030"), span, key=match["key"], guess=sign)
    told = {id(d): found.get((d.span.line, match["key"])) for d in faults if (match := _JOINED.match(_key(d)))}
    for d in faults:
        if d.code == "GWR102" and (instead := told.get(id(d))):
            yield instead
        elif not (d.code == "GWR101" and (d.span.line, _key(d)) in found):
            yield d


def _cut_texts(lines: list[str], faults: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """`{text: 积极搭建, 市、区联动}`: a plain comma ends the text."""
    cuts: dict[tuple[int, int], list[Span]] = {}  # (line, where the text's field begins) -> the commas
    others = []
    for d in faults:
        before = lines[d.span.line - 1][: d.span.column - 1].rstrip()
        fields = list(_FIELD.finditer(before))
        if d.code == "GWR102" and before.endswith(",") and _stands_alone(lines, d) and fields and fields[-1]["key"] in _TEXTS:
            comma = Span(d.span.file, d.span.line, len(before), len(before) + 1)
            cuts.setdefault((d.span.line, fields[-1].end()), []).append(comma)
        else:
            others.append(d)
    yield from others
    for (number, start), commas in cuts.items():
        text = lines[number - 1][start : commas[0].column - 1]
        related = tuple(Related(comma, lines[number - 1][comma.column - 2 : comma.column]) for comma in commas[1:])
        yield fault("GWR032", commas[0], related=related, text=text[-12:])


def _unopened_lists(lines: list[str], faults: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """`parts: 密接, 次密接]` and `parts: ［密接, 次密接］`."""
    for d in faults:
        match = _UNOPENED.match(lines[d.span.line - 1]) if d.code == "GWR112" else None
        if match is None:
            yield d
            continue
        start, end = (Span(d.span.file, d.span.line, match.start(name) + 1, match.start(name) + 2) for name in ("open", "close"))
        if match["open"] == "［":
            yield fault("GWR021", start, related=(Related(end, "］ → ]"),) if match["close"] == "］" else (), mark="［", plain="[")
        else:
            yield fault("GWR025", start, related=(Related(end, match["close"]),), mark="[", sign=match["close"])


def _key(d: Diagnostic) -> str:
    return dict(d.values).get("key", "")


def _stands_alone(lines: list[str], d: Diagnostic) -> bool:
    """Whether the key of a GWR102 has no value, as when it is none."""
    after = lines[d.span.line - 1][d.span.end - 1 :].lstrip()
    return after[:1] in (",", "}", "]", "")


CHANGES: tuple[Callable[[list[str], tuple[Diagnostic, ...]], Iterator[Diagnostic]], ...] = (
    _lost_dashes,
    _joined_keys,
    _cut_texts,
    _unopened_lists,
)
