"""Colons: lost, full-width, without their space, or in a text."""

import re
from collections.abc import Iterator

from gwr_docs.content.schema import KEYS
from gwr_docs.content.slips.trouble import Mend, Trouble
from gwr_docs.diagnostics import fault

_GLUED = re.compile(r" *(?:- +)*(?P<key>[^\s:：，。；{\[\"'#]{1,30})(?P<colon>：|:(?! |$))")
_KEY_ALONE = re.compile(r" *(?:- +)*(?P<key>[a-z_]+)(?P<sign>(?!:)[^\w\s]?) *")
_BEFORE_BRACE = re.compile(r"(?P<key>[^\s:：{\[\"'#,，]{1,30})(?P<sign>) *(?=\{)")


def glued_colon(found: Trouble) -> Iterator[Mend]:
    """`双碳：碳达峰`, `双碳:碳达峰` for a key that the format does not know."""
    for number in found.near:
        line = found.lines[number]
        if match := _GLUED.match(line):
            column = match.start("colon")
            code = "GWR008" if match["colon"] == "：" else "GWR009"
            yield Mend(fault(code, found.span(number, column), key=match["key"]), {number: f"{line[:column]}: {line[column + 1 :]}"})


def lost_colon(found: Trouble) -> Iterator[Mend]:
    """`gist 全镇`, `gist；全镇`, `text >-`, `密接 {value: …}`: the key is there, its colon is not."""
    for number in found.near:
        line = found.lines[number]
        match = _KEY_ALONE.match(line)
        if match is None or match["key"] not in KEYS:
            match = _BEFORE_BRACE.match(line)
        if match and line[match.end() : match.end() + 1] != ":":
            start = match.end("key")
            mended = f"{line[:start]}: {line[match.end() :]}"
            yield Mend(fault("GWR030", found.span(number, start), key=match["key"], guess=match["sign"]), {number: mended})


def colon_in_text(found: Trouble) -> Iterator[Mend]:
    """`note: 注: …`: a second colon with a space would make a key of the text."""
    (number, column), line = found.at, found.lines[found.at.line]
    if line[column : column + 1] == ":" and ": " in line[:column]:
        rest = line[column + 1 :].lstrip()
        start = max(line.rfind(": ", 0, column) + 2, line.rfind(", ", 0, column) + 2)
        text = line[start:column].strip()
        yield Mend(fault("GWR031", found.span(number, column), text=text[-12:]), {number: f"{line[:column]}：{rest}"})
