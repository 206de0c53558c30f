"""Values that would be printed as they stand, but hardly were meant so: slips of typing in a number, and what only keeps a place."""

import re
from collections.abc import Iterator

from gwr_docs.diagnostics import Diagnostic, fault
from gwr_docs.model.figures import Entry, Figure
from gwr_docs.model.quantities import parse_change, parse_quantity
from gwr_docs.model.report import Report

PLACEHOLDERS = {
    "待核", "待核实", "待核对", "待定", "待补", "待补充", "待填", "待查", "待确认", "待统计", "待报",
    "暂缺", "缺", "缺数", "未知", "不详", "同上", "略", "TBD", "TODO", "N/A",
}  # fmt: skip
MARKS = "？?-－—–_＿…．.。/／*＊ "  # a value of nothing but these
BLANKS = "Xx×＊*□○_＿"  # XX人
LETTERS = "OoＯlIｌＩ|"  # typed for 0 and 1
QUOTES = "“”‘’\"'「」"
_STOPS = "。，；、"  # full-width, within a number or behind it
_ODD = (*LETTERS, ".", *_STOPS)  # no unit begins with them
_SEEN = frozenset("0123456789" + MARKS + BLANKS + LETTERS)


def check_values(report: Report) -> Iterator[Diagnostic]:
    """What is no quantity and no change, but looks as if it ought to be one. Nothing is compiled for words that hold no sign of it."""
    for figure in report.figures.values():
        for entry in _entries(figure):
            text = entry.text
            unit = entry.quantity.unit if entry.quantity else "."
            sound = entry.change or not (unit[:1] in _ODD or unit[-1:] in _STOPS) or not unit
            if not sound and (text in PLACEHOLDERS or not _SEEN.isdisjoint(text)):
                yield from _check(figure, entry)


def _entries(figure: Figure) -> Iterator[Entry]:
    given = (figure.value, figure.change, figure.target, figure.previous, *(entry for _, entry in figure.history))
    return (entry for entry in given if entry)


def _check(figure: Figure, entry: Entry) -> Iterator[Diagnostic]:
    text = entry.text
    blank = rf"(?<![A-Za-z0-9.])[{BLANKS}]+(?:\.[{BLANKS}]+)?(?![A-Za-z0-9线光])"  # X线机
    if text in PLACEHOLDERS or not text.strip(MARKS) or re.search(blank, text):
        yield fault("GWR214", entry.span, name=figure.name, text=text[:20])
    elif better := _mended(text):
        yield fault("GWR215", entry.span, name=figure.name, text=text[:20], guess="" if better == text else better)


def _mended(text: str) -> str:
    """What the value was meant to be, itself if that is not known; nothing where no slip is seen."""
    plain = text.strip(QUOTES)
    if plain != text and _is_read(plain):
        return plain
    if re.search(rf"\d[{LETTERS}](?![A-Za-z])|(?<![A-Za-z])[{LETTERS}]\d", text):
        digits = str.maketrans(LETTERS, "00011111")
        better = re.sub(rf"[\d.{LETTERS}]+", lambda match: match[0].translate(digits), plain)
        return better if _is_read(better) else text
    stops = plain.replace("。", ".") if re.search(r"\d。\d", plain) else plain.rstrip(_STOPS)
    if stops != plain and _is_read(stops):
        return stops
    return text if re.match(r"\d+(?:\.\d*\.|\.\D|\s+\d)", plain) and not re.match(r"(?:19|20)\d\d\.\d", plain) else ""


def _is_read(text: str) -> bool:
    return (parse_quantity(text) or parse_change(text)) is not None
