"""PDF syntax (ISO 32000-1 7.3, 7.5) by ReportLab: values to bytes, numbered objects to a file. Knows nothing of pages.

What ReportLab leaves to be mended for PDF/A is mended here: where streams end, the file's identifier, slashes in names, decimals.
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Union

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from gwr_docs.records import record

VERSION = (1, 7)
SETTINGS = {"pdfMultiLine": 0, "pdfComments": 0}  # that a user of ReportLab may have chosen otherwise
DECIMALS = 3  # of a point: far below what can be seen


class Name(str):
    """A name object (/Type); a plain str is a text string."""

    __slots__ = ()


@record
class Ref:
    """An indirect reference, by ReportLab's name of the object."""

    name: str


Value = Union[None, bool, int, float, str, bytes, Ref, Sequence["Value"], Mapping[str, "Value"]]  # noqa: UP007 (refers to itself)


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """Its Length does not count the end of line that has to stand before endstream (ISO 19005-2 6.1.7.1)."""

    def format(self, document: Any) -> bytes:
        whole = bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"
        self.content = b""  # a large file is not to stand in memory twice
        return whole


class Body(pdfdoc.PDFObject):  # type: ignore[misc]
    """A dictionary that is written already: a large file has tens of thousands, and ReportLab's own hold ten times the memory."""

    __RefOnly__ = 1  # never written in place

    def __init__(self) -> None:
        self.data = b""

    def format(self, _: Any) -> bytes:
        data, self.data = self.data, b""
        return data


def number(value: float) -> str:
    """A number in the shortest form; PDF knows no exponents. ReportLab's fp_str takes five times as long."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written(value: Value) -> str:
    """A value without references as PDF syntax, ASCII only."""
    return bytes(pdfdoc.format(_syntax(value), pdfdoc.DummyDoc())).decode("ascii")


def _syntax(value: Value) -> Any:
    """The value as ReportLab has it."""
    if value is None or isinstance(value, bool):
        return {None: pdfdoc.PDFnull, True: pdfdoc.PDFtrue, False: pdfdoc.PDFfalse}[value]
    if isinstance(value, int | float):
        return number(value).encode("ascii")  # bytes are not converted again
    if isinstance(value, Name):
        return "/" + pdfdoc.PDFName(value)[1:].replace("/", "#2F")
    if isinstance(value, str):
        return pdfdoc.PDFString(value) if value.isascii() else pdfdoc.PDFText("\ufeff" + value, "utf-16-be")
    if isinstance(value, bytes):
        return pdfdoc.PDFText(value)
    if isinstance(value, Ref):
        return pdfdoc.PDFObjectReference(value.name)
    if isinstance(value, Mapping):
        return _dictionary(value)
    return pdfdoc.PDFArrayCompact(map(_syntax, value))


def _dictionary(value: Mapping[str, Value]) -> Any:
    out = pdfdoc.PDFDictionary({key: _syntax(item) for key, item in value.items()})
    out.multiline = False
    return out


class Objects:
    """The numbered objects of one file."""

    def __init__(self) -> None:
        self._document = document = pdfdoc.PDFDocument(pdfVersion=VERSION)
        for register in (document.numberToId, document.idToObject, document.idToObjectNumberAndVersion):
            register.clear()  # of the dictionary for fonts that are not embedded
        document.objectcounter = 0
        document.signature = hashlib.md5(usedforsecurity=False)  # of the content alone, not of the clock

    def reserve(self) -> Ref:
        """A place for a dictionary that others speak of before it is there."""
        return self._register(Body())

    def put(self, ref: Ref, value: Mapping[str, Value]) -> Ref:
        data = bytes(pdfdoc.format(_dictionary(value), self._document))
        self._document.idToObject[ref.name].data = data
        self._document.updateSignature(data)  # as written: the last bits of a float differ between Python 3.11 and 3.12
        return ref

    def add(self, value: Mapping[str, Value]) -> Ref:
        return self.put(self.reserve(), value)

    def add_stream(self, data: bytes, entries: Mapping[str, Value] | None = None, compress: bool = True) -> Ref:
        """A stream, packed at once, since large files would else stand in memory unpacked; XMP is to be readable without a filter."""
        self._document.updateSignature(data)
        about: dict[str, Value] = dict(entries or {})
        if compress:
            data, about["Filter"] = zlib.compress(data), [Name("FlateDecode")]
        return self._register(Stream(_dictionary(about), data))

    def _register(self, body: Any) -> Ref:
        return Ref(self._document.Reference(body).name)

    def file(self, root: Ref, info: Ref) -> bytes:
        """The whole file, once: what was registered is let go of. Its identifier is a digest of what it holds."""
        bodies = self._document.idToObject
        empty = [name for name, body in bodies.items() if isinstance(body, Body) and not body.data]
        assert not empty, f"reserved and never written: {empty}"
        self._document.Catalog, self._document.info = bodies[root.name], bodies[info.name]
        before = {name: getattr(rl_config, name) for name in SETTINGS}
        vars(rl_config).update(SETTINGS)
        try:
            return bytes(self._document.format())
        finally:
            vars(rl_config).update(before)
