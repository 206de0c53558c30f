"""What is to be written where a text, a list or a group of keys stands for another of the three, in the writer's own words.

Loaded only where something does.
"""

import re
from collections.abc import Mapping as Fields
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence
from gwr_docs.content.schema import ChecksShape, FigureShape, LookShape
from gwr_docs.model.quantities import parse_change, parse_quantity

_BARE_CHANGE = re.compile(r"(?P<basis>同比|较上年|比上年)?[:： ]*(?P<sign>[+\-−])?(?P<amount>[^+\-−]+)")
LONGEST = 40  # characters of the writer's that a hint repeats
NAME_LISTS = ("figures", "parts", "includes", "categories", "off")  # of names, which hold no comma
SEPARATORS = re.compile("[，、；,;]")
_SPECIAL = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|^$")
Path = tuple[str | int, ...]


def rewritten(file_shape: type[BaseModel], path: Path, node: Node) -> str:
    """The line or item at `path` of a file as it should be; nothing where that is not plain."""
    annotation = _annotation(file_shape, path)
    if not path or get_origin(annotation) is dict:
        return ""
    shape, of_groups = _shape(annotation), get_origin(annotation) is tuple
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    lead = "- " if isinstance(path[-1], int) else f"{key}: "
    if isinstance(node, Scalar):
        if len(node.text) > LONGEST or "\n" in node.text:
            return ""
        if shape is None:
            return f"{key}: [{', '.join(pieces(node.text))}]" if key in NAME_LISTS else f"{lead}[{_quoted(node.text, flow=True)}]"
        field = _leading_field(shape, node.text)
        return _group(lead, field, node.text, of_groups) if field else ""
    only = _only(node)
    if shape is not None and isinstance(node, Mapping) and of_groups:
        return _first_entry(node)
    return f"{lead}{only}" if shape is None and only else ""


def pieces(text: str) -> list[str]:
    return [piece.strip() for piece in SEPARATORS.split(text) if piece.strip()]


def as_change(text: str) -> str:
    """A change in words: 同比上涨18% for `18%` and `同比+18%`; nothing where it is not plain."""
    match = _BARE_CHANGE.fullmatch(text)
    if match is None or parse_quantity(match["amount"]) is None:
        return ""
    basis, down = match["basis"] or "同比", f"{match['basis'] or '同比'}下降{match['amount']}"
    if match["sign"]:
        return down if match["sign"] in "-−" else f"{basis}上涨{match['amount']}"
    return f"{basis}上涨{match['amount']} / {down}"


def _group(lead: str, field: str, text: str, of_groups: bool) -> str:
    if lead == "- ":
        return f"- {field}: {_quoted(text)}"
    value = f"[{text}]" if field in NAME_LISTS else _quoted(text, flow=True)
    return f"{lead}[{{{field}: {value}}}]" if of_groups else f"{lead}{{{field}: {value}}}"


def _leading_field(shape: type[BaseModel], text: str) -> str:
    """The field that a text stands for which is given instead of the whole group."""
    if shape is FigureShape:
        return "change" if parse_change(text) else "value"
    if shape is LookShape:
        return "template" if text.lower().endswith(".pptx") else "theme"
    if shape is ChecksShape:
        return "off"
    return next((name for name, field in shape.model_fields.items() if field.is_required()), "")


def _only(node: Node) -> str:
    """The one text that a list or group holds; `二是: 招商` with the colon of running text."""
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return _quoted(_cut(node.items[0].text))
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(value := node.entries[0][1], Scalar):
        return _quoted(_cut(f"{node.entries[0][0].text}：{value.text}")) if not value.empty else ""
    return ""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}……"


def _first_entry(node: Mapping) -> str:
    """Keys without the dash that makes them an item."""
    key, value = node.entries[0] if node.entries else (None, None)
    return f"- {key.text}: {_quoted(_cut(value.text))}" if key and isinstance(value, Scalar) else ""


def _quoted(text: str, flow: bool = False) -> str:
    """A text in quotes if YAML needs them."""
    if not _SPECIAL.search(text) and not (flow and re.search(r"[,\[\]{}]", text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def _annotation(annotation: Any, path: Path) -> Any:
    """The type of what stands at `path`."""
    for step in path:
        if (shape := _model(annotation)) and "root" in shape.model_fields:
            annotation = shape.model_fields["root"].annotation
        if (shape := _model(annotation)) is not None:
            annotation = shape.model_fields[str(step)].annotation
        else:
            annotation = get_args(annotation)[0 if get_origin(annotation) is tuple else 1]
    return annotation


def _model(annotation: Any) -> type[BaseModel] | None:
    """The shape that this type is, or may be."""
    return None if get_origin(annotation) in (tuple, dict) else _shape(annotation)


def _shape(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _shape(part))), None)


def lost_key(fields: Fields[str, Any], group: Mapping, node: Mapping) -> str:
    """The list to which an item among texts belongs: its key is lost where `group`, which may have `fields`, lacks it."""
    for name, field in fields.items():
        shape = _shape(field.annotation)
        if shape and group.key(name) is None and get_origin(field.annotation) is tuple and node.named.keys() <= shape.model_fields.keys():
            return name
    return ""
