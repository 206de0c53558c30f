"""Figures as large numbers, chips and goals: shared by deck and summary, so that they cannot disagree."""

from gwr_docs.documents.deck import Chip, Goal, Number
from gwr_docs.model.figures import Figure


def print_number(figure: Figure) -> Number:
    """A figure as a card shows it. Without a value, its change or target takes the place."""
    entry = figure.value or figure.change or figure.target
    assert entry is not None, "content/decode.py admits no figure that says nothing"
    quantity = entry.quantity
    digits, rest = (quantity.number_text, quantity.unit_text) if quantity else (entry.text, "")
    return Number(
        figure=figure.name,
        label=figure.short,
        digits=digits,
        rest=rest,
        chip=print_chip(figure) if entry is not figure.change else None,
        context=figure.note,
    )


def print_chip(figure: Figure) -> Chip | None:
    """The figure's change, with the direction that colour and arrow show."""
    if figure.change is None:
        return None
    change = figure.change.change
    return Chip(change.direction if change else 0, figure.change.text)


def print_goal(figure: Figure) -> Goal:
    assert figure.target is not None
    return Goal(
        figure=figure.name,
        label=figure.short,
        target=figure.target.text,
        actual=figure.value.text if figure.value else "",
        change=print_chip(figure),
    )
