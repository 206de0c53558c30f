"""Labels that have a place, and what would lie upon another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gwr_docs.records import record
from gwr_docs.typeset.chart_setter import Label
from gwr_docs.typeset.ink import Ink

Point = tuple[float, float]
SLACK = 0.001  # pt: what adding up lengths may be off


@record
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > SLACK and min(self.bottom, other.bottom) - max(self.top, other.top) > SLACK

    def holds(self, other: "Box") -> bool:
        inner = self.grown(SLACK)
        return inner.left <= other.left and other.right <= inner.right and inner.top <= other.top and other.bottom <= inner.bottom

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@record
class Placed:
    """A label with its left top corner."""

    label: Label
    x: float
    y: float

    @property
    def box(self) -> Box:
        return Box(self.x, self.y, self.x + self.label.width, self.y + self.label.height)

    def ink(self) -> Iterator[Ink]:
        return self.label.ink(self.x, self.y)


def any_overlap(labels: Iterable[Placed]) -> bool:
    """Whether two labels lie upon each other."""
    boxes = sorted((placed.box for placed in labels), key=lambda box: box.left)
    for i, box in enumerate(boxes):
        for other in boxes[i + 1 :]:
            if other.left >= box.right:
                break
            if box.overlaps(other):
                return True
    return False


def crossings(box: Box, line: Iterable[Point]) -> int:
    """How many pieces of a line that goes from left to right run through a box."""
    count = 0
    for (x0, y0), (x1, y1) in pairwise(line):
        if x1 <= box.left or x0 >= box.right:
            continue
        slope = (y1 - y0) / (x1 - x0)
        ends = [y0 + slope * (max(box.left, x0) - x0), y0 + slope * (min(box.right, x1) - x0)]
        count += min(ends) < box.bottom and max(ends) > box.top
    return count


def spread(heights: Sequence[float], apart: float, lowest: float) -> list[float]:
    """Heights moved as little as brings them `apart`, none below `lowest`; those that touch have the middle of their own as middle."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        blocks.append((heights[index], [index]))
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], apart):
            (_, lower), (_, upper) = blocks[-2:]
            both = lower + upper
            blocks[-2:] = [(sum(heights[i] for i in both) / len(both), both)]
    out = list(heights)
    for middle, members in blocks:
        for place, index in enumerate(members):
            out[index] = middle + (place - (len(members) - 1) / 2) * apart
    for index in reversed(order):
        out[index] = min(out[index], lowest)
        lowest = out[index] - apart
    return out


def _touch(one: tuple[float, list[int]], other: tuple[float, list[int]], apart: float) -> bool:
    return other[0] - one[0] < (len(one[1]) + len(other[1])) / 2 * apart
