"""A storyboard for a report whose writer gave none: the same slides as deck.yaml could ask for."""

from collections.abc import Iterator

from gwr_docs.documents.derived_charts import HERE, charts_by_part, mentions, words
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Paragraph, Text
from gwr_docs.model.report import Part, Report, Section, Topic
from gwr_docs.model.storyboard import Layout, Point, Slide

HERO_CARDS = (7, 5)  # one large and the others in pairs
MOST_ROWS = 10  # of the table with the other figures
MOST_FOCUSES = 6
MOST_POINTS = 6
MOST_TEXT = 50  # characters of a point
TYPICAL_VALUE = 6  # characters that a reference prints


def derive_slides(report: Report) -> tuple[Slide, ...]:
    """Cover, key figures, charts that the figures allow, every part with its topics, problems, targets, tasks, closing."""
    slides = [Slide(Layout.COVER, HERE)]
    if any(section.parts for section in report.sections):
        slides.append(Slide(Layout.AGENDA, HERE))
    slides += _overview(_key_figures(report))
    slides += _section(report, report.review)
    if report.review.problems:
        slides.append(Slide(Layout.PROBLEMS, HERE, title=words("存在的问题")))
    slides += _section(report, report.plan)
    before_parts = _before_plan_parts(slides)
    if 1 < len(report.plan.parts) <= MOST_FOCUSES:
        slides.insert(before_parts, Slide(Layout.TASKS, HERE, title=words("重点工作"), part=report.plan.kind.value))
    targets = [figure for figure in report.figures.values() if figure.target]
    if targets:
        slides.insert(before_parts, Slide(Layout.TARGET, HERE, title=words("主要预期目标"), figures=mentions(targets)))
    return (*slides, Slide(Layout.CLOSING, HERE))


def _overview(key: list[Figure]) -> Iterator[Slide]:
    """The first figures as cards, the next as a table."""
    count = next((count for count in HERO_CARDS if len(key) >= count), len(key))
    if len(key) > 1:
        yield Slide(Layout.CARDS, HERE, title=words("主要指标一览"), figures=mentions(key[:count]))
    others = key[count : count + MOST_ROWS]
    if len(others) > 1:
        yield Slide(Layout.TABLE, HERE, title=words("其他指标"), figures=mentions(others))


def _before_plan_parts(slides: list[Slide]) -> int:
    return next(i for i, s in enumerate(slides) if s.layout is Layout.SECTION and s.part == "plan") + 1


def _section(report: Report, section: Section) -> Iterator[Slide]:
    yield Slide(Layout.SECTION, HERE, part=section.kind.value)
    charts = charts_by_part(report) if section is report.review else {}
    yield from charts.get(0, ())
    for number, part in enumerate(section.parts, 1):
        yield from charts.get(number, ())
        yield from _part(part, section.kind.value, number)


def _part(part: Part, section: str, number: int) -> Iterator[Slide]:
    points = [Point(topic.title, topic.gist or _short(topic)) for topic in part.topics]
    for start in range(0, len(points), MOST_POINTS):
        title = part.title if not start else (*part.title, *words("（续）"))
        some = tuple(points[start : start + MOST_POINTS])
        yield Slide(Layout.POINTS, HERE, title=title, part=section, number=number, points=some)


def _short(topic: Topic) -> Paragraph:
    """A topic without gist stands by its title alone, unless its text is no longer than a gist."""
    text = topic.paragraphs[0] if len(topic.paragraphs) == 1 else ()
    length = sum(len(inline.text) if isinstance(inline, Text) else TYPICAL_VALUE for inline in text)
    return text if length <= MOST_TEXT else ()


def _key_figures(report: Report) -> list[Figure]:
    """Figures with a number, those with a change first."""
    numbers = [figure for figure in report.figures.values() if figure.quantity]
    return sorted(numbers, key=lambda figure: figure.change is None)
