"""Boxes into columns and pages. Pure geometry, lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from gwr_docs.typeset.ink import Box, Ink, joined, shifted

STEP = 2.0  # pt by which balancing tries longer columns


@dataclass(frozen=True, slots=True)
class Band:
    """Boxes that flow through `columns` columns of equal width; several columns end level.

    `head` stands above them over the whole width and on one page with the first of them; `before` is blank above it all.
    A band that is to stay `whole` begins a new page if it fits there but not below what stands already.
    """

    boxes: tuple[Box, ...]
    columns: int = 1
    before: float = 0.0
    head: tuple[Box, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Ink in page coordinates and outline entries as (level, title, y)."""

    ink: tuple[Ink, ...]
    outline: tuple[tuple[int, str, float], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """The text area of a page and the gutter between columns."""

    x: float
    y: float
    width: float
    height: float
    gutter: float

    def column_width(self, columns: int) -> float:
        return (self.width - self.gutter * (columns - 1)) / columns


def fill_column(boxes: Sequence[Box], height: float, force: bool = False) -> int:
    """How many of `boxes` go into a column of `height`, broken only where no box is kept with the next; 0 if none.

    `force` breaks a chain of kept boxes where the column ends if it is longer than the column.
    """
    used, good, full = 0.0, 0, 0
    for index, box in enumerate(boxes):
        used += box.height + (box.before if index else 0)
        if used > height + 0.01:
            break
        full = index + 1
        if not box.keep or index == len(boxes) - 1:
            good = index + 1
    return good or (full if force else 0)


def split_columns(boxes: Sequence[Box], columns: int, height: float, force: bool = False) -> list[Sequence[Box]]:
    """Fill `columns` columns of `height`; what does not fit is left out."""
    out: list[Sequence[Box]] = []
    for _ in range(columns):
        count = fill_column(boxes, height, force)
        out.append(boxes[:count])
        boxes = boxes[count:]
    return out


def balance(boxes: Sequence[Box], columns: int, room: float, force: bool = False) -> list[Sequence[Box]]:
    """The shortest columns that hold all boxes, or columns of `room` filled as far as they go."""
    full = split_columns(boxes, columns, room, force)
    if columns == 1 or sum(map(len, full)) < len(boxes):
        return full
    height = fsum(box.height for box in boxes) / columns
    while height < room:
        tried = split_columns(boxes, columns, height)
        if sum(map(len, tried)) == len(boxes):
            return tried
        height += STEP
    return full


def column_height(boxes: Sequence[Box]) -> float:
    return fsum(box.height + (box.before if index else 0) for index, box in enumerate(boxes))


def lay_out(bands: Sequence[Band], area: Area) -> tuple[Page, ...]:
    """Bands one below the other, over as many pages as they need.

    On an empty page `keep` yields where nothing else fits. Raises ValueError for a box higher than a page: whoever makes
    boxes cuts them before.
    """
    pages: list[tuple[list[Ink], list[tuple[int, str, float]]]] = [([], [])]
    y = 0.0
    for band in bands:
        boxes, head = band.boxes, band.head
        y += band.before if y else 0
        if band.whole and y and not _fits(band, area.height - y) and _fits(band, area.height):
            pages.append(([], []))
            y = 0.0
        while boxes:
            used = column_height(head)
            columns = balance(boxes, band.columns, area.height - y - used, force=not y)
            placed = sum(map(len, columns))
            if not placed and not y:
                raise ValueError(f"a box of {used + boxes[0].height:.1f} pt on a page of {area.height:.1f} pt")
            if placed:
                _place([head], area, y, 1, pages[-1])
                y, head = y + used, ()
                _place(columns, area, y, band.columns, pages[-1])
                y += max(column_height(column) for column in columns)
                boxes = boxes[placed:]
            if boxes:
                pages.append(([], []))
                y = 0.0
    return tuple(Page(joined(ink), tuple(outline)) for ink, outline in pages if ink)


def _fits(band: Band, room: float) -> bool:
    return sum(map(len, split_columns(band.boxes, band.columns, room - column_height(band.head)))) == len(band.boxes)


def _place(
    columns: Sequence[Sequence[Box]], area: Area, top: float, count: int, page: tuple[list[Ink], list[tuple[int, str, float]]]
) -> None:
    ink, outline = page
    for number, column in enumerate(columns):
        x, y = area.x + number * (area.column_width(count) + area.gutter), area.y + top
        for index, box in enumerate(column):
            y += box.before if index else 0
            ink.extend(shifted(box.ink if index else (*box.ink, *box.again), x, y))
            if box.outline:
                outline.append((*box.outline, y))
            y += box.height
