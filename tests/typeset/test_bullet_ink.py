"""Bullet bars: what was reached, and the target's tick."""

from decimal import Decimal

import pytest

from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.bullet_ink import bullet_ink
from gwr_docs.typeset.ink import Rect
from gwr_docs.typeset.tags import LAYOUT

THEME = load_theme("summary")
TICK = THEME.page["chart_tick"].pt


def drawn(actual: str | None, target: str) -> dict[str, Rect]:
    ink = bullet_ink(Decimal(actual) if actual else None, Decimal(target), 100, 10, THEME, LAYOUT)
    assert all(isinstance(item, Rect) and item.x >= 0 and item.x + item.width <= 100.001 and item.tag is LAYOUT for item in ink)
    return {item.color: item for item in ink if isinstance(item, Rect)}


def middle(rect: Rect) -> float:
    return rect.x + rect.width / 2


@pytest.mark.parametrize(("actual", "target"), [("5", "6.5"), ("8", "6.5"), ("6.5", "6.5")])
def test_bar_and_tick_share_a_scale_from_zero(actual: str, target: str) -> None:
    ink = drawn(actual, target)
    assert ink["red"].x == pytest.approx(middle(ink["grey"]))
    reach = middle(ink["ink"]) - middle(ink["grey"])
    assert ink["red"].width / reach == pytest.approx(float(Decimal(actual) / Decimal(target)))


def test_what_fell_lies_left_of_zero() -> None:
    ink = drawn("-12", "10")
    assert ink["down"].x + ink["down"].width == pytest.approx(middle(ink["grey"]))
    assert middle(ink["grey"]) < middle(ink["ink"])


def test_without_an_actual_the_tick_stands_alone() -> None:
    assert set(drawn(None, "6")) == {"rule", "grey", "ink"}


def test_a_target_of_zero_is_drawn() -> None:
    assert middle(drawn(None, "0")["ink"]) == pytest.approx(TICK / 2)
