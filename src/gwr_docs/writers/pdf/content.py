"""Ink to a page's content stream, each run of one element marked with its number on the page (ISO 32000-1 14.6, 14.7.4.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gwr_docs.typeset.ink import Path, Rect, Subpath
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.fonts import Face
from gwr_docs.writers.pdf.objects import Name, Value, number, written
from gwr_docs.writers.pdf.spacing import Drawn

ARTIFACTS = {"Header": "Top", "Footer": "Bottom"}  # where they are attached


class Pen:
    """Writes one side of a sheet; `marks` are the elements of its marked runs, by number.

    Keeps what is set already, so that nothing is set twice.
    """

    def __init__(self, height: float, faces: Mapping[str, Face], palette: Mapping[str, str]) -> None:
        self._height, self._faces, self._palette = height, faces, palette
        self._out: list[str] = []
        self._set: dict[str, str] = {}
        self.marks: list[Tag] = []

    @property
    def stream(self) -> bytes:
        return "\n".join(self._out).encode("ascii")

    def draw(self, tag: Tag, ink: Sequence[Rect | Path | Drawn]) -> None:
        """A run of ink of one element, or of none."""
        self._out.append(self._opening(tag))
        for kind, items in groupby(ink, key=type):
            if kind is Drawn:
                self._texts([item for item in items if isinstance(item, Drawn) and item.names])
            else:
                self._shapes(item for item in items if not isinstance(item, Drawn))
        self._out.append("EMC")

    def _opening(self, tag: Tag) -> str:
        if tag.kind != "Artifact":
            self.marks.append(tag)
            return f"/{tag.kind} <</MCID {len(self.marks) - 1}>> BDC"
        if not tag.role:
            return "/Artifact <</Type /Layout>> BDC"
        about: dict[str, Value] = {"Type": Name("Pagination"), "Subtype": Name(tag.role), "Attached": [Name(ARTIFACTS[tag.role])]}
        return f"/Artifact {written(about)} BDC"

    def _shapes(self, shapes: Iterable[Rect | Path]) -> None:
        for shape in shapes:
            if isinstance(shape, Path):
                self._path(shape)
            else:
                self._color(shape.color)
                place = map(number, (shape.x, self._height - shape.y - shape.height, shape.width, shape.height))
                self._out.append(f"{' '.join(place)} re f")

    def _path(self, path: Path) -> None:
        if path.width:
            self._paint(self._palette[path.color], "G", "RG")
            self._change("w", number(path.width))
            self._change("d", f"[{' '.join(map(number, path.dash))}] 0")
            self._change("j", "1")
        else:
            self._color(path.color)
        self._out += [*map(self._lines, path.paths), "S" if path.width else "f"]

    def _lines(self, path: Subpath) -> str:
        points = path[:-1] if path[0] == path[-1] else path
        places = [f"{number(x)} {number(self._height - y)}" for x, y in points]
        return f"{places[0]} m {' '.join(f'{place} l' for place in places[1:])}{'' if points is path else ' h'}"

    def _texts(self, texts: Sequence[Drawn]) -> None:
        if not texts:
            return
        self._out.append("BT")
        for drawn in texts:
            item = drawn.item
            self._color(item.color)
            self._change("Tc", number(drawn.tracking))
            self._out.append(f"1 0 0 1 {number(item.x)} {number(self._height - item.y)} Tm")
            for font, codes in self._faces[item.font].encode(drawn.names):
                self._change("Tf", f"/{font} {number(item.size)}")
                self._out.append(f"<{codes}> Tj")
        self._out.append("ET")

    def _color(self, role: str) -> None:
        self._paint(self._palette[role], "g", "rg")

    def _paint(self, color: str, grey: str, rgb: str) -> None:
        """Greys as such, or printers mix black of all their inks and count the page as one of colour."""
        parts = [number(int(color[i : i + 2], 16) / 255) for i in (0, 2, 4)]
        if parts[0] == parts[1] == parts[2]:
            self._change(grey, parts[0], rgb)
        else:
            self._change(rgb, " ".join(parts), grey)

    def _change(self, operator: str, operands: str, other: str = "") -> None:
        """`other` is an operator that this one overrides."""
        if self._set.get(operator) != operands:
            self._set.pop(other, None)
            self._set[operator] = operands
            self._out.append(f"{operands} {operator}")


def draw(ink: Iterable[Rect | Path | Drawn], pen: Pen) -> Iterator[tuple[Tag, int]]:
    """Writes ink; tells each element and the number of its mark as they come. Raises ValueError for text of which nobody said what it is."""
    for tag, run in groupby(ink, key=_tag):
        items = list(run)
        if tag is None:
            raise ValueError(f"text without a tag: {items[0]}")
        number = len(pen.marks)
        pen.draw(tag, items)
        if len(pen.marks) > number:
            yield tag, number


def _tag(item: Rect | Path | Drawn) -> Tag | None:
    return item.item.tag if isinstance(item, Drawn) else item.tag
