"""Words and numbers of a chart, at one of the sizes that it tries."""

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import pairwise
from math import fsum

from gwr_docs.documents.runs import made
from gwr_docs.records import record
from gwr_docs.typeset.ink import Ink, Rect
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.line_ink import dropped_spaces, line_ink
from gwr_docs.typeset.setter import ALIGNED, ONE_LINE, Setter, Words
from gwr_docs.typeset.tags import Tag

ASCENT = 0.88  # em from the top of a line's box down to its base line: Chinese glyphs fill the box
SMALLER = 0.5  # pt from one size that is tried to the next
NARROWER = 0.5  # em by which the lines of a name are tried wider, until they are as few as they can be


@record
class Label:
    """Lines in their look; `height` reaches from the top of the first to the foot of the last."""

    text: str
    lines: tuple[Line, ...]
    size: float
    leading: float
    color: str
    tag: Tag

    @property
    def width(self) -> float:
        return max((line.end for line in self.lines), default=0.0) * self.size

    @property
    def height(self) -> float:
        return self.size + (len(self.lines) - 1) * self.leading

    @property
    def torn(self) -> bool:
        """Whether a line holds a lone character, or Latin letters or digits that belong together stand on two lines."""
        ends = [(a.text[-1], b.text[0]) for a, b in pairwise(self.lines)]
        cut = any(a.isascii() and a.isalnum() and b.isascii() and b.isalnum() for a, b in ends)
        return cut or (len(self.lines) > 1 and min(len(line.text) for line in self.lines) == 1)

    def ink(self, x: float, top: float, align: str = "left") -> Iterator[Ink]:
        """`x` is the left, middle or right of each line."""
        spaces = dropped_spaces(self.text, self.lines)
        for i, line in enumerate(self.lines):
            base = top + ASCENT * self.size + i * self.leading
            yield from line_ink(line, x - line.end * self.size * ALIGNED[align], base, self.size, (self.color,), (self.tag,), spaces[i])


@record
class ChartSetter:
    """Sets a chart's labels. The theme's [page] has the chart_ lengths, percentages and counts, its styles category and value.

    `scale` is the share of these styles' sizes that is tried; all sizes share what has been composed.
    """

    setter: Setter
    tag: Tag
    scale: float = 1.0
    _composed: dict[tuple[str, str, float], tuple[Line, ...]] = field(default_factory=dict)

    def number(self, name: str) -> int:
        return self.setter.theme.numbers[f"chart_{name}"]

    def share(self, name: str) -> float:
        return self.number(name) / 100

    def length(self, name: str) -> float:
        return self.setter.page(f"chart_{name}")

    def size(self, role: str) -> float:
        return max(self.setter.smallest(role), self.setter.size(role) * self.scale)

    @property
    def mark(self) -> float:
        """Radius of the mark on a point, which goes with the text beside it."""
        return self.number("mark") / 2 * self.scale

    def em(self, name: str, role: str = "value") -> float:
        """A length that grows with the text: the percentage `name` of the role's size."""
        return self.share(name) * self.size(role)

    def smaller(self) -> Iterator["ChartSetter"]:
        """This, and the same at smaller and smaller sizes, down to the smallest."""
        yield self
        full, least = self.setter.size("value"), self.setter.smallest("value")
        steps = round((full - least) / SMALLER)
        yield from (replace(self, scale=1 - step * SMALLER / full) for step in range(1, steps + 1))

    def number_label(self, text: str, color: str = "ink") -> Label:
        return self._label(text, self._compose(text, "value", ONE_LINE), "value", color)

    def name(self, text: str, width: float = ONE_LINE) -> Label:
        """A name on as few lines of `width` as it needs, of much the same length."""
        lines = self._compose(text, "category", ONE_LINE)
        room = width / self.size("category")
        if fsum(line.end for line in lines) > room:
            lines = self._level(text, room, sum(line.end for line in lines))
        return self._label(text, lines, "category", "ink")

    def bar(self, x: float, y: float, width: float, height: float, color: str) -> Rect:
        return Rect(x, y, width, height, color, self.tag)

    def _level(self, text: str, room: float, natural: float) -> tuple[Line, ...]:
        least = self._compose(text, "category", room)
        added = text.find("（")  # what a name has in brackets stands on a line of its own
        if len(least) == 2 and added > 0:
            parted = (*self._compose(text[:added], "category", room), *self._compose(text[added:], "category", room))
            if len(parted) == 2:
                return parted
        width = natural / len(least)
        while width < room:
            lines = self._compose(text, "category", width)
            if len(lines) <= len(least):
                return lines
            width += NARROWER
        return least

    def _compose(self, text: str, role: str, width: float) -> tuple[Line, ...]:
        """Lines of `width` em."""
        key = (text, role, width)
        if key not in self._composed:
            self._composed[key] = self.setter.lines([Words(made(text), role)], width, justify=False, size=1.0)
        return self._composed[key]

    def _label(self, text: str, lines: tuple[Line, ...], role: str, color: str) -> Label:
        size = self.size(role)
        return Label(text, lines, size, size * self.share("name_leading"), color, self.tag)
