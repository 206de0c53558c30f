"""Chinese numerals, read and written: 十, 两, 一百零五, 三千万."""

from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
CHARACTERS = "".join([*DIGITS, *SMALL, "万", "亿"])


def read_numeral(text: str) -> Decimal | None:
    """The number that a Chinese numeral says; None when it is not one (二二 is a list of digits, not a number)."""
    for mark, scale in (("亿", 100_000_000), ("万", 10_000)):
        high, found, low = text.rpartition(mark)
        if found:
            upper = read_numeral(high) if high else Decimal(1)
            lower = read_numeral(low) if low else Decimal(0)
            return None if upper is None or lower is None or lower >= scale else upper * scale + lower
    return _read_section(text) if text else None


def _read_section(text: str) -> Decimal | None:
    """A numeral below 万: digits before falling units, 零 anywhere between."""
    total, last = 0, 10_000
    digit: int | None = None
    for character in text:
        if character in SMALL:
            unit = SMALL[character]
            if unit >= last or digit == 0:
                return None
            total, last, digit = total + (1 if digit is None else digit) * unit, unit, None
        elif DIGITS.get(character) == 0:
            digit = None if total else 0
        elif character in DIGITS and digit is None:
            digit = DIGITS[character]
        else:
            return None
    return Decimal(total + (digit or 0))


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
