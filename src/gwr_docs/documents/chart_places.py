"""Charts in the text: each behind the paragraph that states its numbers."""

from collections.abc import Sequence

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import Runs, made

SIGNS = "+−"


def find_block(chart: ChartSpec, blocks: Sequence[Runs]) -> int | None:
    """The block behind which the chart stands: the one that states most of its numbers.

    Of several, the last that states another number than those before: there the reader has met all; who only repeats does not count.
    """
    stated = [_stated(chart, runs) for runs in blocks]
    most = max(map(len, stated), default=0)
    found, met = None, set[tuple[str, str]]()
    for index, points in enumerate(stated):
        if most and len(points) == most and not points <= met:
            found, met = index, met | points
    return found


def _stated(chart: ChartSpec, runs: Runs) -> set[tuple[str, str]]:
    """The chart's points that these runs print, told by figure and digits: of a figure, text may state another year's number."""
    printed = [(run.figure, run.text) for run in runs if run.figure]
    points = {(point.figure, point.digits.lstrip(SIGNS)) for series in chart.series for point in series.points}
    return {(name, digits) for name, digits in points if any(name == figure and digits in text for figure, text in printed)}


def insert_charts(blocks: Sequence[Block], charts: Sequence[ChartSpec]) -> tuple[list[Block], tuple[ChartSpec, ...]]:
    """The blocks with each chart behind the paragraph that states its numbers, and the charts whose numbers stand in none."""
    text = [block.runs if block.role is Role.BODY else () for block in blocks]
    places = [find_block(chart, text) for chart in charts]
    out: list[Block] = []
    number = 0
    for index, block in enumerate(blocks):
        out.append(block)
        for chart in (chart for chart, place in zip(charts, places, strict=True) if place == index):
            number += 1
            out += figure_blocks(number, chart)
    return out, tuple(chart for chart, place in zip(charts, places, strict=True) if place is None)


def figure_blocks(number: int, chart: ChartSpec) -> tuple[Block, Block]:
    return Block(Role.FIGURE, (), chart=chart), Block(Role.CAPTION, made(chart_caption(number, chart)))


def chart_caption(number: int, chart: ChartSpec) -> str:
    return f"图{number}　{chart.title}（单位：{chart.unit}）"
