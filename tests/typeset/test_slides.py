"""Slides as measured shapes: what stands where, in which colour, and never beyond its box."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents import deck
from gwr_docs.documents.charts import ChartSpec, Point, Series, ring_colors
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.runs import made
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.characters import Span as Measured
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.lines import compose_lines
from gwr_docs.typeset.shapes import Cell, Panel, Paragraph, SlidePage, TableFrame, TextBox

HERE = Span("deck.yaml", 7, 3, 9)
THEME = load_theme("deck")
UP, DOWN, STILL = deck.Chip(1, "同比上涨18%"), deck.Chip(-1, "同比下降40%"), deck.Chip(0, "与上年持平")


def pages_of(slide: deck.Slide, book: FontBook) -> tuple[SlidePage, ...]:
    return plan_deck_pages(deck.Deck("题", "某镇", datetime.date(2022, 12, 28), (slide,)), THEME, book)


def head(text: str = "题", notes: str = "") -> deck.Head:
    return deck.Head(made(text), eyebrow=made("部分"), source=made("来源：某报告"), notes=notes, span=HERE)


def words_of(paragraph: Paragraph) -> str:
    return "".join(word.text for word in paragraph.words)


def boxes(page: SlidePage) -> Iterator[TextBox]:
    yield page.title
    yield from page.texts.values()
    yield from (shape for shape in page.shapes if isinstance(shape, TextBox))


def paragraphs(page: SlidePage) -> Iterator[Paragraph]:
    for box in boxes(page):
        yield from box.paragraphs


@pytest.mark.parametrize(
    ("chip", "text", "color"), [(UP, "▲ 同比上涨18%", "up"), (DOWN, "▼ 同比下降40%", "down"), (STILL, "与上年持平", "grey")]
)
def test_changes_show_their_direction_by_arrow_and_colour(chip: deck.Chip, text: str, color: str, book: FontBook) -> None:
    number = deck.Number("甲", "产值", "36", "亿元", chip=chip, span=HERE)
    goal = deck.Goal("甲", "产值", "增长10%", "36亿元", chip)
    (cards,) = pages_of(deck.Cards(head(), (number,)), book)
    (found,) = [p.words[0] for p in paragraphs(cards) if p.words[0].role == "chip"]
    assert (found.text, found.color) == (text, color)
    (goals,) = pages_of(deck.Goals(head(), (goal,), ("指标", "完成", "增减", "目标")), book)
    table = next(shape for shape in goals.shapes if isinstance(shape, TableFrame))
    word = table.rows[1][2].words[0]
    assert (word.text, word.color) == (text, color)


def test_up_is_red_and_down_is_green() -> None:
    """The Chinese convention."""
    for role, strongest in (("up", 0), ("down", 1)):
        channels = [int(THEME.palette[role][i : i + 2], 16) for i in (0, 2, 4)]
        assert max(channels) == channels[strongest]


def test_goals_stand_under_their_heads(book: FontBook) -> None:
    heads = ("指标", "2022年完成", "2022年增减", "2023年目标")
    goals = (deck.Goal("甲", "投资", "增长10%", "19.5亿元", DOWN), deck.Goal("乙", "收入", "增长7%"))
    (page,) = pages_of(deck.Goals(head(), goals, heads), book)
    table = next(shape for shape in page.shapes if isinstance(shape, TableFrame))
    assert [[words_of(cell) for cell in row] for row in table.rows] == [
        list(heads),
        ["投资", "19.5亿元", "▼ 同比下降40%", "增长10%"],
        ["收入", "报告未列", "报告未列", "增长7%"],
    ]
    assert [cell.words[0].color for cell in table.rows[2]] == ["ink", "grey", "grey", "red"]


def test_continued_slides_say_so_and_leave_the_notes_to_the_first(book: FontBook) -> None:
    items = tuple(deck.Item(made(f"要点{i}")) for i in range(8))
    cards = tuple(deck.Number("甲", f"指标{i}", "36", span=HERE) for i in range(9))
    goals = tuple(deck.Goal("甲", f"指标{i}", "增长10%") for i in range(8))
    for slide in (
        deck.Points(head(notes="讲稿"), items, numbered=True),
        deck.Cards(head(notes="讲稿"), cards),
        deck.Goals(head(notes="讲稿"), goals, ("一", "二", "三", "四")),
    ):
        pages = pages_of(slide, book)
        assert [page.notes for page in pages] == ["讲稿", ""]
        assert [words_of(page.title.paragraphs[0]) for page in pages] == ["题", "题（续）"]
    indices = [
        words_of(p)
        for page in pages_of(deck.Points(head(), items, numbered=True), book)
        for p in paragraphs(page)
        if p.words[0].role == "index"
    ]
    assert indices == list("12345678")
    ten = pages_of(deck.Points(head(), items[:5] * 2, numbered=True), book)  # the second slide in two columns
    assert [words_of(p) for p in paragraphs(ten[1]) if p.words[0].role == "index"] == ["7", "8", "9", "10"]


def test_every_fault_of_a_slide_has_its_place(book: FontBook) -> None:
    long = "长" * 1200
    point = Point(Decimal(3), "3", "甲")
    chart = ChartSpec("doughnut", "题", "个", (long,), (Series("", (point,)),))
    number = deck.Number("甲", "产值", "36", span=HERE)
    for slide in (
        deck.Cover(head(long), "2022", "会议", "某人", "某镇", "某日"),
        deck.Cover(head(), "2022", long, "某人", "某镇", "某日"),
        deck.Cover(head(), "2022", "会议", long, "某镇", "某日"),
        deck.Divider(head(), "一", (made(long),)),
        deck.Cards(head(), (deck.Number("甲", long, "36", span=HERE),)),
        deck.Cards(head(), (deck.Number("甲", "产值", "3" * 90, span=HERE),)),
        deck.Charted(head(), chart, ()),
        deck.Charted(head(), chart, (deck.Item(made("题"), made(long), number),)),
        deck.Goals(head(), (deck.Goal("甲", long, "增长"),), ("一", "二", "三", "四")),
        deck.Points(head(), (deck.Item(made(long * 9)),) * 3),
        deck.Points(head(), (deck.Item(made("题")), deck.Item(made(long * 9))), numbered=True),
        deck.Closing(head(long)),
    ):
        with pytest.raises(ContentError) as caught:
            pages_of(slide, book)
        assert {(d.code, d.span) for d in caught.value.diagnostics} == {("GWR402", HERE)}, slide


def test_names_beside_a_ring_carry_the_colours_of_its_parts(book: FontBook) -> None:
    points = tuple(Point(Decimal(value), str(value), f"指标{value}") for value in (23, 12, 3))
    chart = ChartSpec("doughnut", "题", "个", ("在谈", "落地", "重点"), (Series("", points),), highlight=frozenset({"指标12"}))
    (page,) = pages_of(deck.Charted(head(), chart, ()), book)
    marks = [shape.color for shape in page.shapes if isinstance(shape, Panel)]
    texts = ["".join(map(words_of, shape.paragraphs)) for shape in page.shapes if isinstance(shape, TextBox)]
    assert marks == list(ring_colors(chart))
    assert marks[1] == "red"
    assert texts == ["在谈23个", "落地12个", "重点3个"]


LENGTHS = {name: value.pt for name, value in THEME.page.items()}
NEARLY = 0.05  # pt


def too_large(page: SlidePage, book: FontBook) -> list[str]:
    """Texts that leave their boxes and boxes that leave the slide or their card, measured anew."""
    return [*box_faults(page, book), *card_faults(page), *table_faults(page, book)]


def box_faults(page: SlidePage, book: FontBook) -> Iterator[str]:
    for box in boxes(page):
        right, bottom = LENGTHS["width"] + NEARLY, LENGTHS["height"] + NEARLY
        if box.x < 0 or box.y < 0 or box.x + box.width > right or box.y + box.height > bottom:
            yield "off the slide"
        if sum(set_height(p, box.width, book) for p in box.paragraphs) > box.height + NEARLY:
            yield " / ".join(map(words_of, box.paragraphs))


def card_faults(page: SlidePage) -> Iterator[str]:
    panels = [shape for shape in page.shapes if isinstance(shape, Panel) and shape.color == "panel"]
    texts = [shape for shape in page.shapes if isinstance(shape, TextBox)]
    for panel, box in product(panels, texts):
        middle = box.y + box.height / 2
        if panel.x < box.x < panel.x + panel.width and panel.y < middle < panel.y + panel.height:
            inner = Cell(panel.x, panel.y, panel.width, panel.height).inset(LENGTHS["pad"])
            if box.y < inner.y - NEARLY or box.y + box.height > inner.y + inner.height + NEARLY:
                yield "off its card"
            if box.x + box.width > inner.x + inner.width + NEARLY:
                yield "off its card"


def table_faults(page: SlidePage, book: FontBook) -> Iterator[str]:
    for table in (shape for shape in page.shapes if isinstance(shape, TableFrame)):
        if table.y + table.row_height * len(table.rows) > LENGTHS["body_end"] + NEARLY:
            yield "table too high"
        room = table.row_height - 2 * LENGTHS["cell_rise"] + NEARLY
        for cell, width in (pair for row in table.rows for pair in zip(row, table.columns, strict=True)):
            if set_height(cell, width - 2 * LENGTHS["cell_pad"], book) > room:
                yield words_of(cell)


def set_height(paragraph: Paragraph, width: float, book: FontBook) -> float:
    """Height of a paragraph; words of several sizes stand on one line, which must not be wider than the box."""
    sizes = {word.size for word in paragraph.words}
    if len(sizes) > 1:
        total = sum(book.faces[THEME.styles[w.role].face].advance(c) * w.size for w in paragraph.words for c in w.text)
        return paragraph.leading if total <= width else float("inf")
    spans = [Measured(words_of(paragraph), book.faces[THEME.styles[paragraph.words[0].role].face])]
    return paragraph.space_before + len(compose_lines(spans, width / sizes.pop(), justify=False)) * paragraph.leading


PIECES = st.sampled_from(("政府工作报告", "一", "2022", "1234567890", "䶮", "𬭼", "，", "《", "》", "GDP", " ", "（三）", "%", "——"))
WORDS = st.lists(PIECES, min_size=1, max_size=4).map("".join)
TEXTS = st.one_of(WORDS, st.builds(lambda text, times: text * times, WORDS, st.integers(1, 12)))
RUNS = TEXTS.map(made)
CHIPS = st.none() | st.builds(deck.Chip, st.sampled_from((1, 0, -1)), TEXTS)
DIGITS = st.integers(0, 10**9).map(str) | WORDS
NUMBERS = st.builds(
    deck.Number,
    st.just("甲"),
    TEXTS,
    DIGITS,
    WORDS | st.just(""),
    st.sampled_from(("", "约")),
    CHIPS,
    TEXTS | st.just(""),
    st.just(HERE),
)
HEADS = st.builds(deck.Head, RUNS, RUNS | st.just(()), RUNS | st.just(()), st.just("讲稿"), st.just(HERE))
ITEMS = st.builds(deck.Item, RUNS, RUNS | st.just(()), st.none() | NUMBERS)
GOALS = st.builds(deck.Goal, st.just("甲"), TEXTS, TEXTS, TEXTS | st.just(""), CHIPS)


@st.composite
def charts(draw: st.DrawFn) -> ChartSpec:
    names = draw(st.lists(TEXTS, min_size=1, max_size=9))
    points = tuple(Point(Decimal(i + 1), draw(DIGITS), f"甲{i}", "", draw(st.sampled_from(("", "余")))) for i in range(len(names)))
    return ChartSpec(draw(st.sampled_from(("doughnut", "bar", "column"))), "题", draw(WORDS), tuple(names), (Series("", points),))


SLIDES = st.one_of(
    st.builds(deck.Cover, HEADS, st.just("2022"), TEXTS | st.just(""), TEXTS, TEXTS, WORDS),
    st.builds(deck.Divider, HEADS, st.sampled_from("一二"), st.lists(RUNS, max_size=14).map(tuple)),
    st.builds(deck.Cards, HEADS, st.lists(NUMBERS, min_size=1, max_size=10).map(tuple)),
    st.builds(deck.Charted, HEADS, charts(), st.lists(ITEMS, max_size=4).map(tuple), st.none() | NUMBERS),
    st.builds(deck.Goals, HEADS, st.lists(GOALS, min_size=1, max_size=9).map(tuple), st.just(("指标", "完成", "增减", "目标"))),
    st.builds(deck.Points, HEADS, st.lists(ITEMS, min_size=1, max_size=9).map(tuple), st.booleans()),
    st.builds(deck.Closing, HEADS),
)


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slide=SLIDES)
def test_no_text_leaves_its_box_whatever_it_says(slide: deck.Slide, book: FontBook) -> None:
    try:
        pages = pages_of(slide, book)
    except ContentError as error:
        assert all(d.code == "GWR402" and d.span == HERE for d in error.diagnostics)
        return
    for page in pages:
        assert too_large(page, book) == []


@pytest.mark.parametrize("length", range(1, 80))
def test_texts_that_grow_fit_until_they_are_refused(length: int, book: FontBook) -> None:
    text = "长" * length
    number = deck.Number("甲", "产值", "36", "亿元", span=HERE)
    ring = ChartSpec("doughnut", "题", "个", ("在谈",), (Series("", (Point(Decimal(3), "3", "甲"),)),))
    goals = tuple(deck.Goal("甲", row, row, row, deck.Chip(1, row)) for row in (text, *["投资"] * 6))
    for slide in (
        deck.Goals(head(), goals, ("指标", "完成", "增减", "目标")),
        deck.Charted(head(), ring, (), replace(number, label=text)),
        deck.Cards(head(), (replace(number, label=text), *[number] * 7)),
        deck.Cards(head(), (replace(number, chip=deck.Chip(1, text), context=text), *[number] * 7)),
    ):
        try:
            pages = pages_of(slide, book)
        except ContentError:
            assert length > 3
            continue
        for page in pages:
            assert too_large(page, book) == []


def test_the_shipped_and_the_small_deck_fit(shipped: Report, small: Report, book: FontBook) -> None:
    for report in (shipped, small):
        for page in plan_deck_pages(plan_deck(report), THEME, book):
            assert too_large(page, book) == []
