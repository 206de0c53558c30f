"""Fonts in the file: each face cut into simple fonts of one-byte codes (ISO 32000-1 9.6.3, ISO 19005-2 6.2.11).

One composite font a face would be shorter, but its CIDSet is asked for by checkers of PDF/A-1 and not understood by some of PDF/A-2.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from gwr_docs.theme.faces import Font
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value
from gwr_docs.writers.pdf.subset import FIRST, advance, read_font, subset

ROOM = 256 - FIRST  # characters in one simple font
ENTRIES = 100  # most that one bfchar block may hold (Adobe Technical Note 5014)


class Face:
    """A font of the book. Glyphs (see spacing.py) get their codes as they come: frequent ones are met early, so a line seldom
    changes its simple font."""

    def __init__(self, font: Font) -> None:
        self._key, self._path = font.key, font.path
        self._names: list[str] = []
        self._codes: dict[str, tuple[int, str]] = {}

    def encode(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Runs of glyphs as the name of a simple font and codes in hexadecimal."""
        codes = self._codes
        found = [codes[name] if name in codes else self._new(name) for name in names]
        return [(self._name(part), "".join(code for _, code in run)) for part, run in groupby(found, key=itemgetter(0))]

    def _new(self, name: str) -> tuple[int, str]:
        part, code = divmod(len(self._names), ROOM)
        self._names.append(name)
        return self._codes.setdefault(name, (part, f"{FIRST + code:02X}"))

    def _name(self, part: int) -> str:
        return f"{self._key}.{part}"

    def add(self, objects: Objects) -> Mapping[str, Ref]:
        """The simple fonts by name."""
        font = read_font(self._path.read_bytes(), self._names)
        parts = [self._names[start : start + ROOM] for start in range(0, len(self._names), ROOM)]
        return {self._name(number): _add(objects, font, part) for number, part in enumerate(parts)}


class Faces(dict[str, Face]):
    """Only the fonts that are drawn with are opened."""

    def __init__(self, fonts: Mapping[str, Font]) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, key: str) -> Face:
        return self.setdefault(key, Face(self._fonts[key]))

    def add(self, objects: Objects) -> dict[str, Value]:
        """The fonts of all pages by name."""
        return {name: font for key in sorted(self) for name, font in self[key].add(objects).items()}


def _add(objects: Objects, font: Any, part: Sequence[str]) -> Ref:
    file = subset(font, part)
    name = Name(f"{_prefix(file)}+{font.name.decode()}")
    descriptor: dict[str, Value] = {
        "Type": Name("FontDescriptor"),
        "FontName": name,
        "Flags": font.flags,
        "FontBBox": [round(side) for side in font.bbox],
        "ItalicAngle": font.italicAngle,
        "Ascent": round(font.ascent),
        "Descent": round(font.descent),
        "CapHeight": round(font.capHeight),
        "StemV": font.stemV,
        "FontFile2": objects.add_stream(file, {"Length1": len(file)}),
    }
    entries: dict[str, Value] = {
        "Type": Name("Font"),
        "Subtype": Name("TrueType"),
        "BaseFont": name,
        "FirstChar": FIRST,
        "LastChar": FIRST + len(part) - 1,
        "Widths": [advance(font, name) for name in part],
        "FontDescriptor": objects.add(descriptor),
        "ToUnicode": objects.add_stream(to_unicode(part).encode("ascii")),
    }
    return objects.add(entries)


def _prefix(file: bytes) -> str:
    """Six capitals that tell this subset from others (ISO 32000-1 9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(file).digest()[:6])


def to_unicode(names: Sequence[str]) -> str:
    """The characters that the codes from FIRST on stand for, in UTF-16BE: two units beyond the BMP."""
    rows = [f"<{code:02X}> <{name[0].encode('utf-16-be').hex().upper()}>" for code, name in enumerate(names, FIRST)]
    blocks = [rows[start : start + ENTRIES] for start in range(0, len(rows), ENTRIES)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return f"{CMAP_HEAD}\n{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
