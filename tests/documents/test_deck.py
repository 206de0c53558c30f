"""The deck as text: slides, figures, charts."""

from collections.abc import Iterator
from typing import Any

from gwr_docs.documents import deck as slides
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.runs import Run, plain
from gwr_docs.model.report import Report


def walk(value: Any, kind: type) -> Iterator[Any]:
    """Every value of `kind` in a document."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item, kind)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from walk(getattr(value, name), kind)


def test_the_shipped_deck_tells_the_whole_report(shipped: Report) -> None:
    deck = plan_deck(shipped)
    kinds = [type(slide) for slide in deck.slides]
    assert len(kinds) >= 14
    assert kinds[0] is slides.Cover
    assert kinds[-1] is slides.Closing
    assert kinds.count(slides.Divider) == 2
    assert kinds.count(slides.Charted) >= 5
    assert slides.Goals in kinds
    eyebrows = " ".join(plain(slide.head.eyebrow) for slide in deck.slides)
    for part in (part for section in shipped.sections for part in section.parts):
        text = plain(tuple(Run(getattr(inline, "text", "")) for inline in part.title))
        assert text in eyebrows or text in plain([run for slide in deck.slides for run in walk(slide, Run)])


def test_titles_are_unique(shipped: Report, small: Report) -> None:
    for report in (shipped, small):
        titles = [plain(slide.head.title) for slide in plan_deck(report).slides]
        assert len(titles) == len(set(titles))


def test_every_number_is_its_figure_as_written(shipped: Report, small: Report) -> None:
    for report in (shipped, small):
        deck = plan_deck(report)
        numbers = list(walk(deck.slides, slides.Number))
        for number in numbers:
            figure = report.figures[number.figure]
            entry = figure.value or figure.change or figure.target
            assert entry is not None
            assert number.text == entry.text
            if number.chip:
                assert figure.change is not None
                assert number.chip.text == figure.change.text
        for goal in walk(deck.slides, slides.Goal):
            target = report.figures[goal.figure].target
            assert target is not None
            assert goal.target == target.text


def test_every_point_of_a_chart_is_its_figure_as_written(shipped: Report) -> None:
    charted = [slide for slide in plan_deck(shipped).slides if isinstance(slide, slides.Charted)]
    for slide in charted:
        for series in slide.chart.series:
            assert len(series.points) == len(slide.chart.categories)
            for point in series.points:
                figure = shipped.figures[point.figure]
                if slide.chart.signed:
                    change = figure.change.change if figure.change else None
                    assert change is not None
                    assert point.label.lstrip("+−") + slide.chart.unit == str(change.amount)
                    assert (point.value > 0) == (change.direction > 0)
                else:
                    assert figure.quantity is not None
                    assert figure.quantity.number == point.value
                    assert point.label.replace("余", "") + slide.chart.unit == figure.quantity.digits + figure.quantity.measure


def test_slides_name_the_place_of_their_figures(shipped: Report) -> None:
    charted = [slide for slide in plan_deck(shipped).slides if isinstance(slide, slides.Charted)]
    assert plain(charted[0].head.source) == "来源：政府工作报告第一部分（二）"


def test_a_report_without_storyboard_gets_one(small: Report) -> None:
    kinds = [type(slide) for slide in plan_deck(small).slides]
    assert kinds[0] is slides.Cover
    assert slides.Cards in kinds
    assert slides.Charted in kinds  # the roads, which have parts
    assert slides.Goals not in kinds  # it states no targets
    assert kinds[-1] is slides.Closing


def test_the_closing_is_the_reports_last_sentence(shipped: Report) -> None:
    closing = plan_deck(shipped).slides[-1]
    assert plain(closing.head.title).startswith("让我们在区委、区政府的坚强领导下")
    assert plain(closing.head.title).endswith("努力奋斗！")
