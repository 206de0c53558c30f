"""Glyphs and tables of one face: subset, conversion from cubic outlines, line metrics and names."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from tools.fonts.charset import HAND
from tools.fonts.faces import OFL, Box, Face

LAYOUT_FEATURES = ["halt", "vhal", "palt", "chws", "vert", "locl", "ccmp", "fwid"]
# At 3 units in 1000 the inked area differs by 0.04 %, and the file is two thirds of what 1 unit takes.
TOLERANCE = 3.0
# A constant date, since a font that carries the time of its making is never the same twice.
MADE = "Thu Jan  1 00:00:00 2026"
_ENGLISH, _CHINESE = 0x409, 0x804
_USE_TYPO_METRICS, _REGULAR = 1 << 7, 1 << 6
_LATIN_1, _SIMPLIFIED_CHINESE = 1 << 0, 1 << 18
_LICENCE_TEXT = {
    OFL: (
        "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        "https://openfontlicense.org",
    )
}
_GPL_TEXT = (
    "GNU General Public License, version 3, with the font exception, which is extended to this changed version.",
    "https://www.gnu.org/licenses/gpl-3.0.html",
)


def open_font(path: Path) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)
    # The other packer, used when it happens to be installed, gives other bytes.
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    return font


def encoded(font: TTFont) -> dict[int, str]:
    cmap: dict[int, str] = font.getBestCmap()
    return cmap


def subset(font: TTFont, codes: Iterable[int]) -> None:
    options = Options()
    options.layout_features = LAYOUT_FEATURES
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    # These describe weights and hints that are gone.
    options.drop_tables = [*options.drop_tables, "STAT", "gasp", "DSIG", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(font)


def convert(font: TTFont) -> None:
    """Replace the CFF table by quadratic outlines; the names and the order of the glyphs stay."""
    glyph_set, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {name: _quadratic(glyph_set, name) for name in order}
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion, maxp.numGlyphs, maxp.maxZones = 0x00010000, len(order), 1
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxComponentDepth",
    ):
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def _quadratic(glyph_set: Any, name: str) -> Glyph:
    pen = TTGlyphPen(glyph_set)
    glyph_set[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
    return pen.glyph(dropImpliedOnCurves=True)


def swap_punctuation(font: TTFont, donor: TTFont) -> None:
    """Give `font` the marks, digits and Latin of `donor`, advances included; both must hold quadratic outlines."""
    ours, theirs = encoded(font), encoded(donor)
    for code in sorted(ours.keys() & theirs.keys() - HAND):
        name, other = ours[code], theirs[code]
        font["glyf"].glyphs[name] = donor["glyf"][other]
        for tag in ("hmtx", "vmtx"):
            font[tag].metrics[name] = donor[tag].metrics[other]


def move(font: TTFont, shift: int) -> None:
    """Move simple glyphs up by `shift` units; a composite follows its parts."""
    glyf = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, shift))
            glyph.recalcBounds(glyf)


def settle_bearings(font: TTFont, box: Box) -> None:
    """Derive side bearings from the outlines: TrueType places glyphs by them, in vertical lines too, without VORG."""
    glyf = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.numberOfContours:
            glyph.recalcBounds(glyf)
        width = font["hmtx"].metrics[name][0]
        font["hmtx"].metrics[name] = (width, getattr(glyph, "xMin", 0))
        height = font["vmtx"].metrics[name][0]
        font["vmtx"].metrics[name] = (height, box.ascent - getattr(glyph, "yMax", box.ascent))


def height_of(font: TTFont, letter: str) -> int | None:
    name = encoded(font).get(ord(letter))
    return None if name is None else int(font["glyf"][name].yMax)


def set_metrics(font: TTFont, box: Box, reach: tuple[int, int]) -> None:
    """Make all three sets of line metrics say the same; only usWin, which clips in old programs, follows the ink."""
    hhea, os2, head = font["hhea"], font["OS/2"], font["head"]
    hhea.ascent, hhea.descent, hhea.lineGap = box.ascent, box.descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = box.ascent, box.descent, 0
    os2.usWinDescent, os2.usWinAscent = max(-box.descent, -reach[0]), max(box.ascent, reach[1])
    os2.version = 4
    # A heavy face filed as Regular of its own family is used as it is; filed as Bold, it may be emboldened again.
    os2.usWeightClass, os2.usWidthClass = 400, 5
    os2.fsSelection = _REGULAR | _USE_TYPO_METRICS
    os2.panose.bFamilyType, os2.panose.bWeight = 2, 5
    for field, letter in (("sCapHeight", "H"), ("sxHeight", "x")):
        setattr(os2, field, height_of(font, letter) or getattr(os2, field, 0))
    # Office programs offer a font for Chinese text by this bit, which fontTools clears for want of bopomofo.
    os2.ulCodePageRange1, os2.ulCodePageRange2 = _LATIN_1 | _SIMPLIFIED_CHINESE, 0
    os2.usDefaultChar, os2.usBreakChar, os2.usMaxContext = 0, 32, getattr(os2, "usMaxContext", 0) or 0
    head.macStyle, head.flags, head.fontRevision = 0, 0b11, 1.0
    head.created = head.modified = timestampFromString(MADE)


def ink_reach(font: TTFont) -> tuple[int, int]:
    """Return the lowest and highest ink of what stands in a line; very long vertical marks would inflate every line."""
    names = [name for code, name in encoded(font).items() if code < 0x250 or code in HAND]
    glyphs = [font["glyf"][name] for name in names]
    inked = [glyph for glyph in glyphs if glyph.numberOfContours]
    return min(glyph.yMin for glyph in inked), max(glyph.yMax for glyph in inked)


def set_names(font: TTFont, face: Face) -> None:
    postscript = face.family.replace(" ", "") + "-Regular"
    licence, address = _LICENCE_TEXT.get(face.licence, _GPL_TEXT)
    english = {
        0: face.copyright,
        1: face.family,
        2: "Regular",
        3: f"1.000;GWR;{postscript}",
        4: face.family,
        5: f"Version 1.000; made from {face.origin}",
        6: postscript,
        10: f"Changed version of {face.original}: {face.changes[1]}.",
        13: licence,
        14: address,
        16: face.family,
        17: "Regular",
    }
    chinese = {1: face.family_zh, 2: "Regular", 4: face.family_zh, 16: face.family_zh, 17: "Regular"}
    font["name"] = table = newTable("name")
    table.names = []
    for language, strings in ((_ENGLISH, english), (_CHINESE, chinese)):
        for identifier, text in strings.items():
            table.setName(text, identifier, 3, 1, language)
