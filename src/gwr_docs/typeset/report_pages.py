"""The pages of the printed report: cover, contents, the text on its grid, annexes and charts, on the pages that the briefing has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gwr_docs.documents.blocks import DRAWN, Block, Role
from gwr_docs.documents.briefing import CHARTS_TITLE, Briefing, annex_title
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import Layout
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.grid_pages import Stretch
from gwr_docs.typeset.ink import Ink, shifted
from gwr_docs.typeset.report_front import contents_pages, cover_ink, foot_ink
from gwr_docs.typeset.report_tables import table_pages
from gwr_docs.typeset.report_tags import tag_blocks
from gwr_docs.typeset.report_text import GridSetter
from gwr_docs.typeset.tags import Tag

OUTLINE = {Role.HEADING1: 0, Role.HEADING2: 1, Role.HEADING3: 2, Role.ANNEX: 0}  # levels


@dataclass(slots=True)
class _Sheet:
    """A page as it grows; places are those of the page."""

    ink: list[Ink] = field(default_factory=list)
    outline: list[tuple[int, str, float]] = field(default_factory=list)

    def finished(self) -> Page:
        return Page(tuple(self.ink), tuple(self.outline))


@record
class ReportPages:
    """All pages, made as they are asked for; the first `front` of `count` have no number. The text begins on a right-hand page."""

    pages: Iterator[Page]
    front: int
    count: int


def plan_report_pages(briefing: Briefing, layout: Layout, theme: Theme, book: FontBook) -> ReportPages:
    """The report as ink. Its pages raise ContentError for a chart that its place cannot hold."""
    printer = _Printer(briefing, layout, GridSetter(theme, book))
    front = printer.front()
    return ReportPages(printer.pages(front), len(front), len(front) + layout.pages.count)


class _Printer:
    def __init__(self, briefing: Briefing, layout: Layout, setter: GridSetter) -> None:
        self.briefing, self.layout, self.setter = briefing, layout, setter
        self.tags = tag_blocks(briefing.blocks)
        annexes = [Tag("H2", Tag("Sect")) for _ in range(len(briefing.annexes) + bool(briefing.charts))]
        self.heads = (*self.tags.blocks, *annexes)  # of blocks, annexes and charts, as the entries of the contents count
        self._left, self._top = (setter.theme.page[side].pt for side in ("left", "top"))
        self._open: dict[int, _Sheet] = {}
        self._next = 1

    def front(self) -> list[_Sheet]:
        """Cover and contents, and a blank page where their number is odd."""
        pages = self.layout.pages.pages
        out = [cover_ink(self.briefing.cover, self.setter)] if self.briefing.cover else []
        contents = contents_pages(self.briefing, lambda entry: pages[entry.index], lambda entry: self.heads[entry.index], self.setter)
        sheets = [_Sheet(self._moved(ink, 0)) for ink in (*out, *contents)]
        return sheets + [_Sheet()] * (len(sheets) % 2)

    def pages(self, front: Sequence[_Sheet]) -> Iterator[Page]:
        yield from map(_Sheet.finished, front)
        yield from self._text()
        yield from self._annexes()
        self._charts()
        yield from self._done(self.layout.pages.count + 1)

    def _sheet(self, number: int) -> _Sheet:
        return self._open.setdefault(number, _Sheet())

    def _moved(self, ink: Iterable[Ink], y: float) -> list[Ink]:
        """Ink with its top `y` below that of the text area."""
        return list(shifted(ink, self._left, self._top + y))

    def _put(self, number: int, ink: Iterable[Ink], y: float) -> None:
        self._sheet(number).ink += self._moved(ink, y)

    def _done(self, before: int) -> Iterator[Page]:
        """The pages before this one, on which nothing more can come."""
        for number in range(self._next, before):
            self._put(number, foot_ink(number, self.briefing.stamp, self.setter), 0)
            yield self._open.pop(number).finished()
        self._next = max(self._next, before)

    def _text(self) -> Iterator[Page]:
        rows = zip(self.briefing.blocks, self.layout.lines, self.layout.stretches, strict=True)
        for index, (block, lines, stretches) in enumerate(rows):
            at, tag = stretches[0], self.tags.blocks[index]
            yield from self._done(at.page)
            if block.role in OUTLINE:
                self._note(at.page, OUTLINE[block.role], block.text, at.row * self.setter.pitch)
            if block.role in DRAWN:
                self._draw(block, lines, tag, at, 1)
            else:
                ink = self.setter.block(block, lines, self.tags.runs(index, block))
                self._set(ink, self.setter.row(block), stretches)

    def _set(self, ink: Sequence[tuple[Ink, ...]], base: float, stretches: Sequence[Stretch]) -> None:
        """Lines on the rows of the grid, `base` below the top of each."""
        for part in stretches:
            for i in range(part.count):
                self._put(part.page, ink[part.first + i], (part.row + i) * self.setter.pitch + base)

    def _draw(self, block: Block, lines: Sequence[str], tag: Tag, at: Stretch, first: int) -> None:
        """A chart or a caption; pages count from `first`."""
        self._put(first + at.page - 1, self.setter.drawn(block, lines, tag), at.row * self.setter.pitch)

    def _annexes(self) -> Iterator[Page]:
        gap, y = self.setter.pitch, 0.0
        for index, (table, rows, placed) in enumerate(zip(self.briefing.annexes, self.layout.rows, self.layout.tables, strict=True)):
            page, head = self._annex(index)
            top = y + gap if placed.joined else 0.0
            self._title(annex_title(index + 1, table), page, top, head)
            y = top + gap + self.setter.style(Role.ANNEX.value).space_after.pt
            for number, (ink, height) in enumerate(table_pages(table, rows, placed, self.layout.pages, self.setter, head.parent)):
                yield from self._done(page + number)
                y = 0.0 if number else y
                self._put(page + number, ink, y)
                y += height

    def _charts(self) -> None:
        if not self.briefing.charts:
            return
        first, head = self._annex(len(self.briefing.annexes))
        self._title(CHARTS_TITLE, first, 0.0, head)
        tag = head
        for block, lines, (at, *_) in zip(self.briefing.chart_annex, self.layout.chart_lines, self.layout.chart_stretches, strict=True):
            tag = Tag("Figure", head.parent, alt=block.chart.alt_text) if block.chart else Tag("Caption", tag)
            self._draw(block, lines, tag, at, first)

    def _annex(self, index: int) -> tuple[int, Tag]:
        """The page on which an annex begins, and the element of its title."""
        index += len(self.briefing.blocks)
        return self.layout.pages.pages[index], self.heads[index]

    def _title(self, text: str, page: int, top: float, head: Tag) -> None:
        role = Role.ANNEX.value
        self._note(page, 0, text, top)
        for line in self.setter.labels(text, role, head, 0, top + self.setter.base(role), self.setter.width):
            self._put(page, line, 0)

    def _note(self, page: int, level: int, title: str, top: float) -> None:
        """An entry of the outline."""
        self._sheet(page).outline.append((level, title, self._top + top))
