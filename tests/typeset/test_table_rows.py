"""Rows of the annex tables: as high as their text, whatever the column leaves it."""

from dataclasses import replace

import pytest

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.briefing import Briefing, plan_briefing
from gwr_docs.documents.runs import made
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import lay_out_briefing
from gwr_docs.typeset.ink import Text
from gwr_docs.typeset.report_tables import table_pages
from gwr_docs.typeset.report_text import GridSetter
from gwr_docs.typeset.table_rows import Rows, place_tables
from gwr_docs.typeset.tags import Tag
from gwr_docs.units import pt


def with_value(shipped: Report, text: str) -> Briefing:
    briefing = plan_briefing(shipped)
    first, *others = briefing.annexes
    row = (first.rows[0][0], made(text), *first.rows[0][2:])
    return replace(briefing, annexes=(replace(first, rows=(row, *first.rows[1:])), *others))


@pytest.mark.parametrize("text", ["全县前列", "大幅度提高", "12345678", "123456789.12", "一百二十三万四千五百六十七", "约79万余"])
def test_a_value_stays_within_its_row(text: str, shipped: Report, book: FontBook) -> None:
    theme = load_theme("gbt9704")
    briefing = with_value(shipped, text)
    layout = lay_out_briefing(briefing, theme, book)
    rows, placed = layout.rows[0], layout.tables[0]
    ((ink, _), *_) = table_pages(briefing.annexes[0], rows, placed, layout.pages, GridSetter(theme, book), Tag("Sect"))
    top, bottom = rows.head.pt, (rows.head + rows.rows[0]).pt
    drawn = [item for item in ink if isinstance(item, Text) and top < item.y < bottom]
    value = [item for item in drawn if item.tag and item.tag.kind == "TD"]
    assert text in "".join(item.text for item in value)
    assert all(item.y - item.size * 0.88 > top - 1 and item.y + item.size * 0.12 < bottom + 1 for item in drawn)
    if text[0].isdigit():
        assert len({item.y for item in value if item.text in text}) == 1


def test_a_row_higher_than_a_page_is_a_fault(shipped: Report, book: FontBook) -> None:
    with pytest.raises(ContentError, match="GWR404"):
        lay_out_briefing(with_value(shipped, "很长的值" * 400), load_theme("gbt9704"), book)


def test_no_page_has_a_head_without_a_row() -> None:
    (placed,) = place_tables([Rows(pt(20), (pt(95), pt(10)))], pt(100), pt(10), pt(5))
    assert placed.pages == ((0, 1), (1, 2))
