"""Open fonts for a document to carry: under their own names, cut down to its characters, in ECMA-376's disguise."""

import hashlib
import io
import uuid
from collections.abc import Iterable
from dataclasses import replace
from itertools import cycle

from gwr_docs.theme.faces import Font, FontBook

ROWS = (*range(1, 4), *range(16, 56))  # of GB 2312: marks, numerals, full-width letters; the 3755 hanzi of level 1
ASCII = frozenset(map(chr, range(0x20, 0x7F)))
MASKED = 32  # bytes (ECMA-376 part 4, 17.8.1)


def open_names(book: FontBook) -> FontBook:
    """The same faces by the names of the open fonts: an embedded font is found by its family, not by what it stands for."""
    faces = {key: replace(face, official=face.fonts[0].family, latin=face.latin_font.family) for key, face in book.faces.items()}
    return FontBook(faces, book.fonts)


def everyday_characters() -> frozenset[str]:
    """What an editor may type into the document: GB 2312 level 1, ASCII, Chinese marks."""
    # gbk holds the same rows; Python's gb2312 decodes the dash and the middle dot to other signs than keyboards give.
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in ROWS for cell in range(1, 95))
    return ASCII | frozenset("".join(cell.decode("gbk", "ignore") for cell in cells))


def cut_down(font: Font, characters: Iterable[str]) -> bytes:
    """The font as TrueType with these characters alone, as far as it has them."""
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options()
    options.hinting = False
    options.name_IDs = ["*"]  # with the licence
    options.name_languages = [0x409]  # one family name: a Chinese Word would look for the Chinese one
    options.prune_codepage_ranges = False  # Word takes a font for Chinese by them
    options.drop_tables += ["FFTM"]
    source = load_font(str(font.path), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    subsetter.subset(source)
    out = io.BytesIO()
    save_font(source, out, options)
    return out.getvalue()


def disguise(font: bytes) -> tuple[str, bytes]:
    """The font's key and its masked bytes. The key comes from the bytes, so that the same font has the same."""
    key = uuid.UUID(bytes=hashlib.sha256(font).digest()[:16])
    masked = bytes(byte ^ mask for byte, mask in zip(font[:MASKED], cycle(reversed(key.bytes)), strict=False))
    return f"{{{key}}}".upper(), masked + font[MASKED:]
