"""Chinese numerals, read and written: 十, 两, 一百零五, 三千万."""

from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
CHARACTERS = "".join([*DIGITS, *SMALL, *LARGE])


def read_numeral(text: str) -> Decimal | None:
    """The number that a Chinese numeral says; None when it is not one (二二 is a list of digits, not a number)."""
    total = section = digit = 0
    pending = False
    for character in text:
        if character in DIGITS:
            if pending and digit:
                return None
            digit, pending = DIGITS[character], True
        elif character in SMALL:
            section += (digit if pending else 1) * SMALL[character]
            digit, pending = 0, False
        elif character in LARGE:
            total = (total + section + digit or 1) * LARGE[character]
            section, digit, pending = 0, 0, False
        else:
            return None
    return Decimal(total + section + digit) if text else None


def write_numeral(number: int) -> str:
    """1 -> 一, 12 -> 十二, 105 -> 一百零五. For headings: 0 < number < 10000, ValueError otherwise."""
    if not 0 < number < 10_000:
        raise ValueError(f"no heading is numbered {number}")
    out, zero = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            out += ("零" if zero else "") + "零一二三四五六七八九"[digit] + unit
            zero = False
        elif out:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out
