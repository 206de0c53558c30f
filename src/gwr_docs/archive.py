"""Zip packages that are the same bytes for the same parts.

Order, dates, system and attributes are fixed, and packages inside packages (workbooks of charts) are treated alike,
so that two builds of one report can be compared by their sums (see reproducible-builds.org, "Archive metadata").
"""

import io
import re
import time
import zipfile
from collections.abc import Mapping

EARLIEST = 315_532_800  # 1980-01-01, the first date a zip entry can hold
FIRST = ("[Content_Types].xml", "_rels/.rels")
NESTED = (".xlsx", ".docx", ".pptx")
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def pack(parts: Mapping[str, bytes], issued: int) -> bytes:
    """Zip `parts` (name -> bytes) as of `issued` (seconds since 1970, UTC; not before 1980 in the entries)."""
    moment = time.gmtime(max(issued, EARLIEST))
    date = (moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in sorted(parts, key=lambda n: (FIRST.index(n) if n in FIRST else len(FIRST), n)):
            entry = zipfile.ZipInfo(name, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, _settled(name, parts[name], issued), compresslevel=6)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Name -> bytes. Raises ValueError if a name stands twice: such a package opens differently in every program."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        if len(names) != len(set(names)):
            raise ValueError("a part stands twice in the package")
        return {name: package.read(name) for name in names}


def repack(data: bytes, issued: int) -> bytes:
    """The same package with fixed order, dates and attributes."""
    return pack(unpack(data), issued)


def _settled(name: str, part: bytes, issued: int) -> bytes:
    if name.endswith(NESTED):
        return repack(part, issued)
    if name.endswith("docProps/core.xml"):
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(issued)).encode()
        return _DATES.sub(lambda match: match[1] + stamp, part)
    return part
