"""Fonts in the file: each face cut into simple fonts of one-byte codes (ISO 32000-1 9.6.3, ISO 19005-2 6.2.11).

One composite font a face would be shorter, but its CIDSet is asked for by checkers of PDF/A-1 and not understood by some of PDF/A-2.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from gwr_docs.theme.faces import Font
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value
from gwr_docs.writers.pdf.subset import FIRST, advance, read_font, subset

ROOM = 256 - FIRST  # characters in one simple font
ENTRIES = 100  # most that one bfchar block may hold (Adobe Technical Note 5014)


class Face:
    """A font of the book. `names` are the glyphs that are drawn (see spacing.py), frequent ones first: they go into the first
    simple font, so that a line seldom changes its font."""

    def __init__(self, font: Font, names: Sequence[str]) -> None:
        self._key, self._font = font.key, read_font(font.path.read_bytes(), names)
        self._parts = [names[start : start + ROOM] for start in range(0, len(names), ROOM)]
        self._codes = {c: (number, f"{code:02X}") for number, part in enumerate(self._parts) for code, c in enumerate(part, FIRST)}

    def encode(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Runs of glyphs as the name of a simple font and codes in hexadecimal."""
        codes = map(self._codes.__getitem__, names)
        return [(self._name(part), "".join(code for _, code in run)) for part, run in groupby(codes, key=lambda code: code[0])]

    def _name(self, part: int) -> str:
        return f"{self._key}.{part}"

    def add(self, objects: Objects) -> Mapping[str, Ref]:
        """The simple fonts by name."""
        return {self._name(number): self._add(objects, part) for number, part in enumerate(self._parts)}

    def _add(self, objects: Objects, part: Sequence[str]) -> Ref:
        font, file = self._font, subset(self._font, part)
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
