"""What does not fit the shape of a file, as a fault at the key or value concerned. Loaded only where something does not."""

import re
from typing import Any, get_args

from pydantic import BaseModel, RootModel

from gwr_docs.content.choices import chosen
from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence, locate
from gwr_docs.content.rewriting import lost_key, rewritten
from gwr_docs.content.schema import GROUP_KINDS, FiguresShape
from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.diagnostics.guessing import nearest

WANTED = {"tuple_type": "GWR112", "list_type": "GWR112"} | dict.fromkeys(GROUP_KINDS, "GWR113")  # all else wants one text
_GROUPED_TAIL = re.compile(r"\d{3}(?!\d)")
Path = tuple[str | int, ...]


def misfit(shape: type[BaseModel], root: Node, detail: Any) -> Diagnostic:
    path, kind = tuple(detail["loc"]), detail["type"]
    name = next((step for step in reversed(path) if isinstance(step, str)), root.span.file)
    key, node = locate(root, path)
    if kind == "missing":
        return fault("GWR101", _start(key, node), key=name)
    if kind == "extra_forbidden" and key is not None:
        group = locate(root, path[:-1])[1]
        fields = _shape_at(shape, path[:-1])
        if shape is FiguresShape and len(path) == 2 and isinstance(node, Mapping) and name != "<<" and node.named.keys() & fields.keys():
            return fault("GWR146", key.span, name=name, whole=str(path[0]))
        # A key that is there already is a poor guess, unless all are.
        known = sorted(field for field in fields if not isinstance(group, Mapping) or group.key(field) is None) or sorted(fields)
        guess = nearest(name, known, 0.5)
        return _cut_number(root, path, key) or fault("GWR102", key.span, key=name, guess=guess, known=", ".join(known))
    empty = isinstance(node, Scalar) and node.empty
    needed = _is_needed(shape, path)
    if kind in ("literal_error", "choice") and (needed or not empty):
        expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        value = node.text if isinstance(node, Scalar) else "…"
        guess = chosen(name, value) or nearest(value, expected.split(", "))
        return fault("GWR105", node.span, key=name, value=value, guess=guess, expected=expected)
    if empty:
        return fault("GWR104", (key or node).span, key=name, guess=name if needed else "")
    return _other_kind(shape, root, path, WANTED.get(kind, "GWR103"), name)


def _is_needed(shape: type[BaseModel], path: Path) -> bool:
    """Whether the group at `path` cannot do without its last key."""
    field = _shape_at(shape, path[:-1]).get(path[-1]) if path and isinstance(path[-1], str) else None
    return field is not None and bool(field.is_required())


def _other_kind(shape: type[BaseModel], root: Node, path: Path, code: str, name: str) -> Diagnostic:
    """A text, a list or a group of keys where another of the three is wanted; a list item after a lost key is one, too."""
    key, node = locate(root, path)
    if code == "GWR103" and isinstance(node, Mapping) and path and isinstance(path[-1], int):
        group = locate(root, path[:-2])[1]
        lost = lost_key(_shape_at(shape, path[:-2]), group, node) if isinstance(group, Mapping) and node.entries else ""
        if lost:
            return fault("GWR145", node.entries[0][0].span, key=lost, other=name)
    guess = rewritten(shape, path, node)
    spot = _start(None if guess.startswith("- ") else key, node) if isinstance(node, Mapping) else (key or node).span
    return fault(code, spot, key=name, guess=guess)


def _start(key: Scalar | None, node: Node) -> Span:
    """Where a fault of a whole group or list is told: at the key that holds it, or at its first key or item."""
    if key is not None:
        return key.span
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    if isinstance(node, Sequence) and node.items:
        return node.items[0].span
    return node.span


def _shape_at(shape: type[BaseModel], path: Path) -> dict[str, Any]:
    """The fields that the group at `path` may have."""
    for step in path:
        if not issubclass(shape, RootModel) and isinstance(step, int):
            continue
        field = shape.model_fields["root" if issubclass(shape, RootModel) else str(step)]
        shape = _group_in(field.annotation) or shape
    return dict(shape.model_fields)


def _group_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group_in(part))), None)


def _cut_number(root: Node, path: Path, key: Scalar) -> Diagnostic | None:
    """{value: 1,215人}: within braces YAML takes the comma for the end of the value and 215人 for a key."""
    _, group = locate(root, path[:-1])
    if not isinstance(group, Mapping) or not _GROUPED_TAIL.match(key.text):
        return None
    for _, value in group.entries:
        end = value.span.end
        if isinstance(value, Scalar) and value.text[-1:].isdigit() and (key.span.line, key.span.column) == (value.span.line, end + 1):
            at = Span(key.span.file, key.span.line, end, end + 1)
            return fault("GWR207", at, value=f"{value.text},{key.text}", plain=value.text + key.text)
    return None
