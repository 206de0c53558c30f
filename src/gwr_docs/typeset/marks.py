"""Classes of characters, and what may happen between two of them (W3C clreq; GB/T 15834—2011, strict level)."""

from itertools import pairwise

OPENING = frozenset("“‘（〔［｛〈《「『【〖([{")
CLOSING = frozenset("”’）〕］｝〉》」』】〗)]}")
PAUSES = frozenset("，、；：,;:")
STOPS = frozenset("。．！？!?")
MIDDLE = frozenset("·・")
CONNECTORS = frozenset("～–-－/／")
JOINERS = CONNECTORS | {"—"}
BARRED_AT_START = CLOSING | PAUSES | STOPS | MIDDLE | frozenset("%％‰℃°′″㎡…—～－–")
BARRED_AT_END = OPENING | frozenset("$¥￥§№")
FULL = OPENING | CLOSING | PAUSES | STOPS | MIDDLE
HANGING = frozenset("，、。")  # may stand behind the right edge, when asked to (clreq 3.1.4)
UNSPACED = FULL | JOINERS | frozenset(" …%％‰℃")  # no gap between Chinese and Latin beside these
SINGLE = BARRED_AT_START | BARRED_AT_END | UNSPACED  # characters that are a kind each
FULL_WIDTH = 0.9  # em; narrower glyphs carry no blank that could be given up
BLANK = 0.5  # em of a full-width mark that holds no ink
BARRED, SPACED, BOUND, MARKED, OPEN = 1, 2, 4, 8, 16  # flags of a pair: no break, gap, never stretched, a mark, a space before


def is_latin(character: str) -> bool:
    """Letters, digits and signs that stand together as a word: ASCII and Latin-1 to Latin Extended-B."""
    return ("!" <= character <= "~" or "\u00a1" <= character <= "\u024f" or character in "‰℃−") and character not in "()[]{}·"


def left_blank(character: str, advance: float) -> float:
    """Blank em at the left of a full-width mark."""
    if advance < FULL_WIDTH:
        return 0.0
    return advance - BLANK if character in OPENING else (advance - BLANK) / 2 if character in MIDDLE else 0.0


def right_blank(character: str, advance: float) -> float:
    """Blank em at the right of a full-width mark."""
    if advance < FULL_WIDTH:
        return 0.0
    if character in CLOSING or character in PAUSES or character in STOPS:
        return advance - BLANK
    return (advance - BLANK) / 2 if character in MIDDLE else 0.0


def may_break(a: str, b: str) -> bool:
    """Whether a line may end with `a` and the next begin with `b`. Behind a space, what stands before it counts, too."""
    if b == " " or b in BARRED_AT_START or a in BARRED_AT_END:
        return False
    wide_number = "０" <= a <= "９" and "０" <= b <= "９"
    return not (wide_number or (is_latin(b) and (is_latin(a) or a in JOINERS)))


def spaced(a: str, b: str) -> bool:
    """Whether a gap of a quarter em stands between Chinese and Latin here."""
    return a not in UNSPACED and b not in UNSPACED and is_latin(a) != is_latin(b)


def bound(a: str, b: str) -> bool:
    """Characters that stay together when a line is stretched: words and numbers, —— and ……, connectors."""
    if b == " " or (is_latin(a) and is_latin(b)) or a in CONNECTORS or b in CONNECTORS:
        return True
    return (a == b and a in "—…") or (is_latin(a) and b in "—％") or (a == "—" and is_latin(b))


def flags(a: str, b: str) -> int:
    """All that holds between two characters; 0 between two of plain Chinese."""
    found = 0 if may_break(a, b) else BARRED
    found |= (SPACED if spaced(a, b) else 0) | (BOUND if bound(a, b) else 0)
    return found | (MARKED if a in FULL or b in FULL else 0) | (OPEN if a == " " else 0)


def kind(character: str) -> str:
    """One character for all that behave alike beside others, so that few pairs are to be judged."""
    if character in SINGLE:
        return character
    return "a" if is_latin(character) else "０" if "０" <= character <= "９" else "一"


class _Kinds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return self.setdefault(code, kind(chr(code)))


class _Flags(dict[str, int]):
    def __missing__(self, pair: str) -> int:
        return self.setdefault(pair, flags(pair[0], pair[1]))


_KINDS, _FLAGS = _Kinds(), _Flags()  # what was once found out


def pair_flags(text: str) -> list[int]:
    """`flags` of each character of `text` and the next."""
    kinds = text.translate(_KINDS)
    return [_FLAGS[a + b] for a, b in pairwise(kinds)]
