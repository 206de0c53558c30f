"""Where each character of a scalar's value stands in the source, through folding, quotes and escapes."""

import re

from gwr_docs.model.inline import Place

_SPACE = re.compile(r"[ \t\n]*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.S)
_CONTINUED = re.compile(r"(?:\\\n[ \t]*)+")


def is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def align(value: str, raw: str, style: str | None, file: str, line: int, column: int) -> tuple[str, Place]:
    """The value without the spaces that folding put between Chinese characters, and the place of each character.

    `raw` is the scalar's source from `line`, `column` (from 1); `style` is libyaml's: None or "" plain, ' " | >.
    A fold keeps its space only between two Latin words.
    """
    if not style and "\n" not in raw:
        return value, Place(file, ((0, line, column),))
    walk = _Walk(raw, line, column, style or "")
    if style in ("|", ">"):
        walk.skip(raw.find("\n") + 1)
        value = value.rstrip("\n")
    elif style:
        walk.skip(1)
    out: list[str] = []
    index = 0
    while index < len(value):
        if value[index] in " \n" and not walk.at_escape():
            index = _space(value, index, walk, out)
        else:
            walk.take_character(value[index], len(out))
            out.append(value[index])
            index += 1
    return "".join(out), Place(file, tuple(walk.segments) or ((0, line, column),))


def _space(value: str, index: int, walk: "_Walk", out: list[str]) -> int:
    """Handle white space of the value: one character as typed, or a run made by folding lines."""
    end = index
    while end < len(value) and value[end] in " \n":
        end += 1
    run = _SPACE.match(walk.raw, walk.position)
    gap = run[0] if run else ""
    if "\n" not in gap:
        typed = max(1, min(end - index, len(gap) - len(gap.lstrip(" "))))
        walk.mark(len(out))
        out += value[index : index + typed]
        walk.skip(typed)
        return index + typed
    if walk.style == '"':  # what follows the fold may be written as an escape
        end = min(end, index + max(1, gap.count("\n") - 1))
    between = value[index:end]
    walk.mark(len(out))
    if "\n" in between:
        out.append("\n")
    elif out and end < len(value) and is_latin(out[-1]) and is_latin(value[end]):
        out.append(" ")
    walk.skip(len(gap))
    return end


class _Walk:
    """A position in the source that knows its line and column."""

    def __init__(self, raw: str, line: int, column: int, style: str) -> None:
        self.style = style
        self.raw, self.position, self.line, self.column = raw, 0, line, column
        self.segments: list[tuple[int, int, int]] = []

    def at_escape(self) -> bool:
        return self.style == '"' and self.raw.startswith("\\", self.position)

    def skip(self, count: int) -> None:
        for character in self.raw[self.position : self.position + count]:
            if character == "\n":
                self.line, self.column = self.line + 1, 1
            else:
                self.column += 1
        self.position += count

    def mark(self, offset: int) -> None:
        """Note that the value's character at `offset` stands here."""
        if self.segments:
            start, line, column = self.segments[-1]
            if line == self.line and column + offset - start == self.column:
                return
            if start == offset:
                self.segments.pop()
        self.segments.append((offset, self.line, self.column))

    def take_character(self, character: str, offset: int) -> None:
        gap = _CONTINUED.match(self.raw, self.position) if self.style == '"' else None
        if gap is None and self.raw[self.position : self.position + 1] != character:
            gap = _SPACE.match(self.raw, self.position)
        self.skip(len(gap[0]) if gap else 0)
        self.mark(offset)
        escape = _ESCAPE.match(self.raw, self.position) if self.at_escape() else None
        doubled = self.style == "'" and character == "'"
        self.skip(len(escape[0]) if escape else 2 if doubled else 1)
