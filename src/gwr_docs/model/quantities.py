"""Quantities as official reports print them, read without losing a character.

    [约|近|超|达|第] [sign] number [余|多|几] [千|百|万|亿|万亿] [余|多] [unit]      36亿元, 147.4万余件, 10余万人, 第十五届
    [同比|较上年|比上年] 增长|上涨|… quantity                                 同比上涨18%

Printing goes from the parsed parts, so `str(parse_quantity(s)) == s` for all that parses.
"""

import re
from decimal import Decimal

from gwr_docs.model.numerals import CHARACTERS, read_numeral
from gwr_docs.records import record

SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
UP = ("增长", "上涨", "提高", "上升", "翻番")
DOWN = ("下降", "减少", "回落")
FLAT = ("持平", "同步")
MOST_DIGITS = 15  # sums of more would be rounded, and no count of a town has them

_QUANTITY = re.compile(
    rf"(?P<prefix>约|近|超|达|第)?(?P<sign>[+\-−±])?(?P<digits>[0-9]+(?:\.[0-9]+)?|[{CHARACTERS}]+)"
    # 千克, 千瓦, 百分点 are units, not scales
    r"(?P<about>余|多|几)?(?P<scale>万亿|万|亿|千(?![克瓦米卡伏帕])|百(?!分))?(?P<more>余|多)?"
    r"(?P<unit>(?!分之|半)[^\d\s，。；、：！？,;:!?【】“”（）()]*)"
)
_CHANGE = re.compile(rf"(?P<basis>同比|较上年|比上年)?(?P<verb>{'|'.join(UP + DOWN + FLAT)})(?P<amount>.*)")


@record
class Quantity:
    """The parts of a quantity as printed; `digits` is Arabic or Chinese and stays as written."""

    digits: str
    unit: str = ""
    prefix: str = ""
    sign: str = ""
    about: str = ""
    scale: str = ""
    more: str = ""

    def __str__(self) -> str:
        return self.number_text + self.unit_text

    @property
    def number(self) -> Decimal:
        """The number in the unit as printed: 26.77 of 26.77万人."""
        read = Decimal(self.digits) if self.digits[0].isdigit() and self.digits.isascii() else read_numeral(self.digits)
        assert read is not None, "parse_quantity admits no other digits"
        return -read if self.sign in ("-", "−") else read

    @property
    def value(self) -> Decimal:
        """The number in the plain unit: 267700 of 26.77万人."""
        return self.number.scaleb(SCALES[self.scale])

    @property
    def number_text(self) -> str:
        return self.prefix + self.sign + self.digits

    @property
    def unit_text(self) -> str:
        """All that follows the digits: 余万元 of 900余万元."""
        return self.about + self.scale + self.more + self.unit

    @property
    def measure(self) -> str:
        """The unit in which `number` counts: 万人 of 26.77万人, whatever 余 says."""
        return self.scale + self.unit

    @property
    def is_rough(self) -> bool:
        return bool(self.about or self.more or self.prefix in ("约", "近", "超", "达"))


def parse_quantity(text: str) -> Quantity | None:
    """Read a quantity as printed; None when the text is not one (a legal value all the same)."""
    match = _QUANTITY.fullmatch(text)
    if match is None or len(match["digits"]) > MOST_DIGITS:
        return None
    if not match["digits"].isascii():
        bare = match["digits"][0] in "百千万亿" and not match["about"]  # 万元 is a unit, 百余人 a number
        if bare or read_numeral(match["digits"]) is None:
            return None
    return Quantity(**{name: part or "" for name, part in match.groupdict().items()})


@record
class Change:
    """A change as printed: basis (同比), verb (上涨) and amount (18%), which 持平 lacks."""

    verb: str
    amount: Quantity | None = None
    basis: str = ""

    def __str__(self) -> str:
        return f"{self.basis}{self.verb}{self.amount or ''}"

    @property
    def direction(self) -> int:
        """1 up, -1 down, 0 neither."""
        if self.amount is not None and not self.amount.value:
            return 0
        return 1 if self.verb in UP else -1 if self.verb in DOWN else 0

    @property
    def signed(self) -> Decimal | None:
        """The amount with the sign of the verb; None when the change says no number."""
        if self.amount is None:
            return Decimal(0) if self.verb == "持平" else None
        return self.amount.number * (-1 if self.verb in DOWN else 1)


def parse_change(text: str) -> Change | None:
    """Read a change as printed; None when the text is not one."""
    match = _CHANGE.fullmatch(text)
    if match is None:
        return None
    amount = parse_quantity(match["amount"]) if match["amount"] else None
    if match["amount"] and amount is None:
        return None
    return Change(match["verb"], amount, match["basis"] or "")
