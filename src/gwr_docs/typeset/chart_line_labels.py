"""Numbers at the points of lines: over them or under them, clear of each other, of marks and, if it can be, of the lines."""

from collections.abc import Iterator, Sequence

from gwr_docs.records import record
from gwr_docs.typeset.chart_boxes import Box, Placed, Point, crossings
from gwr_docs.typeset.chart_setter import ChartSetter, Label

CROSSED = 4  # as bad as the worst side of a point


@record
class Spot:
    """A point of a line that has a label; `under` where this stands better below it: at a dent, and below another line."""

    x: float
    y: float
    label: Label
    under: bool


def point_labels(
    spots: Sequence[Spot], lines: Sequence[Sequence[Point]], taken: Sequence[Box], room: Box, strict: bool, setter: ChartSetter
) -> list[Placed] | None:
    """Labels in the order of `spots`, clear of the boxes `taken`. If `strict` None where one finds no place, else it is left out."""
    air, away = setter.em("label_gap") / 2, setter.em("label_gap") + setter.mark
    taken = list(taken)
    out: list[Placed] = []
    for spot in spots:
        free = [
            (rank + CROSSED * sum(crossings(placed.box, line) for line in lines), rank, placed)
            for rank, placed in enumerate(_sides(spot, away))
            if room.holds(placed.box) and not any(placed.box.overlaps(box) for box in taken)
        ]
        if free:
            *_, best = min(free, key=lambda found: found[:2])
            taken.append(best.box.grown(air))
            out.append(best)
        elif strict:
            return None
    return out


def _sides(spot: Spot, away: float) -> Iterator[Placed]:
    """The better sides first."""
    label, x, y = spot.label, spot.x, spot.y
    over = Placed(label, x - label.width / 2, y - away - label.height)
    under = Placed(label, x - label.width / 2, y + away)
    yield from (under, over) if spot.under else (over, under)
    yield Placed(label, x + away, y - label.height / 2)
    yield Placed(label, x - away - label.width, y - label.height / 2)
