"""The storyboard of the deck as its writer gave it (deck.yaml)."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from gwr_docs.diagnostics import Span
from gwr_docs.model.figures import Mention
from gwr_docs.model.inline import Paragraph
from gwr_docs.records import record


class Layout(Enum):
    COVER = "cover"
    AGENDA = "agenda"
    SECTION = "section"
    CARDS = "cards"
    CHART = "chart"
    TARGET = "target"
    TABLE = "table"
    POINTS = "points"
    STEPS = "steps"
    PROBLEMS = "problems"
    TASKS = "tasks"
    CLOSING = "closing"


@record
class Chart:
    """What a chart draws: `figures` as one series, or named `series` over `categories`.

    `ranked` is None where the writer leaves it to the kind of chart. `caption` names the chart where no slide does: in the briefing.
    """

    kind: str
    show: str
    unit: str
    figures: tuple[Mention, ...]
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[Mention, ...]], ...]
    ranked: bool | None = None
    caption: Paragraph = ()

    @property
    def rows(self) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
        """The series by name; `figures` are one without a name."""
        return self.series or (("", self.figures),)


@record
class Point:
    """A short bold title, one line of text and, if given, a figure shown large."""

    title: Paragraph
    text: Paragraph
    figure: Mention | None = None


@record
class Slide:
    """One slide of deck.yaml; which fields count depends on `layout`.

    `places`: where the values of title, number, and kind and unit of the chart stand, of those that are given.
    """

    layout: Layout
    span: Span
    title: Paragraph = ()
    part: str = ""
    number: int = 0  # of the part's numbered parts, from 1; 0 for the whole
    figures: tuple[Mention, ...] = ()
    chart: Chart | None = None
    points: tuple[Point, ...] = ()
    note: Paragraph = ()
    places: Mapping[str, Span] = field(default_factory=dict)

    def place(self, name: str) -> Span:
        """Where this value stands; the layout's place if it was not given."""
        return self.places.get(name, self.span)


def paragraphs(slide: Slide) -> tuple[Paragraph, ...]:
    caption = slide.chart.caption if slide.chart else ()
    return (slide.title, slide.note, caption, *(text for point in slide.points for text in (point.title, point.text)))


def mentions(slide: Slide) -> tuple[Mention, ...]:
    chart = slide.chart
    drawn = (*chart.figures, *(m for _, row in chart.series for m in row)) if chart else ()
    return (*slide.figures, *drawn, *(point.figure for point in slide.points if point.figure))
