"""Check PDF/A-2a (or 3a) + PDF/UA-1 files as far as pikepdf's validator goes: on a copy that is identified as PDF/A-2b; and the
marks of conformance level A and of PDF/UA themselves: structure tree, language, title.

Needs pikepdf[pdfa]. usage: pdfa_check.py FILE.pdf ...        exit status 1 unless every file passes
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import pdfa

IDENTIFICATION = re.compile(
    r"<pdfuaid:part>1</pdfuaid:part>|<pdfaExtension:schemas>.*?</pdfaExtension:schemas>"
    r'| xmlns:(?:pdfuaid|pdfaExtension|pdfaSchema|pdfaProperty)="[^"]*"',
    re.DOTALL,
)
MARKS = (
    "<pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
    "<dc:title>",
    "<dc:creator>",
    "<dc:date>",
)


def problems(data: bytes) -> Iterator[str]:
    """What is wrong with a file, in words; nothing for a good one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from _own_problems(pdf)
        if "/Metadata" in pdf.Root:
            part = "3" if "<pdfaid:part>3" in pdf.Root.Metadata.read_bytes().decode() else "2"
            result = pdfa.validate_written(_shadow(pdf), f"{part}b")
            if str(result.verdict) != "pass":
                yield from (str(finding) for finding in result.findings)
    if re.search(rb"[^\r\n]endstream", data):
        yield "no end of line before endstream (ISO 19005-2 6.1.7.1)"


def _own_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/Metadata" not in root:
        yield "no XMP metadata"
        return
    xmp = root.Metadata.read_bytes().decode()
    yield from (f"XMP lacks {mark}" for mark in MARKS if mark not in xmp)
    if "/Lang" not in root:
        yield "no /Lang in the catalog (ISO 19005-2 6.7.4)"
    if not _says(root, "/MarkInfo", "/Marked"):
        yield "not marked as tagged (ISO 19005-2 6.7.2.2)"
    if "/StructTreeRoot" not in root or "/ParentTree" not in root.StructTreeRoot:
        yield "no structure tree (ISO 19005-2 6.7.3)"
    if not _says(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "the title is not shown (ISO 14289-1 7.1)"
    for number, page in enumerate(pdf.pages, 1):
        if "/StructParents" not in page or page.get("/Tabs") != "/S":
            yield f"page {number} is not tied to the structure tree"
        if "/Trans" in page or "/Group" in page:
            yield f"page {number} has a transition or transparency"


def _says(root: pikepdf.Object, key: str, inner: str) -> bool:
    return key in root and bool(root[key].get(inner))


def _shadow(pdf: pikepdf.Pdf) -> io.BytesIO:
    """The same pages, fonts and colours; only the XMP identification says b and not UA."""
    xmp = IDENTIFICATION.sub("", pdf.Root.Metadata.read_bytes().decode()).replace("<pdfaid:conformance>A", "<pdfaid:conformance>B")
    stream = pdf.make_stream(xmp.encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stream
    copy = io.BytesIO()
    pdf.save(copy, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    copy.seek(0)
    return copy


def main(paths: list[str]) -> int:
    failed = False
    for path in paths:
        found = list(problems(Path(path).read_bytes()))
        failed |= bool(found)
        print(path, "fail" if found else "pass", *(f"\n    {problem}" for problem in found[:8]))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
