"""Repertoires: 通用规范汉字表, GB 2312 and the marks that official documents use."""

import bz2
from pathlib import Path

from tools.fonts.sources import FontError

_LATIN = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x01CD, 0x01DC),  # pinyin vowels with tone marks
    (0x01F8, 0x01F9),
    (0x0251, 0x0251),
    (0x0261, 0x0261),
)
_MARKS = (
    (0x02C6, 0x02DD),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x3000, 0x303F),
    (0xFF00, 0xFFEF),
)
_SYMBOLS = (
    (0x0391, 0x03C9),
    (0x2070, 0x209C),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x25FF),
    (0x2600, 0x2606),
    (0x2713, 0x2718),
    (0x3220, 0x3243),
    (0x3280, 0x32B0),
    (0x338E, 0x33D5),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F),
)
# Ideographs, kana and bopomofo carry the hand of a face; 〇 in 二〇二二年 is read as one of them.
_HAND = (
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3040, 0x312F),
    (0x3220, 0x3243),
    (0x3280, 0x32B0),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
STANDARD_SIZE, GB2312_SIZE = 8105, 6763


def _span(*ranges: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


SYMBOLS = _span(*_LATIN, *_MARKS, *_SYMBOLS)
# 宋体 prints page numbers and nothing else, so mathematics and ideographs would be dead weight.
PAGE_NUMBERS = _span(*_LATIN, *_MARKS, (0x2160, 0x217F)) - _span(*_HAND)
HAND = _span(*_HAND)


def read_standard_hanzi(unihan: Path) -> frozenset[int]:
    """Read the property kTGH (Table of General Standard Chinese Characters, 2013) from Unihan."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        rows = (line.split("\t") for line in lines if "\tkTGH\t" in line)
        found = frozenset(int(row[0][2:], 16) for row in rows)
    if len(found) != STANDARD_SIZE:
        raise FontError(f"{unihan}: {len(found)} characters carry kTGH, not {STANDARD_SIZE}")
    return found


def gb2312_hanzi() -> frozenset[int]:
    """Return the ideographs of GB 2312-80; 125 of them are not in the table of 2013, yet fontconfig asks for all."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    found = frozenset(ord(text) for cell in cells if (text := cell.decode("gb2312", errors="ignore")))
    if len(found) != GB2312_SIZE:
        raise FontError(f"the codec gb2312 knows {len(found)} ideographs, not {GB2312_SIZE}")
    return found
