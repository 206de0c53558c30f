"""Charts in the text: each behind the paragraph that states its numbers."""

import re
from collections.abc import Mapping, Sequence
from itertools import count

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import made
from gwr_docs.model.numerals import CHARACTERS

SIGNS = "+−"
DIGITS = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{CHARACTERS}]+")


Stated = tuple[str, str]  # a figure and the digits that the chart shows of it: text may state another year's number


def insert_charts(blocks: Sequence[Block], charts: Sequence[ChartSpec]) -> tuple[list[Block], tuple[ChartSpec, ...]]:
    """The blocks with each chart behind the paragraph that states its numbers, and the charts whose numbers stand in none."""
    printed = printed_numbers(blocks)
    behind: dict[int, list[ChartSpec]] = {}
    lost: list[ChartSpec] = []
    for chart in charts:
        place = find_block(chart, printed)
        if place is None:
            lost.append(chart)
        else:
            behind.setdefault(place, []).append(chart)
    out: list[Block] = []
    numbers = count(1)
    for index, block in enumerate(blocks):
        out.append(block)
        for chart in behind.get(index, ()):
            out += figure_blocks(next(numbers), chart)
    return out, tuple(lost)


def printed_numbers(blocks: Sequence[Block]) -> dict[Stated, list[int]]:
    """Each number that a paragraph prints of a figure -> the paragraphs, in their order."""
    found: dict[Stated, list[int]] = {}
    for index, block in enumerate(blocks):
        for run in block.runs if block.role is Role.BODY else ():
            for digits in DIGITS.findall(run.text) if run.figure else ():
                found.setdefault((run.figure, digits), []).append(index)
    return found


def find_block(chart: ChartSpec, printed: Mapping[Stated, Sequence[int]]) -> int | None:
    """The block behind which the chart stands: the one that states most of its numbers.

    Of several, the last that states another number than those before: there the reader has met all; who only repeats does not count.
    """
    stated: dict[int, set[Stated]] = {}
    for point in chart.points:
        number = (point.figure, point.digits.lstrip(SIGNS))
        for block in printed.get(number, ()):
            stated.setdefault(block, set()).add(number)
    most = max(map(len, stated.values()), default=0)
    found, met = None, set[Stated]()
    for block in sorted(stated):
        if len(stated[block]) == most and not stated[block] <= met:
            found, met = block, met | stated[block]
    return found


def figure_blocks(number: int, chart: ChartSpec) -> tuple[Block, Block]:
    return Block(Role.FIGURE, (), chart=chart), Block(Role.CAPTION, made(chart_caption(number, chart)))


def chart_caption(number: int, chart: ChartSpec) -> str:
    return f"图{number}　{chart.title}（{chart.measure}）"
