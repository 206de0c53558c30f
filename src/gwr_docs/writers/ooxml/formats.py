"""Number formats that show a value with the very digits of figures.yaml."""

import re

from gwr_docs.documents.charts import Point

_ARABIC = re.compile(r"[0-9]+(\.[0-9]+)?")


def number_format(point: Point, signed: bool = False) -> str:
    """11.24 -> 0.00, 40000余 -> 0"余", −16 as a change -> +0;−0, 十三 -> the words (ECMA-376 part 1, 18.8.31)."""
    if not signed and not _ARABIC.fullmatch(point.digits):
        words = f'"{point.label}"'
        return f"{words};{words};{words}"
    decimals = len(point.digits.partition(".")[2])
    digits = "0" + ("." + "0" * decimals if decimals else "")
    leading = len(point.digits.lstrip("+−-").partition(".")[0])
    if leading > 1 and point.digits.lstrip("+−-").startswith("0"):
        digits = "0" * leading + digits[1:]
    before = f'"{point.before}"' if point.before else ""
    after = f'"{point.after}"' if point.after else ""
    body = before + digits + after
    return f'"+"{body};"−"{body};{body}' if signed else body
