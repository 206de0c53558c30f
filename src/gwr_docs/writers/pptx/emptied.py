"""A presentation without its slides and all that speaks of them: what stays is master, layouts and theme."""

import io
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI

from gwr_docs.archive import EARLIEST
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.writers.ooxml.package import THEME_TYPE
from gwr_docs.writers.ooxml.theme import theme_xml
from gwr_docs.writers.pptx.notes import notes_master_xml
from gwr_docs.writers.pptx.package import Package, Relations, serialized
from gwr_docs.writers.pptx.presentation import PRESENTATION, SECTIONS, list_notes_master
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.xml import FIRST_ID, KIND, NS

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
VIEW = f"<p:viewPr {NS}/>"
AUTHORS = "http://schemas.microsoft.com/office/2018/10/relationships/authors"  # of the newer kind of comments
GONE = (RELATIONSHIP_TYPE.SLIDE, RELATIONSHIP_TYPE.VIEW_PROPS, RELATIONSHIP_TYPE.COMMENT_AUTHORS, AUTHORS)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def emptied(presentation: Any, theme: Theme, book: FontBook) -> tuple[bytes, str]:
    """The package as bytes, and the part of its notes master; ours, if it has none."""
    part = presentation.part
    part.partname = PackURI(f"/{PRESENTATION}")
    _drop_slides(part)
    _drop_settings(part)
    for master in presentation.slide_masters:
        for holder in (master, *master.slide_layouts):
            _drop_links(holder.part)
    _drop(part.package._rels, lambda kind: kind != RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    notes = next((row.target_part for row in part.rels.values() if row.reltype == RELATIONSHIP_TYPE.NOTES_MASTER), None)
    out = io.BytesIO()
    presentation.save(out)
    package = Package(out.getvalue())
    name = str(notes.partname)[1:] if notes else _add_notes_master(package, theme, book)
    view = package.free("ppt/viewProps{}.xml")
    package.add(view, f"{KIND}.viewProps+xml", VIEW)
    package.relate(PRESENTATION, "viewProps", [view])
    return package.bytes(EARLIEST), name


def _drop_slides(part: Any) -> None:
    """Slides, and what names them: shows, sections, the view that was last open."""
    root = part._element
    root.get_or_add_sldIdLst().clear()
    for row in (*root.findall(f"{_P}custShowLst"), *root.findall(f"{_P}extLst/{_P}ext")):
        if row.tag == f"{_P}custShowLst" or row.get("uri") == SECTIONS:
            row.getparent().remove(row)
    _drop(part.rels, lambda kind: kind in GONE)


def _drop_settings(part: Any) -> None:
    """What the user's file says of itself, not of its looks: another first number, a password against changes, how it was shown."""
    root = part._element
    root.attrib.pop("firstSlideNum", None)
    for row in root.findall(f"{_P}modifyVerifier"):
        root.remove(row)
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.PRES_PROPS:
            properties = etree.fromstring(relation.target_part.blob)
            for row in properties.findall(f"{_P}showPr"):
                properties.remove(row)
            relation.target_part._blob = serialized(properties)


def _drop_links(part: Any) -> None:
    """Clicks on a master or layout that led to a slide."""
    gone = _drop(part.rels, lambda kind: kind == RELATIONSHIP_TYPE.SLIDE)
    for link in [element for element in part._element.iter("{*}hlinkClick", "{*}hlinkHover") if element.get(_ID) in gone]:
        link.getparent().remove(link)


def _drop(relations: Any, unwanted: Any) -> set[str]:
    gone = {key for key, row in relations.items() if unwanted(row.reltype)}
    for key in gone:
        relations.pop(key)
    return gone


def _add_notes_master(package: Package, theme: Theme, book: FontBook) -> str:
    relations, name = Relations(), "ppt/notesMasters/notesMaster1.xml"
    office = package.free("ppt/theme/theme{}.xml")
    package.add(office, THEME_TYPE, theme_xml(theme, book, theme.styles["title"].face, theme.styles["text"].face))
    relations.add("theme", office)
    package.add(name, f"{KIND}.notesMaster+xml", notes_master_xml(Grid(theme), ShapeWriter(theme, book, FIRST_ID)), relations)
    list_notes_master(package, name)
    return name
