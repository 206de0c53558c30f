"""Reading a TrueType file: its measures, and characters' glyphs (OpenType 1.9: head, hhea, hmtx, cmap, loca, glyf)."""

import struct
from bisect import bisect_right
from functools import cached_property

POSTSCRIPT_NAME, WINDOWS = 6, 3
Range = tuple[int, int, int, int]  # characters from, to; the first one's glyph, or where in the table the glyphs are listed


class TrueType:
    """One font file; nothing is read before it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        count = struct.unpack_from(">H", data, 4)[0]
        rows = (struct.unpack_from(">4sIII", data, 12 + 16 * i) for i in range(count))
        self._tables = {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in rows}
        self.units: int = struct.unpack(">H", self.table("head")[18:20])[0]
        self.box: tuple[int, ...] = struct.unpack(">4h", self.table("head")[36:44])
        self.ascent, self.descent = struct.unpack(">2h", self.table("hhea")[4:8])

    def table(self, tag: str) -> bytes:
        offset, length = self._tables.get(tag, (0, 0))
        return self._data[offset : offset + length]

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        names = self.table("name")
        count, start = struct.unpack_from(">HH", names, 2)
        for i in range(count):
            platform, _, _, kind, length, offset = struct.unpack_from(">6H", names, 6 + 12 * i)
            if (platform, kind) == (WINDOWS, POSTSCRIPT_NAME):
                return names[start + offset : start + offset + length].decode("utf-16-be")
        raise ValueError("a font without a PostScript name")

    @cached_property
    def _ranges(self) -> tuple[list[int], list[Range]]:
        """The ranges of the fullest character map, and their starts."""
        cmap = self.table("cmap")
        count = struct.unpack_from(">H", cmap, 2)[0]
        offsets = {struct.unpack_from(">HHI", cmap, 4 + 8 * i)[2] for i in range(count)}
        maps = {struct.unpack_from(">H", cmap, offset)[0]: offset for offset in offsets}
        ranges = _full_map(cmap, maps[12]) if 12 in maps else _plane_map(cmap, maps[4])
        return [row[0] for row in ranges], ranges

    def glyph(self, character: str) -> int:
        """The glyph's number. Raises ValueError for a character that the font lacks: planning has looked it up before."""
        starts, ranges = self._ranges
        code = ord(character)
        start, end, first, place = ranges[max(0, bisect_right(starts, code) - 1)]
        glyph = 0
        if start <= code <= end:
            glyph = struct.unpack_from(">H", self.table("cmap"), place + 2 * (code - start))[0] if place else first + code - start
        if not glyph:
            raise ValueError(f"{self.name} has no glyph for U+{code:04X}")
        return glyph

    @cached_property
    def _advances(self) -> tuple[int, ...]:
        count = struct.unpack(">H", self.table("hhea")[34:36])[0]
        return struct.unpack(">" + "Hh" * count, self.table("hmtx")[: 4 * count])

    @cached_property
    def _places(self) -> tuple[int, ...]:
        loca = self.table("loca")
        if struct.unpack(">h", self.table("head")[50:52])[0]:
            return struct.unpack(f">{len(loca) // 4}I", loca)
        return tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca))

    def metric(self, glyph: int) -> tuple[int, int]:
        """Advance and left side bearing in the font's units."""
        count = len(self._advances) // 2
        if glyph < count:
            return self._advances[2 * glyph], self._advances[2 * glyph + 1]
        return self._advances[-2], struct.unpack_from(">h", self.table("hmtx"), 4 * count + 2 * (glyph - count))[0]

    def outline(self, glyph: int) -> bytes:
        start = self._tables["glyf"][0]
        return self._data[start + self._places[glyph] : start + self._places[glyph + 1]]


def _full_map(cmap: bytes, offset: int) -> list[Range]:
    count = struct.unpack_from(">I", cmap, offset + 12)[0]
    return [(*row, 0) for row in struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * count])]


def _plane_map(cmap: bytes, offset: int) -> list[Range]:
    """A map of the basic plane (format 4). Raises ValueError for one that adds to the glyphs of a list: fontTools writes none."""
    count = struct.unpack_from(">H", cmap, offset + 6)[0] // 2
    ends, starts, deltas, places = (offset + 14 + 2 * count * i + (2 if i else 0) for i in range(4))
    rows: list[Range] = []
    for i in range(count):
        end, start, delta, place = (struct.unpack_from(">H", cmap, at + 2 * i)[0] for at in (ends, starts, deltas, places))
        if place and delta:
            raise ValueError("a character map of a kind that is not read")
        rows.append((start, end, (start + delta) & 0xFFFF, places + 2 * i + place if place else 0))
    return rows
