"""Which sentences a point of a slide sums up, told by the words that they share: points are the report's own, but shorter."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gwr_docs.documents.places import Where
from gwr_docs.documents.sentences import Sentence

GRAM = 4  # characters compared at once
STEP = 2  # every other group of a sentence is enough to know it by
ALIKE = 2  # such groups that both must have: seven characters in a row, or two shorter words


class Gists:
    """Remembers, for each part of the report that is asked for, the first sentence with a group of characters: no search per point."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.known: dict[Where, dict[str, int]] = {}
        self.there: dict[Where, list[int]] = {}
        for index, sentence in enumerate(sentences):
            if sentence.where and not sentence.title:
                for where in {sentence.where, Where(sentence.where.section, 0)}:
                    self.there.setdefault(where, []).append(index)

    def summed_up(self, text: str, places: Iterable[Where]) -> set[int]:
        """The sentences, all of one paragraph in `places`, that share most with a text; none if they share too little."""
        pools, grams = [self._pool(where) for where in places], set(_grams(text))
        shared = Counter(pool[gram] for pool in pools for gram in grams if gram in pool)
        best = max(shared, key=lambda index: (shared[index], -index), default=0)
        return {index for index, count in shared.items() if count >= ALIKE and self.sentences[index].block == self.sentences[best].block}

    def _pool(self, where: Where) -> dict[str, int]:
        """Groups of characters -> the first sentence there that has them; a section stands for all its parts."""
        if where not in self.known:
            known = self.known[where] = {}
            for index in reversed(self.there.get(where, [])):
                known.update(dict.fromkeys(_grams(self.sentences[index].text, STEP), index))
        return self.known[where]


def _grams(text: str, step: int = 1) -> list[str]:
    return [text[start : start + GRAM] for start in range(0, len(text) - GRAM + 1, step)]
