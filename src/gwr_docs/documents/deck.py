"""The deck of key figures: what each slide says, free of any format."""

import datetime
from dataclasses import dataclass

from gwr_docs.diagnostics import Span
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import Runs


@dataclass(frozen=True, slots=True)
class Head:
    """What every slide of the body carries: where it belongs, its conclusion, its source, the speaker's notes."""

    title: Runs
    eyebrow: Runs = ()
    source: Runs = ()
    notes: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A change beside a number: direction 1, 0, -1 and the words as written (同比上涨18%)."""

    direction: int
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure set large: what stands before the digits (约), they, and the rest; together as figures.yaml has them.

    `inner`: it is a part of another figure, listed under it.
    """

    figure: str
    label: str
    digits: str
    rest: str = ""
    before: str = ""
    chip: Chip | None = None
    context: str = ""
    span: Span | None = None
    inner: bool = False

    @property
    def text(self) -> str:
        return self.before + self.digits + self.rest


@dataclass(frozen=True, slots=True)
class Cover:
    head: Head
    year: str
    meeting: str
    speaker: str
    issuer: str
    date: str


@dataclass(frozen=True, slots=True)
class Divider:
    """The page before a section: its numeral, title and parts."""

    head: Head
    numeral: str
    parts: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    head: Head
    cards: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A point: bold title, one text, and a number of its own if there is one."""

    title: Runs
    text: Runs = ()
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart with what to take away; `whole` is the figure whose parts a ring shows."""

    head: Head
    chart: ChartSpec
    items: tuple[Item, ...]
    whole: Number | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target beside what was reached; `actual` is empty where the report gives none."""

    figure: str
    label: str
    target: str
    actual: str = ""
    change: Chip | None = None


@dataclass(frozen=True, slots=True)
class Goals:
    """`heads` are the columns: indicator, reached, change, target, with the years they speak of."""

    head: Head
    goals: tuple[Goal, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """`numbered` when the items are counted (problems, focuses)."""

    head: Head
    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The report's last sentence, as the slide's title."""

    head: Head


Slide = Cover | Divider | Cards | Charted | Goals | Points | Closing


@dataclass(frozen=True, slots=True)
class Deck:
    title: str
    issuer: str
    date: datetime.date
    slides: tuple[Slide, ...]
    stamp: str = ""
