"""Slides as measured shapes: what stands where, in which colour, and never beyond its box."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents import deck
from gwr_docs.documents.charts import ChartSpec, Point, Series, ring_colors
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import made
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.characters import Span as Measured
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.lines import compose_lines
from gwr_docs.typeset.shapes import Cell, Panel, Paragraph, SlidePage, TableFrame, TextBox
from gwr_docs.typeset.slide_icons import ICONS, icon_of, icon_shapes

HERE = Span("deck.yaml", 7, 3, 9)
TABLE_HEADS = ("指标", "数值", "单位", "增减", "说明")
THEME = load_theme("deck")
UP, DOWN, STILL = deck.Chip(1, "同比上涨18%"), deck.Chip(-1, "同比下降40%"), deck.Chip(0, "与上年持平")


def pages_of(slide: deck.Slide, book: FontBook) -> tuple[SlidePage, ...]:
    return plan_deck_pages(deck.Deck("题", "某镇", datetime.date(2022, 12, 28), (slide,)), THEME, book)


def head(text: str = "题", notes: str = "") -> deck.Head:
    return deck.Head(made(text), eyebrow=made("部分"), source=made("来源：某报告"), notes=(deck.Note(notes),) if notes else (), span=HERE)


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
    (field,) = [shape for shape in cards.shapes if isinstance(shape, Panel) and shape.kind == "roundRect" and shape.color != "red"]
    assert (found.text, found.color, field.color) == (text, "paper", color)
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
        ["收入", "报告未列", "—", "增长7%"],
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
        assert [[note.line for note in page.notes] for page in pages] == [["讲稿"], []]
        assert [words_of(page.title.paragraphs[0]) for page in pages] == ["题", "题（续）"]
    indices = [
        words_of(p)
        for page in pages_of(deck.Points(head(), items, numbered=True), book)
        for p in paragraphs(page)
        if p.words[0].role in ("index", "large_index")
    ]
    assert indices == list("12345678")
    ten = pages_of(deck.Points(head(), items[:5] * 2, numbered=True), book)  # the second slide in two columns
    assert [words_of(p) for p in paragraphs(ten[1]) if p.words[0].role == "index"] == ["6", "7", "8", "9", "10"]


def test_every_fault_of_a_slide_has_its_place(book: FontBook) -> None:
    long = "长" * 1200
    point = Point(Decimal(3), "3", "甲")
    chart = ChartSpec("doughnut", "题", "个", (long,), (Series("", (point,)),))
    number = deck.Number("甲", "产值", "36", span=HERE)
    for slide in (
        deck.Cover(head(long), "2022", "会议", "某人", "某镇", "某日"),
        deck.Cover(head(), "2022", long, "某人", "某镇", "某日"),
        deck.Cover(head(), "2022", "会议", long, "某镇", "某日"),
        deck.Divider(head(), 1, (made(long),)),
        deck.Agenda(head(), (deck.Chapter(1, made("题"), (made(long),)),)),
        deck.Steps(head(), (deck.Item(made(long)),)),
        deck.Steps(head(), (deck.Item(made("题"), made(long), number),)),
        deck.Tasks(head(), (deck.Focus(made("题"), (), (made(long),)),) * 2),
        deck.Table(head(), (replace(number, label=long),), TABLE_HEADS),
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
    points = tuple(Point(Decimal(value), str(value), f"指标{value}", written=f"{value}个") for value in (23, 12, 3))
    chart = ChartSpec("doughnut", "题", "个", ("在谈", "落地", "重点"), (Series("", points),), highlight=frozenset({"指标12"}))
    (page,) = pages_of(deck.Charted(head(), chart, ()), book)
    marks = [shape.color for shape in page.shapes if isinstance(shape, Panel) and shape.color != "rule"]
    texts = ["".join(map(words_of, shape.paragraphs)) for shape in page.shapes if isinstance(shape, TextBox)]
    assert marks == list(ring_colors(chart))
    assert marks[1] == "red"
    assert texts == ["在谈", "23个", "落地", "12个", "重点", "3个"]


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
    panels = [shape for shape in page.shapes if isinstance(shape, Panel) and shape.color in ("panel", "ground") and shape.width > 99]
    texts = [shape for shape in page.shapes if isinstance(shape, TextBox)]
    for panel, box in product(panels, texts):
        middle = box.y + box.height / 2
        if panel.x < box.x < panel.x + panel.width and panel.y < middle < panel.y + panel.height:
            if box.y < panel.y - NEARLY or box.y + box.height > panel.y + panel.height + NEARLY:
                yield "off its card"
            if box.x + box.width > panel.x + panel.width - LENGTHS["chip_pad"] + NEARLY:
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
CHAPTERS = st.builds(deck.Chapter, st.sampled_from((1, 2)), RUNS, st.lists(RUNS, max_size=9).map(tuple))
FOCUSES = st.builds(deck.Focus, RUNS, RUNS | st.just(()), st.lists(RUNS, max_size=4).map(tuple))


@st.composite
def charts(draw: st.DrawFn) -> ChartSpec:
    names = draw(st.lists(TEXTS, min_size=1, max_size=9))
    points = tuple(Point(Decimal(i + 1), draw(DIGITS), f"甲{i}", "", draw(st.sampled_from(("", "余")))) for i in range(len(names)))
    return ChartSpec(draw(st.sampled_from(("doughnut", "bar", "column"))), "题", draw(WORDS), tuple(names), (Series("", points),))


SLIDES = st.one_of(
    st.builds(deck.Cover, HEADS, st.just("2022"), TEXTS | st.just(""), TEXTS, TEXTS, WORDS),
    st.builds(deck.Divider, HEADS, st.sampled_from((1, 2)), st.lists(RUNS, max_size=14).map(tuple)),
    st.builds(deck.Agenda, HEADS, st.lists(CHAPTERS, min_size=1, max_size=2).map(tuple)),
    st.builds(deck.Steps, HEADS, st.lists(ITEMS, min_size=1, max_size=7).map(tuple)),
    st.builds(deck.Tasks, HEADS, st.lists(FOCUSES, min_size=1, max_size=7).map(tuple)),
    st.builds(deck.Table, HEADS, st.lists(NUMBERS, min_size=1, max_size=12).map(tuple), st.just(TABLE_HEADS)),
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


def test_of_five_or_seven_cards_the_first_is_the_hero(book: FontBook) -> None:
    number = deck.Number("甲", "产值", "36", "亿元", chip=UP, span=HERE)
    for count in range(1, 9):
        (page,) = pages_of(deck.Cards(head(), (number,) * count), book)
        heroes = [p for p in paragraphs(page) if p.words[0].role == "hero"]
        assert len(heroes) == (count in (5, 7))
        numbers = [p for p in paragraphs(page) if p.words[0].role in ("number", "number_low")]
        assert len(numbers) + len(heroes) == count
        assert len({p.words[0].size for p in numbers}) == 1
    (page,) = pages_of(deck.Cards(head(), (number,) * 5), book)
    hero = next(shape for shape in page.shapes if isinstance(shape, Panel) and shape.color == "ground")
    others = [shape for shape in page.shapes if isinstance(shape, Panel) and shape.color == "panel" and shape.width > 99]
    assert hero.height == max(shape.y + shape.height for shape in others) - min(shape.y for shape in others)


def test_what_goes_on_to_another_slide_is_not_left_alone_there(book: FontBook) -> None:
    number = deck.Number("甲", "产值", "36", "亿元", span=HERE)
    wanted = {9: [6, 3], 10: [6, 4], 12: [6, 6], 13: [8, 5], 17: [6, 6, 5]}
    for count, cards in wanted.items():
        pages = pages_of(deck.Cards(head(), (number,) * count), book)
        assert [sum(1 for p in paragraphs(page) if p.words[0].role in ("number", "number_low", "hero")) for page in pages] == cards
    steps = pages_of(deck.Steps(head(), tuple(deck.Item(made(f"第{i}步")) for i in range(6))), book)
    assert [sum(1 for p in paragraphs(page) if p.words[0].text.startswith("第")) for page in steps] == [3, 3]
    goal = deck.Goal("甲", "产值", "增长10%")
    for slide in (deck.Table(head(), (number,) * 11, TABLE_HEADS), deck.Goals(head(), (goal,) * 11, ("一", "二", "三", "四"))):
        rows = [len(shape.rows) - 1 for page in pages_of(slide, book) for shape in page.shapes if isinstance(shape, TableFrame)]
        assert rows == [6, 5]


def test_numbers_of_a_row_stand_on_one_line(book: FontBook) -> None:
    given = (("36", UP), ("1234567", None), ("5", None))
    cards = tuple(deck.Number("甲", "产值", digits, "亿元", chip=chip, span=HERE) for digits, chip in given)
    (page,) = pages_of(deck.Cards(head(), cards), book)
    tops = {shape.y for shape in page.shapes if isinstance(shape, TextBox) and shape.paragraphs[-1].words[0].role == "number"}
    assert len(tops) == 1


def test_decimal_points_of_a_table_stand_under_each_other(book: FontBook) -> None:
    numbers = tuple(deck.Number("甲", "产值", digits, "亿元", span=HERE) for digits in ("36", "11.24", "119.6", "第一"))
    (page,) = pages_of(deck.Table(head(), numbers, TABLE_HEADS), book)
    table = next(shape for shape in page.shapes if isinstance(shape, TableFrame))
    assert [words_of(cell) for cell in table.rows[0]] == ["指标", "数值", "单位"]  # no change, no context: no column for them
    cells = [row[1] for row in table.rows[1:]]
    face = book.faces[THEME.styles["cell_number"].face]

    def behind_the_point(cell: Paragraph) -> float:
        _, point, decimals = words_of(cell).partition(".")
        return cell.inset + sum(face.advance(c) * cell.words[0].size for c in point + decimals)

    assert [cell.align for cell in cells] == ["r"] * 4
    assert len({round(behind_the_point(cell), 3) for cell in cells}) == 1
    assert sum(table.columns) == pytest.approx(LENGTHS["width"] - 2 * LENGTHS["margin"], abs=1)


def test_steps_are_equal_and_on_one_line(book: FontBook) -> None:
    (page,) = pages_of(deck.Steps(head(), tuple(deck.Item(made(f"第{i}步")) for i in range(4))), book)
    arrows = [shape for shape in page.shapes if isinstance(shape, Panel) and shape.kind in ("homePlate", "chevron")]
    assert [shape.kind for shape in arrows] == ["homePlate", "chevron", "chevron", "chevron"]
    assert len({(shape.y, shape.width, shape.height) for shape in arrows}) == 1
    assert len({round(right.x - left.x, 3) for left, right in pairwise(arrows)}) == 1


def test_tasks_that_fit_no_columns_become_points(book: FontBook) -> None:
    focus = deck.Focus(made("聚焦"), made("某事"), (made("完善载体建设"), made("加大力度")))
    assert len(pages_of(deck.Tasks(head(), (focus,) * 5), book)) == 1
    pages = pages_of(deck.Tasks(head(), (focus,) * 8), book)
    assert len(pages) == 2
    texts = [words_of(p) for page in pages for p in paragraphs(page)]
    assert texts.count("完善载体建设；加大力度") == 8


def test_points_too_long_for_six_go_on_to_another_slide(book: FontBook) -> None:
    items = tuple(deck.Item(made(f"要点{i}"), made("长" * 90)) for i in range(6))
    pages = pages_of(deck.Points(head(), items), book)
    assert len(pages) > 1
    assert [words_of(p) for page in pages for p in paragraphs(page) if p.words[0].role in ("index", "large_index")] == list("123456")


def test_the_agenda_leads_to_where_its_parts_begin(shipped: Report, book: FontBook) -> None:
    pages = plan_deck_pages(plan_deck(shipped), THEME, book)
    (agenda,) = (page for page in pages if any(shape.link is not None for shape in page.shapes if isinstance(shape, TextBox)))
    linked = {words_of(box.paragraphs[0]): box.link for box in boxes(agenda) if box.link is not None}
    titles = [words_of(page.title.paragraphs[0]) for page in pages]
    assert linked["2022年工作回顾"] == titles.index("2022年工作回顾")
    for part, link in linked.items():
        eyebrow = "".join(words_of(p) for p in pages[link].texts["eyebrow"].paragraphs) if "eyebrow" in pages[link].texts else part
        assert part.isdigit() or part in eyebrow
        assert not part.isdigit() or int(part) == link + 1
    assert len([part for part in linked if not part.isdigit()]) == 12  # ten parts and two sections


def test_sections_of_the_file_follow_the_parts(shipped: Report, small: Report, book: FontBook) -> None:
    pages = plan_deck_pages(plan_deck(shipped), THEME, book)
    names = [page.section for page in pages if page.section]
    assert pages[0].section == "封面与概览"
    assert names[1:4] == ["2022年工作回顾", "（一）全力以赴，筑牢全民免疫屏障", "（二）稳中求进，经济发展迎难而上"]
    assert names[6:9] == ["（五）优化服务，政府效能不断增强", "存在的问题", "2023年工作思路"]
    assert names[-1] == "结束语"
    assert len(names) == len(set(names)) == 15
    assert plan_deck_pages(plan_deck(small), THEME, book)[0].section == "封面与概览"


RUNNING = ("text", "large_text", "step_text", "lead", "list_lead", "large_lead", "cell", "cell_label", "cell_number", "title", "closing")


@pytest.mark.parametrize("name", ["deck", "deck_dark"])
def test_no_role_shrinks_below_what_can_be_read_from_the_back(name: str) -> None:
    """Running text 18 pt, labels and context 14, sources and page numbers 12."""
    for role, style in load_theme(name).styles.items():
        least = 18 if role in RUNNING else 12 if role in ("source", "eyebrow", "notes") else 14
        assert (style.smallest or style.size).pt >= least, role


def test_icons_go_by_the_unit_and_stay_in_their_place() -> None:
    units = {"余人次": "people", "次": "calendar", "万余元": "coin", "家": "building", "%": "share", "": "", "瓶": ""}
    for unit, name in units.items():
        assert icon_of(deck.Number("甲", "某某", "36", unit)) == name
    place = Cell(100, 50, 48, 48)
    for name in ICONS:
        for align in "lr":
            shapes = icon_shapes(name, place, "red", "panel", align)
            assert min(shape.x for shape in shapes) >= 100 - NEARLY
            assert max(shape.x + shape.width for shape in shapes) <= 148 + NEARLY
            edge = min(shape.x for shape in shapes) if align == "l" else max(shape.x + shape.width for shape in shapes)
            assert edge == pytest.approx(100 if align == "l" else 148)


def test_an_agenda_of_many_parts_goes_on_upon_the_next_slide(book: FontBook) -> None:
    parts = tuple(made(f"第{i}件事") for i in range(1, 24))
    chapters = (deck.Chapter(1, made("工作"), parts), deck.Chapter(2, made("工作"), parts[:4]))
    pages = pages_of(deck.Agenda(head("目录"), chapters), book)
    texts = ["".join(map(words_of, box.paragraphs)) for page in pages for box in boxes(page)]
    assert len(pages) == 3
    assert [texts.count(f"第{i}件事") for i in range(1, 24)] == [2] * 4 + [1] * 19
    assert [texts.count(numeral) for numeral in ("十", "十一", "二十三")] == [1, 1, 1]
    assert [words_of(page.title.paragraphs[0]) for page in pages] == ["目录", "目录（续）", "目录（续）"]


def test_a_section_without_a_page_of_its_own_begins_with_its_first_part(book: FontBook) -> None:
    place = Where(1, 1)
    part = deck.Points(replace(head("一"), place=place, parts=1), (deck.Item(made("要点")),))
    agenda = deck.Agenda(head("目录"), (deck.Chapter(1, made("工作回顾"), (made("第一件事"),)),))
    first, _ = plan_deck_pages(deck.Deck("题", "某镇", datetime.date(2022, 12, 28), (agenda, part)), THEME, book)
    links = {"".join(map(words_of, box.paragraphs)): box.link for box in boxes(first) if box.link is not None}
    assert links["工作回顾"] == links["第一件事"] == 1
