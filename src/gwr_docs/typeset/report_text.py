"""The blocks of the printed report as ink: their lines on the rows of the grid that pagination found."""

from collections.abc import Sequence

from gwr_docs.documents.blocks import Block
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.briefing_pages import block_texts, indent, text_width, tracking
from gwr_docs.typeset.chart_ink import chart_ink
from gwr_docs.typeset.grid_lines import LIBREOFFICE, GridText, break_lines, line_width
from gwr_docs.typeset.grid_setting import set_grid_lines
from gwr_docs.typeset.ink import Ink, foot, shifted
from gwr_docs.typeset.justify import Line
from gwr_docs.typeset.line_ink import line_ink
from gwr_docs.typeset.setter import ALIGNED, MIDDLE
from gwr_docs.typeset.tags import Tag


class GridSetter:
    """Sets text in the looks of the briefing's theme. Lengths out are points, places from the text area's top left."""

    def __init__(self, theme: Theme, book: FontBook) -> None:
        self.theme, self.book = theme, book
        self.width, self.pitch = text_width(theme).pt, theme.page["line_pitch"].pt
        self._rise = theme.numbers["mark_rise"] / 100

    def style(self, role: str) -> Style:
        return self.theme.styles[role]

    def leading(self, role: str) -> float:
        return (self.style(role).leading or self.theme.page["line_pitch"]).pt

    def base(self, role: str, leading: float = 0.0) -> float:
        """From the top of a line of this role down to its base line."""
        return (leading or self.leading(role)) / 2 + self.style(role).size.pt * MIDDLE

    def block(self, block: Block, lines: Sequence[str], tags: Sequence[Tag]) -> tuple[tuple[Ink, ...], ...]:
        """The ink of each line of a block, its base line at 0; `tags` are those of its number and its runs."""
        style, size = self.style(block.role.value), self.style(block.role.value).size.pt
        texts = block_texts(block, self.theme, self.book)
        composed = set_grid_lines(
            texts, lines, size, self.width, indent(style, self.theme), tracking(style, self.theme), justify=style.align == "both"
        )
        raised = {tag for tag, text in zip(tags, texts, strict=True) if text.size < size}
        return tuple(self._ink(line, text, style, tags, raised) for line, text in zip(composed, lines, strict=True))

    def label(self, text: str, role: str, tag: Tag, x: float, y: float, align: str = "left") -> tuple[Ink, ...]:
        """One line with its base line at `y`; `x` is its left, middle or right."""
        (line,) = self.labels(text, role, tag, x, y, align=align)
        return line

    def labels(
        self, text: str, role: str, tag: Tag, x: float, y: float, width: float = 1e6, align: str = "left", step: float = 0.0
    ) -> tuple[tuple[Ink, ...], ...]:
        """Lines of `width`, the first base line at `y`, `step` apart (or the role's leading); no text, no line."""
        if not text:
            return ()
        style, size = self.style(role), self.style(role).size.pt
        part, track = [self._part(text, role)], tracking(style, self.theme)
        lines = break_lines(part, width, 0.0, track)
        composed = set_grid_lines(part, lines, size, width, 0.0, track, justify=False)
        step = step or self.leading(role)
        return tuple(
            line_ink(line, x - line.end * size * ALIGNED[align], y + i * step, size, (style.color,), (tag,), whole[len(line.text) :])
            for i, (line, whole) in enumerate(zip(composed, lines, strict=True))
        )

    def line_width(self, text: str, role: str) -> float:
        """Width of text on one line."""
        return line_width([self._part(text, role)], LIBREOFFICE) + tracking(self.style(role), self.theme) * (len(text) - 1)

    def last_line(self, text: str, role: str, width: float) -> str:
        return break_lines([self._part(text, role)], width, 0.0, tracking(self.style(role), self.theme))[-1]

    def _part(self, text: str, role: str) -> GridText:
        return GridText(text, self.book.faces[self.style(role).face], self.style(role).size.pt)

    def drawn(self, block: Block, lines: Sequence[str], tag: Tag) -> tuple[Ink, ...]:
        """A chart or its caption, from the top of its first row of the grid."""
        role = block.role.value
        if block.chart:
            ink = chart_ink(block.chart, self.width, self.theme.page["chart_height"].pt, self.theme, self.book, tag)
            # Down to its caption, to which it is to be nearer than to what stands above.
            return shifted(ink, 0, self.leading(role) - self.theme.page["chart_foot"].pt - foot(ink))
        rows = self.block(block, lines, [tag] * len(block_texts(block, self.theme, self.book)))
        step, base = self.leading(role), self.base(role)
        return tuple(item for i, line in enumerate(rows) for item in shifted(line, 0, base + i * step))

    def row(self, block: Block) -> float:
        """From the top of a row down to the base line of a block's line."""
        return self.base(block.role.value, self.pitch)

    def _ink(self, line: Line, text: str, style: Style, tags: Sequence[Tag], raised: set[Tag]) -> tuple[Ink, ...]:
        size = style.size.pt
        x = (self.width - line.end * size) * ALIGNED.get(style.align, 0.0)
        ink = line_ink(line, x, 0.0, size, [style.color] * len(tags), tags, text[len(line.text) :])
        return tuple(moved for item in ink for moved in shifted((item,), 0, -self._rise * size if item.tag in raised else 0))
