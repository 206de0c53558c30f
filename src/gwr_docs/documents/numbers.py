"""Figures as large numbers, chips and goals: shared by deck and summary, so that they cannot disagree."""

import re
from decimal import Decimal

from gwr_docs.documents.deck import Chip, Goal, Number
from gwr_docs.documents.runs import plain, print_runs
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field, references
from gwr_docs.model.report import Report, paragraphs


def print_number(figure: Figure) -> Number:
    """A figure as a card shows it. Without a value, its change or target takes the place."""
    entry = figure.value or figure.change or figure.target
    assert entry is not None, "content/decode.py admits no figure that says nothing"
    quantity = entry.quantity
    before, digits, rest = (quantity.prefix, quantity.sign + quantity.digits, quantity.unit_text) if quantity else ("", entry.text, "")
    return Number(
        figure=figure.name,
        label=figure.short,
        digits=digits,
        rest=rest,
        before=before,
        chip=print_chip(figure) if entry is not figure.change else None,
        context="，".join(words for words in (figure.note, f"上年{figure.previous.text}" if figure.previous else "") if words),
        span=entry.span,
        label_span=figure.short_span,
    )


def print_chip(figure: Figure) -> Chip | None:
    """The figure's change, with the direction that colour and arrow show."""
    if figure.change is None:
        return None
    change = figure.change.change
    return Chip(change.direction if change else 0, figure.change.text, figure.change.span)


def print_goal(figure: Figure) -> Goal:
    assert figure.target is not None
    return Goal(
        figure=figure.name,
        label=figure.short,
        target=figure.target.text,
        actual=figure.value.text if figure.value else "",
        change=print_chip(figure),
        rates=_rates(figure),
        label_span=figure.short_span,
    )


def _rates(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Change and target as signed numbers, if both are changes in the same unit."""
    reached, aimed = (entry.change if entry else None for entry in (figure.change, figure.target))
    if not (reached and aimed and reached.amount and aimed.amount and reached.amount.measure == aimed.amount.measure):
        return None
    return (reached.signed, aimed.signed) if reached.signed is not None and aimed.signed is not None else None


_YEAR = re.compile(r"\d{4}年")


def goal_heads(report: Report) -> tuple[str, ...]:
    """Heads of a table of targets, with the years that the sections' own titles name: 上年 would be wrong in December."""
    review, plan = (_YEAR.search(plain(print_runs(section.title, report.figures))) for section in report.sections)
    reached, aimed = review[0] if review else "", plan[0] if plan else ""
    return ("指标", f"{reached}完成", f"{reached}增减", f"{aimed}目标")


def plan_year(report: Report) -> str:
    """The year of the plan as its title names it (2023年), or nothing."""
    found = _YEAR.search(plain(print_runs(report.plan.title, report.figures)))
    return found[0] if found else ""


def goals_in_order(report: Report) -> tuple[Goal, ...]:
    """Targets in the order in which the report's text states them."""
    stated = [r.figure for p in paragraphs(report) for r in references(p) if r.field is Field.TARGET]
    order = {name: index for index, name in reversed(list(enumerate(stated)))}
    aimed = [figure for figure in report.figures.values() if figure.target]
    return tuple(print_goal(figure) for figure in sorted(aimed, key=lambda f: order.get(f.name, len(order))))
