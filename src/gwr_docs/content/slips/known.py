"""What libyaml's own words and places suffice to tell."""

import re
import sys

from gwr_docs.content.nodes import MAX_DEPTH
from gwr_docs.content.slips.trouble import Trouble
from gwr_docs.content.source import refused_character
from gwr_docs.diagnostics import Diagnostic, fault

_HEX_ESCAPE = re.compile(r"\\[xuU]([0-9A-Fa-f]{2,8})")
_BRACKETED = re.compile(r"\s*(?:- +)*+(?:[^\s:]+: +)?(?P<sign>[\[{])[^\[\]{}]*[\]}]")
_OPENED = ("while scanning a quoted", "while parsing a flow")


def too_deep(found: Trouble) -> Diagnostic | None:
    """From PyYAML 6.0.4 on, libyaml has a limit of its own, and meets it before it hands over the first bracket."""
    if "nesting depth" not in found.problem:
        return None
    line, end = found.at
    opened = [column for column, sign in enumerate(found.lines[line][:end]) if sign in "[{"]
    column = opened[MAX_DEPTH - 1] if len(opened) >= MAX_DEPTH else end
    return fault("GWR014", found.span(line, column), limit=MAX_DEPTH)


def bad_escape(found: Trouble) -> Diagnostic | None:
    """A character by escape that is none: half of a surrogate pair, or a number too large."""
    line, column = found.at
    escape = _HEX_ESCAPE.match(found.lines[line], max(0, column - 2))
    if "escape" not in found.problem or escape is None:
        return None
    number = int(escape[1], 16)
    span = found.span(line, escape.start(), len(escape[0]))
    if number > sys.maxunicode:
        return fault("GWR003", span, code=f"U+{number:04X}", name="no character")
    return refused_character(span, chr(number))


def unquoted(found: Trouble) -> Diagnostic | None:
    """A text that begins with a sign of YAML's own."""
    for line, column in (found.at, found.opened):
        sign = found.lines[line][column : column + 1]
        if sign and ("cannot start any token" in found.problem or sign in "*&!"):
            return fault("GWR005", found.span(line, column), sign=sign)
    line, column = found.at
    opened = _BRACKETED.match(found.lines[line])
    if opened and "expected" in found.problem and opened.end() <= column and not found.lines[line][opened.end() : column].strip():
        return fault("GWR005", found.span(line, opened.start("sign")), sign=opened["sign"])
    return None


def no_key(found: Trouble) -> Diagnostic | None:
    """A line without a key, or whose key is followed by a full-width colon."""
    joined = "mapping values are not allowed" in found.problem
    if joined and found.at.line:
        line, column = found.at.line - 1, 0
    elif "could not find expected ':'" in found.problem:
        line, column = found.at
    else:
        return None
    words = found.lines[line].strip()
    if words.endswith("："):
        return fault("GWR008", found.span(line, found.lines[line].rindex("：")), key=words[:-1].strip("- "))
    if joined:
        return None
    return fault("GWR018", found.span(line, column, max(1, len(found.lines[line]) - column)), text=words[:20])


def other(found: Trouble) -> Diagnostic:
    """The last resort."""
    opened = found.context.startswith(_OPENED) and found.opened.line < found.at.line
    return fault("GWR011", found.span(*(found.opened if opened else found.at)))
