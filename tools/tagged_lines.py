"""The lines of each element of a tagged PDF: elements from the structure tree (pikepdf), characters as drawn from pdfium."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

INLINE = frozenset({"Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "BibEntry", "Annot"})
SAME_LINE = 0.6  # em between base lines: a raised note mark stands on its line

Mark = tuple[int, int]  # page from 0, number of the marked run on it


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one base line; edges in points from the left of the page (`page` from 0), size of the last character."""

    page: int
    left: float
    right: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """What holds text itself. `kinds` are its own kind and those above it, the innermost first; `table` tells tables apart, 0: none."""

    kinds: tuple[str, ...]
    table: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Character:
    page: int
    left: float
    right: float
    y: float
    size: float
    text: str


def read_elements(path: Path) -> list[Element] | None:
    """Every element that holds text, in the order of the tree; None for a file without structure."""
    with pikepdf.open(path) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return None
        found = list(_Tree(pdf).elements())
    if not found:
        return None
    characters = _characters(path)
    out = []
    for kinds, table, marks in found:
        lines = tuple(_lines([character for mark in marks for character in characters.get(mark, ())]))
        if lines:
            out.append(Element(kinds, table, lines))
    return out


Found = tuple[tuple[str, ...], int, list[Mark]]


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root.StructTreeRoot
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._roles = {str(key): str(value) for key, value in dict(self._root.get("/RoleMap", {})).items()}
        self._tables = 0

    def elements(self) -> Iterator[Found]:
        for kid in _kids(self._root):
            yield from self._below(kid, (), 0)

    def _below(self, element: pikepdf.Object, above: tuple[str, ...], table: int) -> Iterator[Found]:
        kinds = (self._kind(element), *above)
        if kinds[0] == "Table":
            self._tables += 1
            table = self._tables
        yield kinds, table, list(self._marks(element, None))
        for kid in self._blocks(element):
            yield from self._below(kid, kinds, table)

    def _kind(self, element: pikepdf.Object) -> str:
        kind = str(element.get("/S", ""))
        return self._roles.get(kind, kind)[1:]

    def _marks(self, element: pikepdf.Object, page: pikepdf.Object | None) -> Iterator[Mark]:
        """The element's own runs and those of what stands within its lines."""
        page = element.get("/Pg", page)
        for kid in _kids(element):
            if not isinstance(kid, pikepdf.Dictionary):
                yield self._page(page), int(kid)
            elif "/MCID" in kid:
                yield self._page(kid.get("/Pg", page)), int(kid.MCID)
            elif "/S" in kid and self._kind(kid) in INLINE:
                yield from self._marks(kid, page)

    def _blocks(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if self._kind(kid) in INLINE:
                    yield from self._blocks(kid)
                else:
                    yield kid

    def _page(self, page: pikepdf.Object | None) -> int:
        return self._pages.get(page.objgen, -1) if page is not None else -1


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _characters(path: Path) -> dict[Mark, list[Character]]:
    """The visible characters by marked run, in the order of drawing."""
    out: dict[Mark, list[Character]] = defaultdict(list)
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        for index in range(pdfium.FPDFText_CountChars(text.raw)):
            drawn = pdfium.FPDFText_GetTextObject(text.raw, index)
            if drawn and not pdfium.FPDFText_IsGenerated(text.raw, index):
                character = _character(text.raw, index, number)
                if character.text.strip():
                    out[number, pdfium.FPDFPageObj_GetMarkedContentID(drawn)].append(character)
        text.close()
        page.close()
    document.close()
    return out


def _character(text: object, index: int, page: int) -> Character:
    """The loose box: from the origin to the advance by the font's widths."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    said = chr(pdfium.FPDFText_GetUnicode(text, index))
    return Character(page, box.left, box.right, y.value, pdfium.FPDFText_GetFontSize(text, index), said)


def _lines(characters: list[Character]) -> Iterator[Line]:
    """A line ends where the next character stands on another page or base line, or before its forerunner."""
    run: list[Character] = []
    for character in characters:
        if run and not _goes_on(run[-1], character):
            yield _line(run)
            run = []
        run.append(character)
    if run:
        yield _line(run)


def _goes_on(last: Character, then: Character) -> bool:
    size = max(last.size, then.size)
    return last.page == then.page and abs(last.y - then.y) < SAME_LINE * size and then.left > last.left - 0.1 * size


def _line(run: list[Character]) -> Line:
    last = run[-1]
    return Line(last.page, run[0].left, last.right, run[0].y, last.size, "".join(character.text for character in run))
