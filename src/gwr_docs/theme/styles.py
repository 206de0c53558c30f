"""Looks by role, read from the theme files into frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from itertools import accumulate
from typing import Any

from gwr_docs.records import record
from gwr_docs.theme.colors import luminance
from gwr_docs.units import Length, length

NO_LENGTH = Length(0)


@record
class Style:
    """How a role looks. `leading` is the distance of base lines; `color` is a role of the theme's palette.

    `name` is what office programs show in their list of styles.
    """

    face: str
    size: Length
    align: str = "left"
    indent: bool = False
    bold: bool = False
    color: str = "ink"
    leading: Length | None = None
    space_before: Length = NO_LENGTH
    space_after: Length = NO_LENGTH
    smallest: Length | None = None
    raised: bool = False
    name: str = ""


@record
class Theme:
    """A theme file: lengths of the page, plain numbers, widths of table columns, styles by role, colours by role (RRGGBB).

    `tighter`: the same theme, step by step with less air and less beside the text, for what is to keep within some pages.
    """

    name: str
    page: Mapping[str, Length]
    numbers: Mapping[str, int]
    styles: Mapping[str, Style]
    palette: Mapping[str, str]
    columns: Mapping[str, tuple[Length, ...]]
    tighter: tuple["Theme", ...] = ()

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return luminance(self.palette["ink"]) > luminance(self.palette["paper"])


def load_theme(name: str) -> Theme:
    """The theme `name` (gbt9704, deck, deck_dark, summary). Raises KeyError or ValueError for a theme file that is not one.

    A file that begins with `base = "deck"` has everything of that one but what it says itself;
    so has each of its tables `tighter` of the one before it.
    """
    data = _read(name)
    if "base" in data:
        data = _merged(_read(data["base"]), data)
    steps = list(accumulate(data.get("tighter", ()), _merged, initial=data))
    first, *tighter = (_theme(name, step) for step in steps)
    return replace(first, tighter=tuple(tighter))


def _theme(name: str, data: Mapping[str, Any]) -> Theme:
    page = data.get("page", {})
    return Theme(
        name=name,
        page={key: length(value) for key, value in page.items() if isinstance(value, str)},
        numbers={key: value for key, value in page.items() if isinstance(value, int)},
        styles={role: _style(row) for role, row in data["styles"].items()},
        palette=data.get("palette", {}),
        columns={name: tuple(map(length, widths)) for name, widths in data.get("columns", {}).items()},
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("gwr_docs.theme").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = {key: _merged(base[key], value) for key, value in own.items() if isinstance(value, dict) and key in base}
    return {**base, **own, **both}


def _style(row: Mapping[str, Any]) -> Style:
    lengths = {"size", "leading", "space_before", "space_after", "smallest"}
    values: dict[str, Any] = {key: length(value) if key in lengths else value for key, value in row.items()}
    return Style(**values)
