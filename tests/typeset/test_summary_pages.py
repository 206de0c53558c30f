"""The pages of the summary as ink: nothing lost, nothing outside, whatever the lengths of titles and labels."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents.deck import Chip, Goal, Number
from gwr_docs.documents.runs import made, plain
from gwr_docs.documents.summary import FigureGroup, Gist, GistPart, GistSection, Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Box, Ink, Path, Rect, Text
from gwr_docs.typeset.setter import MIDDLE, Setter, Words
from gwr_docs.typeset.summary_cards import hero_strip
from gwr_docs.typeset.summary_notes import Noted
from gwr_docs.typeset.summary_pages import page_area, plan_summary_pages
from gwr_docs.typeset.summary_tables import figure_boxes, goal_rows
from gwr_docs.typeset.summary_tasks import task_rows
from gwr_docs.typeset.tags import AGAIN, FOOTER, HEADER, LAYOUT, Tag

THEME = load_theme("summary")
AREA = page_area(THEME)
SPOT = Span("figures.yaml", 7, 3, 9)
LABEL_SPOT = Span("figures.yaml", 7, 30, 40)
TEXT = "推进园区建设，完善道路、管网与公共服务，让群众看得见变化。"


def written(ink: Iterable[Ink]) -> str:
    """All text in the order of drawing, without spaces, which are lost at line ends."""
    return "".join("".join(item.text.split()) for item in ink if isinstance(item, Text))


def all_written(pages: Iterable[Page]) -> str:
    return "".join(written(page.ink) for page in pages)


def check_inside(pages: Iterable[Page], setter: Setter) -> None:
    """Every text within the text area (running head and footer: its margins), every rectangle, too; no two texts of a line overlap."""
    for page in pages:
        lines: dict[float, list[tuple[float, float]]] = {}
        for item in page.ink:
            if isinstance(item, Rect):
                width, top, bottom = item.width, item.y, item.y + item.height
            elif isinstance(item, Path):
                _, top, right, bottom = item.box
                width = right - item.x
            else:
                font = setter.book.fonts[item.font]
                width = sum(font.widths[c] * item.size + item.tracking for c in item.text) - item.tracking
                top, bottom = item.y - item.size * (1 - MIDDLE / 2), item.y + item.size * MIDDLE / 2
                lines.setdefault(round(item.y, 2), []).append((item.x, item.x + width))
            assert item.x >= AREA.x - item_slack(item)
            assert item.x + width <= AREA.x + AREA.width + item_slack(item), item
            outside = top > AREA.y + AREA.height + 1 or bottom < AREA.y - setter.page("header_rule")
            assert outside or (top >= AREA.y - 0.01 and bottom <= AREA.y + AREA.height + 0.01), item
        for places in lines.values():
            ordered = sorted(places)
            for (_, end), (start, _) in pairwise(ordered):
                assert start >= end - SETTER_SLACK, (start, end)


SETTER_SLACK = 6.0  # pt: half a mark may be given up beside the next piece


def item_slack(item: Ink) -> float:
    """Marks at line ends hang out with the blank half of their cell."""
    return item.size / 2 + 0.01 if isinstance(item, Text) else 0.01


def rows(boxes: Iterable[Box]) -> list[str]:
    return [written(box.ink) for box in boxes]


def test_the_shipped_summary_lies_inside_its_pages(summary: Summary, setter: Setter, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    assert len(pages) <= 4
    check_inside(pages, setter)


LONG = "关于推动镇域经济社会高质量发展、全面提升城乡治理现代化水平并切实保障和改善民生的若干重点工作回顾与展望"


def test_long_section_titles_keep_all_their_lines(summary: Summary, setter: Setter, book: FontBook) -> None:
    long = replace(
        summary,
        review=replace(summary.review, title=made(LONG)),
        plan=replace(summary.plan, title=made(LONG)),
        groups=tuple(replace(group, name=group.name + LONG) for group in summary.groups),
    )
    pages = plan_summary_pages(long, THEME, book)
    check_inside(pages, setter)
    text = all_written(pages)
    assert summary.review.number + LONG in text
    assert summary.plan.number + LONG in text
    for group in long.groups:
        assert group.name in text
    assert (0, summary.review.number + LONG) in {entry[:2] for page in pages for entry in page.outline}


def test_the_rule_stands_under_the_last_line_of_a_head(setter: Setter) -> None:
    group = FigureGroup("主要预期目标与民生保障重点指标一览表", ())
    heads = list(figure_boxes([group], setter, 150))
    assert len(heads) == 2
    assert [[isinstance(item, Rect) for item in box.ink].count(True) for box in heads] == [0, 1]
    assert all(box.keep for box in heads)
    rule = heads[-1].ink[-1]
    assert rule.y >= max(item.y for item in heads[-1].ink if isinstance(item, Text))


def part(number: str, topics: int, lines: int = 1, title: str = "聚焦民生") -> GistPart:
    return GistPart(number, made(title), tuple(Gist(made(f"事项{i}号"), made(TEXT * lines)) for i in range(topics)))


def test_a_focus_of_many_topics_goes_on_over_pages(summary: Summary, setter: Setter, book: FontBook) -> None:
    long = replace(summary, plan=replace(summary.plan, parts=(part("（一）", 30, 5), part("（二）", 31, 3))))
    pages = plan_summary_pages(long, THEME, book)
    check_inside(pages, setter)
    text = all_written(pages)
    for topic in range(31):
        assert text.count(f"事项{topic}号。{TEXT * 3}") >= 1
    first = [written(page.ink) for page in pages if "（一）（续）" in written(page.ink)]
    assert first
    assert all(page.count("（续）") <= 2 for page in first)
    panels = [item for page in pages for item in page.ink if isinstance(item, Rect) and item.width == pytest.approx(AREA.width)]
    assert sum(item.color == "panel" and item.height > AREA.height * 0.9 for item in panels) >= 1  # one panel, no seams


@pytest.mark.parametrize(("topics", "ends"), [(1, []), (2, []), (3, []), (4, [1]), (6, [1, 2, 3])])
def test_a_focus_parts_between_topics_with_two_on_either_side(setter: Setter, topics: int, ends: list[int]) -> None:
    boxes = list(task_rows([part("（一）", topics)], setter, no_notes(setter), AREA.width, Tag("Sect")))
    starts = [index for index, box in enumerate(boxes) if "事项" in written(box.ink)]
    free = [sum(start <= index for start in starts) - 1 for index, box in enumerate(boxes[:-1]) if not box.keep]
    assert free == ends
    assert not boxes[-1].keep


def test_a_focus_whose_title_is_longer_than_its_text(summary: Summary, setter: Setter, book: FontBook) -> None:
    boxes = list(task_rows([part("（一）", 1, 1, LONG)], setter, no_notes(setter), AREA.width, Tag("Sect")))
    assert all(box.keep for box in boxes[:-1])
    assert "".join(rows(boxes)) == "（一）" + LONG + "事项0号。" + TEXT
    lowest = max(item.y for item in boxes[0].ink if isinstance(item, Text))
    assert lowest < sum(box.height for box in boxes)
    plan = replace(summary.plan, parts=tuple(part(f"（{i}）", 1, 1, LONG) for i in range(9)))
    pages = plan_summary_pages(replace(summary, plan=plan), THEME, book)
    check_inside(pages, setter)
    assert not any("）（续）" in written(page.ink) for page in pages)
    with pytest.raises(ContentError):
        list(task_rows([part("（一）", 1, 1, LONG * 6)], setter, no_notes(setter), AREA.width, Tag("Sect")))


def no_notes(setter: Setter) -> Noted:
    """No explanations."""
    return Noted((), setter, AREA.width)


def goals(count: int) -> tuple[Goal, ...]:
    return tuple(Goal("", f"目标{i}号", f"增长{i}%") for i in range(count))


def test_many_targets_fill_their_pages(summary: Summary, setter: Setter, book: FontBook) -> None:
    few = plan_summary_pages(summary, THEME, book)
    many = plan_summary_pages(replace(summary, goals=goals(60)), THEME, book)
    assert len(many) <= len(few) + 2
    check_inside(many, setter)
    text = all_written(many)
    assert all(f"目标{i}号" in text for i in range(60))


def test_a_table_of_targets_repeats_its_heads(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(replace(summary, goals=goals(60)), THEME, book)
    head = "".join("".join(summary.goal_heads).split())
    going_on = [page for page in pages if written(item for item in page.ink if item.tag is AGAIN).startswith(head)]
    assert going_on
    assert all_written(pages).count(head) == len(going_on) + 1


RATES = (Decimal(18), Decimal(10))


@pytest.mark.parametrize(("change", "count", "bars"), [("同比上涨18%", 1, 0), ("同比上涨18%", 2, 2), ("同比上涨18%，" * 3, 2, 0)])
def test_targets_have_bars_where_two_can_be_compared(summary: Summary, setter: Setter, change: str, count: int, bars: int) -> None:
    rated = replace(goals(1)[0], change=Chip(1, change), rates=RATES)
    table = goal_rows(replace(summary, goals=(*(rated,) * count, *goals(2))), setter, AREA.width)
    drawn = [sum(isinstance(item, Rect) and item.height == setter.page("bullet") for item in box.ink) for box in table]
    assert sum(bool(found) for found in drawn) == bars
    assert ("竖线" in written(table[0].ink)) is bool(bars)


def test_only_the_first_and_last_two_targets_stay_together(summary: Summary, setter: Setter) -> None:
    kept = [box.keep for box in goal_rows(replace(summary, goals=goals(7)), setter, AREA.width)]
    assert kept == [True, True, False, False, False, False, True, False]


def test_lines_of_a_paragraph_stay_together_at_its_ends(setter: Setter) -> None:
    def kept(count: int, keep: bool = False) -> list[bool]:
        boxes = setter.paragraph([Words(made("字" * (10 * count)), "text")], 10 * setter.size("text"), Tag("P"), keep=keep)
        assert len(boxes) == count
        return [box.keep for box in boxes]

    assert kept(1) == [False]
    assert kept(3) == [True, True, False]
    assert kept(6) == [True, False, False, False, True, False]
    assert kept(3, keep=True) == [True] * 3


def number(**changes: object) -> Number:
    base = Number("x", "工业产值", "36", "亿元", chip=Chip(1, "同比上涨18%"), span=SPOT)
    return replace(base, **changes)  # type: ignore[arg-type]


def test_the_hero_strip_shows_every_number(summary: Summary, book: FontBook) -> None:
    page = plan_summary_pages(summary, THEME, book)[0]
    top = [item for item in page.ink if item.y < AREA.y + AREA.height / 4]
    assert len([item for item in top if isinstance(item, Rect) and item.color == "panel"]) == len(summary.heroes) == 5
    large = [item.text for item in top if isinstance(item, Text) and item.size == THEME.styles["hero"].size.pt]
    assert large == [hero.digits for hero in summary.heroes]
    for hero in summary.heroes:
        assert hero.chip is not None
        assert hero.label + hero.text + hero.chip.text in written(top).replace("▲", "").replace("▼", "")


@pytest.mark.parametrize(("direction", "arrow", "color"), [(1, "▲", "up"), (-1, "▼", "down"), (0, "", "grey")])
def test_changes_have_the_arrow_and_colour_of_their_direction(
    setter: Setter, summary: Summary, direction: int, arrow: str, color: str
) -> None:
    chip = Chip(direction, "同比变动5%")
    one = number(chip=chip)
    table = goal_rows(replace(summary, goals=(Goal("", "产值", "增长", "36亿元", chip),)), setter, AREA.width)
    for boxes in ([hero_strip([one], setter, 90)], list(figure_boxes([FigureGroup("经济", (one,))], setter, 150)), table):
        texts = [item for box in boxes for item in box.ink if isinstance(item, Text)]
        start = next(index for index, item in enumerate(texts) if item.text.startswith(arrow + "同比"[: 2 - len(arrow)]))
        shown = [item for item in texts[start:] if item.color == color]
        assert "".join(item.text for item in shown) == arrow + chip.text
        assert not any(item.color in {"up", "down"} - {color} for item in texts)
    assert (THEME.palette["up"], THEME.palette["down"]) == ("B3261E", "1B7A4B")  # red is up, as Chinese readers expect


def test_labels_of_cards_shrink_then_wrap_then_are_refused(setter: Setter) -> None:
    width = 2 * setter.page("card") + 10 * setter.size("label")

    def sizes(label: str) -> set[tuple[float, float]]:
        ink = hero_strip([number(label=label, label_span=LABEL_SPOT)], setter, width).ink
        texts = [item for item in ink if isinstance(item, Text)]
        return {(item.size, round(item.y, 2)) for item in texts if item.color == THEME.styles["label"].color}

    assert {size for size, _ in sizes("字" * 10)} == {setter.size("label")}
    assert setter.smallest("label") <= max(sizes("字" * 11))[0] < setter.size("label")
    assert len(sizes("字" * 11)) == 1
    assert {size for size, _ in sizes("字" * 20)} == {setter.smallest("label")}
    assert len(sizes("字" * 20)) == 2
    assert len(sizes("字" * 40)) == 4
    with pytest.raises(ContentError) as caught:
        sizes("字" * 60)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span) == ("GWR403", LABEL_SPOT)
    assert dict(found.values)["most"] == "44"
    assert len(sizes("字" * 44)) == 4


def test_cards_grow_alike_with_the_longest_label_and_change(setter: Setter) -> None:
    long = number(label="规模以上工业企业总产值及其增加值合计同比增长情况", chip=Chip(1, "比上年同期上涨18.5%，超过预期"))
    before, after = (hero_strip((first, *(number(),) * 4), setter, AREA.width) for first in (number(), long))
    assert after.height > before.height
    assert {item.height for item in after.ink if isinstance(item, Rect)} == {after.height}
    heroes = [item for item in after.ink if isinstance(item, Text) and item.text == "36"]
    assert len({item.y for item in heroes}) == 1
    first = [item for item in after.ink if isinstance(item, Text) and item.x < 90]
    labels = [item.y for item in first if item.color == THEME.styles["label"].color]
    assert len(set(labels)) == 3
    assert max(labels) < heroes[0].y - heroes[0].size * 0.72
    assert max(item.y for item in first) < after.height
    assert written(item for item in first if item.color == "up") == "▲比上年同期上涨18.5%，超过预期"


@pytest.mark.parametrize("changes", [{"digits": "1234567890123456"}, {"rest": "亿元" * 8}, {"chip": Chip(1, "同比上涨18%，" * 5)}])
def test_numbers_of_cards_shrink_then_are_refused(setter: Setter, changes: dict[str, object]) -> None:
    with pytest.raises(ContentError) as caught:
        hero_strip([number(**changes)], setter, 95)
    assert [(found.code, found.span) for found in caught.value.diagnostics] == [("GWR403", SPOT)]


def test_full_cards_stay_inside(setter: Setter, summary: Summary, book: FontBook) -> None:
    full = number(
        label="规模以上工业企业总产值增加值", before="约", digits="1234.56", rest="万平方米", chip=Chip(-1, "比上年同期下降18.5%")
    )
    pages = plan_summary_pages(replace(summary, heroes=(full,) * 5), THEME, book)
    check_inside(pages, setter)
    inner = AREA.x + (AREA.width - 4 * setter.page("cell")) / 5 - setter.page("card")
    first = [item for item in pages[0].ink if isinstance(item, Text) and item.x < inner and AREA.y + 55 < item.y < AREA.y + 125]
    for item in first:
        width = sum(setter.book.fonts[item.font].widths[c] * item.size + item.tracking for c in item.text)
        assert item.x + width <= inner + item.size / 2


@pytest.mark.parametrize("length", [4, 12, 17, 19, 21, 24, 30, 45])
def test_titles_of_any_length_leave_the_date_its_place(summary: Summary, setter: Setter, book: FontBook, length: int) -> None:
    title = (LONG * 2)[:length]
    pages = plan_summary_pages(replace(summary, title=title, stamp=""), THEME, book)
    check_inside(pages, setter)
    assert f"{title}（摘要）" in written(pages[0].ink)
    rows_of_title = {item.y for item in pages[0].ink if isinstance(item, Text) and item.font == "biaosong" and item.size > 18}
    assert len(rows_of_title) == (1 if length <= 24 else 2)
    date = next(item.y for item in pages[0].ink if isinstance(item, Text) and item.text == summary.date_text[:4])
    assert (date in rows_of_title) is (length not in (19, 21, 24, 45))  # else it stands below
    assert summary.date_text.replace(" ", "") in written(pages[0].ink)


def test_meeting_and_speaker_share_a_line_or_stand_below_each_other(summary: Summary, setter: Setter, book: FontBook) -> None:
    for meeting, speaker in ((LONG, "镇长　于示川"), (LONG[:30], LONG[:22]), (LONG * 2, LONG), ("", "镇长"), ("", "")):
        pages = plan_summary_pages(replace(summary, meeting=meeting, speaker=speaker), THEME, book)
        check_inside(pages, setter)
        head = written(pages[0].ink)
        assert head.startswith("".join((meeting or summary.issuer).split()))
        assert "".join(speaker.split()) in head


@pytest.mark.parametrize("issuer", [LONG[:35], LONG * 2])
def test_a_long_running_head_is_cut_to_its_line(summary: Summary, setter: Setter, book: FontBook, issuer: str) -> None:
    pages = plan_summary_pages(replace(summary, issuer=issuer), THEME, book)
    check_inside(pages, setter)
    for page in pages[1:]:
        head = [item for item in page.ink if isinstance(item, Text) and item.tag is HEADER]
        assert len({item.y for item in head}) == 1
        left = written(head).removesuffix("".join(summary.date_text.split()))
        whole = f"{issuer}{summary.title}（摘要）"
        assert left == whole or (left.endswith("…") and whole.startswith(left[:-1]) and len(left) > 30)


def test_values_too_wide_for_their_row_stand_under_the_label(setter: Setter) -> None:
    wide = number(digits="每人每月一千二百元至", rest="一千八百元不等", label="困难群众生活补助标准调整幅度")
    (head, row) = figure_boxes([FigureGroup("经济", (wide,))], setter, 150)
    del head
    lines: dict[float, str] = {}
    for item in row.ink:
        if isinstance(item, Text):
            lines[round(item.y, 2)] = lines.get(round(item.y, 2), "") + item.text
    shown = [lines[y] for y in sorted(lines)]
    assert shown[0] == wide.label
    assert "".join(shown) == wide.label + wide.text + "▲同比上涨18%"
    assert row.height >= len(shown) * setter.leading("cell")


@pytest.mark.parametrize(
    ("planned", "count", "kept"),
    [(False, 5, [True, False, False, True]), (True, 8, [True] * 7), (True, 9, [True, *[False] * 6, True]), (True, 1, [])],
)
def test_a_short_group_of_planned_figures_is_not_parted(setter: Setter, planned: bool, count: int, kept: list[bool]) -> None:
    head, *rows = figure_boxes([FigureGroup("计划", (number(),) * count, planned)], setter, 150)
    assert head.keep
    assert [box.keep for box in rows] == [*kept, False]


def test_planned_figures_use_the_free_columns(summary: Summary, book: FontBook) -> None:
    last = plan_summary_pages(summary, THEME, book)[-1]
    assert {group.name for group in summary.groups if group.planned and len(group.numbers) > 2} == {"2023年文化服务计划"}
    assert "2023年文化服务计划（续）" not in written(last.ink)


def test_a_row_higher_than_the_page_is_refused(setter: Setter) -> None:
    with pytest.raises(ContentError) as caught:
        list(figure_boxes([FigureGroup("经济", (number(label="字" * 2000),))], setter, 150))
    assert [found.span for found in caught.value.diagnostics] == [SPOT]


def test_an_empty_report_has_a_page(summary: Summary, book: FontBook) -> None:
    empty = GistSection("一、", made("回顾"), ())
    bare = replace(summary, heroes=(), problems=(), goals=(), groups=(), requirement=(), review=empty, plan=empty)
    pages = plan_summary_pages(replace(bare, date=datetime.date(2023, 1, 1)), THEME, book)
    assert len(pages) == 1


def elements(pages: Iterable[Page], kind: str) -> dict[Tag, str]:
    """What is written in each element of a kind, by element in reading order."""
    out: dict[Tag, str] = {}
    for page in pages:
        for item in page.ink:
            for tag in above(item.tag):
                if tag.kind == kind:
                    out[tag] = out.get(tag, "") + (item.text if isinstance(item, Text) else "")
    return out


def above(tag: Tag | None) -> Iterable[Tag]:
    while tag:
        yield tag
        tag = tag.parent


def test_every_text_says_what_it_is(summary: Summary, book: FontBook) -> None:
    for page in plan_summary_pages(summary, THEME, book):
        for item in page.ink:
            assert item.tag is not None
            assert item.tag.kind == "Figure" or (item.tag is LAYOUT) is isinstance(item, Rect)


def test_headings_are_those_of_the_outline_and_skip_no_level(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    heads = [tag for page in pages for item in page.ink if (tag := item.tag) and tag.kind in ("H1", "H2", "H3")]
    levels = [int(tag.kind[1]) for tag in dict.fromkeys(heads)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    found = {text for kind in ("H1", "H2", "H3") for text in elements(pages, kind).values()}
    assert found == {title for page in pages for _, title, _ in page.outline}


def test_paragraphs_are_whole_elements(summary: Summary, book: FontBook) -> None:
    written_in = list(elements(plan_summary_pages(summary, THEME, book), "P").values())
    for part in (*summary.review.parts, *summary.plan.parts):
        for gist in part.gists:
            assert written_in.count(f"{plain(gist.title)}。{plain(gist.text)}") == 1


def test_tables_are_regular_and_every_row_has_its_head(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    cells: dict[Tag, list[Tag]] = {row: [] for row in elements(pages, "TR")}
    for cell in (*elements(pages, "TH"), *elements(pages, "TD")):
        assert cell.parent
        cells[cell.parent].append(cell)
    tables: dict[Tag | None, set[int]] = {}
    for row, own in cells.items():
        tables.setdefault(row.parent, set()).add(len(own))
        assert any(cell.kind == "TH" for cell in own)
        assert all(bool(cell.scope) is (cell.kind == "TH") for cell in own)
    assert len(tables) == 2 + len(summary.groups)
    assert all(len(widths) == 1 for widths in tables.values())
    captions = [text for tag, text in elements(pages, "Caption").items() if tag.parent and tag.parent.kind == "Table"]
    assert captions == [group.name for group in summary.groups]


def test_a_part_without_topics_has_an_empty_cell(summary: Summary, book: FontBook) -> None:
    bare = replace(summary, plan=replace(summary.plan, parts=(part("（一）", 0), part("（二）", 1))))
    pages = plan_summary_pages(bare, THEME, book)
    row = next(tag for tag, text in elements(pages, "TR").items() if text.startswith("（一）"))
    assert [text for cell, text in elements(pages, "TD").items() if cell.parent is row] == [""]


def test_problems_are_a_numbered_list(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    labels = [text for tag, text in elements(pages, "Lbl").items() if tag.parent and tag.parent.kind == "LI"]
    assert labels == [*(hero.label for hero in summary.heroes), *(f"{n}. " for n in range(1, len(summary.problems) + 1))]
    assert len(elements(pages, "LI")) == len(summary.problems) + len(summary.heroes)
    assert [tag.numbering for tag in elements(pages, "L")] == ["None", "Decimal"]


def test_what_stands_again_is_not_read_again(summary: Summary, book: FontBook) -> None:
    long = replace(summary, plan=replace(summary.plan, parts=(part("（一）", 30, 5), part("（二）", 31, 3))))
    pages = plan_summary_pages(long, THEME, book)
    again = [item.tag for page in pages for item in page.ink if isinstance(item, Text) and "（续）" in item.text]
    assert again
    assert set(again) == {AGAIN}
    last = [item for item in pages[-1].ink if isinstance(item, Text)][-1]
    assert last.tag is FOOTER


def test_spaces_between_words_are_kept_at_line_ends(setter: Setter) -> None:
    text = "Green Belt 4.0 " * 9 + "结束"
    boxes = setter.paragraph([Words(made(text), "text")], 12 * setter.size("text"), Tag("P"))
    assert len(boxes) > 3
    assert "".join(item.text for box in boxes for item in box.ink if isinstance(item, Text)) == text
