"""References to figures in text: 【规模以上工业总产值】, 【X·数】; 【【 prints a literal 【."""

import re
from sys import intern

from gwr_docs.content.nodes import Scalar
from gwr_docs.diagnostics import Diagnostic, fault
from gwr_docs.model.inline import Field, Inline, Paragraph, Place, Reference, Text

_MARK = re.compile(r"【【|【([^【】]*)】|【")
_FIELDS = {field.value: field for field in Field}


def parse_markup(scalar: Scalar) -> tuple[Paragraph, tuple[Diagnostic, ...]]:
    """The inline parts of a text, and its faults: an unclosed 【, an empty name, an unknown field after ·."""
    text, place = scalar.text, scalar.place
    if text and "【" not in text:
        return (Text(text, place),), ()
    out: list[Inline] = []
    faults: list[Diagnostic] = []
    last = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if match[0] == "【【":
            _literal(out, text[last : start + 1], place, last)
        else:
            _literal(out, text[last:start], place, last)
            if match[1] is None:
                faults.append(fault("GWR203", place.span(start, min(end + 8, len(text))), text=text[start : end + 8]))
            else:
                name, _, word = match[1].partition("·")
                field = _FIELDS.get(word)
                if not name.strip():
                    faults.append(fault("GWR219", place.span(start, end), text=match[0]))
                elif field is None:
                    at = place.span(start + 2 + len(name), end - 1)
                    faults.append(fault("GWR202", at, field=word, fields="、".join(w for w in _FIELDS if w)))
                else:
                    out.append(Reference(intern(name), field, place.span(start + 1, start + 1 + max(1, len(name)))))
        last = end
    _literal(out, text[last:], place, last)
    return tuple(out), tuple(faults)


def _literal(out: list[Inline], text: str, place: Place, start: int) -> None:
    if text:
        out.append(Text(text, place.part(start, start + len(text))))
