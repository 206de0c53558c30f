"""What the hall must be able to read: contrast and sizes, in every theme of the deck, by role."""

import pytest

from gwr_docs.documents.charts import DARK, LIGHT, RING
from gwr_docs.theme.colors import contrast, luminance
from gwr_docs.theme.styles import load_theme

THEMES = ("deck", "deck_dark")
BODY = ("paper", "panel")
GROUNDS = {  # colour of words -> what they stand on
    **dict.fromkeys(("ink", "red", "grey", "up", "down"), BODY),
    "on_ground": ("ground",),
    "pale_red": ("ground",),
    "paper": ("up", "down", "grey"),  # chips
}
DECORATION = {"divider_numeral"}  # repeats the label above the title
MARKS = ("red", "teal", "gold", "muted", "grey", "up", "down")
RUNNING = {"text", "large_text", "step_text", "lead", "large_lead", "list_lead", "cell", "cell_label", "title", "closing"}
SMALL = {"source"}  # and page numbers
PRINTED = {"notes"}


def test_contrast_is_that_of_wcag() -> None:
    assert (luminance("000000"), luminance("FFFFFF")) == (0, 1)
    assert contrast("FFFFFF", "000000") == contrast("000000", "FFFFFF") == 21
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_what_they_stand_on(name: str) -> None:
    theme = load_theme(name)
    colors = {style.color for role, style in theme.styles.items() if role not in DECORATION}
    faint = {
        (color, ground): round(contrast(theme.palette[color], theme.palette[ground]), 2)
        for color in colors | {"up", "down", "red", "grey"}
        for ground in GROUNDS[color]
        if contrast(theme.palette[color], theme.palette[ground]) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_from_paper_and_panel(name: str) -> None:
    palette = load_theme(name).palette
    faint = {(mark, ground) for mark in MARKS for ground in BODY if contrast(palette[mark], palette[ground]) < 3}
    assert faint == set()


@pytest.mark.parametrize("name", [*THEMES, "gbt9704"])
def test_numbers_stand_out_from_the_bars_and_slices_they_stand_on(name: str) -> None:
    palette = load_theme(name).palette
    best = {fill: max(contrast(palette[ink], palette[fill]) for ink in ("ink", "paper")) for fill in (*RING, *DARK, *LIGHT)}
    assert {fill: ratio for fill, ratio in best.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_no_role_shrinks_below_what_the_last_row_can_read(name: str) -> None:
    small = {}
    for role, style in load_theme(name).styles.items():
        least = (style.smallest or style.size).pt
        wanted = 18 if role in RUNNING else 12 if role in SMALL | PRINTED else 14
        if least < wanted:
            small[role] = least
    assert small == {}
