"""Where elements lie on a page, as PDF counts: upwards from the lower left corner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from gwr_docs.theme.faces import Font
from gwr_docs.typeset.ink import Ink, Path, Rect
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.spacing import end

Bounds = tuple[float, float, float, float]  # left, bottom, right, top
DESCENT, ASCENT = 0.12, 0.88  # em: how far ink reaches about its base line


def find(sought: Set[Tag], ink: Iterable[Ink], height: float, fonts: Mapping[str, Font]) -> Iterator[tuple[Tag, Bounds]]:
    """The box of each line of the elements `sought` on a page of `height` points, in order."""
    wanted = (item for item in ink if item.tag in sought)
    for (tag, _), line in groupby(wanted, key=lambda item: (item.tag, item.y)):
        assert tag is not None
        yield tag, united([_box(item, height, fonts) for item in line])


def united(boxes: Sequence[Bounds]) -> Bounds:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _box(item: Ink, height: float, fonts: Mapping[str, Font]) -> Bounds:
    if isinstance(item, Rect):
        return item.x, height - item.y - item.height, item.x + item.width, height - item.y
    if isinstance(item, Path):
        left, top, right, bottom = item.box
        return left, height - bottom, right, height - top
    right = end(item, fonts) if item.text else item.x
    return item.x, height - item.y - DESCENT * item.size, right, height - item.y + ASCENT * item.size
