"""Brackets around the name of a figure that are no reference and would be printed as they stand."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from gwr_docs.content.prose import BREAK, Prose
from gwr_docs.content.wording import MOST_FOUND
from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field

OTHERS = {"[": "]", "［": "］", "{": "}", "｛": "｝", "〔": "〕", "「": "」", "<": ">", "＜": "＞"}
LONGEST = 40  # characters of a name that is looked for
_FIELDS = tuple(field.value for field in Field)


def check_brackets(prose: Prose) -> Iterator[Diagnostic]:
    """A 】 without its 【, and names of figures in other brackets, in 【【 】, or in a field of figures.yaml."""
    shown = [(opening, closing) for opening, closing in (("【", "】"), *OTHERS.items()) if closing in prose.text]
    if shown:
        names = _names(prose.figures)
        for opening, closing in shown:
            yield from islice(_bracketed(prose, names, opening, closing), MOST_FOUND)
        yield from islice(_lone(prose, names), MOST_FOUND)


def _names(figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
    return {**{figure.label: figure for figure in figures.values() if figure.label}, **figures}


def _bracketed(prose: Prose, names: Mapping[str, Figure], opening: str, closing: str) -> Iterator[Diagnostic]:
    end = prose.text.find(closing)
    while end >= 0:
        start = prose.text.rfind(opening, max(0, end - LONGEST), end)
        name, _, word = prose.text[start + 1 : end].strip().partition("·")
        if start >= 0 and name in names and word in _FIELDS and _are_typed(prose, start, end):
            yield _no_reference(prose, start, end + 1, names[name], f"{names[name].name}{'·' if word else ''}{word}")
        end = prose.text.find(closing, end + 1)


def _are_typed(prose: Prose, start: int, end: int) -> bool:
    """Whether the brackets there are the writer's own; a 【【 divides the text between them."""
    return prose.is_typed(start, start + 1) and prose.is_typed(end, end + 1)


def _no_reference(prose: Prose, start: int, end: int, figure: Figure, reference: str) -> Diagnostic:
    opening, closing = prose.text[start], prose.text[end - 1]
    while prose.text[start - 1] == opening and _are_typed(prose, start - 1, end - 1):
        start -= 1
    while prose.text[end] == closing and _are_typed(prose, start, end):
        end += 1
    first, last = prose.span(start, start + 1), prose.span(end - 1, end)
    assert first is not None and last is not None, "they were typed"
    span = first._replace(end=last.end) if first.line == last.line else first
    code = "GWR216" if start >= prose.fields else "GWR213"
    return fault(code, span, text=prose.text[start:end], name=reference, related=(Related(figure.span, figure.name),))


def _lone(prose: Prose, names: Mapping[str, Figure]) -> Iterator[Diagnostic]:
    """Each 】 before which no 【 of its paragraph is open."""
    text, opened, seen = prose.text, 0, 0
    end = text.find("】", 0, prose.fields)
    while end >= 0:
        if BREAK in text[seen:end]:
            opened, seen = 0, text.rindex(BREAK, seen, end)
        opened += text.count("【", seen, end)
        if not opened and prose.is_typed(end, end + 1):
            yield _not_opened(prose, end, names)
        opened, seen = max(0, opened - 1), end + 1
        end = text.find("】", seen, prose.fields)


def _not_opened(prose: Prose, end: int, names: Mapping[str, Figure]) -> Diagnostic:
    span = prose.span(end, end + 1)
    assert span is not None, "it was typed"
    before = prose.text[max(0, end - LONGEST) : end].rstrip("】 ")
    words, _, word = before.rpartition("·")
    if not words or word not in _FIELDS:
        words, word = before, ""
    figure = next((names[words[at:]] for at in range(len(words)) if words[at:] in names), None)
    guess = f"{figure.name}{'·' if word else ''}{word}" if figure else ""
    related = (Related(figure.span, figure.name),) if figure else ()
    return fault("GWR212", span, text=_last_words(before) + "】", guess=guess, related=related)


def _last_words(text: str) -> str:
    return re.split(r"[\n】，。；：、]", text)[-1][-8:]
