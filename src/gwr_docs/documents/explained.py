"""Terms of the glossary in the summary: a mark where each first stands, in the order in which the summary is printed."""

from collections.abc import Mapping, Sequence

from gwr_docs.diagnostics import Span
from gwr_docs.documents.glossary import mark_runs, mark_text
from gwr_docs.documents.runs import Runs, print_runs
from gwr_docs.model.figures import Figure
from gwr_docs.model.glossary import Term
from gwr_docs.records import record


@record
class Explanation:
    """What a marked term means, in one paragraph or more; `mark` is as it stands in the text, `span` where the term was typed."""

    mark: str
    term: str
    meaning: tuple[Runs, ...]
    span: Span


class Explainer:
    """Marks texts in the order in which they are given."""

    def __init__(self, terms: Sequence[Term], figures: Mapping[str, Figure]) -> None:
        self._waiting = {term.name: term for term in terms}
        self._found: list[Term] = []
        self._figures = figures

    def mark(self, runs: Runs) -> Runs:
        marked, found = mark_runs(runs, self._waiting, len(self._found))
        self._found += found
        return marked

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """Of the terms that were met, in the order of their marks."""
        return tuple(
            Explanation(mark_text(number), term.name, tuple(print_runs(p, self._figures) for p in term.meaning), term.span)
            for number, term in enumerate(self._found, 1)
        )
