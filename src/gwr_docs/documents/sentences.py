"""The report's own sentences as the briefing prints them: where each stands, and which figures it states."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gwr_docs.documents.blocks import HEADINGS, Block, Role
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import Emphasis, Run
from gwr_docs.documents.shown import Stated
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field
from gwr_docs.records import record

LONGEST = 120  # characters that are read out in one go; a longer sentence is quoted clause by clause
STOPS = "。！？"
CLOSING = {"“": "”", "（": "）", "《": "》"}
MOST_ENCLOSED = 1000  # characters between two of them; who forgot the second does not lose every stop behind
_MARK = re.compile(f"[{STOPS}]+[”’》）]*|[；“（《]")


@record
class Sentence:
    """A sentence, a clause of a long one, or a title. `offset`: the characters that block `block` prints before it, marks included.

    `where` is empty before the first section.
    """

    text: str
    block: int
    offset: int
    where: Where | None = None
    stated: frozenset[Stated] = frozenset()
    title: bool = False


def read_sentences(blocks: Sequence[Block], figures: Mapping[str, Figure]) -> tuple[Sentence, ...]:
    """All sentences of the report's text and its titles, in the order of print."""
    out: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.role is Role.BODY:
            out += _sentences(index, block, figures)
        elif block.role in HEADINGS:
            stated = frozenset(_entry(figures[run.figure], run) for run in block.runs if run.figure)
            out.append(Sentence(block.text, index, 0, _above(block), stated, title=True))
    return tuple(out)


def _above(block: Block) -> Where | None:
    """Where a title stands: one that names a part itself, in the section."""
    if block.role is Role.HEADING3 or not block.where:
        return block.where
    return Where(block.where.section, 0) if block.role is Role.HEADING2 else None


def _sentences(index: int, block: Block, figures: Mapping[str, Figure]) -> Iterator[Sentence]:
    marks: list[tuple[int, int]] = []  # where glossary marks stand in the text, and how long they are
    stated: list[tuple[int, Stated]] = []
    at = title_end = 0
    for run in block.runs:
        if run.emphasis is Emphasis.MARK:
            marks.append((at, len(run.text)))
            continue
        if run.figure:
            stated.append((at, _entry(figures[run.figure], run)))
        at += len(run.text)
        title_end = at if run.emphasis is Emphasis.TOPIC else title_end
    text = block.text
    pieces = [(0, title_end)] if title_end else []
    pieces += [(title_end + start, title_end + end) for start, end in split_sentences(text[title_end:])]
    for start, end in pieces:
        before = sum(length for place, length in marks if place <= start)
        inside = frozenset(entry for place, entry in stated if start <= place < end)
        yield Sentence(text[start:end], index, start + before, block.where, inside, title=end <= title_end)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; of one longer than LONGEST, of its clauses."""
    start, cuts = 0, list[int]()
    for end, stop in (*sentence_ends(text), (len(text), True)):
        cuts.append(end)
        if stop:
            for cut in cuts if end - start > LONGEST else [end]:
                if cut > start:
                    yield start, cut
                start = cut
            cuts = []


def sentence_ends(text: str) -> Iterator[tuple[int, bool]]:
    """Where a stop or a ； ends what stands before it, and whether it is a stop.

    Within quotation marks or brackets nothing ends, but a stop that is the last before the marks close ends all.
    """
    after = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if start < after:
            continue
        closing = CLOSING.get(match[0])
        if closing is None:
            yield end, match[0] != "；"
        elif (close := text.find(closing, end, end + MOST_ENCLOSED)) > 0 and text.find(match[0], end, close) < 0:
            after = close + 1
            if closing == "”" and text[close - 1] in STOPS:
                yield after, True


def _entry(figure: Figure, run: Run) -> Stated:
    """Which entry of its figure a run prints: they may read alike, but each was typed in a place of its own."""
    for field, entry in ((Field.CHANGE, figure.change), (Field.TARGET, figure.target)):
        if entry and run.place is entry.place:
            return figure.name, field
    return figure.name, Field.VALUE
