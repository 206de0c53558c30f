"""Figures (指标): each number of the report, written once."""

from collections.abc import Mapping

from gwr_docs.diagnostics import Span
from gwr_docs.model.inline import Field, Place, Text
from gwr_docs.model.quantities import Change, Quantity
from gwr_docs.records import record


@record
class Entry:
    """One field of a figure: the text as it is to be printed, and what could be read in it."""

    text: str
    place: Place
    quantity: Quantity | None = None
    change: Change | None = None

    @property
    def span(self) -> Span:
        return self.place.span(0, len(self.text))


@record
class Mention:
    """The name of another figure, where it stands (parts, includes)."""

    figure: str
    span: Span


@record
class Figure:
    """An indicator: at least one of value, change, target is there. `words` are label, note and source where they were typed."""

    name: str
    span: Span
    value: Entry | None = None
    change: Entry | None = None
    target: Entry | None = None
    previous: Entry | None = None
    history: tuple[tuple[str, Entry], ...] = ()
    label: str = ""
    label_span: Span | None = None
    group: str = ""
    group_span: Span | None = None
    parts: tuple[Mention, ...] = ()
    includes: tuple[Mention, ...] = ()
    note: str = ""
    source: str = ""
    words: tuple[Text, ...] = ()

    @property
    def short(self) -> str:
        """The name for charts and slides."""
        return self.label or self.name

    @property
    def short_span(self) -> Span:
        """Where that name stands."""
        return self.label_span or self.span

    @property
    def quantity(self) -> Quantity | None:
        return self.value.quantity if self.value else None

    def entry(self, field: Field) -> Entry | None:
        """What a reference to `field` prints, or a part of it (·数, ·单位)."""
        return self.change if field is Field.CHANGE else self.target if field is Field.TARGET else self.value

    def printed(self, field: Field) -> str:
        """What a reference to `field` prints, to the letter as it was typed; nothing if the figure lacks it."""
        entry = self.entry(field)
        if field is Field.NUMBER and entry and entry.quantity:
            return entry.quantity.number_text
        if field is Field.UNIT and entry and entry.quantity:
            return entry.quantity.measure
        return entry.text if entry else ""


Figures = Mapping[str, Figure]
