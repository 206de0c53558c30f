"""Warnings that the writer has looked at: `# gwr: ok GWR710` beside a key silences them there, `checks: {off: [GWR710]}` everywhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from gwr_docs.content.schema import ReportShape
from gwr_docs.content.source import in_blocks
from gwr_docs.diagnostics import Diagnostic, Span, catalogue, fault

_REMARK = re.compile(r"(?:^|(?<=\s))#\s*gwr\s*[:：]?\s*ok\b(?P<codes>[\s,，、]*GWR\d{3}(?:[\s,，、]+GWR\d{3})*)?", re.IGNORECASE)
_CODE = re.compile(r"GWR\d{3}", re.IGNORECASE)
_KEY = re.compile(r"\s*(?:-(?:\s|$)|[^\s#'\"][^:#]*:(?:\s|$)|['\"].*?['\"]\s*:(?:\s|$))")
UNUSED = "GWR131"
LATE = frozenset({"GWR405"})  # found only when the pages are made


def codes_off(shape: ReportShape) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """The warnings that report.yaml turns off, and a fault for each code that is none."""
    if not shape.checks.off:
        return frozenset(), ()
    known = {code for code, entry in catalogue().items() if entry.get("severity") == "warning"}
    wrong = (scalar for scalar in shape.checks.off if scalar.text not in known)
    faults = tuple(fault("GWR130", scalar.span, code=scalar.text, guess=_apart(scalar.text)) for scalar in wrong)
    return frozenset(scalar.text for scalar in shape.checks.off) & known, faults


def _apart(text: str) -> str:
    """Several codes that run into one, as a list of them."""
    codes = _CODE.findall(text)
    return ", ".join(codes) if len(codes) > 1 else ""


def unsilenced(found: Iterable[Diagnostic], sources: Mapping[str, str], off: Collection[str]) -> tuple[Diagnostic, ...]:
    """`found` without what is turned off or marked as seen, and a warning for each mark that silences nothing.

    `sources` are the texts of the files with marks in them. While there are errors, not all is known that a mark could stand for.
    """
    kept, files = list[Diagnostic](), {file: _Marks(file, text) for file, text in sources.items()}
    for diagnostic in found:
        marks = files.get(diagnostic.span.file)
        if diagnostic.is_error or (diagnostic.code not in off and not (marks and marks.silence(diagnostic))):
            kept.append(diagnostic)
    if UNUSED not in off and not any(diagnostic.is_error for diagnostic in kept):
        kept += (unused for marks in files.values() for unused in marks.unused(off))
    return tuple(kept)


def without_seen(found: Iterable[Diagnostic], sources: Mapping[str, str], off: Collection[str]) -> tuple[Diagnostic, ...]:
    """Late findings without what is turned off or marked; that a mark silences nothing was told before."""
    return unsilenced(found, sources, {*off, UNUSED})


class _Marks:
    """The marks of one file by the line that they stand for, and which of them were of use."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.keys, self.used = file, list[int](), set[tuple[int, str]]()
        self.marks: dict[int, list[tuple[Span, str]]] = {}
        waiting: list[tuple[Span, str]] = []
        key = 0
        for number, line, in_block in in_blocks(text):
            comment = not in_block and line.lstrip().startswith("#")
            if not in_block and not comment and _KEY.match(line):
                key = number
            self.keys.append(number if comment else key)
            if in_block or not line.strip():
                continue
            waiting += self._read(number, line, comment)
            if not comment:
                self.marks.setdefault(self.keys[-1], []).extend(waiting)
                waiting = []
        self.marks.setdefault(0, []).extend(waiting)

    def _read(self, number: int, line: str, comment: bool) -> Iterator[tuple[Span, str]]:
        """The codes of a mark, each with its place. A comment that only speaks of marks is none."""
        match = _REMARK.match(line, len(line) - len(line.lstrip())) if comment else _REMARK.search(line)
        if match:
            codes = list(_CODE.finditer(line, match.start("codes"), match.end("codes"))) if match["codes"] else []
            for code in codes:
                yield Span(self.file, number, code.start() + 1, code.end() + 1), code[0].upper()
            if not codes:
                yield Span(self.file, number, match.start() + 1, match.end() + 1), ""

    def silence(self, diagnostic: Diagnostic) -> bool:
        """Whether a mark at the key of the line says that this is meant."""
        key = self.keys[diagnostic.span.line - 1]
        meant = any(code == diagnostic.code for _, code in self.marks.get(key, ()))
        if meant:
            self.used.add((key, diagnostic.code))
        return meant

    def unused(self, off: Collection[str]) -> Iterator[Diagnostic]:
        for key, marks in self.marks.items():
            yield from (
                fault(UNUSED, span, code=code or "—")
                for span, code in marks
                if (key, code) not in self.used and code not in off and code not in LATE
            )
