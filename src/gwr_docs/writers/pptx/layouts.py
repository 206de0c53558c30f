"""What slides are put upon: a presentation without slides, ours or a user's, and the layouts it has."""

from collections.abc import Mapping
from dataclasses import replace

from gwr_docs.records import record
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.shapes import Cell
from gwr_docs.typeset.slide_grid import BODY, Places
from gwr_docs.units import Length, pt
from gwr_docs.writers.pptx.placeholders import Placeholder

READABLE = pt(18)  # running text is never smaller; nor is anything of a template but what the theme itself sets smaller


@record
class Slot:
    """A placeholder of a layout, the room that it gives its text, the size that the text has by itself, and its right inset."""

    placeholder: Placeholder
    cell: Cell
    size: Length
    inset: float = 0.0


@record
class Layout:
    """`part` is its name in the package; slots go by the names of the places (slide_places.py), the title first.

    `body` is the room for the shapes of a slide in a user's layout, None for that of the theme.
    """

    part: str
    slots: Mapping[str, Slot]
    body: Cell | None = None

    @property
    def places(self) -> Mapping[str, Cell]:
        found = {name: slot.cell for name, slot in self.slots.items()}
        return {**found, BODY: self.body} if self.body else found


@record
class Base:
    """A presentation without slides, and its layouts by the keys of LAYOUTS (base.py)."""

    data: bytes
    layouts: Mapping[str, Layout]
    notes_master: str

    @property
    def places(self) -> Places:
        return {key: layout.places for key, layout in self.layouts.items()}

    def styled(self, theme: Theme) -> Theme:
        """The theme with the sizes that the layouts give to the roles of their placeholders; the least where they differ.

        A template may make large text smaller, down to READABLE; what the theme lets shrink further, sources to 12 pt and labels
        to 14 pt, it may have as small as the theme. A smaller size of a layout is not used: the slide then states its own.
        """
        sizes: dict[str, Length] = {}
        for layout in self.layouts.values():
            for slot in layout.slots.values():
                role = slot.placeholder.role
                sizes[role] = min(slot.size, sizes.get(role, slot.size))
        styles = dict(theme.styles)
        for role, size in sizes.items():
            own = styles[role]
            size = max(size, min(own.smallest or own.size, READABLE))
            styles[role] = replace(own, size=size, smallest=min(own.smallest, size) if own.smallest else None)
        return replace(theme, styles=styles)
