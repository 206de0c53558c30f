"""Hold a file's nodes against its shape; every misfit becomes a diagnostic at the key or value concerned."""

from typing import Any

from pydantic import BaseModel, ValidationError

from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence, as_data
from gwr_docs.content.schema import GROUP_KINDS, FiguresShape
from gwr_docs.diagnostics import Diagnostic, Span, merged
from gwr_docs.model.inline import Place

MOST_MISFITS = 1000  # named in one file; a file with more is not one of ours
ROUNDS = 6  # a group that had to be invented wants its keys in the next round
REQUIRED = {"layout": "cover", "kind": "column", **dict.fromkeys(("title", "name", "lead", "issuer", "date"), "1980-01-01")}
LOST_KEY = {"GWR145": ("key", "other")}  # told once for all the items after it
_GONE = object()


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
            faults = faults or _faults(shape, root, details[:MOST_MISFITS])
            for detail in details:
                _mend(data, detail["loc"][:1] if shape is FiguresShape else detail["loc"], detail["type"])
            data = _without_gone(data)
    return None, faults


def _faults(shape: type[Shaped], root: Node, details: list[Any]) -> tuple[Diagnostic, ...]:
    from gwr_docs.content.misfits import misfit  # needed only once a file does not fit

    return merged((misfit(shape, root, detail) for detail in details), LOST_KEY)


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
