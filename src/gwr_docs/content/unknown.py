"""Names of no figure: what each was meant to be. A wrong guess that is followed prints a wrong number, so guesses are few and safe.

Loaded only where a name is unknown.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator

from gwr_docs.content.resolve import Places
from gwr_docs.content.rewriting import SEPARATORS, pieces
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.diagnostics.guessing import nearest
from gwr_docs.model.inline import Field
from gwr_docs.model.numerals import CHARACTERS
from gwr_docs.model.report import Report
from gwr_docs.model.uses import mentioned, used

MOST_COMPARED = 200_000
DOT = "·"
SHORTEST = 5  # characters of a name that still says the same when one of them is another: 户数 is not 楼数, 在施项目 not 在谈项目
ALIKE = 0.5  # a renamed figure keeps at least so much of its name
# Characters that tell one figure from its sibling: 总产值, 总产量; 首针, 末针; 次密接.
TELLING = frozenset(
    CHARACTERS
    + "0123456789上下左右前后内外东西南北中大小多少新旧老男女城乡镇村区市县增减升降进出收支首末初终总分次重非未已在拟现原今去本年季月"
    "值量额数率价比户人"
)
_DOTTED = re.compile(rf"(?P<name>.+?)(?P<dot>[^\w《》（）()]?)(?P<field>{'|'.join(field.value for field in Field if field.value)})")


def unknown_figures(places: Places, report: Report, lost: Collection[str], unread: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """One fault for each name, at its first place, with the others beside it.

    `unread` tells whether a name may stand where the files could not be read: its figure is then not known to be unused.
    """
    guesses = _Guesses(report, lost, unread)
    for name, (first, *others) in places.items():
        related = tuple(Related(span, "") for span in others)
        yield guesses.joined(name, first, related) or guesses.dotted(name, first, related) or guesses.fault(name, first, related)


class _Guesses:
    """The figures to guess from. Comparing is slow: of very many wrong names only the first are guessed."""

    def __init__(self, report: Report, lost: Collection[str], unread: Callable[[str], bool]) -> None:
        self.figures = report.figures
        self.known = [*report.figures, *sorted(lost)]
        self.plain = {_plain(name): name for name in self.known}
        named = used(report)
        self.unused = [name for name in report.figures if name not in named and not unread(name)]
        self.listed = {mention.figure for mention in mentioned(report)}
        self.left = max(20, MOST_COMPARED // max(1, len(self.known)))

    def fault(self, name: str, span: Span, related: tuple[Related, ...]) -> Diagnostic:
        self.left -= 1
        renamed = self.renamed(name) if self.left >= 0 else ""
        slip = self.plain.get(_plain(name)) or (renamed if _is_slip(name, renamed) else "" if renamed else self.slip(name))
        if slip:
            return fault("GWR201", span, name=name, guess=slip, related=related)
        if not renamed:
            return fault("GWR210", span, name=name, related=related)
        figure = self.figures[renamed]
        there = {"file": figure.span.file, "line": figure.span.line, "count": 1 + len(related)}
        return fault("GWR210", span, name=name, guess=renamed, **there, related=related)

    def renamed(self, name: str) -> str:
        """A figure that nothing uses and whose name is like this one."""
        return nearest(name, self.unused, ALIKE) or next((other for other in self.unused if name and (name in other or other in name)), "")

    def slip(self, name: str) -> str:
        """The only name that is a slip of the finger away."""
        alike = [other for other in self.known if _is_slip(name, other)] if self.left >= 0 else []
        return alike[0] if len(alike) == 1 and _is_safe(name, alike[0]) else ""

    def joined(self, name: str, span: Span, related: tuple[Related, ...]) -> Diagnostic | None:
        """[甲，乙] for [甲, 乙], or 【甲、乙】 for 【甲】、【乙】."""
        names = pieces(name)
        if len(names) < 2 or not any(_plain(one) in self.plain for one in names):
            return None
        guess = ", ".join(names) if name in self.listed else "、".join(f"【{one}】" for one in names)
        mark = SEPARATORS.search(name)
        return fault("GWR141", _within(span, name, mark), name=name, guess=guess, related=related)

    def dotted(self, name: str, span: Span, related: tuple[Related, ...]) -> Diagnostic | None:
        """【X.同比】 or 【X同比】 for 【X·同比】."""
        match = _DOTTED.fullmatch(name)
        figure = self.figures.get(match["name"]) if match else None
        if match is None or figure is None or match["dot"] == DOT:
            return None
        field = Field(match["field"])
        if not match["dot"] and (field in (Field.NUMBER, Field.UNIT) or figure.entry(field) is None):
            return None  # 户数 is a name of its own
        return fault(
            "GWR140",
            _within(span, name, match, "dot" if match["dot"] else "field"),
            name=name,
            guess=f"{figure.name}{DOT}{field.value}",
            related=related,
        )


def _within(span: Span, name: str, match: re.Match[str] | None, group: int | str = 0) -> Span:
    """The place of a part of a name; the whole name where it goes over two lines."""
    if match is None or span.end - span.column != len(name):
        return span
    return span._replace(column=span.column + match.start(group), end=span.column + match.end(group))


def _plain(name: str) -> str:
    """The name as it is told apart from others: without spaces, wide letters as plain ones."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def _is_slip(name: str, other: str) -> bool:
    """Whether one character differs, is missing or too many, or two have changed places."""
    if abs(len(name) - len(other)) > 1 or name == other:
        return False
    short, long = sorted((name, other), key=len)
    at = next((index for index, character in enumerate(short) if character != long[index]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1])


def _is_safe(name: str, other: str) -> bool:
    """Whether two names that are a slip apart are hardly names of two figures: no telling character differs, neither holds the other."""
    if name in other or other in name:
        return False
    differing = set(name) ^ set(other)
    if len(name) == len(other) < SHORTEST and differing:
        return False
    return not (differing & TELLING if len(name) != len(other) else differing and differing <= TELLING)
