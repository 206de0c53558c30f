"""What is drawn, in points from the top left of its box, y downwards: the only language the PDF writer speaks."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Union

from gwr_docs.records import record
from gwr_docs.typeset.tags import AGAIN, LAYOUT, Tag

ROUNDED = 3  # decimals of a point: far below what can be seen


@record
class Text:
    """Characters of one font on one base line; `tracking` is added after each character. `color` is a palette role.

    `tag` says what the text is; the writer refuses text of which nobody said it.
    """

    x: float
    y: float
    text: str
    font: str
    size: float
    color: str
    tracking: float = 0.0
    tag: Tag | None = None


@record
class Rect:
    """A filled rectangle; rules are thin ones. In a figure its tag is the figure's."""

    x: float
    y: float
    width: float
    height: float
    color: str
    tag: Tag = LAYOUT


Subpath = tuple[tuple[float, float], ...]


@record
class Path:
    """What no rectangle can draw: straight lines through points. Without a `width` each of `paths` is a filled shape, with one a stroke.

    A stroke is closed where it ends at its first point; `dash` are its lengths on and off. Where filled shapes of one path
    lie in each other, those that turn the other way are holes.
    """

    paths: tuple[Subpath, ...]
    color: str
    width: float = 0.0
    dash: tuple[float, ...] = ()
    tag: Tag = LAYOUT

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that is drawn; strokes meet in round corners."""
        xs, ys = zip(*(point for path in self.paths for point in path), strict=True)
        half = self.width / 2
        return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half

    @property
    def x(self) -> float:
        return self.box[0]

    @property
    def y(self) -> float:
        return self.box[1]

    def moved(self, dx: float, dy: float) -> "Path":
        return replace(self, paths=tuple(tuple((x + dx, y + dy) for x, y in path) for path in self.paths))


Ink = Text | Rect | Path


@record
class Box:
    """A strip of a column that is never cut: a line, a table row, a strip of cards.

    `before` is blank above it, dropped at the top of a column; `keep` holds it together with the next box;
    `outline` is its entry in the document outline: level from 0 and title; `again` stands above it at the top of a column, to name
    what goes on there (beside it, if it has no height); `notes` stand at the foot of its page.
    """

    height: float
    ink: tuple[Ink, ...] = ()
    before: float = 0.0
    keep: bool = False
    outline: tuple[int, str] | None = None
    again: Union["Box", None] = None
    notes: tuple["Box", ...] = ()


def empty(tag: Tag) -> Text:
    """Ink enough for an element in which nothing is written."""
    return Text(0, 0, "", "", 0, "ink", tag=tag)


def repeated(box: Box) -> Box:
    """The same once more, for the eye alone."""
    return Box(box.height, tuple(replace(item, tag=AGAIN) if isinstance(item, Text) else item for item in box.ink))


def shifted(ink: Iterable[Ink], dx: float, dy: float) -> tuple[Ink, ...]:
    return tuple(item.moved(dx, dy) if isinstance(item, Path) else replace(item, x=item.x + dx, y=item.y + dy) for item in ink)


def foot(ink: Iterable[Ink]) -> float:
    """How far down it reaches; of text its base line."""
    return max(item.y if isinstance(item, Text) else item.y + item.height if isinstance(item, Rect) else item.box[3] for item in ink)


def stacked(boxes: Iterable[Box]) -> tuple[Ink, ...]:
    """The ink of boxes one below the other."""
    out: list[Ink] = []
    y = 0.0
    for box in boxes:
        out += shifted(box.ink, 0, y)
        y += box.height
    return tuple(out)


def joined(ink: Iterable[Ink]) -> tuple[Ink, ...]:
    """Rectangles of one colour that stand on each other become one: viewers show seams between neighbours,
    and what an upper box draws over a lower one is not covered by its panel."""
    out: list[Ink] = []
    open_ends: dict[tuple[float, float, str, float], int] = {}
    for item in ink:
        if not isinstance(item, Rect):
            out.append(item)
            continue
        if item.tag is not LAYOUT:
            out.append(item)
            continue
        top = (item.x, item.width, item.color, round(item.y, ROUNDED))
        at, taken = open_ends.pop(top, len(out)), item
        if at < len(out):
            above = out[at]
            assert isinstance(above, Rect)
            out[at] = taken = replace(above, height=item.y + item.height - above.y)
        else:
            out.append(item)
        open_ends[(item.x, item.width, item.color, round(taken.y + taken.height, ROUNDED))] = at
    return tuple(out)
