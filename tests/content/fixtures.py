"""Fixtures that an editor can read: a title, the input and what is expected, in Markdown, divided by lines of a dot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gwr_docs.content.reading import FILES

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
ROOT = HERE.parent.parent
_FILE = re.compile(r"\[(?P<name>\w+\.yaml)(?: in (?P<encoding>[\w-]+))?(?P<missing> missing)?\]")
_UNSEEN = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_REPEATED = re.compile(r"⟨(.+?) × (\d+)⟩")
_NAMED = re.compile(r"^(?=# [^ ]+\.(?:yaml|pptx))", re.MULTILINE)
_NAMED_FILE = re.compile(r"# (?P<name>\w+\.\w+)(?:（(?P<state>.*)）)?\n")


@dataclass(frozen=True)
class Case:
    """What stands in one case: its line in the Markdown, file name -> bytes (None: not there), expected lines."""

    line: int
    title: str
    changed: dict[str, bytes | None]
    expected: list[str]


def read_cases(path: Path) -> Iterator[Case]:
    lines = path.read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    for first, middle, last in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        yield Case(first, lines[first - 1], _files(lines[first + 1 : middle]), lines[middle + 1 : last])


def _files(lines: list[str]) -> dict[str, bytes | None]:
    found: dict[str, bytes | None] = {}
    texts: dict[str, tuple[str, list[str]]] = {}
    text: list[str] = []
    for line in lines:
        if match := _FILE.fullmatch(line):
            text = []
            found[match["name"]] = None
            if not match["missing"]:
                texts[match["name"]] = (match["encoding"] or "utf-8", text)
        else:
            text.append(_spell_out(line) + "\n")
    return found | {name: "".join(text).encode(encoding) for name, (encoding, text) in texts.items()}


def _spell_out(line: str) -> str:
    line = _UNSEEN.sub(lambda match: chr(int(match[1], 16)), line)
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), line)


def read_example(text: str) -> dict[str, bytes | None]:
    """The files of an example in an explanation: each begins with a comment that names it and, in brackets, what it is like."""
    found: dict[str, bytes | None] = {}
    for part in _NAMED.split(text)[1:]:
        match = _NAMED_FILE.match(part)
        assert match is not None
        name, state = match["name"], match["state"]
        data = "".join(_spell_out(line) + "\n" for line in part.rstrip("\n").split("\n"))
        found[name] = None if state == "没有这个文件" else data.encode("gb18030" if state == "存成了 GBK" else "utf-8")
    return found


@cache
def _stored(folder: Path) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, (folder / name).read_bytes()) for name in FILES if (folder / name).exists())


def minimal() -> dict[str, bytes]:
    """The smallest sound content set."""
    return dict(_stored(DATA / "minimal"))


def shipped() -> dict[str, bytes]:
    """The content that comes with the project."""
    return dict(_stored(ROOT / "content"))


def planted(**texts: str | bytes) -> dict[str, bytes]:
    """The minimal set with other files: planted(plan="title: …")."""
    return minimal() | {f"{name}.yaml": text.encode() if isinstance(text, str) else text for name, text in texts.items()}
