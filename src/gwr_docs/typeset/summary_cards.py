"""The strip of hero numbers at the head of the summary."""

from collections.abc import Sequence

from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.changes import ARROWS, COLORS
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Box, Ink, Rect, shifted
from gwr_docs.typeset.setter import Setter
from gwr_docs.typeset.tags import Tag

LABEL_LINES = 2  # most that stand above a card's number


def hero_strip(numbers: Sequence[Number], setter: Setter, width: float, under: Tag | None = None) -> Box:
    """Equal cards on panel, side by side: a list. Raises ContentError when a card's words do not fit it at their smallest."""
    height, gap = setter.page("heroes"), setter.page("cell")
    card = (width - gap * (len(numbers) - 1)) / len(numbers)
    cards, ink = Tag("L", under), list[Ink]()
    for index, number in enumerate(numbers):
        item = Tag("LI", cards)
        x = index * (card + gap)
        ink.append(Rect(x, 0, card, height, "panel"))
        ink += shifted(_card(number, setter, card - 2 * setter.page("card"), item), x + setter.page("card"), 0)
    return Box(height, tuple(ink))


def _card(number: Number, setter: Setter, width: float, under: Tag) -> list[Ink]:
    """Label, number with unit, change, in a column of `width` from 0. Number and change are no paragraphs: nothing fills their lines."""
    label, body = Tag("Lbl", under), Tag("LBody", under)
    ink = [*_label(number, setter, width, label), *_number(number, setter, width, Tag("Span", body))]
    if number.chip:
        text = ARROWS[number.chip.direction] + number.chip.text
        size = setter.fit(text, "chip", width, number.span)
        y = setter.page("heroes") - setter.page("card")
        ink += setter.label(made(text), "chip", Tag("Span", body), 0, y, COLORS[number.chip.direction], size=size)
    return ink


def _label(number: Number, setter: Setter, width: float, tag: Tag) -> list[Ink]:
    """The label on one line if it can be shrunk to fit, else on two."""
    full, least = setter.size("label"), setter.smallest("label")
    wanted = setter.width(number.label, "label")
    size = setter.fit(number.label, "label", width) if wanted * least <= width * full else least
    lines = setter.labels(made(number.label), "label", tag, 0, setter.page("card") + size, width, size=size)
    if len(lines) > LABEL_LINES:
        raise too_long(number.label, number.span)
    return [ink for line in lines for ink in line]


def _number(number: Number, setter: Setter, width: float, tag: Tag) -> list[Ink]:
    """What stands before the digits, they, and the rest on one base line; the digits shrink before the words do."""
    y, space = setter.page("number"), setter.page("space")
    before, digits, rest = (setter.width(text, role) for text, role in _words(number))
    spaces = space * (bool(number.before) + bool(number.rest))
    around = setter.size("unit")
    if before + rest + spaces + digits * setter.smallest("hero") / setter.size("hero") > width:
        around = setter.smallest("unit")
    shrunk = (before + rest) * around / setter.size("unit") + spaces
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
