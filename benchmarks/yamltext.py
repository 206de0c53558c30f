"""Content files to plain data and back, in the manner of the shipped ones: long texts folded, a sentence a line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

_FOLD = re.compile(r"(?<![!-~]) | (?![!-~])")
_SENTENCE_END = re.compile(r"(?<=[。；：！])(?![”’）]|$)")
_PLAIN = re.compile(r"[^-\s?:,\[\]{}#&*!|>'\"%@`][^,\[\]{}#:'\"]*")
MOST_PLAIN = 60  # characters of a text on its key's line
MOST_FLOW = 4  # values of a mapping in braces


def load(path: Path) -> Any:
    """Strings, lists and dicts; the spaces that folding put between Chinese characters are gone."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return _joined(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))


def _joined(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _joined(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_joined(item) for item in value]
    return _FOLD.sub("", value)


def dump(value: Any) -> str:
    """YAML text of strings, lists and dicts."""
    return "\n".join(_block(value, "")) + "\n"


def _block(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(f"{indent}{_scalar(key)}:", item, indent)
    else:
        for item in value:
            lines = list(_block(item, indent + "  ")) if _is_tree(item) else list(_entry(f"{indent}-", item, indent))
            lines[0] = f"{indent}- {lines[0].lstrip()}" if _is_tree(item) else lines[0]
            yield from lines


def _entry(head: str, item: Any, indent: str) -> Iterator[str]:
    if _is_tree(item):
        yield head
        yield from _block(item, indent + "  ")
    elif isinstance(item, str) and len(item) > MOST_PLAIN:
        yield f"{head} >-"
        yield from (f"{indent}  {line}" for line in _SENTENCE_END.split(item))
    else:
        yield f"{head} {_flow(item)}"


def _is_tree(item: Any) -> bool:
    """What does not fit on one line."""
    if isinstance(item, Mapping):
        if "layout" in item or not all(isinstance(value, str) for value in item.values()):
            return True
        return len(item) > MOST_FLOW or sum(map(len, item.values())) > 2 * MOST_PLAIN
    if isinstance(item, Sequence) and not isinstance(item, str):
        return not all(isinstance(value, str) for value in item) or sum(map(len, item)) > 2 * MOST_PLAIN
    return False


def _flow(item: Any) -> str:
    if isinstance(item, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_scalar(value)}" for key, value in item.items()) + "}"
    return _scalar(item) if isinstance(item, str) else "[" + ", ".join(map(_scalar, item)) + "]"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
