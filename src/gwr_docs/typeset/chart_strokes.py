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


def marks(points: Sequence[Point], index: int, role: str, setter: ChartSetter) -> tuple[Ink, ...]:
    """A mark on each point, on a halo of paper that keeps it apart from the lines."""
    shape, radius = MARKS[index % len(MARKS)], setter.number("mark") / 2
    grounds = (("paper", radius + setter.length("halo")), (role, radius))
    return tuple(
        Path(tuple(tuple((x + dx * size, y + dy * size) for dx, dy in shape) for x, y in points), color, tag=setter.tag)
        for color, size in grounds
    )


def line_swatch(index: int, role: str, setter: ChartSetter) -> Swatch:
    def draw(width: float, height: float) -> tuple[Ink, ...]:
        middle = height / 2
        return (stroke([(0, middle), (width, middle)], index, role, setter), *marks([(width / 2, middle)], index, role, setter))

    return draw
