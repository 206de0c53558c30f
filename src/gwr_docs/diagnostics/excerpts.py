"""Lines of a file with marks under the exact words, in the columns of a console."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from gwr_docs.diagnostics import Span
from gwr_docs.records import record

# What a terminal would obey instead of showing: controls, bidi and zero-width marks.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
_SHOWN = str.maketrans({"\t": "→", "\u3000": "□", "\u00a0": "□"})
_EMOJI_STYLE, _SKINS = "\ufe0f", range(0x1F3FB, 0x1F400)

Row = tuple[tuple[str, str], ...]  # pieces of one line: (role, text), the role one of gutter, text, error, warning, see


@record
class Mark:
    """A place to show: `sign` is repeated under its words, in the colour of `role`, and `note` follows."""

    span: Span
    role: str
    sign: str
    note: str = ""


def lines_of(text: str) -> list[str]:
    """The lines as the reader counts them, not as splitlines() does."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def printable(text: str) -> str:
    """One line that a terminal shows and does not obey, character for character."""
    return _OBEYED.sub("□", text.translate(_SHOWN))


def width(text: str, wide: bool = False) -> int:
    """Columns of a terminal: two for a wide character, none for a combining one.

    `wide`: so are the characters that Unicode calls ambiguous (“ ” — …), as on a console in GBK.
    """
    return columns(text, wide)[-1]


def columns(text: str, wide: bool) -> list[int]:
    """The width of each beginning of a text, that of nothing first."""
    total, last, found = 0, 0, [0]
    for character in text:
        if character == _EMOJI_STYLE and last == 1:
            total, last = total + 1, 2
        elif unicodedata.category(character) not in ("Mn", "Me", "Cf") and not (ord(character) in _SKINS and last == 2):
            last = 2 if unicodedata.east_asian_width(character) in ("WFA" if wide else "WF") else 1
            total += last
        found.append(total)
    return found


def excerpt(marks: Iterable[Mark], lines: Sequence[str], gutter: int, room: int, wide: bool = False) -> Iterator[Row]:
    """The lines of one file with their marks, in the order of the file; dots where lines are left out.

    `gutter`: digits of the largest line number; `room`: columns for the text of a line.
    """
    number, before = 0, ""
    for mark in sorted(marks, key=lambda mark: (mark.span, mark.sign)):
        if not 1 <= mark.span.line <= len(lines):
            continue
        shown, marked = _marked(mark, lines[mark.span.line - 1], room, wide)
        if (mark.span.line, shown) != (number, before):
            if number and mark.span.line > number + 1:
                yield (("gutter", "..."),)
            yield ("gutter", f"{mark.span.line:>{gutter}} | "), ("text", shown)
        yield ("gutter", f"{'':{gutter}} | "), (mark.role, marked)
        number, before = mark.span.line, shown


def _marked(mark: Mark, line: str, room: int, wide: bool) -> tuple[str, str]:
    """The line, or what there is room for around the words, and the signs that stand below."""
    line = printable(line)
    first = min(mark.span.column - 1, len(line))
    left, last, right = _window(line, first, max(mark.span.end - 1, first), room, wide)
    lead = "…" if left else ""
    signs = mark.sign * max(1, width(line[first:last], wide))
    marked = " " * width(lead + line[left:first], wide) + signs
    return lead + line[left:right] + ("…" if right < len(line) else ""), f"{marked} {mark.note}".rstrip()


def _window(line: str, first: int, last: int, room: int, wide: bool) -> tuple[int, int, int]:
    """Start, end of the marked words, and end of the part of a line that fits: a third of the spare room before the words."""
    start = max(0, first - room)  # a line may be as long as a file
    at = columns(line[start : first + 2 * room], wide)
    first, last, end = first - start, min(last - start, len(at) - 1), len(at) - 1
    if start == 0 and end == len(line) and at[end] <= room:
        return 0, last, end
    room -= 2 * width("…", wide)
    last = min(last, bisect_right(at, at[first] + room // 2) - 1)
    left = min(first, bisect_left(at, at[last] - (room + 2 * (at[last] - at[first])) // 3))
    right = min(end, bisect_right(at, at[left] + room) - 1)
    left = min(left, bisect_left(at, at[right] - room))
    return start + left, start + last, start + right
