"""What a mistyped word was meant to be."""

from collections.abc import Sequence


def nearest(word: str, known: Sequence[str], likeness: float = 0.6) -> str:
    """The known word most like it, or nothing if none is at least so like (0 to 1)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, likeness)), "")
