"""Cutting out of a TrueType file the glyphs that a document uses (OpenType 1.9: glyf, loca, hmtx)."""

import struct
from collections.abc import Sequence

from gwr_docs.writers.pdf.truetype import TrueType

KEPT = ("cvt ", "fpgm", "prep")  # what the hints of a glyph need; most of our fonts have none
WORDS, OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80  # flags of a composite glyph's component
FIRST = 33  # code of the first character: neither controls nor the space, which has a meaning of its own in text operators
CHECKSUM_OF_FILE = 0xB1B0AFBA


def subset(font: TrueType, glyphs: Sequence[tuple[int, int]]) -> bytes:
    """A font file in which the codes from FIRST on mean `glyphs`, in this order: number, and how much wider it is made."""
    order = [(0, 0), *glyphs]  # and, behind them, the parts that they are made of
    new = {glyph: number for number, (glyph, wider) in enumerate(order) if not wider}
    outlines = []
    for glyph, wider in order:  # grows while it is read
        outline = font.outline(glyph)
        parts = _wrapped(outline, glyph) if wider and outline else outline
        outlines.append(_renumbered(parts, order, new))
    glyf, places = bytearray(), [0]
    for outline in outlines:
        glyf += outline + bytes(-len(outline) % 4)
        places.append(len(glyf))
    head, hhea, maxp = (bytearray(font.table(tag)) for tag in ("head", "hhea", "maxp"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)  # long places
    struct.pack_into(">H", hhea, 34, len(order))
    struct.pack_into(">H", maxp, 4, len(order))
    points, elements, depth = (struct.unpack_from(">H", maxp, at)[0] for at in (6, 28, 30))
    struct.pack_into(">H", maxp, 10, max(points, struct.unpack_from(">H", maxp, 10)[0]))
    struct.pack_into(">HH", maxp, 28, max(1, elements), depth + 1)
    metrics = ((*font.metric(glyph), wider) for glyph, wider in order)
    tables = {tag: font.table(tag) for tag in KEPT if font.table(tag)}
    tables |= {"head": bytes(head), "hhea": bytes(hhea), "maxp": bytes(maxp), "cmap": _codes(len(glyphs)), "glyf": bytes(glyf)}
    tables["hmtx"] = b"".join(struct.pack(">Hh", advance + wider, bearing) for advance, bearing, wider in metrics)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    return _file(tables)


def _wrapped(outline: bytes, glyph: int) -> bytes:
    """A composite glyph that is the other one, where it stands."""
    return struct.pack(">h8sHHhh", -1, outline[2:10], WORDS | OFFSETS, glyph, 0, 0)


def _codes(count: int) -> bytes:
    """The one character map of a symbolic font (ISO 19005-2 6.2.11.6): Macintosh Roman, trimmed table."""
    body = struct.pack(f">5H{count}H", 6, 10 + 2 * count, 0, FIRST, count, *range(1, count + 1))
    return struct.pack(">4HI", 0, 1, 1, 0, 12) + body


def _renumbered(outline: bytes, order: list[tuple[int, int]], new: dict[int, int]) -> bytes:
    """An outline whose components, if it has any, bear their new numbers; what is new is put behind `order`."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return outline
    out, at, more = bytearray(outline), 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", out, at)
        if glyph not in new:
            new[glyph] = len(order)
            order.append((glyph, 0))
        struct.pack_into(">H", out, at + 2, new[glyph])
        at += 4 + (4 if flags & WORDS else 2) + (2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0)
        more = bool(flags & MORE)
    return bytes(out)


def _file(tables: dict[str, bytes]) -> bytes:
    power = 1 << (len(tables).bit_length() - 1)
    out = struct.pack(">IHHHH", 0x00010000, len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power))
    offset, bodies, head = len(out) + 16 * len(tables), b"", 0
    for tag in sorted(tables):
        body = tables[tag] + bytes(-len(tables[tag]) % 4)
        head = offset if tag == "head" else head
        out += struct.pack(">4sIII", tag.encode("latin-1"), _checksum(body), offset, len(tables[tag]))
        offset, bodies = offset + len(body), bodies + body
    whole = bytearray(out + bodies)
    struct.pack_into(">I", whole, head + 8, (CHECKSUM_OF_FILE - _checksum(whole)) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF
