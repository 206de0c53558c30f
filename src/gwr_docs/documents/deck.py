"""The deck of key figures: what each slide says, free of any format."""

import datetime
from decimal import Decimal

from gwr_docs.diagnostics import Span
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import Runs
from gwr_docs.records import record


@record
class Note:
    """A line of the speaker's notes. One that quotes the report says from where: `place` names the part (第一部分（二）).

    `block` and `offset` are the briefing's block and the characters it prints before the quotation: typeset/ looks the page up.
    """

    text: str
    place: str = ""
    block: int | None = None
    offset: int = 0
    page: int = 0

    @property
    def line(self) -> str:
        where = "，".join(words for words in (self.place, f"第{self.page}页" if self.page else "") if words)
        return f"{self.text}（{where}）" if where else self.text


@record
class Head:
    """What every slide of the body carries: where it belongs, its conclusion, its source, the speaker's notes.

    `place` is the one part of the report that the slide speaks of, `parts` how many its section has; `section` names the
    group of slides that it opens or goes on with.
    """

    title: Runs
    eyebrow: Runs = ()
    source: Runs = ()
    notes: tuple[Note, ...] = ()
    span: Span | None = None
    place: Where | None = None
    parts: int = 0
    section: str = ""


@record
class Chip:
    """A change beside a number: direction 1, 0, -1 and the words as written (同比上涨18%)."""

    direction: int
    text: str
    span: Span | None = None


@record
class Number:
    """A figure set large: what stands before the digits (约), they, and the rest; together as figures.yaml has them.

    `inner`: it is a part of another figure, listed under it. `span` is where what it shows was typed, `label_span` its label.
    """

    figure: str
    label: str
    digits: str
    rest: str = ""
    before: str = ""
    chip: Chip | None = None
    context: str = ""
    span: Span | None = None
    label_span: Span | None = None
    inner: bool = False

    @property
    def text(self) -> str:
        return self.before + self.digits + self.rest

    @property
    def label_spot(self) -> Span | None:
        return self.label_span or self.span


@record
class Cover:
    head: Head
    year: str
    meeting: str
    speaker: str
    issuer: str
    date: str
    sections: tuple[Runs, ...] = ()


@record
class Divider:
    """The page before a section: its number, title and parts."""

    head: Head
    number: int
    parts: tuple[Runs, ...]


@record
class Chapter:
    """A section in the agenda: its number, title and parts."""

    number: int
    title: Runs
    parts: tuple[Runs, ...]


@record
class Agenda:
    head: Head
    chapters: tuple[Chapter, ...]


@record
class Cards:
    head: Head
    cards: tuple[Number, ...]


@record
class Item:
    """A point: bold title, one text, and a number of its own if there is one."""

    title: Runs
    text: Runs = ()
    number: Number | None = None


@record
class Charted:
    """A chart with what to take away; `whole` is the figure whose parts a ring shows."""

    head: Head
    chart: ChartSpec
    items: tuple[Item, ...]
    whole: Number | None = None


@record
class Goal:
    """A target beside what was reached; `actual` is empty where the report gives none.

    `rates`: change and target as signed numbers, where both are given and in one unit.
    """

    figure: str
    label: str
    target: str
    actual: str = ""
    change: Chip | None = None
    rates: tuple[Decimal, Decimal] | None = None
    label_span: Span | None = None


@record
class Goals:
    """`heads` are the columns: indicator, reached, change, target, with the years they speak of."""

    head: Head
    goals: tuple[Goal, ...]
    heads: tuple[str, ...]


@record
class Points:
    """`numbered` when the items are counted (problems, focuses)."""

    head: Head
    items: tuple[Item, ...]
    numbered: bool = False


@record
class Steps:
    """Items that follow each other, on one line."""

    head: Head
    items: tuple[Item, ...]


@record
class Focus:
    """A part of the tasks: its catchword, what it says beyond, and its topics."""

    title: Runs
    text: Runs
    topics: tuple[Runs, ...]


@record
class Tasks:
    head: Head
    focuses: tuple[Focus, ...]


@record
class Table:
    """Figures in rows; `heads` are the columns: indicator, value, unit, change, context."""

    head: Head
    numbers: tuple[Number, ...]
    heads: tuple[str, ...]


@record
class Closing:
    """The report's last sentence, as the slide's title; `foot` says who reported and when."""

    head: Head
    foot: str = ""


Slide = Cover | Agenda | Divider | Cards | Charted | Goals | Points | Steps | Tasks | Table | Closing


@record
class Deck:
    title: str
    issuer: str
    date: datetime.date
    slides: tuple[Slide, ...]
    stamp: str = ""
