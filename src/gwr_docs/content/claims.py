"""What a figure says of itself: its change against last year's value, its target against what was reached, a rate, a name."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Entry, Figure
from gwr_docs.model.quantities import SCALES, Change, Quantity
from gwr_docs.model.report import Report, year_of

POINTS = ("个百分点", "百分点")
HUNDRED = Decimal(100)
_RATE = re.compile(r"(?<![效频])率|占比|比重|比例|覆盖面")
_MAY_EXCEED = re.compile(r"增|完成|负债|周转|产销|收益|回报|利润|杠杆|投入")  # over-fulfilled, or no part of anything


def rounding(quantity: Quantity) -> Decimal:
    """Half of the last place written, by which a printed value may be off; a number without decimals is taken as it stands."""
    return half_place(quantity).scaleb(SCALES[quantity.scale]) if "." in quantity.digits else Decimal(0)


def half_place(quantity: Quantity) -> Decimal:
    """Half of the last place written, decimal or not, in the quantity's own scale: by which a percentage may be rounded."""
    _, _, decimals = quantity.digits.partition(".")
    return Decimal(5).scaleb(-len(decimals) - 1)


def sum_of_percentages(figures: Iterable[Figure]) -> tuple[Decimal, Decimal]:
    """The sum of percentages, and by how much it may be off since each is rounded."""
    quantities = [figure.quantity for figure in figures if figure.quantity]
    return sum((q.value for q in quantities), Decimal(0)), sum(map(half_place, quantities), Decimal(0))


def check_changes(report: Report) -> Iterator[Diagnostic]:
    """A change says what value and last year's value make, within the digits written."""
    year = year_of(report.review)
    for figure in report.figures.values():
        before = figure.previous or dict(figure.history).get(str(year - 1) if year else "")
        if figure.change and figure.change.change and figure.value and before:
            yield from _check_change(figure, figure.value, before, figure.change, figure.change.change)


def _check_change(figure: Figure, now: Entry, before: Entry, entry: Entry, change: Change) -> Iterator[Diagnostic]:
    ends = _made(change, now.quantity, before.quantity) if now.quantity and before.quantity else None
    claim = _claimed(change)
    if ends is None or claim is None:
        return
    (low, made, high), (amount, off) = ends, claim
    if high < amount - off or low > amount + off:
        yield fault("GWR319", entry.span, name=figure.name, change=entry.text, value=now.text, previous=before.text,
                    made=_worded(made, change), related=(Related(now.span, now.text), Related(before.span, before.text)))  # fmt: skip


def _claimed(change: Change) -> tuple[Decimal, Decimal] | None:
    """The change in its unit (times in per cent), and by how much it may be rounded."""
    if change.amount is None:
        return {"持平": (Decimal(0), Decimal("0.5")), "翻番": (HUNDRED, Decimal(10))}.get(change.verb)
    if change.amount.is_rough or change.signed is None:
        return None
    scale = HUNDRED if change.amount.unit == "倍" else Decimal(1)
    return change.signed * scale, half_place(change.amount) * scale


def _made(change: Change, now: Quantity, before: Quantity) -> tuple[Decimal, Decimal, Decimal] | None:
    """The change that two values make, least, as printed and most; None where they cannot be compared."""
    if now.unit != before.unit or now.is_rough or before.is_rough:
        return None
    unit = change.amount.unit if change.amount else "%"
    this, last, off_this, off_last = now.value, before.value, rounding(now), rounding(before)
    if unit in ("%", "倍"):
        if last - off_last <= 0:
            return None
        least, most = (this - off_this) / (last + off_last), (this + off_this) / (last - off_last)
        return (least - 1) * HUNDRED, (this / last - 1) * HUNDRED, (most - 1) * HUNDRED
    if (unit in POINTS and now.unit == "%") or (change.amount and change.amount.unit == now.unit):
        own = Decimal(1).scaleb(SCALES[change.amount.scale] if change.amount else 0)
        off = off_this + off_last
        return (this - last - off) / own, (this - last) / own, (this - last + off) / own
    return None


def _worded(made: Decimal, change: Change) -> str:
    """The computed change in the words of the claim: 上涨18.03%."""
    verb = change.verb if change.direction == (1 if made > 0 else -1) and change.amount else "增长" if made > 0 else "下降"
    amount = change.amount
    unit = amount.measure if amount and amount.unit != "倍" else "%"
    return f"{verb}{abs(made):.2f}{unit}" if made else "持平"


def check_kinds(report: Report) -> Iterator[Diagnostic]:
    """Last year's value and the target are of the kind and unit of what they are held against."""
    for figure in report.figures.values():
        for key, entry, other_key, other in _pairs(figure):
            if _kind(entry) != _kind(other):
                yield fault("GWR316", entry.span, name=figure.name, key=key, text=entry.text, other_key=other_key,
                            other=other.text, related=(Related(other.span, other.text),))  # fmt: skip


def _pairs(figure: Figure) -> Iterator[tuple[str, Entry, str, Entry]]:
    """What is held against what, each with its key, as far as both can be read."""
    value = figure.value if figure.quantity else None
    if figure.previous and figure.previous.quantity and value:
        yield "previous", figure.previous, "value", value
    target, change = figure.target, figure.change if figure.change and figure.change.change else None
    if target and target.quantity:
        found = ("value", value) if value else ("change", change)
    else:
        found = ("change", change) if change else ("value", value)
    if target and found[1] and (target.quantity or (target.change and target.change.amount)):
        yield "target", target, found[0], found[1]


def _kind(entry: Entry) -> tuple[str, str]:
    if entry.change:
        unit = entry.change.amount.unit if entry.change.amount else "%"
        return "change", "%" if unit == "倍" else unit
    return "value", entry.quantity.unit if entry.quantity else ""


def check_rates(report: Report) -> Iterator[Diagnostic]:
    """A rate or share is between 0 and 100 %."""
    for figure in report.figures.values():
        name = figure.name + figure.label
        if not _RATE.search(name) or _MAY_EXCEED.search(name):
            continue
        for entry in (figure.value, figure.target, figure.previous, *(entry for _, entry in figure.history)):
            if entry and entry.quantity and entry.quantity.unit == "%" and not 0 <= entry.quantity.value <= HUNDRED:
                yield fault("GWR317", entry.span, name=figure.name, value=entry.text)


def check_labels(report: Report) -> Iterator[Diagnostic]:
    """Under one name, charts and slides show one value; figures of other groups may have it, too (产值 of two towns)."""
    seen: dict[tuple[str, str], Figure] = {}
    for figure in report.figures.values():
        if figure.value is None:
            continue
        other = seen.setdefault((figure.group, figure.short), figure)
        if other.value and _differ(figure.value, other.value):
            yield fault("GWR320", figure.value.span, label=figure.short, name=figure.name, value=figure.value.text, other=other.name,
                        other_value=other.value.text, related=(Related(other.value.span, f"{other.name} {other.value.text}"),))  # fmt: skip


def _differ(one: Entry, two: Entry) -> bool:
    if one.quantity and two.quantity:
        return (one.quantity.value, one.quantity.unit) != (two.quantity.value, two.quantity.unit)
    return one.text != two.text
