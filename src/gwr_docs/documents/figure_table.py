"""All figures as one table, for who wants to count with them."""

from gwr_docs.documents.places import find_places, place_name
from gwr_docs.model.figures import Entry, Figure
from gwr_docs.model.quantities import Quantity
from gwr_docs.model.report import Report

HEADS = ("指标", "短名", "数值", "数", "单位", "增减", "目标", "上年", "历年", "部分", "主题", "备注", "来源")


def plan_figures(report: Report) -> tuple[tuple[str, ...], ...]:
    """The heads and a row for each figure, in the order of figures.yaml. What a figure lacks is empty.

    数值 is as written (147.4万余件), 数 its number (147.4) in 单位 (万件); the place is that of the first reference.
    """
    places = find_places(report)
    return (HEADS, *(_row(figure, place_name(places[name]) if name in places else "") for name, figure in report.figures.items()))


def _row(figure: Figure, place: str) -> tuple[str, ...]:
    quantity = figure.quantity
    return (
        figure.name,
        figure.label,
        _text(figure.value),
        _number(quantity) if quantity else "",
        quantity.measure if quantity else "",
        *map(_text, (figure.change, figure.target, figure.previous)),
        "；".join(f"{year}年{entry.text}" for year, entry in figure.history),
        place,
        figure.group,
        figure.note,
        figure.source,
    )


def _text(entry: Entry | None) -> str:
    return entry.text if entry else ""


def _number(quantity: Quantity) -> str:
    """The digits as written where they are Arabic; a minus is the one that programs read."""
    if not quantity.digits.isascii():
        return str(quantity.number)
    return ("-" if quantity.number < 0 else "") + quantity.digits
