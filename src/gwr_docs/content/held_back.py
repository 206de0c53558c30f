"""Of several faults with one cause, only that which names it is told."""

from collections.abc import Iterable

from gwr_docs.content.resolve import UNKNOWN
from gwr_docs.diagnostics import Diagnostic, Span

WIDE = (*UNKNOWN, "GWR206", "GWR303")  # errors that are as wrong at their related places
OF_REFERENCES = ("GWR202", "GWR203")
IN_BRACKETS = ("GWR212", "GWR213", "GWR216")  # a figure that is named, but not referred to
TO_BE_WRITTEN_ANEW = ("GWR213", "GWR214", "GWR215")
WORDING = "GWR700"
STOPS = "。，；、"


def causes(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without what may only follow from another fault.

    That is: warnings on lines that have an error or that an error names (，； around a reference that is none); a 】 left
    over from a reference that is broken; slips of wording in what is to be written anew; that a figure is not used which stands in the
    wrong brackets.
    """
    found = tuple(found)
    wrong = {_line(d.span) for d in found if d.is_error}
    wrong |= {_line(place.span) for d in found if d.code in WIDE for place in d.related}
    broken = {_line(d.span) for d in found if d.code in OF_REFERENCES}
    behind = any(d.code == "GWR215" and dict(d.values)["text"][-1:] in STOPS for d in found)  # and again behind each reference
    kept = [
        d
        for d in found
        if not (behind and d.code == "GWR721") and _line(d.span) not in (broken if d.code == "GWR212" else () if d.is_error else wrong)
    ]
    seen = [d.span for d in kept if d.code in TO_BE_WRITTEN_ANEW]
    named = {place.span for d in kept if d.code in IN_BRACKETS for place in d.related}
    return tuple(d for d in kept if not (d.code >= WORDING and _is_within(d.span, seen)) and not (d.code == "GWR205" and d.span in named))


def _line(span: Span) -> tuple[str, int]:
    return span.file, span.line


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(_line(span) == _line(other) and other.column <= span.column and span.end <= other.end for other in others)
