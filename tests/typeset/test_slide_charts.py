"""Chart slides: words in the place of a bar that is not there, names with room, takeaways beside or below."""

from decimal import Decimal

import pytest

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents import deck
from gwr_docs.documents.charts import NOT_GIVEN, ChartSpec, Point, Series
from gwr_docs.documents.runs import made
from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.shapes import ChartFrame, SlidePage, TextBox
from tests.typeset.test_slides import HERE, THEME, box_faults, head, pages_of, words_of

ITEMS = (deck.Item(made("要点一"), made("一行话")), deck.Item(made("要点二"), made("又一行话")))


def series(name: str, *values: int | None) -> Series:
    return Series(name, tuple(None if v is None else Point(Decimal(v), str(v), f"指标{v}", written=f"{v}个") for v in values))


def page_of(spec: ChartSpec, book: FontBook, items: tuple[deck.Item, ...] = ITEMS) -> SlidePage:
    (page,) = pages_of(deck.Charted(head(), spec, items), book)
    assert list(box_faults(page, book)) == []
    return page


def frame_of(page: SlidePage) -> ChartFrame:
    (frame,) = [shape for shape in page.shapes if isinstance(shape, ChartFrame)]
    return frame


def found(page: SlidePage, text: str) -> list[TextBox]:
    boxes = [shape for shape in page.shapes if isinstance(shape, TextBox)]
    return [box for box in boxes if text in "".join(map(words_of, box.paragraphs))]


def test_what_was_not_reached_is_said_in_grey_where_its_bar_would_be(book: FontBook) -> None:
    names = ("投资", "收入", "总值")
    spec = ChartSpec("target", "题", "%", names, (series("完成", -40, None, None), series("目标", 10, 7, 6)), signed=True)
    page = page_of(spec, book)
    frame, words = frame_of(page), found(page, NOT_GIVEN)
    assert [box.paragraphs[0].words[0].color for box in words] == ["grey", "grey"]
    head_share = THEME.numbers["chart_target_top"] / 100
    band = frame.height * (1 - head_share) / 3
    for number, box in enumerate(words, 1):
        top = frame.y + frame.height * head_share + band * number
        assert top <= box.y + box.height / 2 <= top + band / 2  # the upper bar of its group
    zero = 44.8 / 64.8  # from -40 less, to 10 more, what the theme adds
    assert words[0].x > frame.x + frame.width * (0.27 + 0.73 * zero * 0.9)


def test_nothing_is_said_where_every_target_has_its_bar(book: FontBook) -> None:
    spec = ChartSpec("target", "题", "亿元", ("总值",), (series("完成", 186), series("目标", 200)))
    assert found(page_of(spec, book), NOT_GIVEN) == []


def test_takeaways_stand_below_where_long_names_want_the_width(book: FontBook) -> None:
    short = ChartSpec("column", "题", "个", ("甲", "乙"), (series("", 3, 2),))
    names = ("临河社区卫生服务中心", "垚山村党群服务站", "赟塘村村民委员会", "祎园社区居民委员会", "第九街道综合文化活动中心") * 2
    long = ChartSpec("column", "题", "个", names, (series("", *range(1, 11)),))
    beside, below = page_of(short, book), page_of(long, book)
    assert frame_of(below).width > frame_of(beside).width
    assert found(beside, "要点一")[0].x > frame_of(beside).x + frame_of(beside).width
    assert found(below, "要点一")[0].y >= frame_of(below).y + frame_of(below).height
    assert found(below, "要点一")[0].y == found(below, "要点二")[0].y


def test_takeaways_are_never_smaller_than_running_text_may_be(book: FontBook) -> None:
    spec = ChartSpec("column", "题", "个", ("甲", "乙"), (series("", 3, 2),))
    long = tuple(deck.Item(made("要点"), made("一行不算短的话" * 5)) for _ in range(3))
    page = page_of(spec, book, long)
    assert min(word.size for box in found(page, "要点") for p in box.paragraphs for word in p.words) >= 18


@pytest.mark.parametrize("kind", ["column", "bar", "clustered", "stacked", "target"])
def test_a_name_without_room_is_a_fault(kind: str, book: FontBook) -> None:
    rows = (series("甲", *range(1, 9)), series("乙", *range(1, 9)))
    spec = ChartSpec(kind, "题", "个", ("名字很长" * 20,) * 8, rows)
    with pytest.raises(ContentError) as caught:
        pages_of(deck.Charted(head(), spec, ()), book)
    assert {(d.code, d.span) for d in caught.value.diagnostics} == {("GWR402", HERE)}


def test_a_ring_without_takeaways_fills_its_slide_with_a_list(book: FontBook) -> None:
    spec = ChartSpec("doughnut", "题", "个", ("甲", "乙"), (series("", 3, 2),))
    page = page_of(spec, book, ())
    (name,), (number,) = found(page, "甲"), found(page, "3个")
    assert name.y == number.y
    assert number.x + number.width == pytest.approx(THEME.page["width"].pt - THEME.page["margin"].pt)
    assert number.paragraphs[0].align == "r"


def columns(count: int, rows: int, digits: int) -> ChartSpec:
    values = [10**digits - 1 - i for i in range(count)]
    return ChartSpec("clustered", "题", "个", tuple("类" for _ in values), tuple(series(f"系列{i}", *values) for i in range(rows)))


@pytest.mark.parametrize(("count", "rows", "digits", "fits"), [(3, 2, 4, True), (8, 1, 3, True), (8, 3, 4, False), (30, 1, 4, False)])
def test_labels_of_neighbouring_columns_never_touch(count: int, rows: int, digits: int, fits: bool, book: FontBook) -> None:
    spec = columns(count, rows, digits)
    if fits:
        page_of(spec, book)
        return
    with pytest.raises(ContentError) as caught:
        pages_of(deck.Charted(head(), spec, ITEMS), book)
    assert {(d.code, dict(d.values)["text"]) for d in caught.value.diagnostics} == {("GWR402", "9999")}


def test_more_targets_than_have_room_are_a_fault(book: FontBook) -> None:
    for count in (7, 12):
        names = tuple(f"指标{i}" for i in range(count))
        spec = ChartSpec("target", "题", "%", names, (series("完成", *range(1, count + 1)), series("目标", *range(1, count + 1))))
        if count == 7:
            page_of(spec, book)
            continue
        with pytest.raises(ContentError):
            pages_of(deck.Charted(head(), spec, ()), book)
