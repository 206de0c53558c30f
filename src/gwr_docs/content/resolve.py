"""Every reference names a figure that has what the reference asks for."""

from collections.abc import Collection, Iterator

from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field, Reference
from gwr_docs.model.report import Report
from gwr_docs.model.uses import cited, mentioned

UNKNOWN = ("GWR140", "GWR141", "GWR201", "GWR210")  # one fault for a name, with all its places
Places = dict[str, list[Span]]


def resolve_references(report: Report, lost: Collection[str] = ()) -> tuple[tuple[Diagnostic, ...], Places]:
    """References to fields that a figure does not have, and the names of no figure with their places, in printed order.

    The figures in `lost` exist, but could not be read.
    """
    figures, unknown, faults = report.figures, Places(), list[Diagnostic]()
    for reference in cited(report):
        if reference.figure in figures:
            faults += _check(reference, figures[reference.figure])
        elif reference.figure not in lost:
            unknown.setdefault(reference.figure, []).append(reference.span)
    for mention in mentioned(report):
        if mention.figure not in figures and mention.figure not in lost:
            unknown.setdefault(mention.figure, []).append(mention.span)
    return tuple(faults), unknown


def _check(reference: Reference, figure: Figure) -> Iterator[Diagnostic]:
    entry = figure.entry(reference.field)
    if entry is None:
        lacking = {Field.CHANGE: "change", Field.TARGET: "target"}.get(reference.field, "value")
        yield fault("GWR204", reference.span, figure=figure.name, key=lacking, related=(Related(figure.span, figure.name),))
    elif reference.field in (Field.NUMBER, Field.UNIT) and entry.quantity is None:
        place = Related(entry.span, entry.text)
        yield fault("GWR206", reference.span, figure=figure.name, value=entry.text, related=(place,))
