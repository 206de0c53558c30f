"""Hold a file's nodes against its shape; every misfit becomes a diagnostic at the key or value concerned."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence, as_data, locate
from gwr_docs.content.schema import SHAPES
from gwr_docs.diagnostics import Diagnostic, Span, fault

WANTED = {
    "tuple_type": "列表（每项一行，以 - 开头） / a list",
    "list_type": "列表（每项一行，以 - 开头） / a list",
    "dict_type": "“键: 值”的一组 / keys and values",
    "model_type": "“键: 值”的一组 / keys and values",
    "model_attributes_type": "“键: 值”的一组 / keys and values",
    "is_instance_of": "一段文字 / one text",
}


Shaped = BaseModel


def check_shape(shape: type[Shaped], root: Node) -> tuple[Shaped | None, tuple[Diagnostic, ...]]:
    """The file as its shape, or the faults that keep it from being one."""
    try:
        return shape.model_validate(as_data(root)), ()
    except ValidationError as error:
        return None, tuple(_misfit(root, detail) for detail in error.errors(include_url=False))


def _misfit(root: Node, detail: Any) -> Diagnostic:
    path, kind = tuple(detail["loc"]), detail["type"]
    name = str(path[-1]) if path else ""
    key, node = locate(root, path)
    if kind == "missing":
        return fault("GWR101", _start(key, node), key=name)
    if kind == "extra_forbidden" and key is not None:
        known = _fields(detail, root, path)
        guess = get_close_matches(name, known, 1, 0.5)
        return fault("GWR102", key.span, key=name, guess=guess[0] if guess else "/".join(known))
    if kind in ("literal_error", "choice"):
        expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return fault("GWR105", node.span, key=name, value=node.text if isinstance(node, Scalar) else "…", expected=expected)
    if isinstance(node, Scalar) and node.empty:
        return fault("GWR104", (key or node).span, key=key.text if key else "-")
    return fault("GWR103", (key or node).span, key=key.text if key else name, wanted=WANTED.get(kind, detail["msg"]))


def _start(key: Scalar | None, node: Node) -> Span:
    """Where a missing key is reported: at the key that holds the group, or at the group's first key."""
    if key is not None:
        return key.span
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    if isinstance(node, Sequence) and node.items:
        return node.items[0].span
    return node.span


def _fields(detail: Any, root: Node, path: tuple[str | int, ...]) -> list[str]:
    """The field names that the group at `path` may have: those of the shape that shares most of its keys."""
    _, group = locate(root, path[:-1])
    keys = {key.text for key, _ in group.entries} if isinstance(group, Mapping) else set()
    shape = max(SHAPES, key=lambda s: (len(keys & set(s.model_fields)), -len(s.model_fields)))
    return sorted(set(shape.model_fields) - keys) if detail else []
