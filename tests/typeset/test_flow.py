"""Boxes into columns and pages, tested with plain boxes."""

from dataclasses import replace

import pytest

from gwr_docs.typeset.columns import balance, fill_column
from gwr_docs.typeset.flow import Area, Band, Page, lay_out
from gwr_docs.typeset.ink import Box, Rect, Text, joined

AREA = Area(x=50, y=40, width=100, height=100, gutter=10)


def box(name: str, height: float = 10, keep: bool = False, before: float = 0) -> Box:
    return Box(height, (Text(0, height, name, "square", 10, "ink"),), before, keep)


def boxes(names: str, kept: str = "", height: float = 10) -> tuple[Box, ...]:
    return tuple(box(name, height, keep=name in kept) for name in names)


def names(page: Page) -> str:
    return "".join(item.text for item in page.ink if isinstance(item, Text))


def pages(*bands: Band) -> list[str]:
    return [names(page) for page in lay_out(bands, AREA)]


@pytest.mark.parametrize(
    ("kept", "height", "count"),
    [
        ("", 30, 3),
        ("", 29.9, 2),
        ("", 5, 0),
        ("c", 30, 2),  # c goes with d
        ("bc", 30, 1),
        ("abc", 30, 0),
        ("abc", 40, 4),
        ("de", 40, 3),
        ("e", 50, 5),  # nothing follows that it could be kept with
    ],
)
def test_a_column_ends_where_no_box_is_kept_with_the_next(kept: str, height: float, count: int) -> None:
    assert fill_column(boxes("abcde", kept), height) == count


def test_a_chain_longer_than_the_column_is_broken_only_by_force() -> None:
    chain = boxes("abcde", "abcd")
    assert fill_column(chain, 30) == 0
    assert fill_column(chain, 30, force=True) == 3
    assert fill_column(boxes("abcde", "c"), 30, force=True) == 2  # keep holds as long as it can


def test_blank_before_a_box_counts_but_at_the_top() -> None:
    spaced = [box("a", before=5), box("b", before=5), box("c", before=5)]
    assert fill_column(spaced, 40) == 3
    assert fill_column(spaced, 39) == 2


def test_columns_end_level() -> None:
    assert [len(column) for column in balance(boxes("abcdefghi"), 3, 100)] == [3, 3, 3]
    assert [len(column) for column in balance(boxes("abcdefg"), 2, 100)] == [4, 3]
    assert [len(column) for column in balance(boxes("abcdef", "c"), 2, 100)] == [4, 2]
    assert [len(column) for column in balance(boxes("abcdefghi"), 2, 30)] == [3, 3]  # full: the rest goes on


def test_bands_follow_each_other_over_pages() -> None:
    assert pages(Band(boxes("abcdefgh")), Band(boxes("ijkl"))) == ["abcdefghij", "kl"]
    assert pages(Band(boxes("abcdefgh")), Band(boxes("ijkl"), before=5)) == ["abcdefghi", "jkl"]
    assert pages(Band(boxes("abcdefghijkl", "hij"))) == ["abcdefg", "hijkl"]


def test_a_head_stays_with_the_first_of_its_boxes() -> None:
    band = Band(boxes("jk"), head=boxes("H", height=15))
    assert pages(Band(boxes("abcdefgh")), band) == ["abcdefgh", "Hjk"]
    assert pages(Band(boxes("abcdefg")), band) == ["abcdefgHj", "k"]


def test_a_whole_band_begins_a_page_if_that_helps() -> None:
    assert pages(Band(boxes("abcdefgh")), Band(boxes("ijkl"), whole=True)) == ["abcdefgh", "ijkl"]
    assert pages(Band(boxes("abcdefgh")), Band(boxes("ijklmnopqrst"), whole=True)) == ["abcdefghij", "klmnopqrst"]


def test_a_chain_longer_than_a_page_fills_pages() -> None:
    chain = "abcdefghijklmnopqrstuvwxyz"
    assert pages(Band(boxes(chain, chain))) == ["abcdefghij", "klmnopqrst", "uvwxyz"]
    assert pages(Band(boxes("1")), Band(boxes(chain, chain))) == ["1", "abcdefghij", "klmnopqrst", "uvwxyz"]
    assert pages(Band(boxes(chain, chain), columns=2)) == ["abcdefghijklmnopqrst", "uvwxyz"]


def test_nothing_is_drawn_outside_the_area() -> None:
    tall = [
        replace(box(name, height), ink=(Rect(0, 0, 45, height, "red"),))
        for name, height in zip("abcdefgh", range(30, 110, 10), strict=True)
    ]
    for page in lay_out([Band(tuple(tall), columns=2)], AREA):
        for item in page.ink:
            assert isinstance(item, Rect)
            assert AREA.x <= item.x <= AREA.x + AREA.width - item.width
            assert AREA.y <= item.y <= AREA.y + AREA.height - item.height


@pytest.mark.parametrize("band", [Band((box("a", 101),)), Band((box("a", 90),), head=(box("H", 20),))])
def test_a_box_higher_than_the_page_is_a_fault_of_the_program(band: Band) -> None:
    with pytest.raises(ValueError, match="pt"):
        lay_out([Band(boxes("xy")), band], AREA)


