"""Bands of boxes into pages, with floating bands and notes at the foot. Pure geometry, lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import fsum

from gwr_docs.records import record
from gwr_docs.typeset.columns import above, balance, column_height, last_break, split_columns
from gwr_docs.typeset.ink import Box, Ink, joined, shifted, stacked

Outline = tuple[int, str, float]
NOTHING = Box(0.0)


@record
class Band:
    """Boxes that flow through `columns` columns of equal width; several columns end level.

    `head` stands above them over the whole width and on one page with the first of them; `before` is blank above it all, and above
    what goes on below a float. A band that is to stay `whole` begins a new page if it fits there but not below what stands already.
    One that `floats` is never parted: where it has no room it goes to the top of the next page, and the bands behind it fill this one.
    """

    boxes: tuple[Box, ...]
    columns: int = 1
    before: float = 0.0
    head: tuple[Box, ...] = ()
    whole: bool = False
    floats: bool = False


@record
class Page:
    """Ink in page coordinates and outline entries as (level, title, y)."""

    ink: tuple[Ink, ...]
    outline: tuple[Outline, ...]


@record
class Area:
    """The text area of a page and the gutter between columns."""

    x: float
    y: float
    width: float
    height: float
    gutter: float

    def column_width(self, columns: int) -> float:
        return (self.width - self.gutter * (columns - 1)) / columns


def lay_out(bands: Sequence[Band], area: Area, over_notes: Box = NOTHING) -> tuple[Page, ...]:
    """Bands one below the other, over as many pages as they need; `over_notes` parts the notes of a page from what stands above.

    On an empty page `keep` yields where nothing else fits. Raises ValueError for a box or float higher than a page, notes included:
    whoever makes boxes cuts them before.
    """
    layout = _Layout(area, over_notes)
    for band in bands:
        layout.add(band)
    while layout.waiting:
        layout.begin_page()
    return tuple(layout.page(sheet) for sheet in layout.sheets if sheet.ink)


@dataclass(slots=True)
class _Sheet:
    ink: list[Ink] = field(default_factory=list)
    outline: list[Outline] = field(default_factory=list)
    notes: list[Box] = field(default_factory=list)


class _Layout:
    """Pages while they fill; `y` is how far the last one is filled."""

    def __init__(self, area: Area, over_notes: Box) -> None:
        self.area, self.over_notes = area, over_notes
        self.sheets = [_Sheet()]
        self.waiting: list[Band] = []  # floats for the next page
        self.y = 0.0

    def _room(self, boxes: Sequence[Box] = ()) -> float:
        """What is left of the page above its notes and those of `boxes`."""
        notes = [*self.sheets[-1].notes, *_notes(boxes)]
        return self.area.height - self.y - self._height(notes)

    def _height(self, notes: Sequence[Box]) -> float:
        return self.over_notes.height + fsum(note.height for note in notes) if notes else 0.0

    def add(self, band: Band) -> None:
        self.y += band.before if self.y else 0.0
        if band.floats and (self.waiting or not self._fits(band)):
            if not self.y:
                raise ValueError(f"a float of {column_height(band.boxes):.1f} pt on a page of {self.area.height:.1f} pt")
            self.y -= band.before
            self.waiting.append(band)
            return
        if band.whole and self.y and not self._fits(band) and _fits(band, self.area.height - self._height(_notes(band.boxes))):
            self._go_on(band)
        self._flow(band)

    def begin_page(self) -> None:
        """A new page with the floats that wait for it at its top."""
        self.sheets.append(_Sheet())
        self.y = 0.0
        waiting, self.waiting = self.waiting, []
        for band in waiting:
            self.add(band)

    def _go_on(self, band: Band) -> None:
        self.begin_page()
        self.y += band.before if self.y else 0.0

    def _flow(self, band: Band) -> None:
        boxes, head = band.boxes, band.head
        while boxes:
            columns = self._take(boxes, band.columns, column_height(head))
            placed = sum(map(len, columns))
            if not placed and not self.y:
                raise ValueError(f"a box of {column_height((*head, boxes[0])):.1f} pt on a page of {self.area.height:.1f} pt")
            if placed:
                self._place([head], 1)
                self._place(columns, band.columns)
                boxes, head = boxes[placed:], ()
            if boxes:
                self._go_on(band)

    def _take(self, boxes: Sequence[Box], count: int, used: float) -> list[Sequence[Box]]:
        """As many boxes as the page has room for below `used`, in `count` columns, with their notes.

        Tried for each number of notes: with room for so many, what stands before the next one.
        """
        noted, best = [i for i, box in enumerate(boxes) if box.notes], list[Sequence[Box]]()
        for with_notes, end in zip([0, *(i + 1 for i in noted)], [*noted, len(boxes)], strict=True):
            end = last_break(boxes, end) or (0 if self.y else end)
            columns = balance(boxes[:end], count, self._room(boxes[:with_notes]) - used, force=not self.y)
            best = max(best, columns, key=lambda columns: sum(map(len, columns)))
        return best

    def _fits(self, band: Band) -> bool:
        """Whether the whole band has room on this page."""
        return _fits(band, self._room(band.boxes))

    def _place(self, columns: Sequence[Sequence[Box]], count: int) -> None:
        sheet, area = self.sheets[-1], self.area
        for number, column in enumerate(columns):
            x, y = area.x + number * (area.column_width(count) + area.gutter), area.y + self.y
            for index, box in enumerate(column):
                again = box.again if not index else None
                sheet.ink += shifted(again.ink, x, y) if again and again.height else ()
                y += above(box, index)
                sheet.ink += shifted(box.ink, x, y)
                sheet.ink += shifted(again.ink, x, y) if again and not again.height else ()
                if box.outline:
                    sheet.outline.append((*box.outline, y))
                y += box.height
                sheet.notes += box.notes
        self.y += max(column_height(column) for column in columns)

    def page(self, sheet: _Sheet) -> Page:
        notes = (self.over_notes, *sheet.notes) if sheet.notes else ()
        foot = shifted(stacked(notes), self.area.x, self.area.y + self.area.height - self._height(sheet.notes))
        return Page(joined((*sheet.ink, *foot)), tuple(sheet.outline))


def _fits(band: Band, room: float) -> bool:
    return sum(map(len, split_columns(band.boxes, band.columns, room - column_height(band.head)))) == len(band.boxes)


def _notes(boxes: Sequence[Box]) -> list[Box]:
    return [note for box in boxes for note in box.notes]
