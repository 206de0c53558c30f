"""Ways through the file: the outline and the links (ISO 32000-1 12.3, 12.5.6.5)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.bounds import Bounds
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value

PRINTED = 4  # flag of an annotation that is printed with its page (ISO 19005-2 6.3.2)


@dataclass(slots=True)
class Entry:
    ref: Ref
    title: str
    place: Value
    inner: list["Entry"] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(1 + entry.count for entry in self.inner)


def place(page: Ref, top: float, left: float = 0.0) -> list[Value]:
    """A destination: a page with this place at the top left of the window, its zoom left as it is."""
    return [page, Name("XYZ"), left, top, None]


def add_outline(objects: Objects, entries: Sequence[tuple[int, str, Value]]) -> Ref:
    """At least one entry, as (level from 0, title, destination), in order; a level skipped counts as the next one."""
    top = Entry(objects.reserve(), "", None)
    path = [top]
    for level, title, destination in entries:
        del path[level + 1 :]
        path[-1].inner.append(Entry(objects.reserve(), title, destination))
        path.append(path[-1].inner[-1])
    head: dict[str, Value] = {"Type": Name("Outlines"), **_ends(top), "Count": top.count}
    objects.put(top.ref, head)
    _write(objects, top)
    return top.ref


def _ends(entry: Entry) -> dict[str, Value]:
    return {"First": entry.inner[0].ref, "Last": entry.inner[-1].ref}


def _write(objects: Objects, above: Entry) -> None:
    for index, entry in enumerate(above.inner):
        out: dict[str, Value] = {"Title": entry.title, "Parent": above.ref, "Dest": entry.place}
        if index:
            out["Prev"] = above.inner[index - 1].ref
        if index + 1 < len(above.inner):
            out["Next"] = above.inner[index + 1].ref
        if entry.inner:
            out |= {**_ends(entry), "Count": entry.count}
        objects.put(entry.ref, out)
        _write(objects, entry)


def link(tag: Tag, bounds: Bounds, number: int, destination: Value) -> dict[str, Value]:
    """The annotation of a link; `number` is its entry in the parent tree."""
    out: dict[str, Value] = {
        "Type": Name("Annot"),
        "Subtype": Name("Link"),
        "Rect": list(bounds),
        "Border": [0, 0, 0],
        "F": PRINTED,
        "Contents": tag.alt,
        "StructParent": number,
    }
    if isinstance(tag.target, str):
        return out | {"A": {"S": Name("URI"), "URI": tag.target}}
    return out | {"Dest": destination}
