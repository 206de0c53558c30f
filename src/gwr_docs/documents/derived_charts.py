"""Charts for a report whose writer gave no storyboard: what its figures allow to compare."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gwr_docs.diagnostics import Span
from gwr_docs.documents.places import find_places
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure, Mention
from gwr_docs.model.inline import Paragraph, Place, Text
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Chart, Layout, Slide

COMPARABLE = ("元", "%")  # money and shares; counts of unlike things are no chart
MOST_BARS = 8
HERE = Span("deck.yaml", 1, 1, 2)
_PLACE = Place("deck.yaml", 1, 1)


def charts_by_part(report: Report) -> dict[int, list[Slide]]:
    """The charts that the figures allow, each before the part from which all its figures come; 0 if from several."""
    places, found = find_places(report), dict[int, list[Slide]]()
    for slide in _charts(report):
        parts = {places[m.figure] for m in storyboard.mentions(slide) if m.figure in places}
        number = parts.pop().part if len(parts) == 1 else 0
        found.setdefault(number, []).append(slide)
    return found


def _charts(report: Report) -> Iterator[Slide]:
    """Figures of one group that money or percent makes comparable, the changes, and a ring for each figure with parts."""
    values: dict[tuple[str, str], list[Figure]] = {}
    changes: dict[str, list[Figure]] = {}
    for figure in report.figures.values():
        quantity, change = figure.quantity, figure.change.change if figure.change else None
        if figure.group and quantity and quantity.measure.endswith(COMPARABLE):
            values.setdefault((figure.group, quantity.measure), []).append(figure)
        if change and change.amount:
            changes.setdefault(change.amount.measure, []).append(figure)
    yield from _bars("value", [(f"{group}主要数据", unit, figures) for (group, unit), figures in values.items()])
    yield from _bars("change", [("主要指标增减", unit, figures) for unit, figures in changes.items()])
    for figure in report.figures.values():
        if figure.parts and _of_one_measure(report, figure):
            chart = Chart("doughnut", "value", "", figure.parts, (), ())
            yield Slide(Layout.CHART, HERE, title=words(f"{figure.short}构成"), chart=chart)


def _bars(show: str, rows: Iterable[tuple[str, str, list[Figure]]]) -> Iterator[Slide]:
    """A column chart for each (title, unit, figures) with enough of them; titles that come again name their unit."""
    enough = [row for row in rows if len(row[2]) > 2]
    titles = Counter(title for title, _, _ in enough)
    for title, unit, figures in enough:
        name = f"{title}（{unit}）" if titles[title] > 1 else title
        chart = Chart("column", show, unit, mentions(figures[:MOST_BARS]), (), ())
        yield Slide(Layout.CHART, HERE, title=words(name), chart=chart)


def _of_one_measure(report: Report, whole: Figure) -> bool:
    """Whether whole and parts count in the same scale and unit, as a ring needs."""
    measure = whole.quantity.measure if whole.quantity else ""
    quantities = [report.figures[part.figure].quantity for part in whole.parts]
    return all(quantity and quantity.value > 0 and quantity.measure == measure for quantity in quantities)


def mentions(figures: Iterable[Figure]) -> tuple[Mention, ...]:
    return tuple(Mention(figure.name, figure.span) for figure in figures)


def words(text: str) -> Paragraph:
    return (Text(text, _PLACE),)
