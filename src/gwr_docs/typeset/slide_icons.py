"""Small icons of native shapes, by what a figure counts: an aid to the eye that says nothing of its own."""

from gwr_docs.documents.deck import Number
from gwr_docs.typeset.shapes import Cell, Panel

BOX = 24.0  # the icons are drawn in a square of this side

Mark = tuple[str, float, float, float, float, bool]  # preset geometry, place in the square, whether it is cut out of the icon

ICONS: dict[str, tuple[Mark, ...]] = {
    "people": (("ellipse", 7.5, 1, 9, 9, False), ("round2SameRect", 3, 12, 18, 11, False)),
    "house": (("rect", 5, 11, 14, 12, False), ("triangle", 1, 1, 22, 11, False), ("rect", 10, 15, 4, 8, True)),
    "building": (
        ("rect", 4, 1, 16, 22, False),
        *(("rect", x, y, 3.5, 3, True) for x in (7.5, 13.0) for y in (4.5, 10.0)),
        ("rect", 10, 16, 4, 7, True),
    ),
    "coin": (
        ("ellipse", 1, 1, 22, 22, False),
        ("flowChartMerge", 7, 5, 10, 7, True),
        ("flowChartMerge", 9.2, 4.6, 5.6, 4.2, False),
        ("rect", 11, 11, 2, 8, True),
        ("rect", 7.5, 12, 9, 1.6, True),
        ("rect", 7.5, 15, 9, 1.6, True),
    ),
    "calendar": (
        ("rect", 6, 1, 2.5, 5, False),
        ("rect", 15.5, 1, 2.5, 5, False),
        ("rect", 2, 4, 20, 19, False),
        ("rect", 4.5, 9.5, 15, 11, True),
        *(("rect", x, y, 3, 2.5, False) for x in (6.5, 10.5, 14.5) for y in (11.5, 16.0)),
    ),
    "place": (("flowChartMerge", 5.6, 9.5, 12.8, 13.5, False), ("ellipse", 4, 1, 16, 16, False), ("ellipse", 8.5, 5.5, 7, 7, True)),
    "share": (("donut", 1, 1, 22, 22, False),),  # closed: a part of a ring would state a share
    "phone": (("roundRect", 5.5, 1, 13, 22, False), ("rect", 7.5, 4, 9, 13, True), ("ellipse", 10.75, 18.5, 2.5, 2.5, True)),
    "paper": (
        ("rect", 4, 1, 16, 22, False),
        ("rect", 7, 6, 10, 2, True),
        ("rect", 7, 11, 10, 2, True),
        ("rect", 7, 16, 6, 2, True),
    ),
}
COUNTED = {
    "people": ("人", "名", "人次", "名次"),
    "building": ("家",),
    "coin": ("元",),
    "calendar": ("次", "场", "届", "天"),
    "house": ("套", "户", "楼", "栋"),
    "place": ("处", "米", "里", "亩"),
    "share": ("%",),
    "phone": ("部",),
    "paper": ("个", "项", "件", "份", "册", "条", "起"),
}


def icon_of(number: Number) -> str:
    """The icon for what the number counts; the longest unit decides (人次 before 次). Empty if none fits."""
    found = [(len(unit), name) for name, units in COUNTED.items() for unit in units if number.rest.endswith(unit)]
    return max(found)[1] if found else ""


def icon_shapes(name: str, place: Cell, color: str, ground: str, align: str = "l") -> list[Panel]:
    """The icon as wide as `place`, from its left top, its own left or right edge on that of the place; cuts show the ground."""
    marks = ICONS.get(name, ())
    scale = place.width / BOX
    left, right = min((mark[1] for mark in marks), default=0.0), max((mark[1] + mark[3] for mark in marks), default=BOX)
    start = place.x + (BOX - right if align == "r" else -left) * scale
    return [
        Panel(start + x * scale, place.y + y * scale, width * scale, height * scale, ground if cut else color, kind)
        for kind, x, y, width, height, cut in marks
    ]
