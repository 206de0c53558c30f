"""Text into boxes: measured with real widths, shrunk within the limits of its role, refused below them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from gwr_docs.diagnostics import ContentError, Diagnostic, Span, fault
from gwr_docs.documents.deck import Number
from gwr_docs.documents.derived_charts import HERE
from gwr_docs.documents.runs import made, plain, split_after
from gwr_docs.model.quantities import parse_change
from gwr_docs.typeset import shapes
from gwr_docs.typeset.changes import COLORS
from gwr_docs.typeset.characters import GAP
from gwr_docs.typeset.measuring import SPARE, Measure, Part, least_size

__all__ = ["Fitter", "Part"]
STEP = 1.0  # pt by which numbers shrink
SCALES = tuple(percent / 100 for percent in range(100, 28, -4))  # by which texts shrink, down to the limits of their roles
MORE = 4  # smaller sizes that are tried to save a lonely last character
ROUNDING = 0.01  # pt


class Fitter(Measure):
    """Fits text for the slides of one theme."""

    def box(self, parts: Sequence[Part], cell: shapes.Cell, span: Span | None, anchor: str = "t") -> shapes.TextBox:
        """Paragraphs in a box. Raises ContentError when they do not fit at their smallest."""
        return shapes.TextBox(cell.x, cell.y, cell.width, cell.height, self.paragraphs(parts, cell.width, cell.height, span), anchor)

    def paragraphs(self, parts: Sequence[Part], width: float, height: float, span: Span | None) -> tuple[shapes.Paragraph, ...]:
        """Paragraphs as large as their roles say or as fits. Raises ContentError when even the smallest do not fit.

        `span` is the place of the fault if the words were not typed as they stand.
        """
        parts = [part for part in parts if part.runs]
        for scale in SCALES:
            if self.height(parts, scale, width) <= height + ROUNDING:
                return tuple(self.paragraph(part, self.size(part.role, scale)) for part in parts)
        raise ContentError([self._too_long(parts, width, height, span)])

    def alike(
        self, groups: Sequence[Sequence[Part]], width: float, height: float, span: Span | None
    ) -> tuple[tuple[shapes.Paragraph, ...], ...]:
        """Paragraphs of equal cells, all of one size: neighbours look alike. Raises ContentError as `paragraphs` does.

        A little smaller than they could be where that saves a last line of one character.
        """
        texts = filled(groups)
        fitting = (scale for scale in SCALES if all(self.height(group, scale, width) <= height + ROUNDING for group in texts))
        first = next(fitting, None)
        if first is None:
            return tuple(self.paragraphs(group, width, height, span) for group in groups)

        def lonely(scale: float) -> int:
            parts = (part for group in texts for part in group)
            return sum(self.ends_alone(plain(part.runs), part.role, self.size(part.role, scale), width) for part in parts)

        best = min((first, *islice(fitting, MORE)), key=lonely) if lonely(first) else first
        return tuple(tuple(self.paragraph(part, self.size(part.role, best)) for part in group) for group in texts)

    def clauses(self, part: Part, width: float) -> list[Part]:
        """A text of several clauses, one on each line if all fit; else as it comes."""
        pieces = split_after(part.runs, "，")
        fits = all(self.line_count(plain(piece), part.role, self.size(part.role), width) == 1 for piece in pieces)
        return [replace(part, runs=piece) for piece in pieces] if fits else [part]

    def even_width(self, box: shapes.TextBox) -> float:
        """The least width at which the box's first paragraph takes no more lines: its lines are then of even length."""
        words = box.paragraphs[0].words[0]
        text = "".join(word.text for word in box.paragraphs[0].words)
        count = self.line_count(text, words.role, words.size, box.width)
        width = box.width
        while width > box.width / 2 and self.line_count(text, words.role, words.size, width - words.size / 2) == count:
            width -= words.size / 2
        return width

    def paragraph(self, part: Part, size: float) -> shapes.Paragraph:
        style = self.style(part.role)
        color = part.color or style.color
        words: list[shapes.Words] = []
        for run in part.runs:
            own = _figure_color(run.text, part.figures) if run.figure and part.figures else color
            if words and words[-1].color == own:
                words[-1] = replace(words[-1], text=words[-1].text + run.text)
            else:
                words.append(shapes.Words(run.text, part.role, size, own, style.bold))
        return shapes.Paragraph(tuple(words), size * self.factor, part.align, part.space_before)

    def number_line(
        self, number: Number, role: str, width: float, align: str = "l", *, most: float = 0.0, color: str = ""
    ) -> shapes.Paragraph:
        """A large number with what stands before it and its unit on one base line, shrunk until all fit `width`.

        The leading is that of the role's full size, so that the base lines of neighbours align. `most` bounds the size, where
        numbers are to look alike; `color` is for a ground of another colour. Raises ContentError.
        """
        large, unit = self.style(role), self.style("unit")
        size, small = self.number_sizes(number, role, width)
        size = min(size, most or size)
        if not number.digits.isascii():  # 十 is as high as a line, digits are not
            size = max(least_size(large), size * self.theme.numbers["number_words"] / 100)
        words = [
            shapes.Words(number.before, "unit", small, color or unit.color, unit.bold),
            shapes.Words(number.digits, role, size, color or large.color, large.bold),
            shapes.Words(number.rest, "unit", small, color or unit.color, unit.bold),
        ]
        return shapes.Paragraph(tuple(word for word in words if word.text), self.number_leading(role), align)

    def number_leading(self, role: str) -> float:
        """Digits neither rise nor hang as far as text does: they need less."""
        return self.style(role).size.pt * self.number_factor

    def number_sizes(self, number: Number, role: str, width: float) -> tuple[float, float]:
        """The largest sizes at which digits and unit fit. Raises ContentError when the least do not."""
        large, unit = self.style(role), self.style("unit")
        size, small = large.size.pt, unit.size.pt
        least, least_small = least_size(large), least_size(unit)
        while self._number_width(number, role, size, small) > width * SPARE:
            if size > least:
                size = max(least, size - STEP)
            elif small > least_small:
                small = max(least_small, small - STEP)
            else:
                most = int(len(number.text) * width * SPARE / self._number_width(number, role, size, small))
                raise ContentError([fault("GWR402", number.span or HERE, text=number.text[:12], guess=most or "")])
        return size, small

    def _too_long(self, parts: Sequence[Part], width: float, height: float, span: Span | None) -> Diagnostic:
        """The fault of a text that fits nowhere, at the text itself if it was typed, and how many characters there is room for."""
        index = max(range(len(parts)), key=lambda index: len(plain(parts[index].runs)), default=0)
        text = plain(parts[index].runs) if parts else ""

        def is_too_high(count: int) -> bool:
            cut = replace(parts[index], runs=made(text[:count]))
            return self.height([*parts[:index], cut, *parts[index + 1 :]], SCALES[-1], width) > height + ROUNDING

        most = bisect_left(range(1, len(text)), True, key=is_too_high)
        typed = next((run for run in parts[index].runs if run.place), None) if parts else None
        where = typed.place.span(0, len(typed.text)) if typed and typed.place else span
        return fault("GWR402", where or HERE, text=text[:12], guess=most or "")

    def _number_width(self, number: Number, role: str, size: float, small: float) -> float:
        gaps = GAP * size * (bool(number.before) + bool(number.rest))  # office programs put them between digits and Chinese
        around = self.width(number.before, "unit", small) + self.width(number.rest, "unit", small)
        return self.width(number.digits, role, size) + around + gaps


def filled(groups: Sequence[Sequence[Part]]) -> list[list[Part]]:
    return [[part for part in group if part.runs] for group in groups]


def _figure_color(text: str, color: str) -> str:
    """A change has the colour of its direction wherever it stands, as on chips and bars."""
    change = parse_change(text)
    return COLORS[change.direction] if change and change.direction else color
