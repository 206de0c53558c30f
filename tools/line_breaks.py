"""Count faults of Chinese line breaking in PDFs, from the words' boxes as poppler's pdftotext sees them.

usage: line_breaks.py [--ragged] FILE.pdf ...      --ragged: ragged body lines fail, too
Prints per file: lines read, body lines, lines starting or ending with a forbidden mark, numbers split over two lines,
ragged body lines. A body line is followed by a line that starts at the commonest left edge of its column (so it is not
the last line of its paragraph). Exit status 1 if any forbidden start, forbidden end or split number is found.
"""

import html
import re
import subprocess
import sys
from collections import Counter

FORBIDDEN_START = set("，。、；：？！”’）》〉】〕」』％%‰℃)]}·…—～")
FORBIDDEN_END = set("“‘（《〈【〔「『([{")
TOLERANCE_PT = 3.0
LINE = re.compile(r'<line xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(.*?)</line>', re.S)
WORD = re.compile(r"<word[^>]*>(.*?)</word>")
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—|- \d+ -|\d+")
SPLIT = re.compile(r"\d\|(?:[.—～–-]?\d|[%％‰])|\d[.—～–-]\|\d")


def read_lines(path: str) -> list[tuple[float, float, str]]:
    """(left edge pt, right edge pt, text) of each line, in reading order."""
    xml = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    lines = [(float(m[1]), float(m[2]), html.unescape("".join(WORD.findall(m[3])))) for m in LINE.finditer(xml)]
    return [line for line in lines if line[2].strip() and not PAGE_NUMBER.fullmatch(line[2].strip())]


def audit(path: str) -> dict[str, int | list[str]]:
    lines = read_lines(path)
    if not lines:
        return {"lines": 0}
    left = Counter(round(line[0]) for line in lines).most_common(1)[0][0]
    at_left = [abs(line[0] - left) < 6 for line in lines]
    edges = {edge for edge, count in Counter(round(line[0]) for line in lines).items() if count >= 4}  # columns, mirrored pages
    at_edge = [any(abs(line[0] - edge) < 2 for edge in edges) for line in lines]
    body = [line for line, follows in zip(lines, at_left[1:], strict=False) if follows]
    right = Counter(round(line[1]) for line in body).most_common(1)[0][0] if body else 0
    full = [line for line in body if line[1] > right - 70]
    pairs = zip(lines, lines[1:], at_edge[1:], strict=False)
    return {
        "lines": len(lines),
        "body": len(full),
        "starts": [line[2][:8] for line, follows in zip(lines, at_edge, strict=False) if follows and line[2][0] in FORBIDDEN_START],
        "ends": [line[2][-8:] for line in lines if line[2][-1] in FORBIDDEN_END],
        "split numbers": [
            a[2][-5:] + "|" + b[2][:5]
            for a, b, follows in pairs
            if follows and a[1] > right - 70 and SPLIT.search(a[2][-2:] + "|" + b[2][:2])
        ],
        "ragged": sum(1 for line in full if abs(line[1] - right) > TOLERANCE_PT and not 2 < line[1] - right < 9),
    }


def main(arguments: list[str]) -> int:
    faults = ["starts", "ends", "split numbers"] + (["ragged"] if "--ragged" in arguments else [])
    failed = False
    for path in (argument for argument in arguments if argument != "--ragged"):
        result = audit(path)
        failed |= any(result.get(key) for key in faults)
        print(path, " ".join(f"{key}={len(value) if isinstance(value, list) else value}" for key, value in result.items()))
        for key, value in result.items():
            for text in value[:5] if isinstance(value, list) else ():
                print(f"    {key}: {text}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
