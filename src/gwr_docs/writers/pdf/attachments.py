"""Files carried inside the PDF, so that its numbers can be used again (ISO 19005-3 6.8, ISO 32000-1 7.11.4)."""

import hashlib
from collections.abc import Sequence
from typing import Literal

from gwr_docs.records import record
from gwr_docs.writers.pdf.metadata import Properties
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value


@record
class Attachment:
    """A file: its name (ASCII), what it is in words, its media type, and whether the pages were made from it or show it."""

    name: str
    about: str
    media: str
    data: bytes
    relation: Literal["Source", "Data", "Supplement"] = "Source"


def add_attachments(objects: Objects, files: Sequence[Attachment], about: Properties) -> dict[str, Value]:
    """The catalog's entries for attached files; none for none."""
    if not files:
        return {}
    refs = {file.name: _add(objects, file, about) for file in sorted(files, key=lambda file: file.name)}
    names: list[Value] = [value for pair in refs.items() for value in pair]
    return {"AF": list(refs.values()), "Names": {"EmbeddedFiles": {"Names": names}}}


def _add(objects: Objects, file: Attachment, about: Properties) -> Ref:
    checksum = hashlib.md5(file.data, usedforsecurity=False).digest()
    parameters: dict[str, Value] = {"Size": len(file.data), "ModDate": about.date, "CheckSum": checksum}
    stream = objects.add_stream(file.data, {"Type": Name("EmbeddedFile"), "Subtype": Name(file.media), "Params": parameters})
    specification: dict[str, Value] = {
        "Type": Name("Filespec"),
        "F": file.name,
        "UF": file.name,
        "Desc": file.about,
        "EF": {"F": stream, "UF": stream},
        "AFRelationship": Name(file.relation),
    }
    return objects.add(specification)
