"""Lines of the briefing as office programs break them on the grid: greedy, push-out, no squeeze.

The rules are those of LibreOffice and Word with full-width marks uncompressed (characterSpacingControl doNotCompress);
measured against LibreOffice's rendering line by line. Lengths are in points.
"""

from collections.abc import Sequence
from math import fsum

from gwr_docs.records import record
from gwr_docs.theme.faces import Face

ROUNDING = 1e-6
# Characters that may not begin or end a line: LibreOffice's zh-CN locale data (i18npool zh_CN.xml), as Word's own default.
NEVER_FIRST = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―--′’”"
)
NEVER_LAST = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
MARKS = frozenset("，。、；：？！“”‘’（）《》…—")


@record
class Habits:
    """Where office programs differ.

    `gap` in em between Chinese and a letter or digit (autoSpaceDE, autoSpaceDN); `raised`: size of raised text as a share of the
    text's; `hanging`: marks of which one may stand behind the end of a line (overflowPunct); `tied`: marks that are not parted
    from a letter or digit behind them; `never_first`: what may not begin a line; `beside_marks`: the gap stands there, too.
    """

    gap: float
    raised: float
    hanging: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()
    never_first: frozenset[str] = NEVER_FIRST
    beside_marks: bool = False


LIBREOFFICE = Habits(0.2, 0.587, tied=frozenset("，。、”）》"))
SLIDES = Habits(0.25, 0.65, tied=LIBREOFFICE.tied, beside_marks=True)  # the wider of both: text must fit in either program
WORD = Habits(0.25, 0.65, hanging=frozenset("，。、；：？！"), never_first=NEVER_FIRST | {"["})


@record
class GridText:
    """Text in one face and size."""

    text: str
    face: Face
    size: float


def break_lines(texts: Sequence[GridText], width: float, indent: float, tracking: float, habits: Habits = LIBREOFFICE) -> tuple[str, ...]:
    """The lines of one paragraph, the first `indent` narrower; `tracking` is added after each character."""
    text = "".join(part.text for part in texts)
    gaps, advances = measure_grid(texts, text, tracking, habits)
    out: list[str] = []
    start = 0
    while start < len(text):
        room = width - (0 if out else indent)
        end, x = start, -gaps[start]
        while end < len(text) and x + gaps[end] + advances[end] <= room + ROUNDING:
            x += gaps[end] + advances[end]
            end += 1
        if end < len(text) and text[end] in habits.hanging:
            end += 1
        end = max(end, start + 1)  # a line holds something, however narrow
        if end < len(text):
            end = _break_before(text, start, end, habits)
        out.append(text[start:end])
        start = end
    return tuple(out)


def line_width(texts: Sequence[GridText], habits: Habits) -> float:
    """Width of a text on one line."""
    gaps, advances = measure_grid(texts, "".join(part.text for part in texts), 0.0, habits)
    return fsum(gaps) + fsum(advances)


def _break_before(text: str, start: int, end: int, habits: Habits) -> int:
    """The last place at or before `end` where a line may break; `end` itself if there is none."""
    cut = end
    while cut > start + 1 and not may_break(text[cut - 1], text[cut], habits):
        cut -= 1
    return cut if cut > start + 1 or may_break(text[cut - 1], text[cut], habits) else end


def may_break(a: str, b: str, habits: Habits) -> bool:
    """Whether a line may end with `a` and the next begin with `b`."""
    if b in habits.never_first or a in NEVER_LAST:
        return False
    if a == " " or b == " ":
        return a == " "
    if a.isascii():
        return not (b.isascii() or (habits.tied and b in "“‘"))
    if a in habits.tied and b.isascii() and b.isalnum():
        return False
    return not (a == b and a in "—…")


def measure_grid(texts: Sequence[GridText], text: str, tracking: float, habits: Habits) -> tuple[list[float], list[float]]:
    """The gap before each character, and its advance; tracking is lost where the script changes."""
    gaps: list[float] = []
    advances: list[float] = []
    scripts = [character.isascii() for character in text]
    changed = False  # spaces stand where the script changes only: most characters need no closer look
    index = 0
    for part in texts:
        widths = {character: part.face.advance(character) * part.size for character in set(part.text)}
        for character in part.text:
            gaps.append(habits.gap * part.size if changed and _spaced(text[index - 1], character, habits) else 0.0)
            index += 1
            changed = index < len(text) and scripts[index - 1] != scripts[index]
            advances.append(widths[character] + (0.0 if changed else tracking))
    return gaps, advances


def _spaced(a: str, b: str, habits: Habits) -> bool:
    """Between the last of one script and the first of another, in either order."""
    western, other = (a, b) if a.isascii() else (b, a)
    return _western(western) and (habits.beside_marks or _chinese(other))


def _chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" and character not in MARKS


def _western(character: str) -> bool:
    return (character.isascii() and character.isalnum()) or character == "%"
