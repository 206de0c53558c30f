"""Make assets/color/srgb.icc: sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, from the standard's own numbers.

usage: python tools/make_profile.py [--check]      --check: only compare with the file on record
"""

import struct
import sys
from pathlib import Path

FILE = Path(__file__).parent.parent / "assets" / "color" / "srgb.icc"
ENTRIES = 1024  # of the tone curve
DATE = (2000, 1, 1, 0, 0, 0)  # fixed, so that the file is the same whenever it is made
D50 = (0.9642, 1.0, 0.8249)
# Red, green and blue of IEC 61966-2-1, adapted from D65 to D50 (ICC.1:2001-04; Bradford), as published in sRGB profiles.
PRIMARIES = {"rXYZ": (0.43607, 0.22249, 0.01392), "gXYZ": (0.38515, 0.71687, 0.09708), "bXYZ": (0.14307, 0.06061, 0.71410)}
TEXTS = {"desc": "sRGB IEC61966-2.1", "cprt": "No copyright, use freely (CC0 1.0)"}


def make() -> bytes:
    tags = {"desc": _description(TEXTS["desc"]), "cprt": b"text" + bytes(4) + TEXTS["cprt"].encode("ascii") + b"\0", "wtpt": _xyz(D50)}
    tags |= {name: _xyz(color) for name, color in PRIMARIES.items()}
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), _curve())
    places: dict[bytes, int] = {}
    body = b""
    start = 128 + 4 + 12 * len(tags)
    rows = []
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        rows.append(struct.pack(">4sII", name.encode("ascii"), places[data], len(data)))
    table = struct.pack(">I", len(rows)) + b"".join(rows)
    return _head(128 + len(table) + len(body)) + table + body


def _head(size: int) -> bytes:
    light = b"".join(_fixed(value) for value in D50)
    head = struct.pack(">I4sI4s4s4s6H4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ", *DATE, b"acsp")
    head += bytes(4) + bytes(4) + bytes(8) + bytes(8) + struct.pack(">I", 0) + light
    return head + bytes(128 - len(head))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _curve() -> bytes:
    steps = (step / (ENTRIES - 1) for step in range(ENTRIES))
    linear = (step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps)
    return b"curv" + bytes(4) + struct.pack(f">I{ENTRIES}H", ENTRIES, *(round(value * 65535) for value in linear))


def _description(text: str) -> bytes:
    """textDescriptionType (ICC.1:2001-04 6.5.17): in ASCII, and empty in Unicode and ScriptCode."""
    ascii_text = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def main(arguments: list[str]) -> int:
    data = make()
    if arguments == ["--check"]:
        same = FILE.read_bytes() == data
        print(FILE.name, "is as made" if same else "is not what this program makes")
        return int(not same)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
