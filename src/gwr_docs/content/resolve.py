"""Every reference names a figure that has what the reference asks for."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field, Reference, references


def resolve_references(report: tree.Report) -> Iterator[Diagnostic]:
    """Faults of all references and mentions: unknown figures, and fields that a figure does not have."""
    figures = report.figures
    for paragraph in (*tree.paragraphs(report), *(p for slide in report.slides for p in storyboard.paragraphs(slide))):
        for reference in references(paragraph):
            yield from _check(reference, figures)
    mentioned = [m for slide in report.slides for m in storyboard.mentions(slide)]
    mentioned += [m for figure in figures.values() for m in (*figure.parts, *figure.includes)]
    for mention in mentioned:
        if mention.figure not in figures:
            yield unknown(mention.figure, mention.span, figures)


def _check(reference: Reference, figures: Mapping[str, Figure]) -> Iterator[Diagnostic]:
    figure = figures.get(reference.figure)
    if figure is None:
        yield unknown(reference.figure, reference.span, figures)
        return
    entry = {Field.CHANGE: figure.change, Field.TARGET: figure.target}.get(reference.field, figure.value)
    if entry is None:
        lacking = {Field.CHANGE: "change", Field.TARGET: "target"}.get(reference.field, "value")
        yield fault("GWR204", reference.span, figure=figure.name, key=lacking)
    elif reference.field in (Field.NUMBER, Field.UNIT) and entry.quantity is None:
        yield fault("GWR206", reference.span, figure=figure.name, value=entry.text)


def unknown(name: str, span: Span, figures: Mapping[str, Figure]) -> Diagnostic:
    guess = get_close_matches(name, figures, 1, 0.4) or [n for n in figures if name and (name in n or n in name)]
    return fault("GWR201" if guess else "GWR210", span, name=name, guess=guess[0] if guess else "")
