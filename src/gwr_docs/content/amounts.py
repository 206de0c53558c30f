"""Numbers with their units in the text as printed, and the figures that they may belong to."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from gwr_docs.content.prose import Prose
from gwr_docs.model.figures import Entry, Figure
from gwr_docs.model.inline import Field
from gwr_docs.model.numerals import CHARACTERS
from gwr_docs.model.quantities import DOWN, SCALES, UP, Quantity
from gwr_docs.records import record

LONGER = ("人次", "名次", "个月", "个百分点")  # units that begin like another
BASES = ("同比", "较上年", "比上年")
ROUGH, ABOUT = "约近超逾", "余多几"
# Not a date, an ordinal or the end of a range. 三个着力, “四件套” are names, so Chinese numerals count only as the figure has them.
_NUMBER = re.compile(
    r"\d(?<![\dA-Za-z.第\-–—~～]\d)(?P<digits>\d*(?:\.\d+)?)(?![\d.A-Za-z\-–—~～])"
    r"(?![年月日])[余多几]?(?:万亿|万|亿|千(?![克瓦米卡伏帕])|百(?!分))?[余多]?"
)


@record
class Amount:
    """A number with its unit: characters `start` to `end` of the prose; its scale (余万) begins at `scale`, its unit at `unit`."""

    prose: Prose
    start: int
    scale: int
    unit: int
    end: int

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @property
    def measure(self) -> str:
        return self.prose.text[self.unit : self.end]

    @property
    def digits(self) -> str:
        return self.prose.text[self.start : self.scale]

    @property
    def value(self) -> Decimal:
        """In the plain unit: 360000000 of 3.6亿元."""
        return Decimal(self.digits).scaleb(SCALES[self.prose.text[self.scale : self.unit].strip(ABOUT)])

    @property
    def is_rough(self) -> bool:
        text = self.prose.text
        return self._words < self.start or any(c in ABOUT for c in text[self.scale : self.unit]) or text.startswith("左右", self.end)

    @property
    def _words(self) -> int:
        """Where the number begins with the word that makes it rough."""
        return self.start - (self.prose.text[self.start - 1] in ROUGH)

    @property
    def verb(self) -> str:
        """The verb of the change that this is the amount of."""
        text, at = self.prose.text, self._words
        at -= text[at - 1] == "了"
        return next((verb for verb in UP + DOWN if text.endswith(verb, 0, at)), "")

    @property
    def phrase(self) -> int:
        """Where the whole begins: of a change, at its basis or verb (同比上涨18%)."""
        if not self.verb:
            return self._words
        at = self.prose.text.rindex(self.verb, 0, self._words)
        return at - next((len(basis) for basis in BASES if self.prose.text.endswith(basis, 0, at)), 0)

    @property
    def signed(self) -> Decimal:
        return -self.value if self.verb in DOWN else self.value


class Known:
    """The figures by their number and unit, those in Chinese numerals by what they print, and by name."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self.figures = figures
        self.arabic: dict[Decimal, dict[str, list[Figure]]] = {}
        self.written: dict[str, list[Figure]] = {}
        units = set(LONGER)
        for figure in figures.values():
            units |= {
                entry.change.amount.unit for entry in (figure.change, figure.target) if entry and entry.change and entry.change.amount
            }
            quantity = figure.quantity
            if quantity is None or not quantity.unit or quantity.prefix == "第":
                continue
            units.add(quantity.unit)
            if quantity.digits.isascii():
                self.arabic.setdefault(quantity.value, {}).setdefault(quantity.unit, []).append(figure)
            else:
                self.written.setdefault(_core(quantity), []).append(figure)
        self.unit = re.compile("|".join(map(re.escape, sorted(units - {""}, key=len, reverse=True))))
        self.numeral = re.compile(f"(?<![{CHARACTERS}第“《])(?:{'|'.join(map(re.escape, self.written)) or '(?!)'})(?![”》])")

    @cached_property
    def names(self) -> Mapping[str, list[Figure]]:
        """By name and by label, which several may have."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            for name in {figure.name, figure.short}:
                found.setdefault(name, []).append(figure)
        return found

    @cached_property
    def printed(self) -> Mapping[str, list[Figure]]:
        """By what the value prints, those with a change."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.value and figure.change:
                found.setdefault(figure.value.text, []).append(figure)
        return found

    @cached_property
    def changes(self) -> Mapping[tuple[Decimal, str], list[tuple[Figure, Field]]]:
        """By change and target, with their signs, in their units."""
        found: dict[tuple[Decimal, str], list[tuple[Figure, Field]]] = {}
        for figure in self.figures.values():
            for field in (Field.CHANGE, Field.TARGET):
                if (key := change_of(figure.entry(field))) is not None:
                    found.setdefault(key, []).append((figure, field))
        return found


def change_of(entry: Entry | None) -> tuple[Decimal, str] | None:
    """What a change says, with its sign, in its plain unit."""
    change = entry.change if entry else None
    if change is None or change.amount is None or change.signed is None:
        return None
    return change.signed.scaleb(SCALES[change.amount.scale]), change.amount.unit


def _core(quantity: Quantity) -> str:
    return quantity.digits + quantity.unit_text


def amounts(prose: Prose, known: Known) -> Iterator[Amount]:
    """All of the report and the slides in Arabic digits, typed or printed by a figure."""
    for match in _NUMBER.finditer(prose.text, 0, prose.fields):
        unit = known.unit.match(prose.text, match.end())
        if unit:
            yield Amount(prose, match.start(), match.end("digits"), unit.start(), unit.end())
