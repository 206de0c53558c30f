"""Pages of ink to one file that is PDF/A-2a and PDF/UA-1 at once (ISO 19005-2:2011, ISO 14289-1:2014)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Rect
from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.bounds import Bounds, find
from gwr_docs.writers.pdf.content import draw
from gwr_docs.writers.pdf.fonts import Face
from gwr_docs.writers.pdf.metadata import Properties, add_information, add_output_intent, add_xmp
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


def write_pages(pages: Sequence[Page], look: Look, book: FontBook, about: Properties) -> bytes:
    """The file; the same arguments give the same bytes. Raises ValueError for text without a tag."""
    objects, sought = Objects(), _sought(pages)
    drawn = [tuple(spaced(page.ink, book.fonts)) for page in pages]
    faces = _faces(drawn, book)
    refs = [objects.reserve() for _ in pages]
    structure = Structure(objects)
    contents = []
    for ref, ink in zip(refs, drawn, strict=True):
        content = draw(ink, look.height, faces, look.palette)
        contents.append((objects.add_stream(content.stream), structure.add_page(ref, content.marks)))
    places = [
        (tag, ref, bounds) for ref, page in zip(refs, pages, strict=True) for tag, bounds in find(sought, page.ink, look.height, book.fonts)
    ]
    structure.bound(places)
    annotations = _add_links(objects, structure, places)
    tree = objects.reserve()
    common: dict[str, Value] = {
        "Type": Name("Page"),
        "Parent": tree,
        "MediaBox": [0, 0, look.width, look.height],
        "Resources": objects.add({"Font": {name: ref for face in faces.values() for name, ref in face.add(objects).items()}}),
    }
    for ref, (stream, number) in zip(refs, contents, strict=True):
        own: dict[str, Value] = {"Contents": stream, "StructParents": number, "Tabs": Name("S")}
        objects.put(ref, common | own | ({"Annots": annotations[ref]} if ref in annotations else {}))
    objects.put(tree, {"Type": Name("Pages"), "Kids": refs, "Count": len(refs)})
    entries = [
        (level, title, place(ref, look.height - y)) for ref, page in zip(refs, pages, strict=True) for level, title, y in page.outline
    ]
    catalog: dict[str, Value] = {
        "Type": Name("Catalog"),
        "Pages": tree,
        "Lang": about.language,
        "MarkInfo": {"Marked": True},
        "StructTreeRoot": structure.write(about.language),
        "ViewerPreferences": {"DisplayDocTitle": True},
        "PageLabels": {"Nums": [0, {"S": Name("D")}]},
        "Metadata": add_xmp(objects, about),
        "OutputIntents": [add_output_intent(objects, look.profile)],
    }
    if entries:
        catalog["Outlines"] = add_outline(objects, entries)
    return objects.file(objects.add(catalog), add_information(objects, about))


def _faces(pages: Iterable[Iterable[Rect | Drawn]], book: FontBook) -> dict[str, Face]:
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
