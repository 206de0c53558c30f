"""Every reference names a figure that has what the reference asks for."""

from collections.abc import Collection, Iterator, Sequence

from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.diagnostics.guessing import nearest
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field, Reference, references

MOST_COMPARED = 200_000


def resolve_references(report: tree.Report, lost: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Faults of all references and mentions: unknown figures, and fields that a figure does not have.

    The figures in `lost` exist, but could not be read.
    """
    figures, known = report.figures, _Names([*report.figures, *sorted(lost)])
    for paragraph in (*tree.paragraphs(report), *(p for slide in report.slides for p in storyboard.paragraphs(slide))):
        for reference in references(paragraph):
            if reference.figure in figures:
                yield from _check(reference, figures[reference.figure])
            elif reference.figure not in lost:
                yield known.unknown(reference.figure, reference.span)
    mentioned = [m for slide in report.slides for m in storyboard.mentions(slide)]
    mentioned += [m for figure in figures.values() for m in (*figure.parts, *figure.includes)]
    for mention in mentioned:
        if mention.figure not in figures and mention.figure not in lost:
            yield known.unknown(mention.figure, mention.span)


def _check(reference: Reference, figure: Figure) -> Iterator[Diagnostic]:
    entry = figure.entry(reference.field)
    if entry is None:
        lacking = {Field.CHANGE: "change", Field.TARGET: "target"}.get(reference.field, "value")
        yield fault("GWR204", reference.span, figure=figure.name, key=lacking, related=(Related(figure.span, figure.name),))
    elif reference.field in (Field.NUMBER, Field.UNIT) and entry.quantity is None:
        place = Related(entry.span, entry.text)
        yield fault("GWR206", reference.span, figure=figure.name, value=entry.text, related=(place,))


class _Names:
    """The names of all figures, to guess from. Comparing is slow: of very many wrong names only the first are guessed."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names, self.guesses = names, dict[str, str]()
        self.most = max(20, MOST_COMPARED // max(1, len(names)))

    def unknown(self, name: str, span: Span) -> Diagnostic:
        if name not in self.guesses and len(self.guesses) < self.most:
            within = (other for other in self.names if name and (name in other or other in name))
            self.guesses[name] = nearest(name, self.names, 0.4) or next(within, "")
        guess = self.guesses.get(name, "")
        return fault("GWR201", span, name=name, guess=guess) if guess else fault("GWR210", span, name=name)
