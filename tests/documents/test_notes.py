"""The speaker's notes: the report's own sentences behind a slide, whole, once, with the place where they stand."""

from collections.abc import Iterator

import pytest

from gwr_docs.diagnostics import Span
from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.documents.deck import Deck, Note, Number
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.documents.gists import Gists
from gwr_docs.documents.notes import QUOTED, Speaker, quote
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import Emphasis, Run, made, plain
from gwr_docs.documents.sentences import LONGEST, Sentence, read_sentences, split_sentences
from gwr_docs.documents.shown import wanted
from gwr_docs.model.figures import Mention
from gwr_docs.model.inline import Field, Place, Reference, Text
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Chart, Layout, Point, Slide
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import block_lines, paginate
from gwr_docs.typeset.deck_notes import look_up_pages
from tests.documents.test_deck import walk

HERE = Span("deck.yaml", 1, 1, 2)
LONG = "字" * 100


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("甲；乙。丙", ["甲；乙。", "丙"]),
        (f"{LONG}；{LONG}。丙；丁。", [f"{LONG}；", f"{LONG}。", "丙；丁。"]),
        (f"{LONG * 2}。丙。", [f"{LONG * 2}。", "丙。"]),  # one breath too long, but nothing to cut at
        ("甲？！乙……丙。", ["甲？！", "乙……丙。"]),
        ("他说：“走吧。”我们走。", ["他说：“走吧。”", "我们走。"]),
        ("做到“来人问。去人送”的承诺。好。", ["做到“来人问。去人送”的承诺。", "好。"]),
        ("（甲。）乙。丙", ["（甲。）乙。", "丙"]),
        (f"{LONG}（甲；乙）{LONG}；丙。", [f"{LONG}（甲；乙）{LONG}；", "丙。"]),
        ("开了“没关。乙。", ["开了“没关。", "乙。"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("", []),
    ],
)
def test_what_a_sentence_is(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_marks_of_the_glossary_are_left_out_but_counted() -> None:
    runs = (Run("治理。", emphasis=Emphasis.TOPIC), Run("推进双碳"), Run("[1]", emphasis=Emphasis.MARK), Run("。建成一处。"))
    found = read_sentences([Block(Role.HEADING2, made("绿色"), "（一）", where=Where(1, 1)), Block(Role.BODY, runs, where=Where(1, 1))], {})
    assert [(s.text, s.block, s.offset, s.title) for s in found] == [
        ("（一）绿色", 0, 0, True),
        ("治理。", 1, 0, True),
        ("推进双碳。", 1, 3, False),
        ("建成一处。", 1, 11, False),
    ]
    assert [s.where for s in found] == [Where(1, 0), *[Where(1, 1)] * 3]  # the title of a part stands in its section


@pytest.mark.parametrize(
    ("chosen", "lines"),
    [
        ([0], ["甲。（第一部分（二））"]),
        ([1, 0], ["甲。乙。（第一部分（二））"]),  # neighbours are read on
        ([0, 2], ["甲。（第一部分（二））", "丙。（第一部分（二））"]),
        ([2, 3], ["丙。（第一部分（二））", "丁。（第二部分）"]),  # of another paragraph
        ([3, 4], ["丁。（第二部分）", f"{'字' * LONGEST}。（第二部分）"]),  # together too long
        ([5], ["各位代表。"]),
    ],
)
def test_how_sentences_are_quoted(chosen: list[int], lines: list[str]) -> None:
    texts = [("甲。", 0, Where(1, 2)), ("乙。", 0, Where(1, 2)), ("丙。", 0, Where(1, 2)), ("丁。", 1, Where(2, 0))]
    rows = [*texts, ("字" * LONGEST + "。", 1, Where(2, 0)), ("各位代表。", 2, None)]
    assert [note.line for note in quote([Sentence(text, block, 0, where) for text, block, where in rows], chosen)] == lines


def test_a_line_says_where_it_stands() -> None:
    assert Note("甲。", "第一部分（二）", 5, 0, page=3).line == "甲。（第一部分（二），第3页）"
    assert Note("各位代表。", "", 5, 0, page=1).line == "各位代表。（第1页）"
    assert Note("请看图。").line == "请看图。"


def slide_of(layout: Layout, *names: str, title: tuple[Reference, ...] = (), chart: Chart | None = None) -> Slide:
    return Slide(layout, HERE, title=title, figures=tuple(Mention(name, HERE) for name in names), chart=chart)


def reference(name: str, field: Field = Field.VALUE) -> Reference:
    return Reference(name, field, HERE)


def test_what_a_slide_shows_of_a_figure(shipped: Report) -> None:
    name, parts = "固定资产投资", ("重点在谈项目", "一般在谈项目", "已落地项目")
    mentions = tuple(Mention(part, HERE) for part in parts)
    cases = [
        (slide_of(Layout.CARDS, name), {(name, Field.VALUE), (name, Field.CHANGE)}),
        (slide_of(Layout.TARGET, name), {(name, Field.VALUE), (name, Field.CHANGE), (name, Field.TARGET)}),
        (slide_of(Layout.TARGET, "地区生产总值"), {("地区生产总值", Field.TARGET)}),
        (slide_of(Layout.POINTS, title=(reference(name, Field.TARGET),)), {(name, Field.TARGET)}),
        (slide_of(Layout.POINTS, title=(reference(name, Field.NUMBER),)), {(name, Field.VALUE)}),
        (slide_of(Layout.CHART, chart=Chart("bar", "change", "%", (Mention(name, HERE),), (), ())), {(name, Field.CHANGE)}),
        (slide_of(Layout.CHART, chart=Chart("bar", "value", "个", mentions, (), ())), {(part, Field.VALUE) for part in parts}),
    ]
    for slide, shown in cases:
        assert set(wanted(slide, shipped)) == shown


def notes_of(report: Report, slide: Slide) -> list[str]:
    return [note.line for note in Speaker(report, plan_briefing(report).blocks).notes(slide)]


def test_the_sentence_behind_a_change_is_not_the_one_behind_the_target(shipped: Report) -> None:
    (head, line) = notes_of(shipped, slide_of(Layout.POINTS, title=(reference("固定资产投资", Field.TARGET),)))
    assert head == QUOTED
    assert line.startswith("2023年全镇经济社会发展的主要预期目标是：")
    assert line.endswith("（第二部分）")
    _, line = notes_of(shipped, slide_of(Layout.POINTS, title=(reference("固定资产投资", Field.CHANGE),)))
    assert line.endswith("固定资产投资完成19.5亿元，同比下降40%。（第一部分（二））")


def test_a_point_without_figures_quotes_what_it_sums_up(shipped: Report) -> None:
    words = (Text("力争引进高质量注册企业", Place("deck.yaml", 1, 1)),)
    place = "搭建市、区、镇三级扶持政策的落地平台"
    _, line = notes_of(shipped, Slide(Layout.POINTS, HERE, part="plan", points=(Point((), (Text(place, words[0].place),)),)))
    assert line.startswith(f"积极{place}，")
    assert not notes_of(shipped, Slide(Layout.POINTS, HERE, part="review", points=(Point(words, words),)))  # of the other section
    assert not notes_of(shipped, Slide(Layout.POINTS, HERE, part="plan", points=(Point((), (Text("本镇的工作", words[0].place),)),)))


def test_gists_come_from_one_paragraph() -> None:
    rows = [("推进稳就业工作，解决企业需求。", 3), ("开展职业技能培训工作。", 3), ("推进稳就业工作会议。", 7)]
    gists = Gists([Sentence(text, block, 0, Where(2, 3)) for text, block in rows])
    assert gists.summed_up("推进稳就业工作，开展职业技能培训", {Where(2, 3)}) == {0, 1}
    assert gists.summed_up("推进稳就业工作，开展职业技能培训", {Where(2, 0)}) == {0, 1}  # anywhere in the section
    assert gists.summed_up("推进稳就业工作，开展职业技能培训", {Where(1, 0)}) == set()
    assert gists.summed_up("推进就业", {Where(2, 3)}) == set()


@pytest.mark.parametrize(
    ("slide", "first", "last"),
    [
        (Slide(Layout.COVER, HERE), "各位代表，现在我代表双港镇人民政府", "请各位列席人员提出意见。"),
        (Slide(Layout.SECTION, HERE, part="plan"), "2023年，是全面贯彻党的二十大精神的开局之年", "做好全年工作意义重大。（第二部分）"),
        (Slide(Layout.PROBLEMS, HERE), "在充分肯定成绩的同时", "认真研究并加以解决。（第一部分）"),
        (Slide(Layout.TASKS, HERE, part="plan"), "（一）聚焦稳经济", "（五）聚焦见实效，全力提升政府行政效能（第二部分）"),
        (Slide(Layout.CLOSING, HERE), "各位代表，同志们", "努力奋斗！（第二部分）"),
    ],
)
def test_slides_that_show_the_text_itself_quote_it(slide: Slide, first: str, last: str, shipped: Report) -> None:
    head, *lines = notes_of(shipped, slide)
    assert head == QUOTED
    assert lines[0].startswith(first)
    assert lines[-1].endswith(last)


def quotations(deck: Deck) -> Iterator[tuple[int, Note]]:
    return ((index, note) for index, slide in enumerate(deck.slides) for note in slide.head.notes if note.block is not None)


def test_every_quotation_stands_in_its_paragraph_once_and_in_order(shipped: Report, small: Report) -> None:
    for report in (shipped, small):
        blocks = plan_briefing(report).blocks
        found = list(quotations(plan_deck(report, blocks)))
        assert found
        for _, note in found:
            assert note.block is not None
            assert note.text in blocks[note.block].text
            printed = blocks[note.block].number + plain(blocks[note.block].runs)
            assert printed[note.offset :].startswith(note.text[:4])
        order = [(slide, note.block, note.offset) for slide, note in found]
        assert order == sorted(set(order))


def test_every_number_of_a_card_has_its_sentence(shipped: Report, small: Report) -> None:
    for report in (shipped, small):
        blocks = plan_briefing(report).blocks
        stated = {run.figure for block in blocks for run in block.runs if run.figure and block.role is Role.BODY}
        for slide in plan_deck(report, blocks).slides:
            text = "".join(note.text for note in slide.head.notes)
            for number in walk(slide, Number):
                assert number.figure not in stated or number.digits in text


def test_without_the_briefing_notes_are_the_writers_own(shipped: Report) -> None:
    assert not list(quotations(plan_deck(shipped)))
    words = (Text("先看", Place("deck.yaml", 1, 1)), reference("固定资产投资", Field.CHANGE))
    slide = Slide(Layout.POINTS, HERE, title=(reference("固定资产投资"),), note=words)
    assert [note.line for note in Speaker(shipped, ()).notes(slide)] == ["先看同比下降40%"]
    own, head, line = notes_of(shipped, slide)
    assert (own, head) == ("先看同比下降40%", QUOTED)
    assert "固定资产投资完成19.5亿元" in line


def test_pages_are_those_on_which_the_sentences_begin(shipped: Report, book: FontBook) -> None:
    briefing, theme = plan_briefing(shipped), load_theme("gbt9704")
    pages = paginate(briefing, theme, book)
    found = list(quotations(look_up_pages(plan_deck(shipped, briefing.blocks), pages)))
    later = [note for _, note in found if note.block is not None and note.page > pages.pages[note.block]]
    assert later  # their paragraph begins a page before
    for _, note in found:
        assert note.block is not None
        assert pages.pages[note.block] <= note.page <= pages.pages[note.block + 1]
    note = later[0]
    assert note.block is not None
    lines = "".join(block_lines(briefing.blocks[note.block], theme, book))
    assert lines.index(note.text[:8]) >= pages.breaks[note.block][0]
