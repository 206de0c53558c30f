"""Lines of the grid set: broken as office programs break them (grid_lines.py), then justified by the core that sets all other lines."""

from collections.abc import Sequence
from itertools import accumulate, compress, count, pairwise

from gwr_docs.typeset.characters import Characters
from gwr_docs.typeset.grid_lines import LIBREOFFICE, GridText, Habits, measure_grid
from gwr_docs.typeset.justify import Line, set_line
from gwr_docs.typeset.marks import BOUND, pair_flags


def set_grid_lines(
    texts: Sequence[GridText],
    lines: Sequence[str],
    size: float,
    width: float,
    indent: float,
    tracking: float,
    justify: bool,
    habits: Habits = LIBREOFFICE,
) -> tuple[Line, ...]:
    """The `lines` into which `texts` were broken, in em of `size`; other lengths are points. A piece's tag is the index of its text.

    With `justify` all but the last are exactly `width` wide. Marks keep their full width, so that characters stand below each other.
    """
    c = grid_characters(texts, size, tracking, habits)
    cuts = list(pairwise(accumulate(map(len, lines), initial=0)))
    last = len(cuts) - 1
    return tuple(
        set_line(c, a, b, (width if i else width - indent) / size, 0.0 if i else indent / size, justify and i < last)
        for i, (a, b) in enumerate(cuts)
    )


def grid_characters(texts: Sequence[GridText], size: float, tracking: float, habits: Habits = LIBREOFFICE) -> Characters:
    """What grid_lines.py measured, as the core of justification has it: nothing to squeeze, tracking to grow wherever no word is parted."""
    text = "".join(part.text for part in texts)
    gaps, advances = measure_grid(texts, text, tracking, habits)
    c = Characters(text, base=tracking / size)
    glyphs: list[float] = []
    for number, part in enumerate(texts):
        fonts, widths = {}, {}
        for character in set(part.text):
            fonts[character] = (part.face.font_for(character) or part.face.fonts[0]).key
            widths[character] = part.face.advance(character) * part.size / size
        c.fonts += map(fonts.__getitem__, part.text)
        glyphs += map(widths.__getitem__, part.text)
        c.tags += [number] * len(part.text)
        c.sizes += [part.size / size] * len(part.text)
    length = len(text)
    c.left = c.right = [0.0] * length
    steps = [(advance + gap) / size for advance, gap in zip(advances, [*gaps[1:], 0.0], strict=True)]
    c.extra = [step - glyph for step, glyph in zip(steps, glyphs, strict=True)]
    c.drawn = [0.0, *accumulate(glyphs)]
    c.widths = [0.0, *accumulate(steps)]
    c.free = [0 if found & BOUND else 1 for found in pair_flags(text)] + [1] * bool(length)
    keys = list(zip(c.fonts, c.tags, strict=True))
    c.seams.update(compress(count(), map(tuple.__ne__, keys, keys[1:])))
    plain = c.base
    c.events = sorted(c.seams.union(i for i in range(length) if not c.free[i] or abs(c.extra[i] - plain) > EVEN))
    return c


EVEN = 1e-9  # em: sums of equal steps differ by less
