"""TrueType files read and cut by ReportLab, which knows one width a glyph: wider copies of glyphs (see spacing.py) are added first."""

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import GF_ARG_1_AND_2_ARE_WORDS, GF_ARGS_ARE_XY_VALUES, TTFontFile

from gwr_docs.writers.pdf.spacing import STEP

FIRST = 33  # code of the first character: neither controls nor the space, which has a meaning of its own in text operators
NONE = -1  # a character that no font has
BEYOND = 0x110000  # behind the last character of Unicode
DROPPED = ("name", "OS/2")  # tables that a font in a PDF file can do without


def read_font(data: bytes, names: Iterable[str]) -> Any:
    """ReportLab's font with the glyphs `names` in it. Raises ValueError for a character that the font lacks."""
    font = TTFontFile(io.BytesIO(data))
    glyphs = {name: font.charToGlyph.get(ord(name[0]), 0) for name in names}
    for name, glyph in glyphs.items():
        if not glyph:
            raise ValueError(f"{font.name.decode()} has no glyph for U+{ord(name[0]):04X}")
    for tag in DROPPED:
        font.table.pop(tag, None)
    _add_copies(font, {name: glyph for name, glyph in glyphs.items() if len(name) > 1})
    return font


def _add_copies(font: Any, glyphs: Mapping[str, int]) -> None:
    """Behind the file, up to whose end the table of outlines then reaches; one glyph is what lies between."""
    data, start = font._ttf_data, font.get_table_pos("glyf")[0]
    out = bytearray(_deepened(font.get_table("maxp")))
    font.table["maxp"] = {"offset": len(data), "length": len(out)}
    font.hmetrics.append((0, 0))
    font.glyphPos.append(len(data) + len(out) - start)
    for name, glyph in glyphs.items():
        begin, end = font.glyphPos[glyph : glyph + 2]
        out += _copy(data[start + begin : start + end], glyph) if begin < end else b""
        width, bearing = font.hmetrics[glyph]
        font.charToGlyph[_code(name)] = len(font.hmetrics)
        font.hmetrics.append((width + round((len(name) - 1) * STEP * font.unitsPerEm), bearing))
        font.glyphPos.append(len(data) + len(out) - start)
    font._ttf_data = data + out
    font.table["glyf"] = {"offset": start, "length": len(font._ttf_data) - start}


def advance(font: Any, name: str) -> float:
    """The width of a glyph in thousandths of an em."""
    return float(font.hmetrics[font.charToGlyph[_code(name)]][0] * 1000 / font.unitsPerEm)


def subset(font: Any, names: Sequence[str]) -> bytes:
    """A font file in which the codes from FIRST on mean `names`, in this order."""
    return bytes(font.makeSubset([NONE] * FIRST + [_code(name) for name in names]))


def _code(name: str) -> int:
    return ord(name[0]) + (len(name) - 1) * BEYOND


def _copy(outline: bytes, glyph: int) -> bytes:
    """A composite glyph that is the other one, where it stands (OpenType 1.9: glyf)."""
    return struct.pack(">h8sHHhh", -1, outline[2:10], GF_ARG_1_AND_2_ARE_WORDS | GF_ARGS_ARE_XY_VALUES, glyph, 0, 0)


def _deepened(maxp: bytes) -> bytes:
    """Room for copies: as many points as a plain glyph has, one component, and a composite glyph one deeper."""
    out = bytearray(maxp)
    points, composite, elements, depth = (struct.unpack_from(">H", out, at)[0] for at in (6, 10, 28, 30))
    struct.pack_into(">H", out, 10, max(points, composite))
    struct.pack_into(">HH", out, 28, max(1, elements), depth + 1)
    return bytes(out)
