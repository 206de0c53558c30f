"""A number typed in the text although a figure has it: the next change of the figure would pass it by."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from gwr_docs.content.prose import Prose
from gwr_docs.content.wording import MOST_FOUND
from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Figure
from gwr_docs.model.numerals import CHARACTERS
from gwr_docs.model.quantities import SCALES, Quantity

MOST_NAMED = 3  # figures with one value
LONGER = ("人次", "名次", "个月", "个百分点")  # units that begin like another
# Not a date, an ordinal or the end of a range. 三个着力, “四件套” are names, so Chinese numerals count only as the figure has them.
_NUMBER = re.compile(
    r"\d(?<![\dA-Za-z.第\-–—~～]\d)(?P<more>\d*(?:\.\d+)?)(?![\d.A-Za-z\-–—~～])"
    r"(?![年月日])[余多几]?(?P<scale>万亿|万|亿|千(?![克瓦米卡伏帕])|百(?!分))?[余多]?"
)


class Known:
    """The figures by their number and unit, and those in Chinese numerals by what they print."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self.arabic: dict[Decimal, dict[str, list[Figure]]] = {}
        self.written: dict[str, list[Figure]] = {}
        units = set(LONGER)
        for figure in figures.values():
            quantity = figure.quantity
            if quantity is None or not quantity.unit or quantity.prefix == "第":
                continue
            units.add(quantity.unit)
            if quantity.digits.isascii():
                self.arabic.setdefault(quantity.value, {}).setdefault(quantity.unit, []).append(figure)
            else:
                self.written.setdefault(_core(quantity), []).append(figure)
        self.unit = re.compile("|".join(map(re.escape, sorted(units, key=len, reverse=True))) or r"(?!)")
        self.numeral = re.compile(f"(?<![{CHARACTERS}第“《])(?:{'|'.join(map(re.escape, self.written)) or '(?!)'})(?![”》])")


def _core(quantity: Quantity) -> str:
    return quantity.digits + quantity.unit_text


def check_bare_numbers(prose: Prose) -> Iterator[Diagnostic]:
    """Numbers of the report and the slides, with their unit, that are a figure's and no reference to it."""
    known = Known(prose.figures)
    for start, end, figures in islice(_bare(prose, known), MOST_FOUND):
        span = prose.span(start, end)
        if span is not None:
            names = "、".join(figure.name for figure in figures[:MOST_NAMED])
            related = tuple(Related(figure.span, figure.name) for figure in figures[:MOST_NAMED])
            yield fault("GWR321", span, text=prose.text[start:end], names=names, name=figures[0].name, related=related)


def _bare(prose: Prose, known: Known) -> Iterator[tuple[int, int, list[Figure]]]:
    for match in _NUMBER.finditer(prose.text, 0, prose.fields) if known.arabic else ():
        unit = known.unit.match(prose.text, match.end())
        digits = match[0][0] + match["more"]
        value = Decimal(digits).scaleb(SCALES[match["scale"] or ""])
        figures = known.arabic.get(value, {}).get(unit[0]) if unit else None
        if unit and figures and prose.is_typed(match.start(), unit.end()):
            yield match.start(), unit.end(), figures
    for match in known.numeral.finditer(prose.text, 0, prose.fields) if known.written else ():
        if prose.is_typed(*match.span()):
            yield *match.span(), known.written[match[0]]
