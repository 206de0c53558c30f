"""Lines of justified paragraphs that do not end at the right edge of their column.

A column is what paragraphs of a page (of a table: of its cells) share on the left. Its right edge is where most of its full lines
end; it has several edges if text of several widths begins at one left, and a paragraph is held to the nearest that it fits in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tools.tagged_lines import Element, Line

JUSTIFIED = frozenset({"P", "LBody", "Note"})
SHARP = frozenset({"Figure", "TH", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "TOC", "TOCI", "Lbl", "Title", "Formula"})
TOLERANCE = 1.0  # pt
HANGING = set("，。、；：！？”’）》〉】〕」』,.;:!?)]")
MOST_HANGING = 9.0  # pt: half of a closing mark of 18 pt
APART = 0.6  # em between the left edges of two columns; an opening mark may hang by half an em
INDENT = 2.2  # em that the first line of a paragraph may stand in
MOST_OVER = 3.0  # em that a line may run over its column; what reaches farther is text of another width
SHARE = 0.25  # of a column's lines that must agree on an edge


@dataclass(frozen=True, slots=True)
class Full:
    """A line that must be full, with the farthest its paragraph reaches."""

    line: Line
    reach: float


def ragged(elements: Iterable[Element]) -> tuple[int, list[str]]:
    """The number of lines that must be full, and those that are not, each as its end and how far it is off in points."""
    columns = _columns([element for element in elements if _is_justified(element)])
    rights: dict[int, list[float]] = defaultdict(list)
    for (_, _, left), fulls in columns.items():
        rights[left] += [_ink_right(full.line) for full in fulls]
    found = []
    for (_, _, left), fulls in columns.items():
        # A column with a single full line is held to those of other pages that begin at the same left.
        edges = _edges([_ink_right(full.line) for full in fulls] if len(fulls) > 1 else rights[left])
        edges = edges or [max(full.reach for full in fulls)]
        for full in fulls:
            edge = next((edge for edge in edges if edge >= full.reach - TOLERANCE), edges[-1])
            if full.reach - edge > MOST_OVER * full.line.size:
                edge = full.reach
            if not _ends_at(full.line, edge):
                found.append(f"p. {full.line.page + 1} {full.line.text[-8:]} {full.line.right - edge:+.1f} pt")
    return sum(map(len, columns.values())), found


def _is_justified(element: Element) -> bool:
    return element.kinds[0] in JUSTIFIED and not SHARP & set(element.kinds) and len(element.lines) > 1


def _columns(elements: Sequence[Element]) -> dict[tuple[int, int, int], list[Full]]:
    """Lines that must be full by (page, table, left edge in points)."""
    lefts: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)  # with the size of their text
    for element in elements:
        for line in element.lines[1:]:
            lefts[line.page, element.table].append((line.left, line.size))
    out: dict[tuple[int, int, int], list[Full]] = defaultdict(list)
    for element in elements:
        places = [_place(element, index, lefts[line.page, element.table]) for index, line in enumerate(element.lines)]
        for index, line in enumerate(element.lines[:-1]):
            peers = [_ink_right(other) for other, place in zip(element.lines, places, strict=True) if place == places[index]]
            out[line.page, element.table, places[index][1]].append(Full(line, max(peers)))
    return out


def _place(element: Element, index: int, lefts: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """Page and left edge of a line's column. A first line takes the second's, if that stands below it, since it may be indented."""
    line = element.lines[index]
    if index == 0:
        below = element.lines[1]
        if below.page == line.page and below.y < line.y:
            line = below
        elif near := [left for left, size in lefts if -APART * size < line.left - left < INDENT * size]:
            return line.page, round(max(near))
    near = [left for left, size in lefts if abs(left - line.left) < APART * size]
    return line.page, round(Counter(round(left, 1) for left in near).most_common(1)[0][0] if near else line.left)


def _edges(rights: Sequence[float]) -> list[float]:
    """The edges that enough lines agree on, from the left."""
    votes = [(sum(abs(other - right) < TOLERANCE / 2 for other in rights), right) for right in rights]
    most = max((count for count, _ in votes), default=0)
    needed = most if most < 3 else max(3, SHARE * len(rights))
    good = sorted(right for count, right in votes if count >= needed)
    edges = [right for index, right in enumerate(good) if index == 0 or right - good[index - 1] >= TOLERANCE]
    return edges if most > 1 else edges[-1:]


def _ink_right(line: Line) -> float:
    """Where a line ends without the blank half of a closing mark that hangs over."""
    return line.right - (min(line.size / 2, MOST_HANGING) if line.text[-1] in HANGING and not line.text[-1].isascii() else 0.0)


def _ends_at(line: Line, edge: float) -> bool:
    over = line.right - edge
    hanging = min(line.size / 2, MOST_HANGING) if line.text[-1] in HANGING else 0.0
    return -TOLERANCE <= over <= hanging + TOLERANCE
