"""Charts, bullets and the code of the summary."""

from dataclasses import replace
from decimal import Decimal

import segno

from gwr_docs.documents.summary import Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Rect, Text
from gwr_docs.typeset.setter import Setter
from gwr_docs.typeset.summary_charts import chart_bands
from gwr_docs.typeset.summary_code import qr_ink
from gwr_docs.typeset.summary_pages import page_area, plan_summary_pages
from gwr_docs.typeset.summary_tables import goal_rows
from gwr_docs.typeset.tags import LAYOUT, Tag

THEME = load_theme("summary")
AREA = page_area(THEME)
ADDRESS = "https://www.example.gov.cn/zfgzbg/2022/report.html"


def of_kind(pages: tuple[Page, ...], kind: str) -> list[Tag]:
    found = {item.tag: None for page in pages for item in page.ink if item.tag and item.tag.kind == kind}
    return [tag for tag in found if tag]


def test_charts_stand_in_pairs_with_captions_in_their_figures(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    figures, captions = of_kind(pages, "Figure"), [tag for tag in of_kind(pages, "Caption") if tag.parent and tag.parent.kind == "Figure"]
    assert [figure.alt for figure in figures] == [chart.alt_text for chart in summary.charts[:4]]
    assert [caption.parent for caption in captions] == figures


def test_a_chart_alone_takes_the_whole_width(summary: Summary, setter: Setter) -> None:
    bands = list(chart_bands(summary.charts[:3], setter, AREA, Tag("Sect")))
    assert [len({item.tag for item in band.boxes[0].ink if item.tag and item.tag.kind == "Figure"}) for band in bands] == [2, 1]
    assert all(band.floats for band in bands)
    right = max(item.x + item.width for item in bands[1].boxes[0].ink if isinstance(item, Rect))
    assert right > AREA.width * 0.6


def test_a_chart_that_would_not_be_legible_is_left_out(summary: Summary, setter: Setter) -> None:
    good = summary.charts[0]
    bad = replace(good, categories=tuple("很长的名称" * 20 for _ in good.categories))
    (band,) = chart_bands([bad, good], setter, AREA, Tag("Sect"))
    assert {item.tag.alt for item in band.boxes[0].ink if item.tag and item.tag.kind == "Figure"} == {good.alt_text}


def test_bars_stand_only_where_the_report_tells_change_and_target(summary: Summary, setter: Setter) -> None:
    first, *others = summary.goals
    summary = replace(summary, goals=(replace(first, rates=(Decimal(5), Decimal(10))), *others))
    _, *rows = goal_rows(summary, setter, AREA.width)
    ticks = [[item for item in row.ink if isinstance(item, Rect) and item.color == "ink"] for row in rows]
    assert [bool(tick) for tick in ticks] == [goal.rates is not None for goal in summary.goals]
    words = rows[2].ink
    bars = [item for item in words if isinstance(item, Rect) and item.color in ("down", "ink", "grey")]
    change = max(item.x + item.size for item in words if isinstance(item, Text) and item.color == "down")
    aim = min(item.x for item in words if isinstance(item, Text) and item.color == "red")
    assert change < min(item.x for item in bars)
    assert max(item.x + item.width for item in bars) < aim - setter.page("bullet_gap")
    assert all(item.tag is LAYOUT for item in bars)


def test_the_code_says_the_address() -> None:
    side = 60.0
    rects = [item for item in qr_ink(ADDRESS, 10, 20, side) if isinstance(item, Rect)]
    wanted = [[bool(module) for module in row] for row in segno.make(ADDRESS, error="m", micro=False, boost_error=False).matrix]
    size = side / len(wanted)
    for i, row in enumerate(wanted):
        for j, dark in enumerate(row):
            x, y = 10 + (j + 0.5) * size, 20 + (i + 0.5) * size
            assert any(r.x < x < r.x + r.width and r.y < y < r.y + r.height for r in rects) is dark


def test_the_code_stands_free_at_the_head_beside_its_address(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(replace(summary, address=ADDRESS), THEME, book)
    assert len(pages) <= 4
    code = [item for item in pages[0].ink if isinstance(item, Rect) and item.tag.alt == f"二维码：{ADDRESS}"]
    left, right = min(item.x for item in code), max(item.x + item.width for item in code)
    bottom = max(item.y + item.height for item in code)
    assert right - left >= 20 * 72 / 25.4 - 0.1
    quiet = 4 * (right - left) / len(segno.make(ADDRESS, error="m", micro=False, boost_error=False).matrix)
    others = [item for item in pages[0].ink if item not in code and isinstance(item, Text) and item.y < bottom]
    assert all(item.x + len(item.text) * item.size / 2 < left - quiet for item in others)
    rule = next(item for item in pages[0].ink if isinstance(item, Rect) and item.color == "red")
    assert rule.y >= bottom + quiet - 0.01
    links = [tag for tag in of_kind(pages, "Link") if tag.target == ADDRESS]
    assert len(links) == 1
    assert "".join(item.text for item in pages[0].ink if isinstance(item, Text) and item.tag is links[0]) == ADDRESS
    assert of_kind(plan_summary_pages(summary, THEME, book), "Figure")[0].alt != f"二维码：{ADDRESS}"


def test_a_long_address_is_printed_on_one_line_and_linked_whole(summary: Summary, book: FontBook) -> None:
    long = ADDRESS + "/" + "a" * 150
    pages = plan_summary_pages(replace(summary, address=long), THEME, book)
    assert len(pages) == 4
    (link,) = [tag for tag in of_kind(pages, "Link") if tag.target == long]
    shown = [item for item in pages[0].ink if isinstance(item, Text) and item.tag is link]
    assert len({item.y for item in shown}) == 1
    words = "".join(item.text for item in shown)
    assert words.endswith("…")
    assert long.startswith(words[:-1])
    assert len(words) > 50
    assert link.alt is not None
    assert link.alt.endswith(long)
