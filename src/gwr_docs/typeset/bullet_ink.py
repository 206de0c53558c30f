"""A bar of what was reached with the target as a tick, for a cell of a table in which the numbers stand."""

from decimal import Decimal

from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.ink import Ink, Rect
from gwr_docs.typeset.tags import Tag


def bullet_ink(actual: Decimal | None, target: Decimal, width: float, height: float, theme: Theme, tag: Tag) -> tuple[Ink, ...]:
    """In a box of width × height points from its top left corner; without `actual` the target's tick alone.

    The scale is the bullet's own, for each has its own unit: from zero, which is a hairline, to what is farthest from it.
    """
    line, tick = theme.page["chart_axis"].pt, theme.page["chart_tick"].pt
    values = [float(value) for value in (actual, target) if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    unit = (width - tick) / (high - low) if high > low else 0.0
    zero = tick / 2 - low * unit
    bar = height * theme.numbers["chart_bullet"] / 100
    out: list[Ink] = [Rect(tick / 2, (height - bar) / 2, width - tick, bar, "rule", tag)]
    if actual is not None:
        end = zero + float(actual) * unit
        color = "down" if actual < 0 else "red"
        out.append(Rect(min(zero, end), (height - bar) / 2, abs(end - zero), bar, color, tag))
    out.append(Rect(zero - line / 2, 0, line, height, "grey", tag))
    out.append(Rect(zero + float(target) * unit - tick / 2, 0, tick, height, "ink", tag))
    return tuple(out)
