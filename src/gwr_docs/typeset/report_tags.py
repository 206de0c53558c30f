"""What each block of the printed report is in the structure of the file."""

from collections.abc import Mapping, Sequence

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.glossary import TITLE as GLOSSARY_TITLE
from gwr_docs.documents.glossary import is_mark
from gwr_docs.documents.runs import Emphasis, Run
from gwr_docs.records import record
from gwr_docs.typeset.tags import Tag

PART = 2  # depth of a section's parts


@record
class BlockTags:
    """An element for each block, and the glossary's entries by their marks."""

    blocks: tuple[Tag, ...]
    notes: Mapping[str, Tag]

    def runs(self, index: int, block: Block) -> tuple[Tag, ...]:
        """The element of the number and of each run of block `index`: a mark is a link to its entry, which begins with it."""
        own = self.blocks[index]
        inner = [self._inner(run, own) for run in block.runs]
        if not any(inner):
            return (own,) * (len(inner) + bool(block.number))
        # Beside inner elements the other words have some, too: checkers of the reading order take an element's own words first.
        return (*([Tag("Span", own)] if block.number else ()), *(tag or Tag("Span", own) for tag in inner))

    def _inner(self, run: Run, own: Tag) -> Tag | None:
        if run.emphasis is Emphasis.MARK:
            return Tag("Link", Tag("Reference", own), alt=f"{GLOSSARY_TITLE}{run.text}", target=self.notes[run.text])
        return Tag("Lbl", own) if own.kind == "Note" and is_mark(run) else None


def tag_blocks(blocks: Sequence[Block]) -> BlockTags:
    """Sections and parts hold what stands below their headings; what follows the parts belongs to the section again."""
    out: list[Tag] = []
    notes: dict[str, Tag] = {}
    path: list[Tag] = []
    entry: Tag | None = None
    for block in blocks:
        if block.where and not block.where.part:
            del path[1:]
        parent = path[-1] if path else None
        if block.role in (Role.HEADING1, Role.ANNEX):
            path = [Tag("Sect")]
            tag = Tag("H2", path[-1])
        elif block.role is Role.HEADING2:
            path = [*path[: PART - 1], Tag("Sect", path[0] if path else None)]
            tag = Tag("H3", path[-1])
        elif block.role is Role.GLOSSARY:
            starts = bool(block.runs) and block.runs[0].emphasis is Emphasis.TOPIC
            entry = Tag("Note", parent) if starts or entry is None else entry
            tag = entry if starts else Tag("P", entry)
            if starts and is_mark(block.runs[0]):
                notes[block.runs[0].text] = tag
        else:
            tag = _plain(block, out[-1] if block.role is Role.CAPTION else parent)
        out.append(tag)
    return BlockTags(tuple(out), notes)


def _plain(block: Block, parent: Tag | None) -> Tag:
    if block.chart:
        return Tag("Figure", parent, alt=block.chart.alt_text)
    if block.role is Role.TITLE:
        return Tag("H1", parent)
    if block.role is Role.HEADING3:
        return Tag("H4", parent)
    return Tag("Caption" if block.role is Role.CAPTION else "P", parent)
