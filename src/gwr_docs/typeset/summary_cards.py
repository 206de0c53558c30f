"""The strip of hero numbers at the head of the summary."""

from collections.abc import Sequence

from gwr_docs.diagnostics import Span
from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.changes import ARROWS, COLORS
from gwr_docs.typeset.faults import too_long_for_card
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.tags import Tag

DIGIT = 0.73  # em from the base line of a digit to its top
HANGING = 0.12  # em from the base line of a character to its foot


def hero_strip(numbers: Sequence[Number], setter: Setter, width: float, under: Tag | None = None) -> Box:
    """Equal cards on panel, side by side: a list. Raises ContentError when a card's words do not fit it at their smallest.

    All grow by what the longest label and change need; numbers and changes stand level.
    """
    gap, pad = setter.page("cell"), setter.page("card")
    card = (width - gap * (len(numbers) - 1)) / len(numbers)
    room = card - 2 * pad
    labels = [_fitted(number.label, "label", setter, room, number.label_spot) for number in numbers]
    chips = [_fitted(_chip(number), "chip", setter, room, number.span) for number in numbers]
    foot = max(size * (1 + HANGING) + (lines - 1) * _least_leading("label", setter) for size, lines in labels)
    down = max(0.0, pad + foot + setter.page("under_label") - setter.page("number") + setter.size("hero") * DIGIT)
    height = setter.page("heroes") + down + max(0, max(lines for _, lines in chips) - 1) * _least_leading("chip", setter)
    cards, ink = Tag("L", under), list[Ink]()
    for index, (number, (label, _), (chip, _)) in enumerate(zip(numbers, labels, chips, strict=True)):
        x = index * (card + gap)
        ink.append(Rect(x, 0, card, height, "panel"))
        ink += shifted(_card(number, setter, room, Tag("LI", cards), (label, chip), down), x + pad, 0)
    return Box(height, tuple(ink))


def _card(number: Number, setter: Setter, width: float, under: Tag, sizes: tuple[float, float], down: float) -> list[Ink]:
    """Label, number with unit, change, in a column of `width` from 0. Number and change are no paragraphs: nothing fills their lines."""
    name, body, top = Tag("Lbl", under), Tag("LBody", under), setter.page("card")
    label, chip = sizes
    lines = [*setter.labels(made(number.label), "label", name, 0, top + label, width, size=label)]
    lines.append(tuple(_number(number, setter, width, Tag("Span", body), setter.page("number") + down)))
    if number.chip:
        base, color = setter.page("heroes") - top + down, COLORS[number.chip.direction]
        lines += setter.labels(made(_chip(number)), "chip", Tag("Span", body), 0, base, width, color, size=chip)
    return [ink for line in lines for ink in line]


def _chip(number: Number) -> str:
    return ARROWS[number.chip.direction] + number.chip.text if number.chip else ""


def _least_leading(role: str, setter: Setter) -> float:
    return setter.leading(role) * setter.smallest(role) / setter.size(role)


def _fitted(text: str, role: str, setter: Setter, width: float, spot: Span | None) -> tuple[float, int]:
    """Size and number of lines: one line if the text can be shrunk to it, else as many at its smallest as the theme allows."""
    least, most = setter.smallest(role), setter.theme.numbers[f"{role}_lines"]
    if setter.width(text, role) * least <= width * setter.size(role):
        return setter.fit(text, role, width, spot), 1
    lines = setter.lines([Words(made(text), role)], width, justify=False, size=least)
    if len(lines) > most:
        raise too_long_for_card(text, spot, most * (width // least))
    return least, len(lines)


def _number(number: Number, setter: Setter, width: float, tag: Tag, y: float) -> list[Ink]:
    """What stands before the digits, they, and the rest on one base line; the digits shrink before the words do."""
    space = setter.page("space")
    before, digits, rest = (setter.width(text, role) for text, role in _words(number))
    spaces, least = space * (bool(number.before) + bool(number.rest)), digits * setter.smallest("hero") / setter.size("hero")
    around = setter.size("unit")
    if before + rest + spaces + least > width:
        around = setter.smallest("unit")
    shrunk = (before + rest) * around / setter.size("unit") + spaces
    if shrunk + least > width:
        raise too_long_for_card(number.text, number.span, len(number.text) * width / (shrunk + least))
    size = setter.fit(number.digits, "hero", width - shrunk, number.span)
    ink: list[Ink] = []
    x = 0.0
    for (text, role), natural in zip(_words(number), (before, digits, rest), strict=True):
        own = size if role == "hero" else around
        ink += setter.label(made(text), role, tag, x, y, size=own)
        x += natural * own / setter.size(role) + space if text else 0
    return ink


def _words(number: Number) -> tuple[tuple[str, str], ...]:
    return (number.before, "unit"), (number.digits, "hero"), (number.rest, "unit")
