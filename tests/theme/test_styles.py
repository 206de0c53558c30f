"""Theme files: lengths, roles and colours that are all there."""

import pytest

from gwr_docs.documents.blocks import Role
from gwr_docs.theme.faces import load_fonts
from gwr_docs.theme.styles import load_theme
from gwr_docs.units import mm, pt

THEMES = ("gbt9704", "deck", "deck_dark", "summary")


@pytest.mark.parametrize("name", THEMES)
def test_styles_name_faces_and_colours_that_exist(name: str) -> None:
    theme, faces = load_theme(name), load_fonts().faces
    assert theme.styles
    for role, style in theme.styles.items():
        assert style.face in faces, role
        assert style.size > pt(0), role
        assert style.align in ("left", "center", "right", "both"), role
        assert style.color in theme.palette or style.color == "ink", role
        if style.smallest:
            assert style.smallest <= style.size, role
    assert all(len(color) == 6 and int(color, 16) >= 0 for color in theme.palette.values())


def test_the_briefing_has_a_style_for_every_role() -> None:
    assert {role.value for role in Role} <= set(load_theme("gbt9704").styles)


def test_the_page_of_the_standard() -> None:
    page = load_theme("gbt9704").page
    assert (page["width"], page["height"], page["top"], page["left"]) == (mm(210), mm(297), mm(37), mm(28))
    assert page["width"] - page["left"] - page["right"] == mm(156)  # GB/T 9704—2012 5.2.1
    assert page["height"] - page["top"] - page["bottom"] == mm(225)
    assert load_theme("gbt9704").numbers["lines"] == 22


def test_a_theme_that_builds_on_another_says_only_what_differs() -> None:
    light, dark = load_theme("deck"), load_theme("deck_dark")
    assert (light.dark, dark.dark) == (False, True)
    assert (dark.page, dark.numbers, dark.styles, dark.columns) == (light.page, light.numbers, light.styles, light.columns)
    assert dark.palette.keys() == light.palette.keys()
    assert {role for role in light.palette if dark.palette[role] == light.palette[role]} <= {"pale_red"}


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        load_theme("unheard")
