"""The two axes: names of categories on a hairline, and an axis of values that is not drawn, for every point has its label."""

from gwr_docs.documents.charts import ChartSpec, year_step
from gwr_docs.writers.ooxml.chart_look import ChartLook

CATEGORY_AXIS, VALUE_AXIS = 111111111, 111111112
AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def axes(chart: ChartSpec, look: ChartLook, horizontal: bool = False) -> str:
    return _category_axis(chart, look, horizontal) + _value_axis(chart, look, horizontal)


def inner_layout(x: float, y: float, width: float, height: float) -> str:
    """The place of the bars or lines themselves, in shares of the chart; the names stand outside."""
    parts = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", width), ("h", height)))
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{parts}</c:manualLayout></c:layout>"
    )


def _category_axis(chart: ChartSpec, look: ChartLook, horizontal: bool) -> str:
    years = chart.kind == "line"
    count = len(chart.categories)
    skip = f'<c:tickLblSkip val="{year_step(count, -(-count // look.number("years")))}"/>' if years else ""
    order = "maxMin" if horizontal else "minMax"  # the first category on top
    line = f"<c:spPr>{look.line('chart_axis', 'grey')}</c:spPr>"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if horizontal else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{look.text("category", "ink", upright=not years)}<c:crossAx val="{VALUE_AXIS}"/>'
        f'<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: ChartSpec, look: ChartLook, horizontal: bool) -> str:
    bottom, top = chart.bounds(look.share("headroom"), look.share("footroom"))
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{top!r}"/><c:min val="{bottom!r}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if horizontal else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
