"""Distances between characters, so that who reads the text sees no space that nobody wrote.

Readers take a gap of about a tenth of an em for a space. The wider part of such a gap (Chinese beside Latin, a stretched line)
is therefore given to the character before it: a glyph of the same outline with a wider advance.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gwr_docs.records import record
from gwr_docs.theme.faces import Font
from gwr_docs.typeset.ink import Ink, Path, Rect, Text

UNSEEN = 0.09  # em: a gap that is not taken for a space yet
STEP = 0.15  # em by which advances grow: three steps do for all gaps that lines are stretched to
APART = 1.0  # em: what stands farther apart are not parts of one word
WIDER = "+"  # for each step, behind the character in a glyph's name


@record
class Drawn:
    """A text and its glyphs by name, a character with as many signs behind it as its advance is wider in steps."""

    item: Text
    names: Sequence[str]
    tracking: float


def spaced(ink: Iterable[Ink], fonts: Mapping[str, Font]) -> Iterator[Rect | Path | Drawn]:
    """The same ink in the same order."""
    for line, run in groupby(ink, key=lambda item: (item.tag, item.y) if isinstance(item, Text) else None):
        items = list(run)
        if line is None:
            yield from (item for item in items if not isinstance(item, Text))
        else:
            yield from _line([item for item in items if isinstance(item, Text)], fonts)


def _line(line: Sequence[Text], fonts: Mapping[str, Font]) -> Iterator[Drawn]:
    for index, item in enumerate(line):
        if not item.text:
            yield Drawn(item, "", 0.0)
            continue
        after = line[index + 1] if index + 1 < len(line) else None
        inner = _steps(item.tracking, item.size)
        last = _steps(after.x - end(item, fonts), item.size) if after and after.text else 0
        if inner or last:
            names = [*(_wider(item.text[:-1], inner)), *_wider(item.text[-1], last)]
            yield Drawn(item, names, item.tracking - inner * STEP * item.size)
        else:
            yield Drawn(item, item.text, item.tracking)


def end(item: Text, fonts: Mapping[str, Font]) -> float:
    """The right edge of a text's last character."""
    widths = fonts[item.font].widths
    return item.x + math.fsum(map(widths.__getitem__, item.text)) * item.size + item.tracking * (len(item.text) - 1)


def _wider(text: str, steps: int) -> Sequence[str]:
    return [character + WIDER * steps for character in text] if steps else text


def _steps(gap: float, size: float) -> int:
    return max(0, math.ceil((gap / size - UNSEEN) / STEP)) if gap <= APART * size else 0
