"""Lines of a file with marks under the exact words, in the columns of a console."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
    for at, group in groupby(sorted(marks, key=lambda mark: (mark.span, mark.sign)), key=lambda mark: mark.span.line):
        if not 1 <= at <= len(lines):
            continue
        line = printable(lines[at - 1])
        for together in _seen_together(group, line, room, wide):
            left, right = _window(line, *_ends(together, line), room, wide)
            shown = ("…" if left else "") + line[left:right] + ("…" if right < len(line) else "")
            if (at, shown) != (number, before):
                if number and at > number + 1:
                    yield (("gutter", "..."),)
                yield ("gutter", f"{at:>{gutter}} | "), ("text", shown)
            for mark in together:
                yield ("gutter", f"{'':{gutter}} | "), (mark.role, _marked(mark, line, left, right, wide))
            number, before = at, shown


def _seen_together(marks: Iterable[Mark], line: str, room: int, wide: bool) -> Iterator[list[Mark]]:
    """The marks of one line, in as few parts as show each with its words."""
    together: list[Mark] = []
    for mark in marks:
        first, last = _ends([*together, mark], line)
        if together and (last - first > room or width(line[first:last], wide) > room - 2 * width("…", wide)):
            yield together
            together = []
        together.append(mark)
    yield together


def _ends(marks: Sequence[Mark], line: str) -> tuple[int, int]:
    """Where the words of the first begin and those of the last end."""
    first = min(marks[0].span.column - 1, len(line))
    return first, max(first, *(mark.span.end - 1 for mark in marks))


def _marked(mark: Mark, line: str, left: int, right: int, wide: bool) -> str:
    """The signs below the words, as far as the part of the line from `left` to `right` shows them, and the note."""
    first, last = (min(max(column - 1, left), right) for column in (mark.span.column, mark.span.end))
    signs = mark.sign * max(1, width(line[first:last], wide))
    margin = width(("…" if left else "") + line[left:first], wide)
    return f"{' ' * margin}{signs} {mark.note}".rstrip()


def _window(line: str, first: int, last: int, room: int, wide: bool) -> tuple[int, int]:
    """Start and end of the part of a line that fits: a third of the spare room before the words, which may fill it."""
    start = max(0, first - room)  # a line may be as long as a file
    at = columns(line[start : first + 2 * room], wide)
    first, last, end = first - start, min(last - start, len(at) - 1), len(at) - 1
    if start == 0 and end == len(line) and at[end] <= room:
        return 0, end
    room -= 2 * width("…", wide)
    last = min(last, bisect_right(at, at[first] + room) - 1)
    left = min(first, bisect_left(at, at[last] - (room + 2 * (at[last] - at[first])) // 3))
    right = min(end, bisect_right(at, at[left] + room) - 1)
    left = min(left, bisect_left(at, at[right] - room))
    return start + left, start + right
