"""A storyboard for a report whose writer gave none: the same slides as deck.yaml could ask for."""

from collections.abc import Iterable, Iterator

from gwr_docs.diagnostics import Span
from gwr_docs.model.figures import Figure, Mention
from gwr_docs.model.inline import Paragraph, Place, Text
from gwr_docs.model.report import Part, Report, Section, Topic
from gwr_docs.model.storyboard import Chart, Layout, Point, Slide

MOST_CARDS = 8
MOST_POINTS = 6
MOST_TEXT = 50  # characters of a point
TYPICAL_VALUE = 6  # characters that a reference prints
HERE = Span("deck.yaml", 1, 1, 2)
_PLACE = Place("deck.yaml", ((0, 1, 1),))


def derive_slides(report: Report) -> tuple[Slide, ...]:
    """Cover, key figures, charts that the figures allow, every part with its topics, problems, targets, tasks, closing."""
    slides = [Slide(Layout.COVER, HERE)]
    key = _key_figures(report)
    if len(key) > 1:
        slides.append(Slide(Layout.CARDS, HERE, title=_words("主要指标一览"), figures=_mentions(key[:MOST_CARDS])))
    slides += _section(report, report.review)
    if report.review.problems:
        slides.append(Slide(Layout.PROBLEMS, HERE, title=_words("存在的问题")))
    slides += _section(report, report.plan)
    targets = [figure for figure in report.figures.values() if figure.target]
    if targets:
        slides.insert(_before_plan_parts(slides), Slide(Layout.TARGET, HERE, title=_words("主要预期目标"), figures=_mentions(targets)))
    return (*slides, Slide(Layout.CLOSING, HERE))


def _before_plan_parts(slides: list[Slide]) -> int:
    return next(i for i, s in enumerate(slides) if s.layout is Layout.SECTION and s.part == "plan") + 1


def _section(report: Report, section: Section) -> Iterator[Slide]:
    yield Slide(Layout.SECTION, HERE, part=section.kind.value)
    if section is report.review:
        yield from _charts(report)
    for part in section.parts:
        yield from _part(part, section.kind.value)


def _charts(report: Report) -> Iterator[Slide]:
    """The changes as columns, if several figures have one, and a ring for each figure with parts."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in report.figures.values():
        change = figure.change.change if figure.change else None
        if change and change.amount:
            by_unit.setdefault(change.amount.measure, []).append(figure)
    for unit, figures in by_unit.items():
        if len(figures) > 2:
            chart = Chart("column", "change", unit, _mentions(figures[:MOST_CARDS]), (), ())
            yield Slide(Layout.CHART, HERE, title=_words(f"主要指标增减（{unit}）"), chart=chart)
    for figure in report.figures.values():
        if figure.parts and _of_one_measure(report, figure):
            chart = Chart("doughnut", "value", "", figure.parts, (), ())
            yield Slide(Layout.CHART, HERE, title=_words(f"{figure.short}构成"), chart=chart)


def _of_one_measure(report: Report, whole: Figure) -> bool:
    """Whether whole and parts count in the same scale and unit, as a ring needs."""
    measure = whole.quantity.measure if whole.quantity else ""
    quantities = [report.figures[part.figure].quantity for part in whole.parts]
    return all(quantity and quantity.value > 0 and quantity.measure == measure for quantity in quantities)


def _part(part: Part, section: str) -> Iterator[Slide]:
    points = [Point(topic.title, topic.gist or _short(topic)) for topic in part.topics]
    for start in range(0, len(points), MOST_POINTS):
        title = part.title if not start else (*part.title, *_words("（续）"))
        yield Slide(Layout.POINTS, HERE, title=title, part=section, points=tuple(points[start : start + MOST_POINTS]))


def _short(topic: Topic) -> Paragraph:
    """A topic without gist stands by its title alone, unless its text is no longer than a gist."""
    text = topic.paragraphs[0] if len(topic.paragraphs) == 1 else ()
    length = sum(len(inline.text) if isinstance(inline, Text) else TYPICAL_VALUE for inline in text)
    return text if length <= MOST_TEXT else ()


def _key_figures(report: Report) -> list[Figure]:
    """Figures with a number, those with a change first."""
    numbers = [figure for figure in report.figures.values() if figure.quantity]
    return sorted(numbers, key=lambda figure: figure.change is None)


def _mentions(figures: Iterable[Figure]) -> tuple[Mention, ...]:
    return tuple(Mention(figure.name, figure.span) for figure in figures)


def _words(text: str) -> Paragraph:
    return (Text(text, _PLACE),)
