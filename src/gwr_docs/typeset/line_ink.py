"""Composed lines to ink."""

from collections.abc import Sequence

from gwr_docs.typeset.ink import Ink, Text
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.tags import Tag


def line_ink(
    line: Line,
    x: float,
    y: float,
    size: float,
    colors: Sequence[str],
    tags: Sequence[Tag | None],
    spaces: str = "",
    lifts: Sequence[float] = (),
) -> tuple[Ink, ...]:
    """A composed line at base line `y`; a piece's tag chooses its colour, its element and by how much it is raised.

    `spaces` were dropped at the line's end: they are not seen there, but who reads the text needs them between two words.
    """
    last = len(line.pieces) - 1
    return tuple(
        Text(
            x + piece.x * size,
            y - (lifts[piece.tag] if lifts else 0.0),
            piece.text + (spaces if i == last else ""),
            piece.font,
            size * piece.size,
            colors[piece.tag],
            piece.tracking * size,
            tags[piece.tag],
        )
        for i, piece in enumerate(line.pieces)
    )


def dropped_spaces(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The spaces of `text` that fell out at the end of each of its lines."""
    out, at = [], 0
    for line in lines:
        end = text.index(line.text, at) + len(line.text)
        at = end
        while text[at : at + 1] == " ":
            at += 1
        out.append(text[end:at])
    return tuple(out)
