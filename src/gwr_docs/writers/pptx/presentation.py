"""presentation.xml: the list of slides and the sections that they form."""

import uuid
from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from gwr_docs.writers.pptx.package import Package, serialized

PRESENTATION = "ppt/presentation.xml"
FIRST_SLIDE = 256  # ids below are not allowed
BEFORE = "默认节"  # PowerPoint's own name for what stands before the first section
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def list_slides(package: Package, slides: Sequence[str], openings: Sequence[str]) -> None:
    """Enter the slide parts into presentation.xml; `openings` has for each the name of the section it opens, or nothing."""
    root = etree.fromstring(package.parts[PRESENTATION])
    listed = root.find(f"{_P}sldIdLst")
    for number, relation in enumerate(package.relate(PRESENTATION, "slide", slides), FIRST_SLIDE):
        etree.SubElement(listed, f"{_P}sldId", {"id": str(number), _ID: relation})
    if any(openings):
        _add_sections(root, openings)
    package.parts[PRESENTATION] = serialized(root)


def list_notes_master(package: Package, name: str) -> None:
    """Enter a notes master into a presentation that has none."""
    root = etree.fromstring(package.parts[PRESENTATION])
    listed = etree.Element(f"{_P}notesMasterIdLst")
    etree.SubElement(listed, f"{_P}notesMasterId", {_ID: package.relate(PRESENTATION, "notesMaster", [name])[0]})
    root.find(f"{_P}sldMasterIdLst").addnext(listed)
    package.parts[PRESENTATION] = serialized(root)


def _add_sections(root: etree._Element, openings: Sequence[str]) -> None:
    extensions = root.find(f"{_P}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{_P}extLst")
    extension = etree.SubElement(extensions, f"{_P}ext", uri=SECTIONS)
    sections = etree.SubElement(extension, f"{_P14}sectionLst", nsmap={"p14": _P14[1:-1]})
    numbers = _section_numbers(openings)
    for number, rows in groupby(range(len(openings)), numbers.__getitem__):
        slides = list(rows)
        name = openings[slides[0]] or BEFORE
        row = etree.SubElement(sections, f"{_P14}section", name=name, id=_identity(number, name))
        inner = etree.SubElement(row, f"{_P14}sldIdLst")
        for slide in slides:
            etree.SubElement(inner, f"{_P14}sldId", id=str(FIRST_SLIDE + slide))


def _section_numbers(openings: Sequence[str]) -> list[int]:
    numbers, number = [], 0
    for name in openings:
        number += bool(name)
        numbers.append(number)
    return numbers


def _identity(number: int, name: str) -> str:
    """A GUID from name and position: the same deck has the same bytes."""
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, f'{number}:{name}')).upper()}}}"
