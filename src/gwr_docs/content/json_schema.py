"""JSON Schemas of the content files, for editors: what the reader accepts they accept, and as far as a schema can say the reverse.

An editor reads YAML 1.2, where 36 is a number and true a truth value; the reader keeps every scalar as text. So a text may be any of them.
"""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, RootModel
from pydantic.fields import FieldInfo

from gwr_docs.content import schema
from gwr_docs.diagnostics import catalogue

DRAFT = "http://json-schema.org/draft-07/schema#"
Words = Mapping[str, Any]  # shape -> field -> language -> words, and language_choices -> choice -> words
Schema = dict[str, Any]

_TYPES = ["string", "number", "boolean"]
TEXT: Schema = {"type": _TYPES, "pattern": r"\S"}
LINE: Schema = {"type": _TYPES, "pattern": r"^\n*[^\n]*\S[^\n]*\n*$"}
_LARGEST = 10**15 - 1  # quantities.MOST_DIGITS
QUANTITY: Schema = {  # GWR207: no comma for thousands, only the digits 0 to 9. GWR211: neither YAML's infinity nor endless digits.
    "type": _TYPES,
    "pattern": r"^\n*(?![^\n]*(?:[0-9],[0-9]{3}|[０-９٠-٩۰-۹]|[0-9]{16}))(?![+-]?\.(?:[iI][nN][fF]|[nN][aA][nN])\n*$)[^\n]*\S[^\n]*\n*$",
    "minimum": -_LARGEST,
    "maximum": _LARGEST,
}
LINES: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
MEANING: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
_YES_OR_NO = "^([yY][eE][sS]|[nN][oO]|[oO][nN]|[oO][fF][fF])$"
FLAG: Schema = {"anyOf": [{"enum": ["是", "否"]}, {"type": "boolean"}, {"type": "string", "pattern": _YES_OR_NO}]}
SOMETHING: Schema = {"not": {"enum": [None, [], {}]}}
_YEARS, _MONTHS, _DAYS = "(19[89][0-9]|20[0-9]{2})", "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
_TOO_LATE = "(?!.*[-年]0?2[-月]3)(?!.*[-年](?:0?[469]|11)[-月]31)"
_HTTP, _HOST, _PATH = "[hH][tT][tT][pP][sS]?", "[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?", "(?::[0-9]{1,5})?(?:[/?#][!-~]*)?"
LEAVES: dict[tuple[type[BaseModel], str], Schema] = {  # texts that must look like something
    (schema.ReportShape, "date"): {"type": "string", "pattern": f"^{_TOO_LATE}{_YEARS}[-年]{_MONTHS}[-月]{_DAYS}日?$"},
    (schema.ReportShape, "address"): {"type": "string", "pattern": f"^{_HTTP}://{_HOST}{_PATH}$", "maxLength": 200},
    (schema.LookShape, "template"): {"type": "string", "pattern": r'^[^./\\:*?"<>|][^/\\:*?"<>|]*\.[pP][pP][tT][xX]$'},
    (schema.ProblemsShape, "items"): TEXT,
    **{(schema.FigureShape, name): QUANTITY for name in ("value", "change", "target", "previous", "history")},
}


def json_schema(file: str, words: Words, lang: str) -> Schema:
    """The schema of one content file; `words` explain its fields in `lang`."""
    return {"$schema": DRAFT, "title": file, **_group(schema.FILES[file], words, lang)}


def _group(shape: type[BaseModel], words: Words, lang: str) -> Schema:
    about = words.get(name_of(shape), {})
    described = {"description": about[lang]} if lang in about else {}
    if issubclass(shape, RootModel):
        return {**described, **_root(shape, words, lang)}
    fields = shape.model_fields
    return {
        **described,
        "type": "object",
        "properties": {name: _field(shape, name, field, words, lang) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
        **RULES.get(shape, {}),
    }


def _root(shape: type[RootModel[Any]], words: Words, lang: str) -> Schema:
    out = _value(shape.model_fields["root"].annotation, (), LINE, words, lang)
    if shape is schema.FiguresShape:
        out["propertyNames"] = {"pattern": "^[^【】·]+$"}  # GWR208
    if shape is schema.GlossaryShape:
        out |= {"propertyNames": {"pattern": r"\S"}, "additionalProperties": MEANING}
    return out


def _leaf(shape: type[BaseModel], name: str) -> Schema:
    if (shape, name) == (schema.ChecksShape, "off"):
        return {"enum": [code for code, entry in catalogue().items() if entry.get("severity") == "warning"]}
    return LEAVES.get((shape, name), LINE)


def name_of(shape: type[BaseModel]) -> str:
    return shape.__name__.removesuffix("Shape").lower()


def _field(shape: type[BaseModel], name: str, field: FieldInfo, words: Words, lang: str) -> Schema:
    out = _value(field.annotation, field.metadata, _leaf(shape, name), words, lang)
    about = words.get(name_of(shape), {}).get(name, {})
    if lang in about:
        out = {"description": about[lang], **out}
    choices = about.get(f"{lang}_choices")
    return {**out, "enumDescriptions": [choices.get(str(choice), "") for choice in out["enum"]]} if choices else out


def _value(annotation: Any, metadata: Any, leaf: Schema, words: Words, lang: str) -> Schema:
    """The schema of a type; `leaf` is that of a text in it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0], arguments[1:], leaf, words, lang)
    read = {row.func for row in metadata if isinstance(row, BeforeValidator)}
    if schema.as_flag in read:
        return dict(FLAG)
    if schema.as_list in read:
        return dict(LINES)
    if origin in (Union, UnionType):
        (some,) = (part for part in arguments if part is not NoneType)
        return _or_nothing(_value(some, (), leaf, words, lang))
    if origin is Literal:
        return {"enum": [*(int(choice) for choice in arguments if choice.isdigit()), *arguments]}
    if origin is tuple:
        return {"type": "array", "items": _value(arguments[0], (), leaf, words, lang)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _value(arguments[1], (), leaf, words, lang)}
    return _group(annotation, words, lang) if issubclass(annotation, BaseModel) else dict(leaf)


def _or_nothing(value: Schema) -> Schema:
    """What may be left empty."""
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    if "type" in value:
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*kinds, "null"]}
    return {"anyOf": [value, {"type": "null"}]}


def _when(name: str, choice: str, needed: Schema) -> Schema:
    return {"if": {"properties": {name: {"const": choice}}, "required": [name]}, "then": needed}


def _with(*names: str) -> Schema:
    """These fields are there and hold something."""
    return {"required": list(names), "properties": dict.fromkeys(names, SOMETHING)}


_EITHER: Schema = {"anyOf": [_with("figures"), _with("series")]}
_OTHER_KINDS = [kind for kind in get_args(schema.ChartShape.model_fields["kind"].annotation) if kind not in schema.NEEDED_BY_KIND]
RULES: dict[type[BaseModel], Schema] = {  # what one field asks of the others: GWR209, GWR107
    schema.FigureShape: {"anyOf": [_with(name) for name in ("value", "change", "target")]},
    schema.SlideShape: {
        "allOf": [
            *(_when("layout", layout, _with(*needed)) for layout, needed in schema.NEEDED_BY_LAYOUT.items()),
            {"if": _with("number"), "then": _with("part")},
        ]
    },
    schema.ChartShape: {
        "allOf": [
            *(_when("kind", kind, _with(key)) for kind, key in schema.NEEDED_BY_KIND.items()),
            *(_when("kind", kind, _EITHER) for kind in _OTHER_KINDS),
            {"properties": {"series": {"additionalProperties": {"minItems": 1}}}},
        ]
    },
}
