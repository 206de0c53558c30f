"""Whatever a report charts: nothing outside the box, no text on another, the same each time; refused only where it is crowded."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.theme.faces import FontBook, load_fonts
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.chart_ink import chart_ink
from gwr_docs.typeset.ink import Ink, Rect, Text
from gwr_docs.typeset.tags import Tag
from tests.typeset.chart_specs import BOXES, bounds, chart, overlap, runs, series, specs, texts

BOOK = load_fonts()
THEMES = {name: load_theme(name) for name in BOXES}
PLACES = [(name, box) for name, boxes in BOXES.items() for box in boxes]
FIGURE = Tag("Figure", alt="题")
FLAT = chart("line", ["2021年", "2022年"], series("甲", 5, 5))
ZERO = chart("column", ["甲", "乙"], series("", 0, 0))
BELOW = chart("column", ["甲", "乙"], series("", -3, 0))


def drawn(spec: ChartSpec, name: str, box: tuple[float, float]) -> tuple[Ink, ...]:
    return chart_ink(spec, *box, THEMES[name], BOOK, FIGURE)


def check(ink: tuple[Ink, ...], box: tuple[float, float], book: FontBook = BOOK) -> None:
    for item in ink:
        assert item.tag is FIGURE
        left, top, right, bottom = bounds(item, book)
        assert left >= -0.01 and top >= -0.01 and right <= box[0] + 0.01 and bottom <= box[1] + 0.01, item
    boxes = [[bounds(part, book) for part in run] for run in runs(ink, book)]
    for one, other in combinations(boxes, 2):
        assert not any(overlap(a, b) for a in one for b in other), ink


@settings(max_examples=120, deadline=None)
@given(specs(), st.sampled_from(PLACES))
@example(FLAT, PLACES[0])
@example(ZERO, PLACES[1])
@example(BELOW, PLACES[1])
def test_all_lies_in_the_box_and_no_text_on_another(spec: ChartSpec, place: tuple[str, tuple[float, float]]) -> None:
    name, box = place
    try:
        ink = drawn(spec, name, box)
    except ContentError:
        return  # too crowded, which the next test forbids where it is not
    check(ink, box)
    assert ink == drawn(spec, name, box)
    least = min(THEMES[name].styles[role].smallest.pt for role in ("category", "value"))  # type: ignore[union-attr]
    assert all(item.size >= least for item in ink if isinstance(item, Text))


@settings(max_examples=80, deadline=None)
@given(specs(most=5, series_most=2, longest=8), st.sampled_from(PLACES))
def test_a_chart_of_usual_size_is_drawn(spec: ChartSpec, place: tuple[str, tuple[float, float]]) -> None:
    name, box = place
    ink = drawn(spec, name, box)
    if spec.kind in ("column", "bar", "clustered", "doughnut", "target"):
        printed = texts(ink, BOOK)
        assert all(any(text.endswith(point.label) for text in printed) for point in spec.points)


@settings(max_examples=60, deadline=None)
@given(specs(most=6, series_most=3, longest=6).filter(lambda spec: spec.kind in ("column", "bar", "doughnut", "clustered")))
def test_bars_begin_at_zero_and_are_as_long_as_their_values(spec: ChartSpec) -> None:
    ink = drawn(spec, *PLACES[0])
    rects = [item for item in ink if isinstance(item, Rect)]
    swatches = len(spec.series) if len(spec.series) > 1 else 0
    bars, axis = rects[swatches : swatches + len(spec.points)], rects[-1]
    upright = axis.width > axis.height
    zero = axis.y + axis.height / 2 if upright else axis.x + axis.width / 2
    largest = max(range(len(bars)), key=lambda i: abs(spec.points[i].value))
    span = float(abs(spec.points[largest].value)) or 1.0
    unit = (bars[largest].height if upright else bars[largest].width) / span
    for bar, one in zip(bars, spec.points, strict=True):
        long, value = (bar.height, -float(one.value)) if upright else (bar.width, float(one.value))
        begin = bar.y if upright else bar.x
        assert long == pytest.approx(abs(value) * unit, abs=0.001)
        assert begin + (0 if value >= 0 else long) == pytest.approx(zero, abs=0.001)
