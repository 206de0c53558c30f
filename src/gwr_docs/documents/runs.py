"""Printed text: the one place where a reference becomes characters, tagged with the figure it came from."""

from collections.abc import Iterable, Mapping
from enum import Enum
from itertools import pairwise

from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Paragraph, Place, Text
from gwr_docs.records import record


class Emphasis(Enum):
    NONE = ""
    TOPIC = "topic"  # the run-in title of a topic
    MARK = "mark"  # the number of a glossary entry; not part of the report's text


@record
class Run:
    """Characters of one kind. `figure` names the figure they print; `place` says where they were typed."""

    text: str
    figure: str = ""
    emphasis: Emphasis = Emphasis.NONE
    place: Place | None = None


Runs = tuple[Run, ...]


def print_runs(paragraph: Paragraph, figures: Mapping[str, Figure], emphasis: Emphasis = Emphasis.NONE) -> Runs:
    """A paragraph with its references printed."""
    out = []
    for inline in paragraph:
        if isinstance(inline, Text):
            out.append(Run(inline.text, "", emphasis, inline.place))
        else:
            figure = figures[inline.figure]
            entry = figure.entry(inline.field)
            assert entry is not None, "content/resolve.py lets no reference to a missing field through"
            out.append(Run(figure.printed(inline.field), figure.name, emphasis, entry.place))
    return tuple(out)


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def made(text: str) -> Runs:
    """Words of the program itself (课件标题、表头), typed nowhere."""
    return (Run(text),) if text else ()


def without_stop(runs: Runs) -> Runs:
    """A title as it stands on a line of its own: without the 。 that ends it in running text."""
    if runs and runs[-1].text.endswith("。"):
        last = runs[-1]
        return (*runs[:-1], Run(last.text[:-1], last.figure, last.emphasis, last.place))
    return runs


def cut(runs: Runs, start: int, end: int) -> Runs:
    """Characters start to end of the runs, each run keeping its figure."""
    out, at = [], 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            out.append(Run(piece, run.figure, run.emphasis, run.place))
        at += len(run.text)
    return tuple(out)


def split_after(runs: Runs, mark: str) -> tuple[Runs, ...]:
    """The runs cut behind each `mark`."""
    text = plain(runs)
    ends = [i + 1 for i, character in enumerate(text) if character == mark]
    cuts = [0, *(end for end in ends if end < len(text)), len(text)]
    return tuple(cut(runs, start, end) for start, end in pairwise(cuts))
