"""What charts with upright values share: the scale, the zero line, the names of the categories below."""

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.records import record
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.ink import Ink


@record
class Plot:
    """Where the categories and values lie in a chart's box, in points from its top left corner.

    `zero` is the y of the axis, `unit` the height of one unit of value; `rises` if any value is above zero.
    """

    pitch: float
    count: int
    zero: float
    unit: float
    rises: bool
    names: tuple[Ink, ...]

    @property
    def width(self) -> float:
        return self.pitch * self.count

    def middle(self, at: int) -> float:
        return (at + 0.5) * self.pitch

    def y(self, value: float) -> float:
        return self.zero - value * self.unit


def upright_plot(chart: ChartSpec, width: float, height: float, top: float, setter: ChartSetter) -> Plot | None:
    """The plot below `top`, with room for a label over the highest bar and under the lowest. None where the names or it have too little."""
    pitch = width / len(chart.categories)
    names = _names(chart, pitch, setter)
    if not names:
        return None
    deepest = max(name.height for name in names)
    low, high = chart.bounds(0, 0)
    room = setter.size("value") + setter.em("label_gap")
    upper = top + (room if high > 0 else setter.length("axis"))
    lower = height - deepest - setter.em("name_gap", "category") - (room if low < 0 else 0.0)
    if lower - upper < height * setter.share("least_plot"):
        return None
    unit = (lower - upper) / (high - low)
    foot = height - deepest
    ink = tuple(item for i, name in enumerate(names) for item in name.ink((i + 0.5) * pitch, foot, "center"))
    return Plot(pitch, len(names), lower + low * unit, unit, high > 0, ink)


def _names(chart: ChartSpec, pitch: float, setter: ChartSetter) -> tuple[Label, ...]:
    """The categories below their bars, or none where they take too many lines."""
    room = pitch - setter.em("label_air", "category")
    if room < 2 * setter.size("category"):
        return ()
    names = tuple(setter.name(name, room) for name in chart.categories)
    most = setter.number("name_lines")
    legible = all(len(name.lines) <= most and name.width <= pitch and not name.torn for name in names)
    return names if legible else ()


def bar_widths(chart: ChartSpec, pitch: float, least: float, setter: ChartSetter) -> tuple[float, float]:
    """The width of a bar, and that from one to the next in a group, which is `least` at least: so much the labels need.

    A bar alone may be narrower than its label.
    """
    many, overlap = len(chart.series), 1 - setter.share("overlap")
    gap = chart.gap(setter.number("group_gap" if many > 1 else "gap"), setter.number("few_gap")) / 100
    bar = min(setter.length("widest"), pitch / ((many - 1) * overlap + 1 + gap))
    if many == 1:
        return bar, max(bar, least)
    slot = max(bar * overlap, least)
    return slot / overlap, slot


def axis_ink(left: float, y: float, width: float, setter: ChartSetter) -> tuple[Ink, ...]:
    """The zero line, or the line at which the values begin."""
    line = setter.length("axis")
    return (setter.bar(left, y - line / 2, width, line, "grey"),)
