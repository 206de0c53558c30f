"""Classes of characters and where a line may break between them (W3C clreq; GB/T 15834—2011, strict level)."""

OPENING = frozenset("“‘（〔［｛〈《「『【〖([{")
CLOSING = frozenset("”’）〕］｝〉》」』】〗)]}")
PAUSES = frozenset("，、；：,;:")
STOPS = frozenset("。．！？!?")
MIDDLE = frozenset("·・")
JOINERS = frozenset("—～–-－/／")
BARRED_AT_START = CLOSING | PAUSES | STOPS | MIDDLE | frozenset("%％‰℃°′″㎡…—～－–")
BARRED_AT_END = OPENING | frozenset("$¥￥§№")
FULL = OPENING | CLOSING | PAUSES | STOPS | MIDDLE
UNSPACED = FULL | JOINERS | frozenset(" …%℃")  # no gap between Chinese and Latin beside these
FULL_WIDTH = 0.9  # em; narrower glyphs carry no blank that could be given up
BLANK = 0.5  # em of a full-width mark that holds no ink


def is_latin(character: str) -> bool:
    """Letters, digits and signs that stand together as a word: ASCII and Latin-1 to Latin Extended-B."""
    return ("!" <= character <= "~" or "\u00a1" <= character <= "\u024f" or character in "‰℃") and character not in "()[]{}·"


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


def may_break(before: str, a: str, b: str, after: str) -> bool:
    """Whether a line may end with `a` and the next begin with `b`; `before` and `after` are their neighbours or ""."""
    if b == " ":
        return False
    if a == " ":
        return b not in BARRED_AT_START
    if b in BARRED_AT_START or a in BARRED_AT_END:
        return False
    if is_latin(a) and is_latin(b):
        return False
    if a in JOINERS and (is_latin(b) or (before and before.isdigit() and b.isdigit())):
        return False
    return not (a.isdigit() and b.isdigit() and after != "")


def spaced(a: str, b: str) -> bool:
    """Whether a gap of a quarter em stands between Chinese and Latin here."""
    return a not in UNSPACED and b not in UNSPACED and is_latin(a) != is_latin(b)
