"""One integer length: exact for every unit of an office file, and nothing decays to a plain number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.units import Length, length, mm, pt

LENGTHS = st.builds(Length, st.integers(-(10**9), 10**9))


def test_units_are_exact() -> None:
    assert mm(1) == Length(36_000)
    assert pt(1) == Length(12_700)
    assert (pt(16).half_points, pt(16).twips, pt(16).centipoints) == (32, 320, 1600)
    assert (pt(10.5).half_points, pt(28.95).twips) == (21, 579)
    assert mm(210).mm == 210.0
    assert pt(22).pt == 22.0


@pytest.mark.parametrize(("text", "expected"), [("37mm", mm(37)), ("16pt", pt(16)), ("-0.25pt", pt(-0.25)), ("24.7mm", Length(889_200))])
def test_lengths_of_a_theme(text: str, expected: Length) -> None:
    assert length(text) == expected


@pytest.mark.parametrize("text", ["16", "16px", "pt", "", "1,5mm"])
def test_other_units_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        length(text)


@given(LENGTHS, LENGTHS, st.integers(-100, 100))
def test_sums_and_multiples_are_lengths(a: Length, b: Length, factor: int) -> None:
    assert a + b - b == a
    assert (a * factor).emu == a.emu * factor
    assert (a < b) == (a.emu < b.emu)
    assert isinstance(a * 0.5, Length)
    assert isinstance((a * 0.5).emu, int)


@given(LENGTHS.filter(lambda a: a.emu != 0), st.integers(1, 50))
def test_ratios_are_numbers(a: Length, factor: int) -> None:
    assert a * factor / a == pytest.approx(factor)


@given(st.integers(0, 4000))
def test_half_points_come_back(count: int) -> None:
    assert pt(count / 2).half_points == count
