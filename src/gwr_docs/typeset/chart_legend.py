"""What tells the series apart: a swatch and a name for each, in rows above a chart or in a list beside it."""

from collections.abc import Callable, Sequence

from gwr_docs.records import record
from gwr_docs.typeset.chart_setter import ChartSetter, Label
from gwr_docs.typeset.ink import Ink, shifted

Swatch = Callable[[float, float], tuple[Ink, ...]]  # in a box of this width and height from its top left corner


@record
class Legend:
    """Ink from the top left corner, and the room that it takes, the air towards the chart included."""

    ink: tuple[Ink, ...] = ()
    width: float = 0.0
    height: float = 0.0


def legend_rows(names: Sequence[str], swatches: Sequence[Swatch], wide: float, width: float, setter: ChartSetter) -> Legend | None:
    """Entries side by side, on as many rows of `width` as they need; `wide` is a swatch's width. None if one is wider than a row."""
    em, air, step = setter.size("category"), setter.em("label_air", "category"), setter.em("legend_leading", "category")
    labels = [setter.name(name) for name in names]
    if max(wide + air + label.width for label in labels) > width:
        return None
    ink: list[Ink] = []
    x, y = 0.0, 0.0
    for label, swatch in zip(labels, swatches, strict=True):
        need = wide + air + label.width
        if x and x + need > width:
            x, y = 0.0, y + step
        ink += _entry(label, swatch, wide, x, y, setter)
        x += need + 2 * em
    return Legend(tuple(ink), width, y + em + setter.em("legend_below", "category"))


def legend_list(names: Sequence[str], swatches: Sequence[Swatch], wide: float, setter: ChartSetter) -> Legend:
    """Entries one below the other."""
    air, step = setter.em("label_air", "category"), setter.em("legend_leading", "category")
    labels = [setter.name(name) for name in names]
    rows = zip(labels, swatches, strict=True)
    ink = [item for i, (label, swatch) in enumerate(rows) for item in _entry(label, swatch, wide, 0.0, i * step, setter)]
    height = (len(labels) - 1) * step + setter.size("category")
    return Legend(tuple(ink), wide + air + max(label.width for label in labels), height)


def _entry(label: Label, swatch: Swatch, wide: float, x: float, y: float, setter: ChartSetter) -> tuple[Ink, ...]:
    high = setter.em("swatch", "category")
    drawn = shifted(swatch(wide, high), x, y + (label.size - high) / 2)
    return (*drawn, *label.ink(x + wide + setter.em("label_air", "category"), y))
