"""What a piece of ink is: its element in the structure of the document, or an artifact that only helps the eye."""

from dataclasses import dataclass
from typing import Literal, Union

# The standard structure types that we use (ISO 32000-1 14.8.4); an artifact (14.8.2.2) is read by nobody.
Kind = Literal[
    "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Figure", "TOC", "TOCI",
    "Reference", "Link", "Note", "Span", "Artifact",
]  # fmt: skip
Scope = Literal["Row", "Column", "Both"]


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One element: two tags of the same values are two elements, and ink of one tag on two pages is one element.

    `parent` None is the document itself. An element stands where its first ink does, and only what has ink is there; a text
    without characters is ink enough for an empty cell.
    """

    kind: Kind
    parent: Union["Tag", None] = None
    alt: str = ""  # of a Figure: what it shows; of a Link: where it leads
    scope: Scope | None = None  # of a TH
    numbering: Literal["Decimal", "None"] = "None"  # of an L: what its Lbl are
    target: Union["Tag", str] = ""  # of a Link: an element of this document, or an address
    role: str = ""  # of an artifact that returns on every page: Header, Footer


HEADER = Tag("Artifact", role="Header")
FOOTER = Tag("Artifact", role="Footer")
AGAIN = Tag("Artifact", role="Header")  # a row head or table head that stands once more at the top of a column
LAYOUT = Tag("Artifact")  # rules and panels
