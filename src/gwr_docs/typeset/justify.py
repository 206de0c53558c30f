"""Setting one line: what is too much is squeezed, what is left over is spread, and the line is cut into pieces."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import field

from gwr_docs.records import record
from gwr_docs.typeset.characters import ENDS, GAPS, Characters, Give
from gwr_docs.typeset.edges import ROUNDING, inner_end, visible_end


@record
class Piece:
    """Characters drawn in one go: font key, left edge, em added after each character, and size as a share of the paragraph's."""

    text: str
    font: str
    x: float
    tracking: float
    tag: int
    size: float = 1.0


@record
class Line:
    """A finished line: its pieces from the left edge of the measure, its text, and where it ends."""

    pieces: tuple[Piece, ...]
    text: str
    end: float


@record
class _Change:
    """What justification adds: `own` at single boundaries, `tracking` at all free ones before the last character, `inner`."""

    inner: int
    own: Mapping[int, float] = field(default_factory=dict)
    tracking: float = 0.0


def set_line(c: Characters, start: int, end: int, width: float, indent: float, justify: bool, hang: bool = False) -> Line:
    """Characters start to end as a line of at most `width`, exactly `width` when `justify`."""
    inner, end = inner_end(c.text, start, end, hang), visible_end(c.text, start, end)
    last = inner - 1
    natural = c.end(inner) - c.start(start)
    spare, change = width - natural, _Change(last)
    if spare < -ROUNDING:
        own, left_over = _shared(c.squeezes, start, last, -spare, ENDS)
        natural = width + left_over
        change = _Change(last, {at: -room for at, room in own.items()})
    elif justify and spare > ROUNDING:
        own, left_over = _shared(c.stretches, start, last, spare, GAPS)
        places = sum(c.free[start:last]) if left_over > ROUNDING else 0
        natural = width if places else width - left_over
        change = _Change(last, own, left_over / places if places else 0.0)
    return Line(_pieces(c, start, end, indent - c.left[start], change), c.text[start:end], indent + natural)


def _shared(give: Give, start: int, last: int, need: float, most: int) -> tuple[dict[int, float], float]:
    """What each boundary of a line contributes to `need`, one kind after the other, and what they could not."""
    slots = range(bisect_left(give.at, start), bisect_left(give.at, last))
    rooms = [0.0] * (most + 1)
    for k in slots:
        rooms[give.what[k]] += give.room[k]
    shares = []
    for room in rooms:
        shares.append(min(1.0, need / room) if room > 0 else 0.0)
        need = max(0.0, need - room)
    out: dict[int, float] = {}
    for k in slots:
        out[give.at[k]] = out.get(give.at[k], 0.0) + give.room[k] * shares[give.what[k]]
    return out, need


def _pieces(c: Characters, start: int, end: int, x: float, change: _Change) -> tuple[Piece, ...]:
    """Runs of one font and tag whose characters stand at even distances."""
    out: list[Piece] = []
    first, even = start, math.nan  # of the open piece; not a number while it has one character

    for a, b, distance in _distances(c, start, end, change):
        if a in c.seams or abs(distance - even) > ROUNDING:
            even = 0.0 if first == a else even
            out.append(Piece(c.text[first : a + 1], c.fonts[first], x, even, c.tags[first], c.sizes[first]))
            x += c.drawn[a + 1] - c.drawn[first] + even * (a - first) + distance
            first, even = a + 1, distance if b > a + 1 else math.nan
        elif first == a:
            even = distance
    out.append(Piece(c.text[first:end], c.fonts[first], x, 0.0 if first == end - 1 else even, c.tags[first], c.sizes[first]))
    return tuple(out)


def _distances(c: Characters, start: int, end: int, change: _Change) -> Iterator[tuple[int, int, float]]:
    """The boundaries of a line as stretches (from, to) that add the same distance to the advance."""
    done, plain = start, c.base + change.tracking
    for k in range(bisect_left(c.events, start), bisect_left(c.events, end - 1)):
        at = c.events[k]
        if at > done:
            yield done, at, plain
        distance = c.extra[at] + change.own.get(at, 0.0)
        yield at, at + 1, distance + change.tracking if c.free[at] and at < change.inner else distance
        done = at + 1
    if done < end - 1:
        yield done, end - 1, plain
