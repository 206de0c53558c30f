"""Setting one line: what is too much is squeezed, what is left over is spread, and the line is cut into pieces."""

from dataclasses import dataclass

from gwr_docs.typeset.characters import GAP_LEAST, GAP_MOST, Characters
from gwr_docs.typeset.marks import CLOSING, OPENING, PAUSES, STOPS

ROUNDING = 1e-6
SQUEEZED_IN_ORDER = (OPENING | CLOSING, PAUSES, None, STOPS)  # clreq 6.2.2; None: the gaps


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters drawn in one go: font key, left edge, and em added after each character."""

    text: str
    font: str
    x: float
    tracking: float
    tag: int


@dataclass(frozen=True, slots=True)
class Line:
    """A finished line: its pieces from the left edge of the measure, its text, and where it ends."""

    pieces: tuple[Piece, ...]
    text: str
    end: float


@dataclass(slots=True)
class _Cells:
    """The characters of one line: room, shift to the left, gap after."""

    cells: list[float]
    shift: list[float]
    gaps: list[float]

    @property
    def width(self) -> float:
        return sum(self.cells) + sum(self.gaps)


def set_line(c: Characters, start: int, end: int, width: float, indent: float, justify: bool) -> Line:
    """Characters start to end as a line of at most `width`, exactly `width` when `justify`."""
    while end > start + 1 and c.text[end - 1] == " ":
        end -= 1
    line = _Cells(c.cells[start:end], c.shift[start:end], [*c.gaps[start : end - 1], 0.0])
    if start:
        line.cells[0] -= c.left[start]
        line.shift[0] += c.left[start]
    line.cells[-1] -= c.right[end - 1]
    spare = width - line.width
    if spare < -ROUNDING:
        _squeeze(c, start, line, -spare)
    elif justify:
        _stretch(c, start, line, spare)
    return Line(_pieces(c, start, line, indent), c.text[start:end], indent + line.width)


def _squeeze(c: Characters, start: int, line: _Cells, need: float) -> None:
    for marks in SQUEEZED_IN_ORDER:
        if marks is None:
            room = sum(gap - GAP_LEAST for gap in line.gaps if gap)
        else:
            at = [i for i in range(bool(start), len(line.cells) - 1) if c.text[start + i] in marks]
            room = sum(c.left[start + i] + c.right[start + i] for i in at)
        if room <= 0:
            continue
        share = min(1.0, need / room)
        if marks is None:
            line.gaps = [gap - (gap - GAP_LEAST) * share if gap else 0.0 for gap in line.gaps]
        else:
            for i in at:
                line.cells[i] -= (c.left[start + i] + c.right[start + i]) * share
                line.shift[i] += c.left[start + i] * share
        need -= room * share
        if need <= ROUNDING:
            return


def _stretch(c: Characters, start: int, line: _Cells, spare: float) -> None:
    """Give `spare` em first to the gaps, then evenly to all places but inside words, numbers and —— ……."""
    room = sum(GAP_MOST - gap for gap in line.gaps if gap)
    if room > 0:
        share = min(1.0, spare / room)
        line.gaps = [gap + (GAP_MOST - gap) * share if gap else 0.0 for gap in line.gaps]
        spare -= room * share
    text = c.text[start : start + len(line.cells)]
    places = [i for i in range(len(text) - 1) if not _bound(text[i], text[i + 1])]
    if spare > ROUNDING and places:
        for i in places:
            line.gaps[i] += spare / len(places)


def _bound(a: str, b: str) -> bool:
    """Characters that stay together when a line is stretched."""
    if a.isascii() and b.isascii():
        return True
    return (a == b and a in "—…") or (a.isdigit() and b in "—%‰℃") or (a == "—" and b.isdigit())


def _pieces(c: Characters, start: int, line: _Cells, indent: float) -> tuple[Piece, ...]:
    """Runs of one font and tag whose characters stand at even distances."""
    places, x = [], indent
    for cell, shift, gap in zip(line.cells, line.shift, line.gaps, strict=True):
        places.append(x - shift)
        x += cell + gap
    out: list[Piece] = []
    first, tracking = 0, 0.0
    for i in range(1, len(places) + 1):
        at = start + i
        if i < len(places) and c.fonts[at] == c.fonts[at - 1] and c.tags[at] == c.tags[at - 1]:
            extra = places[i] - places[i - 1] - c.drawn[at - 1]
            if i == first + 1:
                tracking = extra
            if abs(extra - tracking) < ROUNDING:
                continue
        out.append(Piece(c.text[start + first : at], c.fonts[start + first], places[first], tracking, c.tags[start + first]))
        first, tracking = i, 0.0
    return tuple(out)
