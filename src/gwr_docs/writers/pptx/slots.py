"""The placeholders of a user's layout that ours go into, by name, or by kind and index."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gwr_docs.typeset.shapes import Cell
from gwr_docs.units import EMU_PER_MM, EMU_PER_PT, Length, pt
from gwr_docs.writers.pptx.layouts import Slot
from gwr_docs.writers.pptx.placeholders import Placeholder

BODY_NAME = "正文"
TITLES = ("title", "ctrTitle")
ALONE = ("subTitle", "sldNum")  # there is one of each in a layout
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}  # where nothing is said, ECMA-376 21.1.2.1.1
_PLAIN = 18  # pt, likewise
_LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)|([+-]?\d+)", re.ASCII)
_UNITS = {"mm": EMU_PER_MM, "cm": 10 * EMU_PER_MM, "in": 72 * EMU_PER_PT, "pt": EMU_PER_PT, "pc": 12 * EMU_PER_PT, "pi": 12 * EMU_PER_PT}


class UnfitError(ValueError):
    """What a template has that cannot be used; the text is the same in every language."""


def find_slots(layout: Any, wanted: Mapping[str, Placeholder]) -> dict[str, Slot]:
    """Place -> slot, as far as the layout has them with a place of their own or of the master."""
    free = [shape for shape in layout.placeholders if shape_cell(shape)]
    found: dict[str, Any] = {}
    for fits in (_is_title, _has_name, _has_kind):
        for place, row in wanted.items():
            shape = next((shape for shape in free if fits(shape, row)), None)
            if place not in found and shape is not None:
                found[place] = shape
                free.remove(shape)
    return {place: _slot(found[place], row, layout) for place, row in wanted.items() if place in found}


def shape_cell(shape: Any) -> Cell | None:
    """Where a placeholder stands, on the layout or by the master; None if neither says."""
    try:
        lengths = (shape.left, shape.top, shape.width, shape.height)
    except KeyError:  # of a kind that python-pptx finds no master for, upright text for one
        return None
    return None if None in lengths else Cell(*(value / EMU_PER_PT for value in lengths))


def _kind(shape: Any) -> str:
    return str(shape._element.ph.get("type", ""))


def _is_title(shape: Any, row: Placeholder) -> bool:
    return row.kind in TITLES and _kind(shape) in TITLES


def _has_name(shape: Any, row: Placeholder) -> bool:
    return bool(shape.name.strip() == row.name) and row.kind not in TITLES


def _has_kind(shape: Any, row: Placeholder) -> bool:
    return _kind(shape) == row.kind and (row.kind in ALONE or shape.placeholder_format.idx == row.index)


def _slot(shape: Any, row: Placeholder, layout: Any) -> Slot:
    """Text stands within the insets."""
    kind, whole = _kind(shape), shape_cell(shape)
    assert whole is not None
    elements = [shape._element, *_master_shapes(layout.slide_master, kind)]
    left, top, right, bottom = (_inset(elements, name) / EMU_PER_PT for name in _INSETS)
    cell = Cell(whole.x + left, whole.y + top, whole.width - left - right, whole.height - top - bottom)
    placeholder = replace(row, kind=kind, index=shape.placeholder_format.idx)
    return Slot(placeholder, cell, _size(elements, layout.slide_master, kind), right)


def _master_shapes(master: Any, kind: str) -> list[Any]:
    """What a placeholder of a layout inherits from: the title, the text or the number of the master."""
    base = "title" if kind in TITLES else kind if kind in ("sldNum", "ftr", "dt") else "body"
    return [shape._element for shape in master.placeholders if _kind(shape) == base][:1]


def _inset(elements: list[Any], name: str) -> int:
    for element in elements:
        body = element.find(f"{_P}txBody/{_A}bodyPr")
        if body is not None and body.get(name):
            return _emu(name, body.get(name))
    return _INSETS[name]


def _emu(name: str, text: str) -> int:
    """A coordinate as ECMA-376 22.9.2.15 has it: a whole number of EMU, or a number with its unit. Raises UnfitError."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise UnfitError(f"{name}={text[:20]!r}")
    return int(found[3]) if found[3] else round(float(found[1]) * _UNITS[found[2]])


def _points(text: str) -> Length:
    """A size of text, which stands in hundredths of a point and has no unit. Raises UnfitError."""
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise UnfitError(f"sz={text[:20]!r}")
    return pt(int(text) / 100)


def _size(elements: list[Any], master: Any, kind: str) -> Length:
    """Of the first level of text: from the layout, the master's placeholder or the master's styles."""
    style = "titleStyle" if kind in TITLES else "otherStyle" if kind == "sldNum" else "bodyStyle"
    lists = [element.find(f"{_P}txBody/{_A}lstStyle") for element in elements] + [master._element.find(f"{_P}txStyles/{_P}{style}")]
    for listed in lists:
        own = listed.find(f"{_A}lvl1pPr/{_A}defRPr") if listed is not None else None
        if own is not None and own.get("sz"):
            return _points(own.get("sz"))
    return pt(_PLAIN)
