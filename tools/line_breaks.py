"""Count faults of Chinese line breaking in PDFs.

usage: line_breaks.py [--no-ragged] FILE.pdf ...      --no-ragged: ragged lines are counted but do not fail
Prints per file: lines read, lines that must be full, lines starting or ending with a forbidden mark, numbers split over two lines,
ragged lines. Exit status 1 if any fault is found.

Lines come from the words' boxes as poppler's pdftotext sees them. In a tagged PDF the lines of every element are read as well, so that
paragraphs are judged, table cells included (needs pikepdf and pypdfium2). In others a body line is followed by a line that starts at
the commonest left edge (so it is not the last of its paragraph).
"""

import html
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

# As a script this file finds only its own folder, as a module only the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if TYPE_CHECKING:
    from tools.tagged_lines import Element

FORBIDDEN_START = set("，。、；：？！”’）》〉】〕」』％%‰℃)]}·…—～")
FORBIDDEN_END = set("“‘（《〈【〔「『([{")
TOLERANCE_PT = 3.0
LINE = re.compile(r'<line xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(.*?)</line>', re.S)
WORD = re.compile(r"<word[^>]*>(.*?)</word>")
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—|- \d+ -|\d+")
SPLIT = re.compile(r"\d\|(?:[.—～–-]?\d|[%％‰])|\d[.—～–-]\|\d")
KINDS = ("starts", "ends", "split numbers", "ragged")
Faults = dict[str, list[str]]


def read_lines(path: str) -> list[tuple[float, float, str]]:
    """(left edge pt, right edge pt, text) of each line, in reading order."""
    xml = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    lines = [(float(m[1]), float(m[2]), html.unescape("".join(WORD.findall(m[3])))) for m in LINE.finditer(xml)]
    return [line for line in lines if line[2].strip() and not PAGE_NUMBER.fullmatch(line[2].strip())]


def audit(path: str) -> tuple[int, int, Faults]:
    """Lines read, lines that must be full, and the faults by kind."""
    from tools.ragged_lines import ragged
    from tools.tagged_lines import read_elements

    lines = read_lines(path)
    body, faults = judge_boxes(lines)
    elements = read_elements(Path(path))
    if elements is not None:
        body, faults["ragged"] = ragged(elements)
        for kind, found in judge_elements(elements).items():
            seen = [text for text in faults[kind] if not _between(kind, text, elements)]
            faults[kind] = seen + [text for text in found if text not in seen]
    return len(lines), body, faults


def _between(kind: str, text: str, elements: Iterable["Element"]) -> bool:
    """Whether what looks like a fault stands where an element begins or ends: a cell may hold nothing but a %."""
    if kind == "ends":
        return any(_same(text[::-1], element.lines[-1].text[::-1]) for element in elements)
    return any(_same(text.split("|")[-1], element.lines[0].text) for element in elements)


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def judge_elements(elements: Iterable["Element"]) -> Faults:
    """Forbidden starts and ends and split numbers between the lines of each element; what a figure draws is no text."""
    faults: Faults = {kind: [] for kind in KINDS[:3]}
    for element in elements:
        if element.kinds[0] != "Figure":
            for above, below in pairwise(line.text for line in element.lines):
                _judge(above, below, faults)
    return faults


def _judge(above: str, below: str, faults: Faults) -> None:
    if below[0] in FORBIDDEN_START:
        faults["starts"].append(below[:8])
    if above[-1] in FORBIDDEN_END:
        faults["ends"].append(above[-8:])
    if SPLIT.search(f"{above[-2:]}|{below[:2]}"):
        faults["split numbers"].append(f"{above[-5:]}|{below[:5]}")


def judge_boxes(lines: Sequence[tuple[float, float, str]]) -> tuple[int, Faults]:
    """The same from places alone: lines that must be full, and the faults."""
    if not lines:
        return 0, {kind: [] for kind in KINDS}
    left = Counter(round(line[0]) for line in lines).most_common(1)[0][0]
    at_left = [abs(line[0] - left) < 6 for line in lines]
    edges = {edge for edge, count in Counter(round(line[0]) for line in lines).items() if count >= 4}  # columns, mirrored pages
    at_edge = [any(abs(line[0] - edge) < 2 for edge in edges) for line in lines]
    body = [line for line, follows in zip(lines, at_left[1:], strict=False) if follows]
    right = Counter(round(line[1]) for line in body).most_common(1)[0][0] if body else 0
    full = [line for line in body if line[1] > right - 70]
    pairs = zip(lines, lines[1:], at_edge[1:], strict=False)
    return len(full), {
        "starts": [line[2][:8] for line, follows in zip(lines, at_edge, strict=False) if follows and line[2][0] in FORBIDDEN_START],
        "ends": [line[2][-8:] for line in lines if line[2][-1] in FORBIDDEN_END],
        "split numbers": [
            a[2][-5:] + "|" + b[2][:5]
            for a, b, follows in pairs
            if follows and a[1] > right - 70 and SPLIT.search(a[2][-2:] + "|" + b[2][:2])
        ],
        "ragged": [line[2][-8:] for line in full if abs(line[1] - right) > TOLERANCE_PT and not 2 < line[1] - right < 9],
    }


def main(arguments: list[str]) -> int:
    failing = KINDS[:3] if "--no-ragged" in arguments else KINDS
    failed = False
    for path in (argument for argument in arguments if argument != "--no-ragged"):
        lines, body, faults = audit(path)
        failed |= any(faults[kind] for kind in failing)
        print(path, f"lines={lines} body={body}", *(f"{kind}={len(found)}" for kind, found in faults.items()))
        for kind, found in faults.items():
            for text in found[:5]:
                print(f"    {kind}: {text}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
