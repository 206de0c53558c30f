"""The storyboard of the deck as its writer gave it (deck.yaml)."""

from dataclasses import dataclass
from enum import Enum

from gwr_docs.diagnostics import Span
from gwr_docs.model.figures import Mention
from gwr_docs.model.inline import Paragraph


class Layout(Enum):
    COVER = "cover"
    SECTION = "section"
    CARDS = "cards"
    CHART = "chart"
    TARGET = "target"
    POINTS = "points"
    PROBLEMS = "problems"
    TASKS = "tasks"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart draws: `figures` as one series, or named `series` over `categories`."""

    kind: str
    show: str
    unit: str
    figures: tuple[Mention, ...]
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[Mention, ...]], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A short bold title, one line of text and, if given, a figure shown large."""

    title: Paragraph
    text: Paragraph
    figure: Mention | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of deck.yaml; which fields count depends on `layout`."""

    layout: Layout
    span: Span
    title: Paragraph = ()
    part: str = ""
    figures: tuple[Mention, ...] = ()
    chart: Chart | None = None
    points: tuple[Point, ...] = ()
    note: Paragraph = ()


def paragraphs(slide: Slide) -> tuple[Paragraph, ...]:
    return (slide.title, slide.note, *(text for point in slide.points for text in (point.title, point.text)))


def mentions(slide: Slide) -> tuple[Mention, ...]:
    chart = slide.chart
    drawn = (*chart.figures, *(m for _, row in chart.series for m in row)) if chart else ()
    return (*slide.figures, *drawn, *(point.figure for point in slide.points if point.figure))
