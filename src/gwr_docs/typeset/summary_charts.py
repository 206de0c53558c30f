"""Charts of the summary: in pairs across the page, each with its caption below."""

from collections.abc import Iterator, Sequence

from gwr_docs.diagnostics import ContentError
from gwr_docs.documents.chart_places import chart_caption
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import made
from gwr_docs.typeset.chart_ink import chart_ink
from gwr_docs.typeset.flow import Area, Band
from gwr_docs.typeset.ink import Box, Ink, shifted
from gwr_docs.typeset.setter import Setter
from gwr_docs.typeset.tags import Tag


def chart_bands(charts: Sequence[ChartSpec], setter: Setter, area: Area, under: Tag) -> Iterator[Band]:
    """The first charts that are legible here, as many as the theme wants, in floating rows; one alone takes the whole width."""
    columns, most = setter.theme.numbers["chart_columns"], setter.theme.numbers["most_charts"]
    narrow = area.column_width(columns)
    chosen = [chart for chart in charts if _drawn(chart, setter, narrow, setter.page("chart"), Tag("Figure"))][:most]
    for start in range(0, len(chosen), columns):
        row = chosen[start : start + columns]
        width, height = area.column_width(len(row)), setter.page("chart")
        if len(row) == 1 and _drawn(row[0], setter, width, setter.page("chart_alone"), Tag("Figure")):
            height = setter.page("chart_alone")
        figures = [_figure(start + i, chart, setter, width, height, under) for i, chart in enumerate(row, 1)]
        ink = tuple(ink for i, figure in enumerate(figures) for ink in shifted(figure.ink, i * (width + area.gutter), 0))
        yield Band((Box(max(figure.height for figure in figures), ink),), before=setter.page("band"), floats=True)


def _drawn(chart: ChartSpec, setter: Setter, width: float, height: float, tag: Tag) -> tuple[Ink, ...]:
    """Nothing for a chart that would not be legible."""
    try:
        return chart_ink(chart, width, height, setter.theme, setter.book, tag)
    except ContentError:
        return ()


def _figure(number: int, chart: ChartSpec, setter: Setter, width: float, height: float, under: Tag) -> Box:
    figure = Tag("Figure", under, alt=chart.alt_text)
    text, tag = chart_caption(number, chart), Tag("Caption", figure)
    size = setter.size("caption")
    if setter.width(text, "caption") * setter.smallest("caption") <= width * size:
        size = setter.fit(text, "caption", width)
    top = height + setter.page("over_caption")
    lines = setter.labels(made(text), "caption", tag, width / 2, top + setter.base("caption"), width, align="center", size=size)
    ink = (*_drawn(chart, setter, width, height, figure), *(ink for line in lines for ink in line))
    return Box(top + len(lines) * setter.leading("caption"), ink)
