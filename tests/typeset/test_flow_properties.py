"""What holds for pages of any boxes: nothing lost, doubled, out of order or outside; notes with their marks; heads stand again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gwr_docs.typeset.flow import Area, Band, Page, lay_out
from gwr_docs.typeset.ink import Box, Rect, Text

AREA = Area(x=50, y=40, width=100, height=100, gutter=10)
RULE = Box(4, (Rect(0, 2, 30, 0.5, "ink"),))
AGAIN = "^"


def strip(name: str, height: float) -> tuple[Text | Rect, ...]:
    """Ink that shows what a box is and all the room that it takes."""
    return Text(0, height, name, "square", 1, "ink"), Rect(0, 0, 5, height, f"{name} {height}")


@st.composite
def any_box(draw: st.DrawFn) -> Box:
    notes = draw(st.lists(st.integers(2, 15), max_size=2)) if draw(st.booleans()) else []
    return Box(
        height=draw(st.integers(1, 40)),
        before=draw(st.integers(0, 9)),
        keep=draw(st.booleans()),
        again=Box(7, strip(AGAIN, 7)) if draw(st.booleans()) else None,
        notes=tuple(Box(height) for height in notes),
    )


@st.composite
def any_band(draw: st.DrawFn) -> Band:
    floats = draw(st.integers(0, 3)) == 0
    if floats:
        return Band((Box(draw(st.integers(1, 100))),), before=draw(st.integers(0, 9)), floats=True)
    return Band(
        tuple(draw(st.lists(any_box(), min_size=1, max_size=12))),
        columns=draw(st.integers(1, 3)),
        before=draw(st.integers(0, 9)),
        head=(Box(12, keep=True),) if draw(st.booleans()) else (),
        whole=draw(st.booleans()),
    )


def named(bands: Sequence[Band]) -> list[Band]:
    """The bands with ink in every box: band 2, box 0 is 2.0, its first note 2.0n0, its head 2h, a float 3f."""

    def name(box: Box, words: str) -> Box:
        notes = tuple(Box(note.height, strip(f"{words}n{i}", note.height)) for i, note in enumerate(box.notes))
        return Box(box.height, strip(words, box.height), box.before, box.keep, again=box.again, notes=notes)

    out = []
    for number, band in enumerate(bands):
        boxes = tuple(name(box, f"{number}f" if band.floats else f"{number}.{i}") for i, box in enumerate(band.boxes))
        head = tuple(name(box, f"{number}h") for box in band.head)
        out.append(Band(boxes, band.columns, band.before, head, band.whole, band.floats))
    return out


def written(page: Page) -> list[str]:
    return [item.text for item in page.ink if isinstance(item, Text)]


def note_of(name: str) -> str:
    return name.split("n")[0]


def key(name: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", name)))


@settings(max_examples=300, deadline=None)
@given(st.lists(any_band(), max_size=7))
def test_pages_of_any_boxes(bands: list[Band]) -> None:
    bands = named(bands)
    pages = lay_out(bands, AREA, RULE)
    texts = [name for page in pages for name in written(page) if name != AGAIN]
    body = [name for name in texts if "n" not in name]
    wanted = [box for band in bands for box in (*band.head, *band.boxes)]
    names = [item.text for box in wanted for item in box.ink if isinstance(item, Text)]
    assert sorted(body) == sorted(names)
    assert [name for name in body if "f" not in name] == [name for name in names if "f" not in name]
    assert [name for name in body if "f" in name] == [name for name in names if "f" in name]
    notes = [item.text for box in wanted for note in box.notes for item in note.ink if isinstance(item, Text)]
    assert [name for name in texts if "n" in name] == notes
    for page in pages:
        on_page = written(page)
        assert [note_of(name) for name in on_page if "n" in name] == sorted((note_of(n) for n in on_page if "n" in n), key=key)
        assert {note_of(name) for name in on_page if "n" in name} <= set(on_page)
        check_places(page)


def check_places(page: Page) -> None:
    """Nothing outside the area, nothing upon anything else of its column."""
    columns: dict[float, list[Rect]] = {}
    for item in page.ink:
        if isinstance(item, Rect):
            columns.setdefault(item.x, []).append(item)
    for rects in columns.values():
        rects.sort(key=lambda item: item.y)
        assert all(upper.y + upper.height <= lower.y + 0.02 for upper, lower in pairwise(rects))
        assert rects[0].y >= AREA.y
        assert rects[-1].y + rects[-1].height <= AREA.y + AREA.height + 0.02
