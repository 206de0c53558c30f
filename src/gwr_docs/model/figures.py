"""Figures (指标): each number of the report, written once."""

from collections.abc import Mapping
from dataclasses import dataclass

from gwr_docs.diagnostics import Span
from gwr_docs.model.inline import Place
from gwr_docs.model.quantities import Change, Quantity


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a figure: the text as it is to be printed, and what could be read in it."""

    text: str
    place: Place
    quantity: Quantity | None = None
    change: Change | None = None

    @property
    def span(self) -> Span:
        return self.place.span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of another figure, where it stands (parts, includes)."""

    figure: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator: at least one of value, change, target is there."""

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
    parts: tuple[Mention, ...] = ()
    includes: tuple[Mention, ...] = ()
    note: str = ""
    source: str = ""

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


Figures = Mapping[str, Figure]
