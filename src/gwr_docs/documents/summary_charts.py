"""Which charts the summary has room for, best first."""

from collections.abc import Sequence

from gwr_docs.documents.annex import plan_charts
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.deck import Number
from gwr_docs.documents.places import find_places
from gwr_docs.model.report import Report

TARGETS = "target"  # the table of targets shows them


def rank_charts(report: Report, heroes: Sequence[Number]) -> tuple[ChartSpec, ...]:
    """The charts of what was reached: those that compare the key figures, then those that show most numbers, else as in the storyboard."""
    key, places = {number.figure for number in heroes}, find_places(report)
    reviewed = [
        chart
        for chart in plan_charts(report)
        if chart.kind != TARGETS and all(point.figure in places and places[point.figure].section == 1 for point in chart.points)
    ]
    return tuple(sorted(reviewed, key=lambda chart: (-len({point.figure for point in chart.points} & key), -len(chart.points))))
