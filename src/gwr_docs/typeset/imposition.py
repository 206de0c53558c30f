"""Pages on the sides of sheets that are folded in the middle and stapled there."""

Side = tuple[tuple[int, float], ...]  # pages, from 0, each with the distance of its left edge from the sheet's, in points

SHEET = 4  # pages on a folded sheet


def booklet_sides(count: int, width: float) -> tuple[Side, ...]:
    """The sides, front and back by turns, of sheets twice as wide as a page of `width` points; what is missing at the end stays blank."""
    full = count + -count % SHEET
    out: list[Side] = []
    for first in range(0, full // 2, 2):
        for left, right in ((full - 1 - first, first), (first + 1, full - 2 - first)):
            out.append(tuple((page, x) for page, x in ((left, 0.0), (right, width)) if page < count))
    return tuple(out)
