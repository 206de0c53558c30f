"""Charts for tests: of any kind at random, and what is drawn of them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from hypothesis import strategies as st

from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.ink import Ink, Path, Rect, Text
from gwr_docs.writers.pdf.spacing import end

KINDS = ("column", "bar", "clustered", "stacked", "doughnut", "line", "target")
GROUPED = ("clustered", "stacked", "line")
SHARES = ("stacked", "doughnut")  # no part is below zero
BOXES = {"gbt9704": [(442.0, 221.0)], "summary": [(235.0, 130.0), (487.0, 110.0)]}
Bounds = tuple[float, float, float, float]


def point(value: Decimal | str | float, signed: bool = False) -> Point:
    number = Decimal(str(value))
    sign = "−" if number < 0 else "+" if signed and number > 0 else ""
    return Point(number, f"{sign}{abs(number):f}", f"指标{value}", written=f"{value}")


def series(name: str, *values: float | str | None, signed: bool = False) -> Series:
    return Series(name, tuple(None if value is None else point(value, signed) for value in values))


def chart(kind: str, categories: Iterable[str], *rows: Series, signed: bool = False, totals: Sequence[Point] = ()) -> ChartSpec:
    return ChartSpec(kind, "题", "个", tuple(categories), rows, signed=signed, totals=tuple(totals))


@st.composite
def specs(draw: st.DrawFn, most: int = 12, series_most: int = 4, longest: int = 24) -> ChartSpec:
    """Of up to `most` categories, with values from a thousandth to a hundred million, changes below zero and gaps."""
    kind = draw(st.sampled_from(KINDS))
    count = draw(st.integers(1, most))
    rows = 2 if kind == "target" else draw(st.integers(1, series_most)) if kind in GROUPED else 1
    signed = kind not in SHARES and draw(st.booleans())
    sizes = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(1, 10**8), st.integers(0, 3))
    values = sizes if kind in SHARES else sizes | sizes.map(lambda value: -value) | st.just(Decimal(0))
    names = st.text("甲乙丙丁A1（）", min_size=1, max_size=longest)
    gaps = kind in ("line", "target")

    def row(name: str) -> Series:
        first = draw(st.integers(0, count - 1))  # a line without any point is none
        cells = [draw(values) if at == first or not gaps else draw(st.none() | values) for at in range(count)]
        return Series(name, tuple(None if value is None else point(value, signed) for value in cells))

    drawn = tuple(row(draw(names)) for _ in range(rows))
    totals: tuple[Point | None, ...] = ()
    if kind == "stacked" and draw(st.booleans()):
        totals = tuple(point(sum(part.value for one in drawn if (part := one.cells[at]))) for at in range(count))
    categories = [f"{2010 + at}年" for at in range(count)] if kind == "line" else [draw(names) for _ in range(count)]
    return ChartSpec(kind, "题", "个", tuple(categories), drawn, signed=signed, totals=totals)


def bounds(item: Ink, book: FontBook) -> Bounds:
    """Left, top, right and bottom of what is seen: the blank half of a bracket's cell is not."""
    if isinstance(item, Path):
        return item.box
    if isinstance(item, Rect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    left = item.x + (item.size / 2 if item.text[:1] == "（" else 0)
    right = end(item, book.fonts) - (item.size / 2 if item.text.rstrip()[-1:] == "）" else 0)
    return left, item.y - 0.88 * item.size, right, item.y + 0.12 * item.size


def overlap(one: Bounds, other: Bounds, slack: float = 0.01) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > slack and min(one[3], other[3]) - max(one[1], other[1]) > slack


def runs(ink: Iterable[Ink], book: FontBook) -> list[list[Text]]:
    """Pieces of text that belong together: they follow each other on one base line with a gap at most."""
    out: list[list[Text]] = []
    for item in ink:
        if not isinstance(item, Text):
            continue
        last = out[-1][-1] if out else None
        near = item.x - end(last, book.fonts) if last else 0.0
        if last and last.y == item.y and near + (item.size if last.text[-1] in "（）" else 0) >= -0.01 and near < 0.3 * item.size:
            out[-1].append(item)
        else:
            out.append([item])
    return out


def texts(ink: Iterable[Ink], book: FontBook) -> list[str]:
    return ["".join(part.text for part in run).strip() for run in runs(ink, book)]
