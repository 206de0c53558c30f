"""Build the faces: which repertoire each takes and the order of the steps."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont
from tools.fonts.charset import PAGE_NUMBERS, SYMBOLS, gb2312_hanzi, read_standard_hanzi
from tools.fonts.faces import FACES, NOTO_BOX, Face, Method
from tools.fonts.outlines import (
    convert,
    encoded,
    ink_reach,
    move,
    open_font,
    set_metrics,
    set_names,
    settle_bearings,
    subset,
    swap_punctuation,
)


@dataclass(frozen=True)
class Repertoires:
    wanted: frozenset[int]
    fandol: frozenset[int]

    def of(self, face: Face, available: frozenset[int]) -> frozenset[int]:
        match face.key:
            case "rare":
                return available & self.wanted - self.fandol
            case "song":
                return available & PAGE_NUMBERS
            case _:
                return available & self.wanted


def build_faces(sources: Mapping[str, Path], target: Path) -> None:
    # Fandol has 1,179 more ideographs, but dozens of them show another one: 干 for 幹, 誠 for 懲.
    wanted = read_standard_hanzi(sources["unihan"]) | gb2312_hanzi() | SYMBOLS
    repertoires = Repertoires(wanted, _common_fandol(sources))
    for face in FACES:
        path = target / face.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if face.changed:
            _make(face, sources, repertoires).save(path, reorderTables=True)
        else:
            shutil.copyfile(sources[face.source], path)


def _common_fandol(sources: Mapping[str, Path]) -> frozenset[int]:
    """What both text faces have; a character that only one of them has must still be found in the fallback."""
    fang, kai = (open_font(sources[key]) for key in ("fandol_fang", "fandol_kai"))
    return frozenset(encoded(fang)) & frozenset(encoded(kai))


def _make(face: Face, sources: Mapping[str, Path], repertoires: Repertoires) -> TTFont:
    font = open_font(sources[face.source])
    codes = repertoires.of(face, frozenset(encoded(font)))
    subset(font, codes)
    if face.method is Method.CONVERT:
        convert(font)
    if face.punctuation_from is not None:
        swap_punctuation(font, _donor(sources[face.punctuation_from], codes))
    if face.shift:
        move(font, face.shift)
    if face.box != NOTO_BOX:
        settle_bearings(font, face.box)
        if "BASE" in font:
            # Its em box is the one that the original declares.
            del font["BASE"]
    set_metrics(font, face.box, ink_reach(font))
    set_names(font, face)
    return font


def _donor(path: Path, codes: frozenset[int]) -> TTFont:
    donor = open_font(path)
    subset(donor, codes)
    convert(donor)
    return donor
