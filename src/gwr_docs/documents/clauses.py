"""Sentences of the report cut into a title and what it goes on to say."""

import re

from gwr_docs.documents.deck import Item
from gwr_docs.documents.runs import Runs, cut, plain, without_stop
from gwr_docs.documents.sentences import sentence_ends

_COUNTED = re.compile(r"[一二三四五六七八九十]+是")


def split_problem(runs: Runs) -> Item:
    """一是经济转型增长压力较大，税收… -> the clause up to the first comma as title, the rest as text."""
    match = _COUNTED.match(plain(runs))
    return split_clause(runs, match.end() if match else 0)


def split_clause(runs: Runs, start: int = 0) -> Item:
    """What stands before the first comma as title, the rest as text."""
    text = plain(runs)
    comma = text.find("，", start)
    if comma < 0:
        return Item(without_stop(cut(runs, start, len(text))))
    return Item(cut(runs, start, comma), cut(runs, comma + 1, len(text)))


_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’]?")


def last_sentence(runs: Runs) -> Runs:
    """The last sentence, or all if none ends."""
    text = plain(runs)
    *_, last = _SENTENCE.finditer(text) if _SENTENCE.search(text) else [None]
    return cut(runs, last.start() if last else 0, len(text))


def first_sentences(runs: Runs, most: int) -> Runs:
    """The whole sentences that stand within the first `most` characters; what no stop ends (以下工作：) is no sentence."""
    ends = [end for end, stop in sentence_ends(plain(runs)) if stop and end <= most]
    return cut(runs, 0, ends[-1]) if ends else ()
