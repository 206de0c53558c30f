"""The strip of hero numbers at the head of the summary."""

from collections.abc import Sequence

from gwr_docs.documents.deck import Number
from gwr_docs.documents.runs import made
from gwr_docs.typeset.ink import Box, Ink, Rect
from gwr_docs.typeset.setter import Setter

ARROWS = {1: "▲", -1: "▼", 0: ""}
COLORS = {1: "up", -1: "down", 0: "grey"}


def hero_strip(numbers: Sequence[Number], setter: Setter, width: float) -> Box:
    """Equal cards on panel, side by side: label, number with unit, change."""
    height, gap, pad = setter.page("heroes"), setter.page("cell"), setter.page("cell") * 1.3
    card = (width - gap * (len(numbers) - 1)) / len(numbers)
    ink: list[Ink] = []
    for index, number in enumerate(numbers):
        x = index * (card + gap)
        ink.append(Rect(x, 0, card, height, "panel"))
        ink += setter.label(made(number.label), "label", x + pad, pad + setter.size("label"))
        y = height * 0.63
        ink += setter.label(made(number.before), "unit", x + pad, y)
        start = x + pad + (setter.width(number.before, "unit") + 2 if number.before else 0)
        ink += setter.label(made(number.digits), "hero", start, y)
        after = start + setter.width(number.digits, "hero") + 2
        ink += setter.label(made(number.rest), "unit", after, y)
        if number.chip:
            text = ARROWS[number.chip.direction] + number.chip.text
            ink += setter.label(made(text), "chip", x + pad, height - pad, COLORS[number.chip.direction])
    return Box(height, tuple(ink))
