"""The layout that each kind of slide stands on, and the room that it has there."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from gwr_docs.documents import deck
from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.documents.runs import made
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import Cell, SlidePage
from gwr_docs.typeset.slide_grid import BODY, NO_PLACES, Grid, Places
from gwr_docs.typeset.slide_places import BODIES, layout_places
from gwr_docs.writers.pptx.base import LAYOUTS

THEME = load_theme("deck")
HEAD = deck.Head(made("题"), eyebrow=made("部分"), source=made("来源：某报告"))
NUMBER = deck.Number("甲", "产值", "36", "亿元")
ITEM = deck.Item(made("要点"), made("说明"), NUMBER)
FOCUS = deck.Focus(made("重点"), made("说明"), (made("事项"),))
GOAL = deck.Goal("甲", "产值", "增长10%", "36亿元")
CHART = ChartSpec("column", "题", "个", ("甲", "乙"), (Series("", tuple(Point(Decimal(i), str(i), f"甲{i}") for i in (1, 2))),))
KINDS: tuple[tuple[deck.Slide, str], ...] = (
    (deck.Cover(HEAD, "2022", "会议", "某人", "某镇", "某日"), "cover"),
    (deck.Agenda(HEAD, (deck.Chapter(1, made("题"), (made("部分"),)),)), "points"),
    (deck.Divider(HEAD, 1, (made("部分"),)), "section"),
    (deck.Cards(HEAD, (NUMBER,) * 9), "figures"),
    (deck.Charted(HEAD, CHART, ()), "chart"),
    (deck.Charted(HEAD, CHART, (ITEM,)), "chart_points"),
    (deck.Charted(HEAD, replace(CHART, kind="doughnut"), (ITEM,)), "chart_points"),
    (deck.Goals(HEAD, (GOAL,) * 9, ("指标", "完成", "增减", "目标")), "table"),
    (deck.Table(HEAD, (NUMBER,) * 12, ("指标", "数值", "单位", "增减", "说明")), "table"),
    (deck.Points(HEAD, (ITEM,) * 8), "points"),
    (deck.Steps(HEAD, (ITEM,) * 7), "points"),
    (deck.Tasks(HEAD, (FOCUS,) * 3), "points"),
    (deck.Tasks(HEAD, (FOCUS,) * 8), "points"),
    (deck.Closing(HEAD), "closing"),
)


def pages_of(slide: deck.Slide, book: FontBook, places: Places = NO_PLACES) -> tuple[SlidePage, ...]:
    return plan_deck_pages(deck.Deck("题", "某镇", datetime.date(2022, 12, 28), (slide,)), THEME, book, places)


@pytest.mark.parametrize(("slide", "layout"), KINDS)
def test_each_kind_of_slide_has_its_layout_and_keeps_it_where_it_goes_on(slide: deck.Slide, layout: str, book: FontBook) -> None:
    assert {page.layout for page in pages_of(slide, book)} == {layout}


def test_every_layout_has_its_kind_of_slide() -> None:
    assert {layout for _, layout in KINDS} == set(LAYOUTS)
    assert set(BODIES) < set(LAYOUTS)


@pytest.mark.parametrize(("slide", "layout"), [row for row in KINDS if row[1] in BODIES])
def test_shapes_and_texts_keep_to_the_places_of_their_own_layout(slide: deck.Slide, layout: str, book: FontBook) -> None:
    """Each layout is a little more to the right than the one before."""
    grid = Grid(THEME)
    area = grid.body
    lefts = {key: area.x + 10 * number for number, key in enumerate(BODIES)}
    places = {
        key: {
            **{name: replace(cell, y=cell.y + left - area.x) for name, cell in layout_places(key, grid).items()},
            BODY: Cell(left, area.y, 800, area.height),
        }
        for key, left in lefts.items()
    }
    for page in pages_of(slide, book, places):
        assert page.title.y == places[layout]["title"].y
        assert page.texts["source"].y == places[layout]["source"].y
        assert min(shape.x for shape in page.shapes) == pytest.approx(lefts[layout])


def test_the_grid_of_a_layout_leaves_that_of_the_others_alone() -> None:
    grid = Grid(THEME, {"table": {BODY: Cell(100, 150, 700, 300)}})
    assert grid.on("table").body == Cell(100, 150, 700, 300)
    assert grid.on("chart").body == grid.body == Grid(THEME).body
    assert grid.on("table").columns(12) == pytest.approx(700)
    assert not grid.on("chart").decorated
    assert Grid(THEME).on("chart").decorated
