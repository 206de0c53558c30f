"""Tables as CSV (RFC 4180), as spreadsheets open them."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?[%‰]?")


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it. What a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_guarded(cell) for cell in row] for row in rows)
    return BOM_UTF8 + out.getvalue().encode("utf-8")


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
