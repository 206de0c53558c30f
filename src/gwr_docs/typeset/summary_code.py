"""The QR code of the summary's head."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gwr_docs.documents.qr import qr_modules
from gwr_docs.typeset.ink import Ink, Rect
from gwr_docs.typeset.tags import Tag


def qr_ink(address: str, x: float, y: float, side: float) -> tuple[Ink, ...]:
    """The code with its top left corner at x, y; the blank around it is the caller's.

    Runs of modules are drawn along rows and along columns, too: viewers show seams between neighbours.
    """
    modules, tag = qr_modules(address), Tag("Figure", alt=f"二维码：{address}")
    size = side / len(modules)
    rows = [Rect(x + a * size, y + i * size, (b - a) * size, size, "ink", tag) for i, a, b in _runs(modules)]
    columns = [Rect(x + i * size, y + a * size, size, (b - a) * size, "ink", tag) for i, a, b in _runs(list(zip(*modules, strict=True)))]
    return (*rows, *(column for column in columns if column.height > size * 1.5))


def _runs(rows: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int]]:
    """Row, first and end of each run of dark modules."""
    for number, row in enumerate(rows):
        for dark, run in groupby(range(len(row)), key=row.__getitem__):
            if dark:
                places = list(run)
                yield number, places[0], places[-1] + 1
