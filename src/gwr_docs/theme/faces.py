"""The fonts that ship with the program: widths and coverage from their tables, so that planning opens no font."""

import json
import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from gwr_docs.records import record

RARE = "rare"  # the font that holds the characters which the others lack


@dataclass(frozen=True)
class Font:
    """One font file; lengths are in em. The table beside the file is read when first asked for."""

    key: str
    family: str
    path: Path
    table: Path

    @cached_property
    def _data(self) -> Mapping[str, object]:
        data: Mapping[str, object] = json.loads(self.table.read_text(encoding="utf-8"))
        return data

    @cached_property
    def widths(self) -> Mapping[str, float]:
        """Character -> advance in em; a character that is not here has no glyph."""
        groups = self._data["widths"]
        assert isinstance(groups, dict)
        widths: dict[str, float] = {}
        for width, characters in groups.items():
            widths |= dict.fromkeys(characters, float(width) / 1000)
        return widths

    @property
    def ascent(self) -> float:
        return float(str(self._data["ascent"])) / 1000

    @property
    def descent(self) -> float:
        return float(str(self._data["descent"])) / 1000


@record
class Face:
    """A face of the document: names for office files, and the open fonts that stand in, in the order they are asked."""

    key: str
    official: str
    latin: str
    fonts: tuple[Font, ...]
    latin_font: Font
    _found: dict[str, Font | None] = field(default_factory=dict, compare=False, repr=False)
    _advances: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def font_for(self, character: str) -> Font | None:
        """The font that prints a character, the rare characters' font last; None if none has it."""
        if character not in self._found:
            latin = character.isascii() and character in self.latin_font.widths
            fonts = (self.latin_font,) if latin else self.fonts
            self._found[character] = next((font for font in fonts if character in font.widths), None)
        return self._found[character]

    def lacking(self, characters: Set[str]) -> set[str]:
        """Those of `characters` that no font of the face has."""
        latin = {character for character in characters if character.isascii()}.intersection(self.latin_font.widths)
        return set(characters).difference(latin, *(font.widths for font in self.fonts))

    def advance(self, character: str) -> float:
        """Width in em; one em for a character that no font has, which theme/coverage.py refuses."""
        if character not in self._advances:
            font = self.font_for(character)
            self._advances[character] = font.widths[character] if font else 1.0
        return self._advances[character]


@record
class FontBook:
    """All faces by role name, and all fonts by key."""

    faces: Mapping[str, Face]
    fonts: Mapping[str, Font]


def fonts_folder() -> Path:
    """Where the fonts lie: in the installed package, or at the top of a source tree."""
    package = Path(str(files("gwr_docs")))
    installed = package / "assets" / "fonts"
    return installed if installed.is_dir() else package.parent.parent / "assets" / "fonts"


def load_fonts(folder: Path | None = None) -> FontBook:
    """The font book of a folder with faces.toml. Raises FileNotFoundError when the installation is incomplete."""
    root = folder or fonts_folder()
    listed = tomllib.loads((root / "faces.toml").read_text(encoding="utf-8"))
    fonts = {key: Font(key, row["family"], root / row["file"], root / row["table"]) for key, row in listed.items()}
    named = tomllib.loads(files("gwr_docs.theme").joinpath("faces.toml").read_text(encoding="utf-8"))
    faces = {
        key: Face(key, row["official"], row["latin"], (fonts[row["font"]], fonts[RARE]), fonts[row["latin_font"]])
        for key, row in named.items()
    }
    return FontBook(faces, fonts)
