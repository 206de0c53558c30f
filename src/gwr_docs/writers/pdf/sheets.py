"""Pages drawn one after the other on the sides of sheets, with their elements, links and places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.imposition import Side
from gwr_docs.typeset.ink import shifted
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.bounds import Bounds, find
from gwr_docs.writers.pdf.content import Pen, draw
from gwr_docs.writers.pdf.fonts import Faces
from gwr_docs.writers.pdf.navigation import link, place
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value
from gwr_docs.writers.pdf.spacing import spaced
from gwr_docs.writers.pdf.structure import Structure

NO_GOALS = ("Artifact", "TR", "TH", "TD")  # links lead to none of these, which are most of a long file's elements


@dataclass(slots=True)
class _Sheet:
    """A side that is being drawn; `left` is how many pages it still waits for."""

    ref: Ref
    pen: Pen
    left: int
    entries: dict[str, Value] = field(default_factory=dict)


class Sheets:
    """Takes pages in the order in which they are read, wherever they stand; a side is written as soon as it is full."""

    def __init__(
        self, objects: Objects, width: float, height: float, palette: Mapping[str, str], book: FontBook, sides: Sequence[Side]
    ) -> None:
        self._objects, self._width, self._height, self._palette, self._book = objects, width, height, palette, book
        self.structure, self.outline = Structure(objects), list[tuple[int, str, Value]]()
        self._faces, self._count = Faces(book.fonts), 0
        self._sheets = [self._sheet(len(side)) for side in sides]
        self._places = {page: (sheet, x) for sheet, side in zip(self._sheets, sides, strict=True) for page, x in side}
        self._tops: dict[Tag, Value] = {}
        self._links: list[tuple[Tag, _Sheet, Bounds]] = []

    def _sheet(self, pages: int) -> _Sheet:
        return _Sheet(self._objects.reserve(), Pen(self._height, self._faces, self._palette), pages)

    def draw(self, page: Page) -> None:
        """The next page. Raises ValueError for text of which nobody said what it is."""
        sheet, x = self._places.get(self._count) or self._place_alone()
        self._count += 1
        ink = shifted(page.ink, x, 0) if x else page.ink
        for tag, number in draw(spaced(ink, self._book.fonts), sheet.pen):
            self.structure.mark(tag, sheet.ref, number)
        sought = {item.tag for item in ink if item.tag and self._sought(item.tag)}
        for tag, bounds in find(sought, ink, self._height, self._book.fonts):
            self._begin(tag, place(sheet.ref, bounds[3], x))
            if tag.kind == "Figure":
                self.structure.bound(tag, bounds)
            elif tag.kind == "Link":
                self._links.append((tag, sheet, bounds))
        self.outline += [(level, title, place(sheet.ref, self._height - y, x)) for level, title, y in page.outline]
        sheet.left -= 1
        if not sheet.left:
            self._close(sheet)

    def _begin(self, tag: Tag | None, top: Value) -> None:
        """Where an element begins, all begin that it is the first of."""
        while tag and tag not in self._tops:
            self._tops[tag] = top
            tag = tag.parent

    def _place_alone(self) -> tuple[_Sheet, float]:
        self._sheets.append(self._sheet(1))
        return self._sheets[-1], 0.0

    def _sought(self, tag: Tag) -> bool:
        """Whether the place of an element matters: of figures and links, and, where it begins, of all that links may lead to."""
        return tag.kind in ("Figure", "Link") or (tag not in self._tops and tag.kind not in NO_GOALS)

    def _close(self, sheet: _Sheet) -> None:
        stream, number = self._objects.add_stream(sheet.pen.stream), self.structure.add_page(sheet.pen.marks)
        sheet.entries |= {"Contents": stream, "StructParents": number, "Tabs": Name("S")}
        sheet.pen = Pen(self._height, self._faces, self._palette)

    def finish(self) -> Ref:
        """All pages as a tree; nothing may be drawn any more."""
        self._add_links()
        tree = self._objects.reserve()
        common: dict[str, Value] = {
            "Type": Name("Page"),
            "Parent": tree,
            "MediaBox": [0, 0, self._width, self._height],
            "Resources": self._objects.add({"Font": self._faces.add(self._objects)}),
        }
        for sheet in self._sheets:
            self._objects.put(sheet.ref, common | sheet.entries)
        refs = [sheet.ref for sheet in self._sheets]
        return self._objects.put(tree, {"Type": Name("Pages"), "Kids": refs, "Count": len(refs)})

    def _add_links(self) -> None:
        """An annotation for each line of each link."""
        for tag, sheet, bounds in self._links:
            annotation = self._objects.reserve()
            number = self.structure.add_annotation(tag, sheet.ref, annotation)
            goal = self._tops[tag.target] if isinstance(tag.target, Tag) else None
            self._objects.put(annotation, link(tag, bounds, number, goal))
            annotations = sheet.entries.setdefault("Annots", [])
            assert isinstance(annotations, list)
            annotations.append(annotation)
