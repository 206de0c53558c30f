"""Tables beside the fonts: widths and coverage of each face, faces.toml, and the check of what is committed."""

import json
import tomllib
import unicodedata
from pathlib import Path

from tools.fonts.faces import FACES, Face
from tools.fonts.sources import FontError, digest

# Controls, format characters and private codes show no ink that a reader could miss, and harm a text file.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
Number = int | float


def _thousandths(length: int, units_per_em: int) -> Number:
    scaled = round(length * 1000 / units_per_em, 3)
    return int(scaled) if scaled.is_integer() else scaled


def write_table(face: Face, target: Path) -> None:
    """Write the widths of one face; every length in thousandths of the em."""
    from tools.fonts.outlines import encoded, open_font

    font = open_font(target / face.file)
    units = font["head"].unitsPerEm
    widths: dict[Number, list[str]] = {}
    for code, name in sorted(encoded(font).items()):
        if unicodedata.category(chr(code)) not in _UNSEEN:
            width = _thousandths(font["hmtx"][name][0], units)
            widths.setdefault(width, []).append(chr(code))
    head = {
        "family": face.family,
        "units_per_em": units,
        "ascent": _thousandths(font["hhea"].ascent, units),
        "descent": _thousandths(font["hhea"].descent, units),
        "cap_height": _thousandths(font["OS/2"].sCapHeight, units),
    }
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in head.items()]
    rows = [f"    {_json(str(width))}: {_json(''.join(widths[width]))}" for width in sorted(widths)]
    body = ["{", *lines, '  "widths": {', ",\n".join(rows), "  }", "}"]
    _write(target / face.table, "\n".join(body) + "\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def coverage(face: Face, target: Path) -> int:
    table = json.loads((target / face.table).read_text(encoding="utf-8"))
    return sum(len(characters) for characters in table["widths"].values())


def write_faces(target: Path) -> None:
    header = "# Made by tools/make_fonts.py; do not edit. Paths are relative to this file.\n"
    _write(target / "faces.toml", header + "".join(_entry(face, target) for face in FACES))


def _entry(face: Face, target: Path) -> str:
    values: dict[str, object] = {
        "file": face.file,
        "table": face.table,
        "family": face.family,
        "stands_for": list(face.stands_for),
        "origin": face.origin,
        "licence": face.licence,
        "coverage": coverage(face, target),
        "sha256": digest(target / face.file),
    }
    # A JSON string, number or list of strings is written alike in TOML.
    return f"\n[{face.key}]\n" + "".join(f"{key} = {_json(value)}\n" for key, value in values.items())


def check(target: Path) -> int:
    """Compare the fonts and tables under `target` with its faces.toml; return how many faces stand."""
    try:
        entries = tomllib.loads((target / "faces.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FontError(f"{target / 'faces.toml'}: missing; run tools/make_fonts.py") from None
    faults = [fault for key, entry in entries.items() for fault in _faults(key, entry, target)]
    faults += [f"{face.key}: not in faces.toml" for face in FACES if face.key not in entries]
    if faults:
        raise FontError("\n".join(faults))
    return len(entries)


def _faults(key: str, entry: dict[str, object], target: Path) -> list[str]:
    font, table = target / str(entry["file"]), target / str(entry["table"])
    faults = [f"{key}: {path} is missing" for path in (font, table) if not path.is_file()]
    if faults:
        return faults
    if digest(font) != entry["sha256"]:
        faults.append(f"{key}: {font} is not the file that faces.toml names")
    widths = json.loads(table.read_text(encoding="utf-8"))["widths"]
    if sum(map(len, widths.values())) != entry["coverage"]:
        faults.append(f"{key}: {table} does not count {entry['coverage']} characters")
    return faults
