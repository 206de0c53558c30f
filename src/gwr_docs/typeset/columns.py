"""Boxes into columns. Pure geometry, lengths in points."""

from collections.abc import Sequence
from math import fsum

from gwr_docs.typeset.ink import Box

STEP = 2.0  # pt by which balancing tries longer columns


def above(box: Box, index: int) -> float:
    """What stands above the box at place `index` of a column: blank, or at the top what names it again."""
    return box.before if index else box.again.height if box.again else 0.0


def column_height(boxes: Sequence[Box]) -> float:
    return fsum(above(box, index) + box.height for index, box in enumerate(boxes))


def last_break(boxes: Sequence[Box], end: int) -> int:
    """The last place up to `end` where a column may end; 0 if there is none."""
    while 0 < end < len(boxes) and boxes[end - 1].keep:
        end -= 1
    return end


def fill_column(boxes: Sequence[Box], height: float, force: bool = False) -> int:
    """How many of `boxes` go into a column of `height`, broken only where no box is kept with the next; 0 if none.

    `force` breaks a chain of kept boxes where the column ends if it is longer than the column.
    """
    used, good, full = 0.0, 0, 0
    for index, box in enumerate(boxes):
        used += above(box, index) + box.height
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
    height = sum(box.height for box in boxes) / columns
    while height < room:
        tried = split_columns(boxes, columns, height)
        if sum(map(len, tried)) == len(boxes):
            return tried
        height += STEP
    return full
