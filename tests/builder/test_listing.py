"""The list of figures with their uses: rows for a spreadsheet, JSON for programs."""

import json
from dataclasses import replace

import pytest

from gwr_docs.builder.listing import KEYS, USES, Listed, as_json, as_rows, list_figures
from gwr_docs.builder.planned import Planned
from gwr_docs.cli.listing import table
from gwr_docs.diagnostics.excerpts import width
from gwr_docs.documents.figure_table import HEADS, plan_figures
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook

TABLE_HEADS = ["指标", "数值", "数", "单位", "增减", "目标", "上年数", "页", "幻灯片", "引用处"]


@pytest.fixture(scope="module")
def listed(shipped: Report, book: FontBook) -> tuple[Listed, ...]:
    return list_figures(Planned(shipped, book))


def test_a_spreadsheet_has_the_rows_of_the_table_and_the_uses(listed: tuple[Listed, ...], shipped: Report) -> None:
    heads, *body = as_rows(listed)
    assert heads == (*HEADS, *USES)
    assert [row[: len(HEADS)] for row in body] == list(plan_figures(shipped)[1:])
    row = dict(zip(heads, body[list(shipped.figures).index("规模以上工业总产值")], strict=True))
    assert (row["数"], row["单位"], row["增减"], row["页码"], row["幻灯片"]) == ("36", "亿元", "同比上涨18%", "3", "3；9；10")
    assert row["引用处"].startswith("review.yaml:")


def test_json_names_every_place(listed: tuple[Listed, ...], shipped: Report) -> None:
    read = json.loads(as_json(listed))
    assert read["version"] == 1
    assert [figure["name"] for figure in read["figures"]] == list(shipped.figures)
    first = read["figures"][0]
    assert list(first) == [*KEYS, "pages", "slides", "references"]
    assert all(set(place) == {"file", "line", "column"} for figure in read["figures"] for place in figure["references"])
    assert as_json(listed, ascii_only=True).isascii()


def test_every_figure_of_the_report_has_a_page(listed: tuple[Listed, ...]) -> None:
    assert [each.row[0] for each in listed if not each.pages] == []


@pytest.mark.parametrize("room", [60, 80, 100, 120, 200])
def test_a_table_fits_its_console(listed: tuple[Listed, ...], room: int) -> None:
    lines = list(table(listed, TABLE_HEADS, room))
    assert max(map(width, lines)) <= max(room, 79)
    text = "\n".join(lines)
    for each in listed:
        assert each.row[0] in text


def test_what_is_aimed_at_is_no_value(listed: tuple[Listed, ...]) -> None:
    lines = list(table(listed, TABLE_HEADS, None))
    assert lines[0].split() == ["指标", "数值", "数", "单位", "增减", "目标", "页", "幻灯片", "引用处"]  # none has a previous value
    at = width(lines[0][: lines[0].index("目标")])
    line = next(line for line in lines if line.startswith("地区生产总值"))
    assert width(line[: line.index("增长10%")]) == at
    assert "增速与生产总值增速同步" in "\n".join(lines)
    assert "增速与生产总…" in "\n".join(table(listed, TABLE_HEADS, 120))


def test_last_years_values_have_a_column(shipped: Report, book: FontBook) -> None:
    figures = dict(shipped.figures)
    figure = figures["规模以上工业总产值"]
    figures[figure.name] = replace(figure, previous=figure.value)
    lines = list(table(list_figures(Planned(replace(shipped, figures=figures), book)), TABLE_HEADS, None))
    assert lines[0].split() == TABLE_HEADS
    assert next(line for line in lines if line.startswith(figure.name)).count(" 36亿元 ") == 2


def test_columns_stand_under_each_other_whatever_the_width_of_characters(listed: tuple[Listed, ...]) -> None:
    head, *lines = table(listed, TABLE_HEADS, None)
    at = width(head[: head.index("引用处")])
    assert len(lines) == len(listed)
    for line, each in zip(lines, listed, strict=True):
        files = line[line.index(each.references[0].file) :]
        assert width(line) - width(files) == at
