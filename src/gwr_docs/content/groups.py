"""Groups of figures that differ by a slip of typing: 疫情防空 beside 疫情防控 would be a heading of its own in the summary."""

from collections.abc import Iterator, Mapping

from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Figure
from gwr_docs.model.numerals import CHARACTERS
from gwr_docs.model.report import Report

SHORTEST, LONGEST = 3, 20  # characters of a group that is held against others
TELLING = set("0123456789东西南北中上下前后左右内外大小新旧老男女甲乙丙丁" + CHARACTERS)  # what names that are meant to differ differ by


def check_groups(report: Report) -> Iterator[Diagnostic]:
    """A group of one figure that is, but for one character, a group of several."""
    groups: dict[str, list[Figure]] = {}
    for figure in report.figures.values():
        if SHORTEST <= len(figure.group) <= LONGEST:
            groups.setdefault(figure.group, []).append(figure)
    several = [group for group, figures in groups.items() if len(figures) > 1]
    around = {key: (group, character) for group in several for key, character in _around(group)}
    for group, (figure, *others) in groups.items():
        near = "" if others else _nearest(group, around)
        if near and figure.group_span:
            first = groups[near][0]
            related = (Related(first.group_span, near),) if first.group_span else ()
            yield fault("GWR327", figure.group_span, group=group, other=near, count=len(groups[near]), related=related)


def _around(group: str) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands on either side of each character, and the character; and of each place where one may be missing."""
    for at in range(len(group) + 1):
        yield (group[:at], group[at:]), ""
        if at < len(group):
            yield (group[:at], group[at + 1 :]), group[at]


def _nearest(group: str, around: Mapping[tuple[str, str], tuple[str, str]]) -> str:
    for key, character in _around(group):
        other, its = around.get(key, ("", ""))
        if other and not {character, its} & TELLING:
            return other
    return ""
