"""A presentation file in the making: its parts, their content types and relationships.

Names and ids are given out here by counting. python-pptx looks through the whole package for each of them, which made 1,700
slides cost fourteen times as much as 400.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from gwr_docs.archive import pack, unpack
from gwr_docs.writers.ooxml.package import HEADER, relation_type, relationships

TYPES = "[Content_Types].xml"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relations:
    """The relationships of a new part: the same target comes back under the same id."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str) -> str:
        return self.ids.setdefault((kind, target), f"rId{len(self.ids) + 1}")

    def xml(self, source: str) -> str:
        """The .rels part of `source`, whose targets are named from its folder."""
        folder = posixpath.dirname(source)
        return relationships({key: (kind, posixpath.relpath(target, folder or ".")) for (kind, target), key in self.ids.items()})


class Package:
    """Parts by name, without leading slash."""

    def __init__(self, base: bytes) -> None:
        self.parts = unpack(base)
        self._kinds: dict[str, str] = {}
        self._next: dict[str, Iterator[int]] = {}

    def free(self, pattern: str) -> str:
        """The next name in a row like ppt/charts/chart{}.xml that no part has."""
        numbers = self._next.setdefault(pattern, count(1))
        return next(name for number in numbers if (name := pattern.format(number)) not in self.parts)

    def add(self, name: str, kind: str, data: bytes | str, relations: Relations | None = None) -> None:
        """A part of content type `kind`; XML comes without its header."""
        self.parts[name] = data if isinstance(data, bytes) else (HEADER + data).encode()
        self._kinds[name] = kind
        if relations and relations.ids:
            self.parts[relations_name(name)] = (HEADER + relations.xml(name)).encode()

    def relate(self, source: str, kind: str, targets: Iterable[str]) -> list[str]:
        """Relationships from a part that was in the base ("" for the package itself), and their ids; many at once, for each call reads all there are."""
        name, folder = relations_name(source), posixpath.dirname(source)
        root = etree.fromstring(self.parts[name])
        taken = [int(found[1]) for row in root if (found := re.fullmatch(r"rId(\d+)", row.get("Id", "")))]
        ids = []
        for number, target in enumerate(targets, max(taken, default=0) + 1):
            ids.append(f"rId{number}")
            etree.SubElement(root, _RELATION, Id=ids[-1], Type=relation_type(kind), Target=posixpath.relpath(target, folder or "."))
        self.parts[name] = serialized(root)
        return ids

    def bytes(self, issued: int) -> bytes:
        root = etree.fromstring(self.parts[TYPES])
        for name, kind in self._kinds.items():
            etree.SubElement(root, _OVERRIDE, PartName=f"/{name}", ContentType=kind)
        return pack({**self.parts, TYPES: serialized(root)}, issued)


def relations_name(part: str) -> str:
    """ppt/slides/slide1.xml -> ppt/slides/_rels/slide1.xml.rels"""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def serialized(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