def test_places_and_outline_are_in_page_coordinates() -> None:
    marked = replace(box("b"), outline=(1, "乙"))
    (page,) = lay_out([Band((box("a"), marked, box("c")), columns=2, before=7)], AREA)
    assert [(item.x, item.y) for item in page.ink] == [(50, 50), (50, 60), (105, 50)]
    assert page.outline == ((1, "乙", 50),)


def test_what_goes_on_is_named_again_only_at_the_top_of_a_column() -> None:
    again = Box(0, (Text(0, 10, "+", "square", 10, "ink"),))
    assert pages(Band(tuple(replace(one, again=again) for one in boxes("abcdefghijkl")))) == ["a+bcdefghij", "k+l"]


def test_panels_on_each_other_become_one() -> None:
    word = Text(0, 5, "a", "square", 10, "ink")
    parts = (Rect(0, 0, 9, 10, "panel"), word, Rect(0, 10, 9, 10, "panel"), Rect(0, 20, 9, 5, "red"), Rect(0, 20, 9, 5, "panel"))
    assert joined(parts) == (Rect(0, 0, 9, 25, "panel"), word, Rect(0, 20, 9, 5, "red"))
    apart = (Rect(0, 0, 9, 10, "panel"), Rect(9, 0, 9, 10, "panel"), Rect(0, 11, 9, 10, "panel"))
    assert joined(apart) == apart


def test_a_head_that_stands_again_has_a_row_of_its_own() -> None:
    again = Box(15, (Text(0, 15, "+", "square", 10, "ink"),))
    rows = tuple(replace(one, again=again) for one in boxes("abcdefghijkl"))
    assert pages(Band((box("H", 15, keep=True), *rows))) == ["Habcdefgh", "+ijkl"]
    (_, page) = lay_out([Band((box("H", 15, keep=True), *rows))], AREA)
    assert [item.y for item in page.ink if isinstance(item, Text)] == [55, 65, 75, 85, 95]  # nothing on the other
    assert pages(Band((box("H", 15, keep=True), *rows), columns=2)) == ["Habcdef+ghijkl"]


def noted(name: str, *notes: Box, height: float = 10) -> Box:
    return replace(box(name, height), notes=notes)


RULE = Box(4, (Rect(0, 2, 30, 0.5, "ink"),))


def with_rule(*bands: Band) -> list[str]:
    return [names(page) for page in lay_out(bands, AREA, RULE)]


def test_notes_stand_at_the_foot_of_the_page_of_their_mark() -> None:
    body = (*boxes("abc"), noted("d", box("1", 8), box("2", 8)), *boxes("efg"), noted("h", box("3", 8)), *boxes("ij"))
    assert with_rule(Band(body)) == ["abcdefg12", "hij3"]
    first, _ = lay_out([Band(body)], AREA, RULE)
    assert [item.y for item in first.ink if isinstance(item, Text)][-2:] == [132, 140]  # the last at the very foot
    assert with_rule(Band(boxes("abc")), Band((noted("d", box("1", 70)),))) == ["abc", "d1"]


def test_room_for_notes_is_kept_in_all_columns() -> None:
    body = (noted("a", box("1", 20)), *boxes("bcdefghijklmnop"), noted("q", box("2", 20)), *boxes("rst"))
    assert with_rule(Band(body, columns=2)) == ["abcdefghijklmn1", "opqrst2"]
    assert with_rule(Band((noted("a", box("1", 20)),)), Band(boxes("bcdefghijklmnopqrst"), columns=2)) == ["abcdefghijklm1", "nopqrst"]


def test_a_rule_stands_over_notes_alone() -> None:
    first, second = lay_out([Band((noted("a", box("1")), *boxes("bcdefghijk")))], AREA, RULE)
    assert [item.y for item in first.ink if isinstance(item, Rect)] == [128]
    assert not any(isinstance(item, Rect) for item in second.ink)


def test_notes_longer_than_the_page_are_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="pt"):
        lay_out([Band((noted("a", box("1", 88)),))], AREA, RULE)


def figure(name: str, height: float = 40) -> Band:
    return Band((box(name, height),), before=5, floats=True)


def test_a_float_without_room_goes_to_the_top_of_the_next_page() -> None:
    assert pages(Band(boxes("abcdefg")), figure("F"), Band(boxes("hijkl"), before=5)) == ["abcdefghi", "Fjkl"]
    assert pages(Band(boxes("abcd")), figure("F"), Band(boxes("hijkl"), before=5)) == ["abcdFh", "ijkl"]


def test_floats_keep_their_order() -> None:
    assert pages(Band(boxes("abcdefg")), figure("F"), figure("G", 20), Band(boxes("hijkl"))) == ["abcdefghij", "FGkl"]
    assert pages(Band(boxes("abcdefg")), figure("F", 60), figure("G", 60), Band(boxes("hi"))) == ["abcdefghi", "F", "G"]


def test_a_float_higher_than_a_page_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="float"):
        pages(Band(boxes("a")), figure("F", 101))
