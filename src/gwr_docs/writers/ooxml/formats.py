"""Number formats that show a value with the very digits of figures.yaml."""

import re

from gwr_docs.documents.charts import Point

_ARABIC = re.compile(r"([+−-]?)([0-9]+)(?:\.([0-9]+))?")


def number_format(point: Point, signed: bool = False) -> str:
    """11.24 -> 0.00, 40000余 -> 0"余", −16 as a change -> +0;−0, 十三 -> the words (ECMA-376 part 1, 18.8.31).

    Whoever edits the number in the workbook sees the new one in the same form; only words stay what they are.
    """
    found = _ARABIC.fullmatch(point.digits)
    if found is None or (found[1] and not point.value and not signed):
        words = f'"{point.label}"'
        return f"{words};{words};{words}"
    sign, whole, decimals = found.groups()
    digits = "0" * (len(whole) if whole.startswith("0") else 1) + ("." + "0" * len(decimals) if decimals else "")
    before = f'"{point.before}"' if point.before else ""
    after = f'"{point.after}"' if point.after else ""
    plain = before + digits + after
    if signed:
        return f'"+"{plain};"−"{plain};{plain}'
    if sign:
        return f"{before}{_quoted(sign, '+')}{digits}{after};{before}{_quoted(sign, '-−') or _MINUS}{digits}{after};{plain}"
    return plain


_MINUS = '"−"'


def _quoted(sign: str, wanted: str) -> str:
    return f'"{sign}"' if sign in wanted else ""
