"""The tree of a YAML file with the place of every key and value.

Nodes are not frozen: a frozen one takes four times as long to make, and a long report has some hundred thousand.
"""

from dataclasses import dataclass

from gwr_docs.diagnostics import Span
from gwr_docs.model.inline import Place

MAX_DEPTH = 30  # groups within groups


@dataclass(slots=True, eq=False)
class Scalar:
    """A text as typed: no number, date or yes/no is made of it. `empty` marks a key without a value."""

    text: str
    place: Place
    empty: bool = False

    @property
    def span(self) -> Span:
        return self.place.span(0, max(1, len(self.text)))

    def lines(self) -> "list[Scalar]":
        """The paragraphs of a block: one for each line that holds something."""
        if "\n" not in self.text:
            return [self]
        out, offset = [], 0
        for line in self.text.split("\n"):
            if line:
                out.append(Scalar(line, self.place.part(offset, offset + len(line))))
            offset += len(line) + 1
        return out


@dataclass(slots=True, eq=False)
class Sequence:
    items: "tuple[Node, ...]"
    span: Span


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys in the order of the file; a key that stands twice is a fault and only its first entry is kept."""

    named: "dict[str, tuple[Scalar, Node]]"
    span: Span

    @property
    def entries(self) -> "tuple[tuple[Scalar, Node], ...]":
        return tuple(self.named.values())

    def key(self, name: str) -> Scalar | None:
        return self.named[name][0] if name in self.named else None

    def get(self, name: str) -> "Node | None":
        return self.named[name][1] if name in self.named else None


Node = Scalar | Sequence | Mapping


def as_data(node: Node) -> object:
    """Plain lists and dicts with Scalars as leaves, for the shapes to check; an empty value is None."""
    if isinstance(node, Sequence):
        return [as_data(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: as_data(value) for name, (_, value) in node.named.items()}
    return None if node.empty else node


def locate(root: Node, path: tuple[str | int, ...]) -> tuple[Scalar | None, Node]:
    """The key (if it is one) and the value at `path`; the last that exists when the path leads nowhere."""
    key, node = None, root
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and node.get(step) is not None:
            key, node = node.key(step), node.get(step) or node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
    return key, node
