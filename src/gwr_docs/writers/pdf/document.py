"""Pages of ink to one file that is PDF/A-2a (with attached files PDF/A-3a) and PDF/UA-1 at once (ISO 19005, ISO 14289-1:2014)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Path, Rect
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.attachments import Attachment, add_attachments
from gwr_docs.writers.pdf.bounds import Bounds, find
from gwr_docs.writers.pdf.catalog import add_catalog
from gwr_docs.writers.pdf.content import draw
from gwr_docs.writers.pdf.fonts import Face
from gwr_docs.writers.pdf.metadata import Properties, add_information
from gwr_docs.writers.pdf.navigation import add_outline, link, place
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value
from gwr_docs.writers.pdf.spacing import Drawn, spaced
from gwr_docs.writers.pdf.structure import Structure


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages share: width and height in points, colours by role (RRGGBB), and the ICC profile of these colours."""

    width: float
    height: float
    palette: Mapping[str, str]
    profile: bytes


def write_pages(pages: Sequence[Page], look: Look, book: FontBook, about: Properties, attachments: Sequence[Attachment] = ()) -> bytes:
    """The file; the same arguments give the same bytes. Raises ValueError for text without a tag."""
    objects = Objects()
    structure = Structure(objects)
    refs = [objects.reserve() for _ in pages]
    tree = _add_pages(objects, structure, pages, refs, look, book)
    entries = [
        (level, title, place(ref, look.height - y)) for ref, page in zip(refs, pages, strict=True) for level, title, y in page.outline
    ]
    more = add_attachments(objects, attachments, about)
    if entries:
        more["Outlines"] = add_outline(objects, entries)
    catalog = add_catalog(objects, tree, structure.write(about.language), look.profile, about, more)
    return objects.file(catalog, add_information(objects, about))


def _add_pages(objects: Objects, structure: Structure, pages: Sequence[Page], refs: Sequence[Ref], look: Look, book: FontBook) -> Ref:
    drawn = [tuple(spaced(page.ink, book.fonts)) for page in pages]
    faces, sought, tree = _faces(drawn, book), _sought(pages), objects.reserve()
    own: dict[Ref, dict[str, Value]] = {}
    places: list[tuple[Tag, Ref, Bounds]] = []
    for ref, page, ink in zip(refs, pages, drawn, strict=True):
        content = draw(ink, look.height, faces, look.palette)
        number = structure.add_page(ref, content.marks)
        own[ref] = {"Contents": objects.add_stream(content.stream), "StructParents": number, "Tabs": Name("S")}
        places += [(tag, ref, bounds) for tag, bounds in find(sought, page.ink, look.height, book.fonts)]
    structure.bound(places)
    for ref, annotations in _add_links(objects, structure, places).items():
        own[ref]["Annots"] = annotations
    common: dict[str, Value] = {
        "Type": Name("Page"),
        "Parent": tree,
        "MediaBox": [0, 0, look.width, look.height],
        "Resources": objects.add({"Font": {name: font for face in faces.values() for name, font in face.add(objects).items()}}),
    }
    for ref in refs:
        objects.put(ref, common | own[ref])
    return objects.put(tree, {"Type": Name("Pages"), "Kids": refs, "Count": len(refs)})


def _faces(pages: Iterable[Iterable[Rect | Path | Drawn]], book: FontBook) -> dict[str, Face]:
    """Only the fonts that are drawn with are opened."""
    counts: dict[str, Counter[str]] = {}
    for item in (item for page in pages for item in page if isinstance(item, Drawn) and item.names):
        counts.setdefault(item.item.font, Counter()).update(item.names)
    return {key: Face(book.fonts[key], [name for name, _ in counts[key].most_common()]) for key in sorted(counts)}


def _sought(pages: Sequence[Page]) -> set[Tag]:
    """The elements whose place on the page matters: figures, links, and where links lead."""
    tags = {item.tag for page in pages for item in page.ink if item.tag}
    targets = {tag.target for tag in tags if isinstance(tag.target, Tag)}
    return targets | {tag for tag in tags if tag.kind in ("Figure", "Link")}


def _add_links(objects: Objects, structure: Structure, places: Sequence[tuple[Tag, Ref, Bounds]]) -> dict[Ref, list[Ref]]:
    """An annotation for each line of each link, by page."""
    tops: dict[Tag, Value] = {}
    for tag, page, bounds in places:
        tops.setdefault(tag, place(page, bounds[3]))
    out: dict[Ref, list[Ref]] = {}
    for tag, page, bounds in places:
        if tag.kind == "Link":
            annotation = objects.reserve()
            number = structure.add_annotation(tag, page, annotation)
            goal = tops[tag.target] if isinstance(tag.target, Tag) else None
            objects.put(annotation, link(tag, bounds, number, goal))
            out.setdefault(page, []).append(annotation)
    return out
