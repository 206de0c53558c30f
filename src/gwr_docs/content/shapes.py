"""Hold a file's nodes against its shape; every misfit becomes a diagnostic at the key or value concerned."""

import re
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError

from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence, as_data, locate
from gwr_docs.content.schema import FiguresShape
from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.diagnostics.guessing import nearest
from gwr_docs.model.inline import Place

GROUP_KINDS = ("model_type", "model_attributes_type", "dict_type")
WANTED = {"tuple_type": "GWR112", "list_type": "GWR112"} | dict.fromkeys(GROUP_KINDS, "GWR113")  # all else wants one text
MOST_MISFITS = 1000  # named in one file; a file with more is not one of ours
ROUNDS = 6  # a group that had to be invented wants its keys in the next round
REQUIRED = {"layout": "cover", "kind": "column", **dict.fromkeys(("title", "name", "lead", "issuer", "date"), "1980-01-01")}
_GONE = object()
_GROUPED_TAIL = re.compile(r"\d{3}(?!\d)")


Shaped = BaseModel


def check_shape(shape: type[Shaped], root: Node) -> tuple[Shaped | None, tuple[Diagnostic, ...]]:
    """The file as its shape, and what does not fit.

    A file with misfits is returned without them, so that its other faults can be found at once; it is None when
    nothing of it can be used.
    """
    data, faults = as_data(root), tuple[Diagnostic, ...]()
    for _ in range(ROUNDS):
        try:
            return shape.model_validate(data), faults
        except ValidationError as error:
            details = error.errors(include_url=False)
            faults = faults or tuple(_misfit(shape, root, detail) for detail in details[:MOST_MISFITS])
            for detail in details:
                _mend(data, detail["loc"][:1] if shape is FiguresShape else detail["loc"], detail["type"])
            data = _without_gone(data)
    return None, faults


def stand_in(shape: type[Shaped]) -> Shaped:
    """An empty file of this shape, for one that could not be read."""
    for empty in (Mapping({}, Span("", 1, 1, 2)), Sequence((), Span("", 1, 1, 2))):
        value, _ = check_shape(shape, empty)
        if value is not None:
            return value
    raise TypeError(shape)


def _mend(data: Any, path: tuple[str | int, ...], kind: str) -> None:
    """Take out what stands at `path`, or put a harmless text where there must be one."""
    group = data
    for step in path[:-1]:
        try:
            group = group[step]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1] if path else None
    if isinstance(group, list) and isinstance(last, int):
        group[last] = {} if kind in GROUP_KINDS else _GONE
    elif isinstance(group, dict) and kind != "extra_forbidden" and last in REQUIRED:
        group[last] = Scalar(REQUIRED[str(last)], Place("", 1, 1))
    elif isinstance(group, dict) and kind == "missing":
        group[last] = []
    elif isinstance(group, dict):
        group.pop(last, None)


def _without_gone(data: object) -> object:
    if isinstance(data, list):
        return [_without_gone(item) for item in data if item is not _GONE]
    return {key: _without_gone(value) for key, value in data.items()} if isinstance(data, dict) else data


def _misfit(shape: type[Shaped], root: Node, detail: Any) -> Diagnostic:
    path, kind = tuple(detail["loc"]), detail["type"]
    name = next((step for step in reversed(path) if isinstance(step, str)), root.span.file)
    key, node = locate(root, path)
    if kind == "missing":
        return fault("GWR101", _start(key, node), key=name)
    if kind == "extra_forbidden" and key is not None:
        group = locate(root, path[:-1])[1]
        fields = _shape_at(shape, path[:-1])
        # A key that is there already is a poor guess, unless all are.
        known = sorted(field for field in fields if not isinstance(group, Mapping) or group.key(field) is None) or sorted(fields)
        guess = nearest(name, known, 0.5)
        return _cut_number(root, path, key) or fault("GWR102", key.span, key=name, guess=guess, known=", ".join(known))
    if kind in ("literal_error", "choice"):
        expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        value = node.text if isinstance(node, Scalar) else "…"
        guess = nearest(value, expected.split(", "))
        return fault("GWR105", node.span, key=name, value=value, guess=guess, expected=expected)
    if isinstance(node, Scalar) and node.empty:
        return fault("GWR104", (key or node).span, key=name)
    return fault(WANTED.get(kind, "GWR103"), (key or node).span, key=name)


def _start(key: Scalar | None, node: Node) -> Span:
    """Where a missing key is reported: at the key that holds the group, or at the group's first key."""
    if key is not None:
        return key.span
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    if isinstance(node, Sequence) and node.items:
        return node.items[0].span
    return node.span


def _shape_at(shape: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, Any]:
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


def _cut_number(root: Node, path: tuple[str | int, ...], key: Scalar) -> Diagnostic | None:
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
