"""Text measured character by character: what line breaking and justification work on. Lengths are in em."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gwr_docs.theme.faces import Face
from gwr_docs.typeset.marks import FULL, FULL_WIDTH, OPENING, left_blank, may_break, right_blank, spaced

GAP = 0.25  # between Chinese and Latin; may shrink to GAP_LEAST and grow to GAP_MOST
GAP_LEAST = 0.125
GAP_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one face; `tag` comes back with the pieces it is cut into."""

    text: str
    face: Face
    tag: int = 0


@dataclass(slots=True)
class Characters:
    """One entry a character. `cells` is the room it takes, `shift` how far left of its cell it is drawn,
    `left` and `right` the blank that could still be given up, `gaps` and `breaks` what follows it.

    `widths` and `slack` are running sums (one entry more): of cells and gaps, and of what squeezing can win.
    """

    text: str
    fonts: list[str]
    tags: list[int]
    drawn: list[float]
    cells: list[float]
    shift: list[float]
    left: list[float]
    right: list[float]
    gaps: list[float]
    breaks: list[bool]
    widths: list[float]
    slack: list[float]


def measure(spans: Sequence[Span]) -> Characters:
    """Measure `spans`; neighbouring marks are already set close."""
    text = "".join(span.text for span in spans)
    fonts: list[str] = []
    drawn: list[float] = []
    left: list[float] = []
    right: list[float] = []
    for span in spans:
        known = {character: _measure_one(character, span.face) for character in set(span.text)}
        for character in span.text:
            key, advance, before, after = known[character]
            fonts.append(key)
            drawn.append(advance)
            left.append(before)
            right.append(after)
    padded = f"\0{text}\0\0"
    out = Characters(
        text=text,
        fonts=fonts,
        tags=[span.tag for span in spans for _ in span.text],
        drawn=drawn,
        cells=list(drawn),
        shift=[0.0] * len(text),
        left=left,
        right=right,
        gaps=[GAP if spaced(padded[i + 1], padded[i + 2]) else 0.0 for i in range(len(text))],
        breaks=[may_break(padded[i], padded[i + 1], padded[i + 2], padded[i + 3]) for i in range(len(text))],
        widths=[],
        slack=[],
    )
    if out.gaps:
        out.gaps[-1] = 0.0
    _set_marks_close(out)
    _sum_up(out)
    return out


def _measure_one(character: str, face: Face) -> tuple[str, float, float, float]:
    """Font key, advance, and blank at the left and right."""
    font = face.font_for(character)
    advance = font.widths[character] if font else 1.0
    return font.key if font else face.fonts[0].key, advance, left_blank(character, advance), right_blank(character, advance)


def _set_marks_close(c: Characters) -> None:
    """Two marks side by side take 1.5 em, not 2 (clreq 3.1.6.1)."""
    for i in range(len(c.text) - 1):
        if c.right[i] and c.text[i + 1] in FULL and c.drawn[i + 1] > FULL_WIDTH:
            c.cells[i] -= c.right[i]
            c.right[i] = 0.0
        elif c.left[i] and c.left[i + 1] and c.text[i + 1] in OPENING:
            c.cells[i + 1] -= c.left[i + 1]
            c.shift[i + 1], c.left[i + 1] = c.left[i + 1], 0.0


def trim_start(c: Characters) -> None:
    """An opening mark at the left edge gives up its blank, so that it stands flush with the lines below."""
    if c.text and c.left[0]:
        c.cells[0] -= c.left[0]
        c.shift[0], c.left[0] = c.left[0], 0.0
        _sum_up(c)


def _sum_up(c: Characters) -> None:
    c.widths = [0.0, *accumulate(cell + gap for cell, gap in zip(c.cells, c.gaps, strict=True))]
    won = (a + b + (gap - GAP_LEAST if gap else 0) for a, b, gap in zip(c.left, c.right, c.gaps, strict=True))
    c.slack = [0.0, *accumulate(won)]
