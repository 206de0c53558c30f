"""Words that a reference prints and that were typed beside it again: 36亿元亿元, 同比同比上涨18%."""

from collections.abc import Iterator

from gwr_docs.content.amounts import BASES, Amount, Known
from gwr_docs.diagnostics import Diagnostic, fault
from gwr_docs.model.quantities import DOWN, UP

AFTER_UNIT = ("左右", "以上", "以下", "以内", "的")


def twice(amount: Amount, known: Known) -> Iterator[Diagnostic]:
    """A unit behind a unit, and a verb or basis before a change that has its own."""
    end = amount.end + _unit_again(amount, known)
    if end > amount.end:
        yield from _told(amount, amount.start, end, amount.end, end)
    begin = _words_again(amount)
    if begin:
        yield from _told(amount, amount.phrase - begin, amount.end, amount.phrase - begin, amount.phrase)


def _told(amount: Amount, start: int, end: int, first: int, last: int) -> Iterator[Diagnostic]:
    text = amount.prose.text
    if span := amount.prose.span(first, last):
        yield fault("GWR217", span, text=text[start:end], again=text[first:last])


def _unit_again(amount: Amount, known: Known) -> int:
    """How many characters behind the number say its unit once more. 10个个体工商户 is right, 10个个 is not."""
    text, end = amount.prose.text, amount.end
    again = next((text[at:end] for at in range(amount.scale, amount.unit + 1) if text.startswith(text[at:end], end)), "")
    if not again:
        return 0
    unit = known.unit.match(text, end)
    length = max(len(again), len(unit[0]) if unit else 0)
    follower = text[end + length : end + length + 1]
    is_word = length == 1 and follower.isalpha() and not text.startswith(AFTER_UNIT, end + length)
    return 0 if is_word else length


def _words_again(amount: Amount) -> int:
    """How many characters before a change say its verb or basis once more."""
    if not amount.verb:
        return 0
    text, at = amount.prose.text, amount.phrase
    again = next((words for words in (*BASES, *UP, *DOWN) if text.endswith(words, 0, at)), "")
    is_same = text.startswith(again, at)
    is_joint = amount.prose.is_typed(at - 1, at) and not amount.prose.is_typed(at, at + 1)
    return len(again) if again and (is_same or is_joint) else 0
