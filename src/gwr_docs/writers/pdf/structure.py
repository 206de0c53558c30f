"""The structure tree (ISO 32000-1 14.7): elements in the order of their ink, and the way back from each mark to its element."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gwr_docs.typeset.tags import Tag
from gwr_docs.writers.pdf.bounds import Bounds, united
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value


@dataclass(slots=True)
class Node:
    """An element of the file. `kids` are nodes, marks as (page, number on it), and annotations as (page, annotation).

    A note has a `name` of its own (ISO 14289-1 7.9).
    """

    ref: Ref
    tag: Tag | None
    parent: Ref
    kids: list["Node | tuple[Ref, int] | tuple[Ref, Ref]"] = field(default_factory=list)
    bounds: Bounds | None = None
    name: str = ""


class Structure:
    """Grows with the pages; `entries` is the parent tree, one entry a page or annotation."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.root = objects.reserve()
        self._document = Node(objects.reserve(), None, self.root)
        self._nodes: dict[Tag | None, Node] = {None: self._document}
        self._entries: list[Value] = []
        self._notes: list[Node] = []

    def node(self, tag: Tag | None) -> Node:
        """The element of a tag, behind all that its parent holds already if it is new."""
        if tag not in self._nodes:
            assert tag is not None
            parent = self.node(tag.parent)
            self._nodes[tag] = Node(self._objects.reserve(), tag, parent.ref)
            parent.kids.append(self._nodes[tag])
            if tag.kind == "Note":
                self._nodes[tag].name = f"note{len(self._notes):06}"  # in the order of its bytes, as the tree of names has to be
                self._notes.append(self._nodes[tag])
        return self._nodes[tag]

    def mark(self, tag: Tag, page: Ref, number: int) -> None:
        """Marked run `number` of a page belongs to an element; runs come in the order in which they are read."""
        self.node(tag).kids.append((page, number))

    def add_page(self, marks: Sequence[Tag]) -> int:
        """A finished page with its marks; gives its number in the parent tree."""
        return self._enter([self.node(tag).ref for tag in marks])

    def add_annotation(self, tag: Tag, page: Ref, annotation: Ref) -> int:
        self.node(tag).kids.append((page, annotation))
        return self._enter(self.node(tag).ref)

    def bound(self, tag: Tag, bounds: Bounds) -> None:
        """Widens an element's box, so that it holds this."""
        node = self.node(tag)
        node.bounds = united([bounds, node.bounds or bounds])

    def _enter(self, value: Value) -> int:
        self._entries.append(value)
        return len(self._entries) - 1

    def write(self, language: str) -> Ref:
        """All elements as objects, which are then let go of; gives the root."""
        for node in self._nodes.values():
            self._objects.put(node.ref, _element(node, language))
            node.kids.clear()
        self._nodes.clear()
        numbers: list[Value] = [value for pair in enumerate(self._entries) for value in pair]
        root: dict[str, Value] = {
            "Type": Name("StructTreeRoot"),
            "K": [self._document.ref],
            "ParentTree": self._objects.add({"Nums": numbers}),
            "ParentTreeNextKey": len(self._entries),
        }
        if self._notes:
            root["IDTree"] = {"Names": [value for note in self._notes for value in (note.name, note.ref)]}
        return self._objects.put(self.root, root)


def _element(node: Node, language: str) -> dict[str, Value]:
    out: dict[str, Value] = {"Type": Name("StructElem"), "S": Name(node.tag.kind if node.tag else "Document"), "P": node.parent}
    marks = [kid for kid in node.kids if isinstance(kid, tuple)]
    if marks:
        out["Pg"] = marks[0][0]
    if node.kids:
        kids = [_kid(kid, marks[0][0] if marks else None) for kid in node.kids]
        out["K"] = kids[0] if len(kids) == 1 else kids
    if node.tag is None:
        out["Lang"] = language
        return out
    if node.tag.alt:
        out["Alt"] = node.tag.alt
    if node.name:
        out["ID"] = node.name
    about = _attributes(node.tag, node.bounds)
    if about:
        out["A"] = about
    return out


def _kid(kid: "Node | tuple[Ref, int] | tuple[Ref, Ref]", page: Ref | None) -> Value:
    if isinstance(kid, Node):
        return kid.ref
    own, item = kid
    if isinstance(item, Ref):
        return {"Type": Name("OBJR"), "Pg": own, "Obj": item}
    return item if own == page else {"Type": Name("MCR"), "Pg": own, "MCID": item}


def _attributes(tag: Tag, bounds: Bounds | None) -> dict[str, Value]:
    if tag.kind == "TH" and tag.scope:
        return {"O": Name("Table"), "Scope": Name(tag.scope)}
    if tag.kind == "L":
        return {"O": Name("List"), "ListNumbering": Name(tag.numbering)}
    if tag.kind == "Figure" and bounds:
        return {"O": Name("Layout"), "Placement": Name("Block"), "BBox": list(bounds)}
    return {}
