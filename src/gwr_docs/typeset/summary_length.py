"""What is said of a summary that is longer than it should be."""

from collections.abc import Iterator

from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.documents.runs import Runs, plain
from gwr_docs.documents.summary import Summary
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.faults import NOWHERE

NAMED = 3  # texts that are named as too long
ALIKE = 2  # none that is so many times shorter than the longest


def length_warnings(summary: Summary, count: int, theme: Theme) -> tuple[Diagnostic, ...]:
    """A warning at the longest text, with the next ones, where `count` pages are more than the theme wants."""
    most = theme.numbers["most_pages"]
    if count <= most:
        return ()
    texts = sorted(_texts(summary), key=lambda runs: -len(plain(runs)))
    named = [(where, len(plain(runs))) for runs in texts if (where := _start(runs))][:NAMED]
    (span, longest), *others = named or [(NOWHERE, 0)]
    related = [Related(where, str(length)) for where, length in others if length * ALIKE >= longest]
    characters = sum(len(plain(runs)) for runs in texts)
    figures = sum(len(group.numbers) for group in summary.groups)
    values = {"count": count, "most": most, "characters": characters, "figures": figures, "longest": longest}
    return (fault("GWR405", span, related=related, **values),)


def _texts(summary: Summary) -> Iterator[Runs]:
    """What the writer can shorten."""
    yield from (item.text for item in summary.problems)
    yield from summary.requirement
    for section in (summary.review, summary.plan):
        yield section.title
        for part in section.parts:
            yield part.title
            yield from (runs for gist in part.gists for runs in (gist.title, gist.text))


def _start(runs: Runs) -> Span | None:
    """Where the first words stand that were typed."""
    return next((run.place.span(0, len(run.text)) for run in runs if run.place), None)
