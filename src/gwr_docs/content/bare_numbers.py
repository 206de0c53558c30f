"""A number typed in the text although a figure has it: the next change of the figure would pass it by."""

import re
from collections.abc import Iterator
from itertools import islice

from gwr_docs.content.amounts import Amount, Known, amounts
from gwr_docs.content.named_numbers import differing
from gwr_docs.content.printed_twice import twice
from gwr_docs.content.prose import Prose
from gwr_docs.content.wording import MOST_FOUND
from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field

MOST_NAMED = 3  # figures with one value
MOST_COMPARED = 50  # figures with one value whose names are looked for
NEAR = 200  # characters of a sentence that are looked through on either side
UNUSUAL = 3  # digits that two numbers hardly have in common by chance
Stated = tuple[Figure, Field]


def check_numbers(prose: Prose) -> Iterator[Diagnostic]:
    """Numbers with their unit, of the report and the slides: printed twice, or typed although a figure has it or has another."""
    known = Known(prose.figures)
    yield from islice(_checked(prose, known), MOST_FOUND)


def _checked(prose: Prose, known: Known) -> Iterator[Diagnostic]:
    for amount in amounts(prose, known):
        yield from twice(amount, known)
        if prose.is_typed(amount.start, amount.end):
            stated = _stated(amount, known)
            begin = amount.phrase if amount.verb else amount.start  # the reference prints the verb, too
            yield from _bare(prose, begin, amount.end, stated) if stated else differing(amount, known)
    for match in known.numeral.finditer(prose.text, 0, prose.fields) if known.written else ():
        if prose.is_typed(*match.span()):
            found = [(figure, Field.VALUE) for figure in known.written[match[0]][:MOST_COMPARED]]
            yield from _bare(prose, *match.span(), _named(found, prose, *match.span()))


def _stated(amount: Amount, known: Known) -> list[Stated]:
    """What the number is of which figures. Small and round numbers meet by chance: they count only beside the figure's name."""
    if amount.verb:
        return _named(known.changes.get((amount.signed, amount.measure), []), amount.prose, amount.start, amount.end)
    found = [(figure, Field.VALUE) for figure in known.arabic.get(amount.value, {}).get(amount.measure, [])[:MOST_COMPARED]]
    return found if _is_unusual(amount.digits) else _named(found, amount.prose, amount.start, amount.end)


def _is_unusual(digits: str) -> bool:
    return "." in digits or len(digits.strip("0")) >= UNUSUAL


def _named(found: list[Stated], prose: Prose, start: int, end: int) -> list[Stated]:
    """Those whose figure is named in the sentence around, the name nearest before the number first."""
    if not found:
        return []
    before = re.split(r"[。；！？\n]", prose.text[max(0, start - NEAR) : start])[-1]
    behind = re.split(r"[。；！？\n]", prose.text[end : end + NEAR], maxsplit=1)[0]
    near = [each for each in found[:MOST_COMPARED] if any(name in words for name in _names(each) for words in (before, behind))]
    clause = before[before.rfind("，") + 1 :]
    closest = [each for each in near if any(name in clause for name in _names(each))]
    return sorted(closest or near, key=lambda each: -max(map(before.rfind, _names(each))))


def _names(stated: Stated) -> tuple[str, str]:
    return stated[0].name, stated[0].short


def _bare(prose: Prose, start: int, end: int, stated: list[Stated]) -> Iterator[Diagnostic]:
    span = prose.span(start, end)
    if span is None or not stated:
        return
    references = [figure.name + (f"·{field.value}" if field.value else "") for figure, field in stated[:MOST_NAMED]]
    related = tuple(Related(figure.span, figure.name) for figure, _ in stated[:MOST_NAMED])
    values = {entry.text: None for figure, field in stated[:MOST_NAMED] if (entry := figure.entry(field))}
    yield fault("GWR321", span, text=prose.text[start:end], names="、".join(references), name=references[0], value="、".join(values),
                related=related)  # fmt: skip
