"""What the points of one slide have in common."""

from collections.abc import Iterator

from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.inline import Reference
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Layout, Point, Slide


def check_points_alike(report: Report) -> Iterator[Diagnostic]:
    """All points of a slide show a figure, or none: an index in the place of a number would be read as one."""
    for slide in report.slides:
        if slide.layout in (Layout.POINTS, Layout.STEPS):
            yield from _check(slide)


def _check(slide: Slide) -> Iterator[Diagnostic]:
    given = [point for point in slide.points if point.figure]
    lacking = [point for point in slide.points if not point.figure]
    if given and lacking:
        shown = [Related(point.figure.span, point.figure.figure) for point in given if point.figure]
        first, *others = [_place(point) for point in lacking]
        yield fault("GWR326", first.span, count=len(slide.points), given=len(given), text=first.text, related=(*shown, *others))


def _place(point: Point) -> Related:
    """Where its title stands, and the first words of it."""
    inline = point.title[0]
    return (
        Related(inline.span, inline.figure)
        if isinstance(inline, Reference)
        else Related(inline.place.span(0, len(inline.text)), inline.text)
    )
