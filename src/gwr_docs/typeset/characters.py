"""Text measured character by character: what line breaking and justification work on.

Lengths are in em of the paragraph's size. What happens in a line happens between two characters: boundary i is between
character i and the next.
"""

from dataclasses import dataclass, field
from itertools import accumulate

from gwr_docs.records import record
from gwr_docs.theme.faces import Face

GAP = 0.25  # between Chinese and Latin; may shrink to GAP_LEAST and grow to GAP_MOST
GAP_LEAST = 0.125
GAP_MOST = 0.5
SPACE_LEAST = 0.25  # of word spaces
SPACE_MOST = 0.5
SPACES, MIDDLES, BRACKETS, COMMAS, GAPS, ENDS = range(6)  # what is squeezed in this order (clreq 6.2.2); spaces and gaps grow so, too


@record
class Span:
    """Text in one face; `size` is a share of the paragraph's; `tag` comes back with the pieces it is cut into.

    One that `clings` is a mark [1]: whole, and on the line of what stands before it.
    """

    text: str
    face: Face
    tag: int = 0
    size: float = 1.0
    clings: bool = False


@record
class Give:
    """Room that boundaries can give or take, sorted by boundary: `what` in order of its turn, `room` in em."""

    at: list[int] = field(default_factory=list)
    what: list[int] = field(default_factory=list)
    room: list[float] = field(default_factory=list)

    def add(self, at: int, what: int, room: float) -> None:
        if room > 0:
            self.at.append(at)
            self.what.append(what)
            self.room.append(room)

    def sums(self, length: int) -> list[float]:
        """Running sums over boundaries."""
        rooms = [0.0] * length
        for at, room in zip(self.at, self.room, strict=True):
            rooms[at] += room
        return [0.0, *accumulate(rooms)]


@dataclass(slots=True)
class Characters:
    """`fonts`, `tags`, `sizes`, `left` and `right` (blank in a mark) have one entry a character; `extra` (the distance beyond
    the advance) and `free` (whether tracking may widen it) one a boundary; `drawn` and `widths` are running sums of advances,
    without and with `extra`. `breaks` are the ends of possible lines, `seams` boundaries where the font or tag changes,
    `events` all that are not plain; at those that are, `extra` is `base`."""

    text: str
    fonts: list[str] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    extra: list[float] = field(default_factory=list)
    free: list[int] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    seams: set[int] = field(default_factory=set)
    events: list[int] = field(default_factory=list)
    squeezes: Give = field(default_factory=Give)
    stretches: Give = field(default_factory=Give)
    base: float = 0.0

    def start(self, at: int) -> float:
        """Where a line starts whose first character is `at`: half an opening mark is left out."""
        return self.widths[at] + self.left[at]

    def end(self, at: int) -> float:
        """Where a line ends that ends before `at`: no gap, half a mark."""
        return self.widths[at] - self.extra[at - 1] - self.right[at - 1]
