"""What was not read, and the faults that may only follow from it: where a file has a hole, nothing is known to be missing."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from gwr_docs.content.resolve import UNKNOWN
from gwr_docs.content.source import decode
from gwr_docs.diagnostics import Diagnostic, Span

FIGURES, DECK = "figures.yaml", "deck.yaml"
SECTIONS = ("review.yaml", "plan.yaml")
TEXTS = ("report.yaml", *SECTIONS)
SLIDES = ("GWR107", "GWR303", "GWR304", "GWR306", "GWR307", "GWR311", "GWR312", "GWR315", "GWR322")  # of a slide as it was read
MOST_SEARCHED = 50_000_000  # characters looked through for terms
NAME = r"[^\s\[\]{}【】,，、；：:·'\"#]+"  # what a name is made of, in a list or a reference


class Unread:
    """The files with `faults` that kept them from being read whole; `slides` are the places where the slides begin."""

    def __init__(self, files: Mapping[str, bytes], faults: Collection[Diagnostic], slides: Sequence[Span]) -> None:
        self.damaged = {fault.span.file for fault in faults}
        self.files, self.slides, self.left = files, slides, MOST_SEARCHED
        self.spoiled = {self.slide(fault.span) for fault in faults if fault.span.file == DECK}

    def slide(self, span: Span) -> int:
        return bisect_right(self.slides, span)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        return {name: decode(name, self.files.get(name, b""))[0] for name in self.damaged}

    @cached_property
    def names(self) -> Counter[str]:
        return Counter(name for text in self.texts.values() for name in re.findall(NAME, text))

    def may_name(self, figure: str) -> bool:
        """Whether this figure may be named where a file was not read: the name stands there, not only as the figure's own key."""
        if not all(self.texts.values()):
            return True
        own = FIGURES in self.damaged
        return bool(self.damaged) and all(self.names[part] > own for part in re.findall(NAME, figure))

    def may_say(self, term: str) -> bool:
        """Whether this term may stand in running text that was not read."""
        texts = [self.texts[name] for name in TEXTS if name in self.damaged]
        self.left -= sum(map(len, texts))
        return self.left < 0 or any(not text or term in text for text in texts)

    def rest(self, late: Collection[Diagnostic]) -> Iterator[Diagnostic]:
        """The faults found in what was read, without those that follow from others."""
        guessed = {name for d in late if d.code in UNKNOWN for name in re.findall(NAME, dict(d.values).get("guess", ""))}
        for diagnostic in late:
            if diagnostic.span.file and not self.follows(diagnostic, guessed):
                yield diagnostic

    def follows(self, diagnostic: Diagnostic, guessed: Collection[str]) -> bool:
        values = dict(diagnostic.values)
        if diagnostic.code == "GWR205":  # an unknown name may mean the figure
            return values["name"] in guessed or self.may_name(values["name"])
        if diagnostic.code == "GWR313":
            return self.may_say(values["term"])
        if diagnostic.code in ("GWR143", "GWR311") and not self.damaged.isdisjoint(SECTIONS):
            return True
        return diagnostic.code in SLIDES and diagnostic.span.file == DECK and self.slide(diagnostic.span) in self.spoiled
