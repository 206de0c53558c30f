"""Bars in the table of targets: the change from zero, and a stroke where the target is. They say again what stands beside them."""

from collections.abc import Sequence

from gwr_docs.documents.deck import Goal
from gwr_docs.typeset.changes import COLORS
from gwr_docs.typeset.ink import Ink, Rect
from gwr_docs.typeset.setter import Setter

LONGER = 2.4  # how much the stroke is longer than the bar is thick


class Bullets:
    """Bars on one scale, which holds zero and every change and target."""

    def __init__(self, goals: Sequence[Goal], setter: Setter) -> None:
        values = [float(value) for goal in goals for value in goal.rates or ()]
        self._low, self._high = min([0.0, *values]), max([0.0, *values])
        self._setter = setter

    @property
    def any(self) -> bool:
        return self._high > self._low

    def ink(self, goal: Goal, x: float, width: float, middle: float) -> tuple[Ink, ...]:
        """Nothing for a goal of which the report does not tell both."""
        if goal.rates is None or not self.any or width <= 0:
            return ()
        scale = width / (self._high - self._low)
        zero, end, aim = (x + (float(value) - self._low) * scale for value in (0, *goal.rates))
        thick, mark, axis = (self._setter.page(name) for name in ("bullet", "bullet_mark", "rule"))
        long = thick * LONGER
        color = COLORS[goal.change.direction] if goal.change else "grey"
        return (
            Rect(min(zero, end), middle - thick / 2, abs(end - zero), thick, color),
            Rect(zero - axis / 2, middle - long / 2, axis, long, "grey"),
            Rect(aim - mark / 2, middle - long / 2, mark, long, "ink"),
        )
