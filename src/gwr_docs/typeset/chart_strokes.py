"""Lines that are told apart without colour: by their dashes, and by the marks on their points."""

import math
from collections.abc import Sequence

from gwr_docs.typeset.chart_boxes import Point
from gwr_docs.typeset.chart_legend import Swatch
from gwr_docs.typeset.chart_setter import ChartSetter
from gwr_docs.typeset.ink import Ink, Path, Subpath


def _corners(count: int, radius: float, turn: float = 0.0) -> Subpath:
    """A regular shape about the origin; `turn` is the angle of its first corner, clockwise from the right."""
    angles = [turn + i * math.tau / count for i in range(count)]
    return tuple((radius * math.cos(angle), radius * math.sin(angle)) for angle in angles)


# Of one area to the eye, in radii of a mark: circle, square, diamond, triangle.
MARKS = (_corners(24, 1.0), _corners(4, 1.25, math.pi / 4), _corners(4, 1.3), _corners(3, 1.4, -math.pi / 2))
WIDEST = 1.4  # radii that a mark reaches from its point
DASHES = ((), (4.0, 2.0), (1.2, 1.4), (7.0, 1.8, 1.4, 1.8))  # in widths of the line


def stroke(points: Sequence[Point], index: int, role: str, setter: ChartSetter) -> Ink:
    line = setter.length("line")
    return Path((tuple(points),), role, line, tuple(part * line for part in DASHES[index % len(DASHES)]), setter.tag)


def marks(points: Sequence[Point], index: int, role: str, setter: ChartSetter) -> Ink:
    return _marks(points, index, role, 0.0, setter)


def halos(points: Sequence[Point], index: int, setter: ChartSetter) -> Ink:
    """Paper under the marks, which keeps them apart from the lines."""
    return _marks(points, index, "paper", setter.length("halo"), setter)


def _marks(points: Sequence[Point], index: int, role: str, more: float, setter: ChartSetter) -> Ink:
    shape, radius = MARKS[index % len(MARKS)], setter.mark + more
    return Path(tuple(tuple((x + dx * radius, y + dy * radius) for dx, dy in shape) for x, y in points), role, tag=setter.tag)


def line_swatch(index: int, role: str, setter: ChartSetter) -> Swatch:
    def draw(width: float, height: float) -> tuple[Ink, ...]:
        middle, half = height / 2, setter.length("line") / 2
        return (stroke([(half, middle), (width - half, middle)], index, role, setter), marks([(width / 2, middle)], index, role, setter))

    return draw
