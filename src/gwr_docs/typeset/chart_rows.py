"""Where lying bars lie: the names' column, the heights of the rows, and the scale that leaves each label its room."""

from collections.abc import Sequence
from math import fsum

from gwr_docs.documents.charts import ChartSpec, Point
from gwr_docs.records import record
from gwr_docs.typeset.chart_setter import ChartSetter, Label


@record
class Bar:
    """A point of series `index` in row `at` and its label."""

    index: int
    at: int
    point: Point
    label: Label

    @property
    def size(self) -> float:
        return abs(float(self.point.value))


@record
class Rows:
    """Heights of the rows, of a bar, and from one bar to the next in a row; `above` is blank where the rows need not all the height."""

    heights: tuple[float, ...]
    bar: float
    slot: float
    above: float


@record
class Scale:
    """The x of zero from the left end of the plot, and the length of one unit of value."""

    zero: float
    unit: float


def row_names(chart: ChartSpec, width: float, setter: ChartSetter) -> tuple[Label, ...]:
    """The categories, on several lines where they would take too much of the width."""
    return tuple(setter.name(name, width * setter.share("names_most")) for name in chart.categories)


def bar_rows(names: Sequence[Label], many: int, height: float, setter: ChartSetter) -> Rows | None:
    """Rows of one height if they can be, else as high as their names need. None where they are higher together than `height`."""
    air, count = setter.em("label_air", "category"), len(names)
    needs = [max(name.height, many * setter.size("value")) + air for name in names]
    spare = height - fsum(needs)
    if spare < 0:
        return None
    overlap, thickest = 1 - setter.share("overlap"), setter.length("thickest")
    most = setter.length("row_most") + (many - 1) * thickest * overlap
    even = min(height / count, max(most, *needs)) if max(needs) * count <= height else 0.0
    heights = (even,) * count if even else tuple(need + spare / count for need in needs)
    gap = max(setter.number("group_gap" if many > 1 else "gap"), 0) / 100
    bar = min(thickest, min(heights) / ((many - 1) * overlap + 1 + gap))
    slot = max(bar * overlap, setter.size("value"))
    return Rows(heights, bar, slot, (height - sum(heights)) / 2)


def fit_scale(bars: Sequence[Bar], width: float, setter: ChartSetter) -> Scale | None:
    """The longest bars whose labels stay within `width`. None where that leaves them too short."""
    line, gap = setter.length("axis") / 2, setter.em("label_gap")
    left = [(0.0, line), *((bar.size, gap + bar.label.width) for bar in bars if bar.point.value < 0)]
    right = [(0.0, line), *((bar.size, gap + bar.label.width) for bar in bars if bar.point.value >= 0)]
    # Of each bar to the left and each to the right the lengths and labels stand side by side in the worst case.
    pairs = [(a + b, width - before - after) for a, before in left for b, after in right]
    if min(room for _, room in pairs) < width * setter.share("least_plot"):
        return None
    unit = min((room / size for size, room in pairs if size), default=0.0)
    return Scale(max(size * unit + label for size, label in left), unit)
