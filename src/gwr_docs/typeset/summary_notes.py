"""Terms explained at the foot of the page on which they are marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import fsum

from gwr_docs.documents.explained import Explanation
from gwr_docs.documents.runs import Emphasis, Run, made
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Box, Rect
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_tables import page_height
from gwr_docs.typeset.tags import Tag


class Noted:
    """Sets paragraphs whose marked terms are explained in notes of `width`."""

    def __init__(self, explanations: Sequence[Explanation], setter: Setter, width: float) -> None:
        self._explanations = {one.mark: one for one in explanations}
        self._setter, self._width = setter, width

    def paragraph(
        self, words: Sequence[Words], width: float, tag: Tag, section: Tag, x: float = 0.0, indent: float = 0.0, keep: bool = False
    ) -> tuple[Box, ...]:
        """A justified paragraph as Setter.paragraph makes it; each line carries the notes of its marks, elements of `section`.

        Raises ContentError when the notes of one line take more than half a page.
        """
        notes: dict[Tag, Explanation] = {}
        parted = [piece for part in words for piece in self._parted(part, tag, section, notes)]
        boxes = self._setter.paragraph(parted, width, tag, x, indent, keep=keep)
        return tuple(self._hung(box, notes) for box in boxes) if notes else boxes

    def _parted(self, part: Words, tag: Tag, section: Tag, notes: dict[Tag, Explanation]) -> Iterator[Words]:
        """The words between the marks as they are, each mark as a link to its note; no mark where the theme has no notes."""
        for marks, runs in groupby(part.runs, key=lambda run: run.emphasis is Emphasis.MARK):
            if not marks:
                yield replace(part, runs=tuple(runs))
                continue
            for run in runs if self._setter.theme.numbers["notes"] else ():
                one = self._explanations[run.text]
                link = Tag("Link", Tag("Reference", part.tag or tag), alt=f"注释：{one.term}", target=Tag("Note", section))
                notes[link] = one
                yield Words((run,), "mark", link)

    def _hung(self, box: Box, notes: dict[Tag, Explanation]) -> Box:
        links = dict.fromkeys(item.tag for item in box.ink if item.tag in notes)
        lines = tuple(line for link in links if link for line in self._lines(notes[link], link.target))
        if links and fsum(line.height for line in lines) > page_height(self._setter) / 2:
            last = [notes[link] for link in links if link][-1]
            raise too_long(last.term, last.span)
        return replace(box, notes=lines)

    def _lines(self, one: Explanation, note: Tag | str) -> Iterator[Box]:
        """The mark before a hanging paragraph that opens with the term."""
        assert isinstance(note, Tag)
        setter, x = self._setter, self._setter.page("note_indent")
        mark = setter.label(made(one.mark), "note", Tag("Lbl", note), 0, setter.base("note"))
        for i, runs in enumerate(one.meaning):
            words = [Words((Run(f"{one.term}："),), "note_term"), Words(runs, "note")] if i == 0 else [Words(runs, "note")]
            first, *others = setter.paragraph(words, self._width - x, note, x)
            yield replace(first, ink=(*mark, *first.ink)) if i == 0 else first
            yield from others


def notes_rule(setter: Setter) -> Box:
    """The short rule over the notes of a page."""
    height = setter.page("over_notes")
    return Box(height, (Rect(0, height - setter.page("under_rule"), setter.page("notes_rule"), setter.page("rule"), "grey"),))
