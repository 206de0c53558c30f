"""名词解释: marks behind the terms where they first stand in the text, and the entries in the order of the marks."""

from collections.abc import Sequence

from gwr_docs.documents.runs import Emphasis, Run, Runs
from gwr_docs.model.report import Term, terms_pattern

CLOSING = "”’》"  # a mark stands behind them: “双碳”[1]


class Marker:
    """Sets marks text by text, in the order of print; `order` are the terms as they came."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.waiting = {term.name: term for term in terms}
        self.pattern = terms_pattern(terms)
        self.order: list[Term] = []

    def mark(self, runs: Runs) -> Runs:
        """The runs with a mark behind each term that stands here first; titles that open a paragraph are left alone."""
        if not self.waiting:
            return runs
        out: list[Run] = []
        for run in runs:
            out += [run] if run.emphasis is not Emphasis.NONE or run.figure else self._split(run)
        return tuple(out)

    def entries(self) -> tuple[Term, ...]:
        """All terms, those that stand nowhere last."""
        return (*self.order, *self.waiting.values())

    def _split(self, run: Run) -> list[Run]:
        out, start = [], 0
        for match in self.pattern.finditer(run.text):
            term = self.waiting.pop(match[0], None)
            if term is None:
                continue
            end = match.end()
            while run.text[end : end + 1] and run.text[end] in CLOSING:
                end += 1
            self.order.append(term)
            out += [_piece(run, start, end), Run(mark_text(len(self.order)), emphasis=Emphasis.MARK)]
            start = end
        return [*out, _piece(run, start, len(run.text))] if start < len(run.text) else out


def mark_text(number: int) -> str:
    return f"[{number}]"


def _piece(run: Run, start: int, end: int) -> Run:
    place = run.place.part(start, end) if run.place else None
    return Run(run.text[start:end], run.figure, run.emphasis, place)
