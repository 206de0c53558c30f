"""A user's own presentation as the base of the deck: its layouts by name, their placeholders with place and size of text."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE

from gwr_docs.diagnostics import ContentError, Diagnostic, fault
from gwr_docs.model.report import MAX_TEMPLATE, Template
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.shapes import Cell
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import BODIES, layout_places
from gwr_docs.units import EMU_PER_PT, pt
from gwr_docs.writers.pptx.base import LAYOUTS
from gwr_docs.writers.pptx.emptied import emptied
from gwr_docs.writers.pptx.layouts import Base, Layout, Slot
from gwr_docs.writers.pptx.placeholders import PLACEHOLDERS
from gwr_docs.writers.pptx.slots import BODY_NAME, UnfitError, find_slots, shape_cell

UNPACKED = 5  # times the packed limit
SLACK = 0.01  # of a length: programs round the size of a slide
LEAST = 0.6  # of the theme's body, in width and height: less holds no chart
ANY_BODY = "内容"  # a layout of this name serves for the layouts for bodies that a template has not


def read_template(template: Template, theme: Theme, book: FontBook) -> Base:
    """The presentation without its slides. Raises ContentError when it is none, or lacks what slides need."""
    try:
        return _read(template, theme, book)
    except ContentError:
        raise
    except Exception as error:  # a damaged package raises whatever its readers stumble over, and they read as they go
        reason = str(error) if isinstance(error, UnfitError) else "ZIP" if isinstance(error, zipfile.BadZipFile) else "OOXML"
        raise ContentError([fault("GWR116", template.span, name=template.name, reason=reason)]) from error


def _read(template: Template, theme: Theme, book: FontBook) -> Base:
    presentation = _opened(template.data)
    _check_size(presentation, template, theme)
    found: dict[str, Any] = {}
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            found.setdefault(layout.name.strip(), layout)
    names = {key: _serving(key, found) for key in LAYOUTS}
    slots = {key: find_slots(found[name], PLACEHOLDERS[key]) for key, name in names.items() if name in found}
    _check_layouts(names, slots, found, template)
    grid = Grid(theme)
    bodies = {key: _body(found[names[key]], slots[key], grid) for key in BODIES}
    _check_bodies({names[key]: body for key, body in bodies.items()}, grid, template)
    layouts = {key: Layout(str(found[name].part.partname)[1:], slots[key], bodies.get(key)) for key, name in names.items()}
    data, notes_master = emptied(presentation, theme, book)
    return Base(data, layouts, notes_master)


def _serving(key: str, found: Mapping[str, Any]) -> str:
    """The name of the layout for a key, whether the template has it or not."""
    own = LAYOUTS[key]
    return ANY_BODY if key in BODIES and own not in found and ANY_BODY in found else own


def _opened(data: bytes) -> Any:
    _check_bytes(len(data), MAX_TEMPLATE)  # first: of a larger file only as much was read as shows that
    _check_bytes(sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()), UNPACKED * MAX_TEMPLATE)
    presentation = pptx.Presentation(io.BytesIO(data))
    if presentation.part.content_type != CONTENT_TYPE.PML_PRESENTATION_MAIN:
        raise UnfitError("VBA")
    return presentation


def _check_bytes(size: int, limit: int) -> None:
    if size > limit:
        raise UnfitError(f"> {limit // 1_000_000} MB")


def _check_size(presentation: Any, template: Template, theme: Theme) -> None:
    wanted = (theme.page["width"].pt, theme.page["height"].pt)
    size = ((presentation.slide_width or 0) / EMU_PER_PT, (presentation.slide_height or 0) / EMU_PER_PT)
    if any(abs(one - other) > SLACK * other for one, other in zip(size, wanted, strict=True)):
        raise ContentError([fault("GWR117", template.span, name=template.name, size=_shown(*size), wanted=_shown(*wanted))])


def _check_layouts(names: Mapping[str, str], slots: Mapping[str, Mapping[str, Slot]], found: Mapping[str, Any], template: Template) -> None:
    missing: dict[str, None] = {}  # without repeating a layout that serves for several
    for key, name in names.items():
        lost = [row.name for place, row in PLACEHOLDERS[key].items() if not row.optional and place not in slots.get(key, {})]
        if lost:
            missing[f"{name}（{'、'.join(lost)}）"] = None
    if missing:
        has = "；".join(f"{name}（{'、'.join(shape.name for shape in layout.placeholders)}）" for name, layout in found.items())
        raise ContentError([fault("GWR118", template.span, name=template.name, missing="；".join(missing), found=has or "—")])


def _body(layout: Any, slots: Mapping[str, Slot], grid: Grid) -> Cell:
    """The placeholder named 正文, or what the others leave."""
    named = next((cell for shape in layout.placeholders if shape.name.strip() == BODY_NAME and (cell := shape_cell(shape))), None)
    return named or _between([slot.cell for slot in slots.values()], grid)


def _check_bodies(bodies: Mapping[str, Cell], grid: Grid, template: Template) -> None:
    least = (LEAST * grid.body.width, LEAST * grid.body.height)
    faults: list[Diagnostic] = []
    for name, body in bodies.items():
        if body.width < least[0] or body.height < least[1]:
            size = _shown(body.width, max(body.height, 0))
            faults.append(fault("GWR119", template.span, name=template.name, layout=name, size=size, wanted=_shown(*least)))
    if faults:
        raise ContentError(faults)


def _between(cells: list[Cell], grid: Grid) -> Cell:
    """Between what stands in the upper and in the lower half of the slide, with the gaps that the theme has there."""
    own, middle = layout_places("points", grid), grid.page["height"] / 2
    over, under = grid.body.y - _bottom(own["title"]), min(own["source"].y, own["number"].y) - _bottom(grid.body)
    top = max((_bottom(cell) for cell in cells if cell.y + cell.height / 2 < middle), default=0) + over
    end = min((cell.y for cell in cells if cell.y + cell.height / 2 >= middle), default=grid.page["height"]) - under
    left, right = min(cell.x for cell in cells), max(cell.x + cell.width for cell in cells)
    return Cell(left, top, right - left, end - top)


def _bottom(cell: Cell) -> float:
    return cell.y + cell.height


def _shown(width: float, height: float) -> str:
    return f"{pt(width).mm / 10:.2f}×{pt(height).mm / 10:.2f}"
