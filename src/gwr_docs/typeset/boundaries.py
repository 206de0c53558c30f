"""Measuring text: what stands between its characters, and what each boundary can give or take (W3C clreq 3.1.6, 6.2)."""

from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import add, ne

from gwr_docs.typeset.characters import (
    BRACKETS,
    COMMAS,
    ENDS,
    GAP,
    GAP_LEAST,
    GAP_MOST,
    GAPS,
    MIDDLES,
    SPACE_LEAST,
    SPACE_MOST,
    SPACES,
    Characters,
    Span,
)
from gwr_docs.typeset.marks import (
    BARRED,
    BARRED_AT_END,
    BOUND,
    CLOSING,
    FULL,
    FULL_WIDTH,
    MARKED,
    MIDDLE,
    OPEN,
    OPENING,
    PAUSES,
    SPACED,
    is_latin,
    left_blank,
    pair_flags,
    right_blank,
)


def measure(spans: Sequence[Span], flush: bool = False) -> Characters:
    """Measure `spans`; neighbouring marks are set close. `flush`: an opening mark at the very start gives up its blank,
    as it does at the start of further lines."""
    c = Characters("".join(span.text for span in spans))
    advances = [advance for span in spans for advance in _add_span(c, span)]
    length = len(c.text)
    c.extra, c.free = [0.0] * length, [1] * length
    pairs = pair_flags(c.text)
    _hold_marks(c, spans, pairs)
    special = list(compress(count(), pairs))
    for i in special:
        _judge(c, i, pairs, advances)
    if length and not flush:
        c.left[0] = 0.0
    c.seams.update(compress(count(), map(ne, c.fonts, c.fonts[1:])))
    c.events = sorted(c.seams.union(special))
    c.breaks = [i for i, found in enumerate(pairs, 1) if not found & BARRED]
    if length:
        c.breaks.append(length)
    c.drawn = [0.0, *accumulate(advances)]
    c.widths = [0.0, *accumulate(map(add, advances, c.extra))]
    return c


def _hold_marks(c: Characters, spans: Sequence[Span], pairs: list[int]) -> None:
    """A mark begins no line, is not parted, and stands close: no gap before or in it, not even the blank of a ” or 》.

    A number behind it stands apart.
    """
    at = 0
    for span in spans:
        if span.clings and at:
            c.extra[at - 1], c.right[at - 1] = -c.right[at - 1], 0.0
        for i in range(max(0, at - 1), at + len(span.text) - 1) if span.clings else ():
            pairs[i] = pairs[i] & ~SPACED | BARRED | BOUND
        at += len(span.text)
        if span.clings and at < len(c.text) and is_latin(c.text[at]):
            pairs[at - 1] |= SPACED


def _add_span(c: Characters, span: Span) -> list[float]:
    """The advances of a span; what else is known of its characters goes to `c`."""
    text, face, size = span.text, span.face, span.size
    distinct = set(text)
    advances = {character: face.advance(character) * size for character in distinct}
    left, right, fonts = dict.fromkeys(distinct, 0.0), dict.fromkeys(distinct, 0.0), {}
    for character in distinct:
        fonts[character] = (face.font_for(character) or face.fonts[0]).key
    for mark in distinct & FULL:
        left[mark] = left_blank(mark, face.advance(mark)) * size
        right[mark] = right_blank(mark, face.advance(mark)) * size
    if c.text and c.fonts:
        c.seams.add(len(c.fonts) - 1)
    c.fonts += map(fonts.__getitem__, text)
    c.left += map(left.__getitem__, text)
    c.right += map(right.__getitem__, text)
    c.tags += [span.tag] * len(text)
    c.sizes += [size] * len(text)
    return list(map(advances.__getitem__, text))


def _judge(c: Characters, i: int, pairs: list[int], advances: list[float]) -> None:
    """Boundary `i`, which is not plain."""
    found, size = pairs[i], c.sizes[i]
    if found & BOUND:
        c.free[i] = 0
    if found & SPACED:
        c.extra[i] = GAP * size
        c.squeezes.add(i, GAPS, (GAP - GAP_LEAST) * size)
        c.stretches.add(i, GAPS, (GAP_MOST - GAP) * size)
    if found & OPEN:
        c.squeezes.add(i, SPACES, advances[i] - SPACE_LEAST * size)
        c.stretches.add(i, SPACES, SPACE_MOST * size - advances[i])
        if _before_spaces(c.text, i) in BARRED_AT_END:
            pairs[i] |= BARRED
    if found & MARKED:
        _set_marks(c, i, advances)


def _before_spaces(text: str, i: int) -> str:
    while i and text[i] == " ":
        i -= 1
    return text[i]


def _set_marks(c: Characters, i: int, advances: list[float]) -> None:
    """Two marks side by side take 1.5 em, not 2 (clreq 3.1.6.1); what blank remains may be squeezed."""
    a, b, size = c.text[i], c.text[i + 1], c.sizes[i + 1]
    right, left = c.right[i], c.left[i + 1]
    if right and b in FULL and advances[i + 1] > FULL_WIDTH * size:
        c.extra[i], right = -right, 0.0
    elif left and c.left[i] and b in OPENING:
        c.extra[i], left = -left, 0.0
    c.squeezes.add(i, turn(a), right)
    c.squeezes.add(i, turn(b), left)


def turn(mark: str) -> int:
    """When a mark's blank is squeezed."""
    if mark in MIDDLE:
        return MIDDLES
    if mark in OPENING or mark in CLOSING:
        return BRACKETS
    return COMMAS if mark in PAUSES else ENDS
