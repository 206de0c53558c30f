"""Where each character of a scalar's value stands in the source, through folding, quotes and escapes."""

import re

from gwr_docs.model.inline import Place

_SPACE = re.compile(r"[ \t\n]*")
_BLOCK_SPACE = re.compile(r"[ \n]*")  # a block's tabs are text
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.S)
_CONTINUED = re.compile(r"(?:\\\n[ \t]*)+")
_RUNS = {"'": re.compile(r"[^ \t\n']+"), '"': re.compile(r"[^ \t\n\\]+")}  # what stands in the value as it was typed
_RUN = re.compile(r"[^ \t\n]+")
_BLANK = re.compile(r"[ \n]+")


def is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def align(value: str, raw: str, style: str | None, start: Place) -> tuple[str, Place]:
    """The value without the spaces that folding put between Chinese characters, and the place of each character.

    `raw` is the scalar's source from `start` on; `style` is libyaml's: None or "" plain, ' " | >.
    A fold keeps its space only between two Latin words.
    """
    walk = _Walk(value, raw, style or "", start.line, start.column)
    if style in ("|", ">"):
        walk.skip(raw.find("\n") + 1)
        walk.value = value.rstrip("\n")
    elif style:
        walk.skip(1)
    while walk.index < len(walk.value):
        walk.step()
    _, line, column = walk.segments[0] if walk.segments else (0, start.line, start.column)
    return "".join(walk.out), Place(start.file, line, column, tuple(walk.segments[1:]))


class _Walk:
    """A position in the value and in the source, which knows its line and column there; `out` is what is printed of it."""

    def __init__(self, value: str, raw: str, style: str, line: int, column: int) -> None:
        self.value, self.index = value, 0
        self.raw, self.position, self.line, self.column = raw, 0, line, column
        self.style, self.run = style, _RUNS.get(style, _RUN)
        self.gap = _BLOCK_SPACE if style in ("|", ">") else _SPACE
        self.out: list[str] = []
        self.length = 0  # of `out`
        self.segments: list[tuple[int, int, int]] = []

    def step(self) -> None:
        """A run of the value as typed, one character typed in another way, or white space."""
        continued = self.style == '"' and self.pass_over(_CONTINUED)
        if self.value[self.index] in " \n" and not self.at_escape():
            self.space(continued)
        else:
            self.word()

    def at_escape(self) -> bool:
        return self.style == '"' and self.raw.startswith("\\", self.position)

    def pass_over(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.raw, self.position)
        self.skip(len(match[0]) if match else 0)
        return match is not None

    def skip(self, count: int) -> None:
        end = self.position + count
        breaks = self.raw.count("\n", self.position, end)
        self.line += breaks
        self.column = end - self.raw.rfind("\n", 0, end) if breaks else self.column + count
        self.position = end

    def put(self, text: str) -> None:
        """Print `text`, whose first character stands here."""
        expected = None
        if self.segments:
            start, line, column = self.segments[-1]
            expected = line, column + self.length - start
        if expected != (self.line, self.column):
            self.segments.append((self.length, self.line, self.column))
        self.out.append(text)
        self.length += len(text)

    def word(self) -> None:
        if not self.raw.startswith(self.value[self.index], self.position):
            self.pass_over(self.gap)  # a block's indent
        run = self.run.match(self.raw, self.position)
        text = self.value[self.index : self.index + (len(run[0]) if run else 1)]
        self.put(text)
        self.index += len(text)
        if run:
            self.skip(len(text))
        elif not (self.at_escape() and self.pass_over(_ESCAPE)):
            self.skip(2 if self.style == text == "'" else 1)

    def space(self, continued: bool) -> None:
        """White space of the value: as typed, or made by folding lines, `continued` after an escaped line end."""
        match, blank = self.gap.match(self.raw, self.position), _BLANK.match(self.value, self.index)
        gap, made = match[0] if match else "", blank[0] if blank else ""
        breaks = gap.count("\n")
        if not breaks:
            made = made[: max(1, len(gap) - len(gap.lstrip(" ")))]
            self.put(made)
            self.skip(len(made))
        else:
            if self.style == '"':  # what follows the fold may be written as an escape
                made = made[: max(1, breaks - 1 + continued)]
            joint = "\n" if "\n" in made else " " if self.between_latin(self.index + len(made)) else ""
            if joint:
                self.put(joint)
            self.skip(len(gap))
        self.index += len(made)

    def between_latin(self, end: int) -> bool:
        return bool(self.out) and end < len(self.value) and is_latin(self.out[-1][-1]) and is_latin(self.value[end])
