"""What a slide shows of which figure."""

from collections.abc import Iterator

from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Field, references
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Chart, Layout, Slide

Stated = tuple[str, Field]  # figure, and which of its entries: VALUE, CHANGE or TARGET
FIELDS = (Field.VALUE, Field.CHANGE, Field.TARGET)
WHOLE = {Layout.CARDS: FIELDS[:2], Layout.TABLE: FIELDS[:2], Layout.TARGET: FIELDS}  # others show the first entry that a figure has


def wanted(slide: Slide, report: Report) -> Iterator[Stated]:
    """What a slide shows of which figure; its own note does not count, for it is said anyway."""
    for text in (slide.title, *(text for point in slide.points for text in (point.title, point.text))):
        for reference in references(text):
            yield reference.figure, Field.VALUE if reference.field in (Field.NUMBER, Field.UNIT) else reference.field
    for mention in slide.figures:
        has = _fields(report.figures[mention.figure])
        yield from ((mention.figure, field) for field in has if field in WHOLE.get(slide.layout, has[:1]))
    yield from ((point.figure.figure, _fields(report.figures[point.figure.figure])[0]) for point in slide.points if point.figure)
    yield from _drawn(slide.chart, report) if slide.chart else ()


def _drawn(chart: Chart, report: Report) -> Iterator[Stated]:
    """The points of a chart, and of a ring the figure whose parts they are."""
    names = {mention.figure for _, row in chart.rows for mention in row}
    yield from ((name, Field.CHANGE if chart.show == "change" else Field.VALUE) for name in names)
    if chart.kind == "doughnut":
        wholes = (figure for figure in report.figures.values() if figure.parts)
        yield from ((figure.name, Field.VALUE) for figure in wholes if names == {part.figure for part in figure.parts})


def _fields(figure: Figure) -> list[Field]:
    return [field for field, entry in zip(FIELDS, (figure.value, figure.change, figure.target), strict=True) if entry]
