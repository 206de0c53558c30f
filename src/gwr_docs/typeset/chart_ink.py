"""Charts drawn as ink, without grid: bars that begin at zero, on a hairline, each with its number as written."""

from collections.abc import Callable

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.chart_bars import bars
from gwr_docs.typeset.chart_columns import columns
from gwr_docs.typeset.chart_lines import bare_lines, lines
from gwr_docs.typeset.chart_setter import ChartSetter
from gwr_docs.typeset.chart_stacks import bare_stacks, stacks
from gwr_docs.typeset.faults import too_long
from gwr_docs.typeset.ink import Ink
from gwr_docs.typeset.setter import Setter
from gwr_docs.typeset.tags import Tag

Way = Callable[[ChartSpec, float, float, ChartSetter], tuple[Ink, ...] | None]
WAYS: dict[str, tuple[Way, ...]] = {  # each where the one before has no room: columns too narrow for their names or numbers lie down
    "column": (columns, bars),
    "clustered": (columns, bars),
    "bar": (bars,),
    "doughnut": (bars,),
    "target": (bars,),
    "stacked": (stacks, bare_stacks, bars),
    "line": (lines, bare_lines),
}


def chart_ink(chart: ChartSpec, width: float, height: float, theme: Theme, book: FontBook, tag: Tag) -> tuple[Ink, ...]:
    """The chart in a box of width × height points from its top left corner.

    All of it is ink of `tag`, a Figure whose alt is chart.alt_text.
    Text shrinks to the styles' smallest where it must. Raises ContentError where names or numbers are not legible even so.
    """
    setter = ChartSetter(Setter(theme, book), tag)
    for draw in WAYS[chart.kind]:
        for sized in setter.smaller():
            ink = draw(chart, width, height, sized)
            if ink is not None:
                return ink
    raise too_long(max(chart.categories, key=len), chart.span)
