"""PDF syntax (ISO 32000-1 7.3, 7.5): values to bytes, numbered objects to a file. Knows nothing of pages."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Union

# A comment of four bytes above 127 tells transfer programs that the file is not text (ISO 19005-2 6.1.2).
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
DECIMALS = 3  # of a point: far below what can be seen
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_.:")


class Name(str):
    """A name object (/Type); a plain str is a text string."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """An indirect reference."""

    number: int


Value = Union[None, bool, int, float, str, bytes, Ref, Sequence["Value"], Mapping[str, "Value"]]  # noqa: UP007 (refers to itself)


def number(value: float) -> str:
    """A number in the shortest form; PDF knows no exponents."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written(value: Value) -> str:
    """A value as PDF syntax, ASCII only."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, Name):
        return "/" + "".join(c if c in PLAIN else "".join(f"#{byte:02X}" for byte in c.encode()) for c in value)
    if isinstance(value, str):
        return text_string(value)
    if isinstance(value, bytes):
        return f"<{value.hex().upper()}>"
    if isinstance(value, Ref):
        return f"{value.number} 0 R"
    if isinstance(value, Mapping):
        return "<<" + " ".join(f"{written(Name(key))} {written(item)}" for key, item in value.items()) + ">>"
    return "[" + " ".join(map(written, value)) + "]"


def text_string(text: str) -> str:
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Objects:
    """The numbered objects of one file."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> Ref:
        """A number for an object that others speak of before it is there."""
        self._bodies.append(b"")
        return Ref(len(self._bodies))

    def put(self, ref: Ref, value: Value) -> Ref:
        self._bodies[ref.number - 1] = written(value).encode("ascii")
        return ref

    def add(self, value: Value) -> Ref:
        return self.put(self.reserve(), value)

    def add_stream(self, data: bytes, entries: Mapping[str, Value] | None = None, compress: bool = True) -> Ref:
        """A stream; XMP is to be readable without a filter."""
        packed = zlib.compress(data) if compress else data
        head: dict[str, Value] = {**(entries or {}), "Length": len(packed)}
        if compress:
            head["Filter"] = Name("FlateDecode")
        ref = self.reserve()
        # Length does not count the end of line that has to stand before endstream (ISO 19005-2 6.1.7.1).
        self._bodies[ref.number - 1] = b"%s\nstream\n%s\nendstream" % (written(head).encode("ascii"), packed)
        return ref

    def file(self, root: Ref, info: Ref) -> bytes:
        """The whole file. Its identifier is a digest of what it holds."""
        out = bytearray(HEADER)
        places = []
        for index, body in enumerate(self._bodies, 1):
            assert body, f"object {index} was reserved and never written"
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (index, body)
        start, digest = len(out), hashlib.md5(out, usedforsecurity=False).digest()
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        trailer: dict[str, Value] = {"Size": len(places) + 1, "Root": root, "Info": info, "ID": [digest, digest]}
        out += f"trailer\n{written(trailer)}\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(out)
