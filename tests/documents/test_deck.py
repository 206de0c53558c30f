"""The deck as text: slides, figures, charts."""

from collections.abc import Iterator
from typing import Any

from gwr_docs.documents import deck as slides
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.places import Where
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
                    assert figure.value is not None
                    assert point.written == figure.value.text
                    # 余 within the unit: the label is the whole value; else the unit stands once over the chart
                    assert point.label + ("" if figure.quantity.more else slide.chart.unit) == figure.value.text


def test_slides_name_the_place_of_their_figures(shipped: Report) -> None:
    found = {plain(slide.head.title): slide.head for slide in plan_deck(shipped).slides}
    assert plain(found["38个在谈项目中，12个已落地"].source) == "来源：政府工作报告第一部分（二）"
    plan = found["聚焦保安全：强化安全责任，化解信访积案"]  # no figure: deck.yaml says which part it is about
    assert (plan.place, plan.parts) == (Where(2, 2), 5)
    assert plain(plan.eyebrow) == "（二）聚焦保安全，强力化解信访积案难题"
    assert found["影响和制约地区可持续发展的问题依然存在"].place is None


def test_the_agenda_lists_the_parts_of_both_sections(shipped: Report) -> None:
    (agenda,) = (slide for slide in plan_deck(shipped).slides if isinstance(slide, slides.Agenda))
    assert [(chapter.number, plain(chapter.title), len(chapter.parts)) for chapter in agenda.chapters] == [
        (1, "2022年工作回顾", 5),
        (2, "2023年工作思路", 5),
    ]
    assert plain(agenda.chapters[1].parts[0]) == "聚焦稳经济，创新引育壮大新兴动能"


def test_tasks_are_the_parts_of_the_plan_with_their_topics(shipped: Report) -> None:
    (tasks,) = (slide for slide in plan_deck(shipped).slides if isinstance(slide, slides.Tasks))
    assert [plain(focus.title) for focus in tasks.focuses] == ["聚焦稳经济", "聚焦保安全", "聚焦惠民生", "聚焦提品质", "聚焦见实效"]
    assert plain(tasks.focuses[0].text) == "创新引育壮大新兴动能"
    assert plain(tasks.focuses[1].topics[0]) == "生命至上，强化安全生产责任体系"
    assert all(len(focus.topics) == 3 for focus in tasks.focuses)


def test_titles_are_short_enough_to_be_read_at_a_glance(shipped: Report) -> None:
    for slide in plan_deck(shipped).slides[1:-1]:
        assert len(plain(slide.head.title)) <= 24, plain(slide.head.title)


def test_a_report_without_storyboard_gets_one(small: Report) -> None:
    kinds = [type(slide) for slide in plan_deck(small).slides]
    assert kinds[0] is slides.Cover
    assert kinds[1] is slides.Agenda
    assert slides.Cards in kinds
    assert slides.Tasks in kinds
    assert slides.Charted in kinds  # the roads, which have parts
    assert slides.Goals not in kinds  # it states no targets
    assert kinds[-1] is slides.Closing


def test_the_closing_is_the_reports_last_sentence(shipped: Report) -> None:
    closing = plan_deck(shipped).slides[-1]
    assert plain(closing.head.title).startswith("让我们在区委、区政府的坚强领导下")
    assert plain(closing.head.title).endswith("努力奋斗！")
