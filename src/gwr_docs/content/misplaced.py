"""A file that holds what belongs into another: copied or saved under the wrong name. Loaded only where a file does not fit."""

from collections.abc import Mapping

from pydantic import ValidationError

from gwr_docs.content.nodes import Mapping as MappingNode
from gwr_docs.content.nodes import Node, Scalar, Sequence, as_data
from gwr_docs.content.schema import FILES
from gwr_docs.model.quantities import parse_quantity

DECK, FIGURES, GLOSSARY = "deck.yaml", "figures.yaml", "glossary.yaml"


def holds(name: str, root: Node, files: Mapping[str, bytes], faults: int) -> str:
    """The file whose content this one holds: the same to the letter, or one that it fits while most of it has `faults` here."""
    same = next((other for other in FILES if other != name and files.get(other) == files[name]), "")
    if same:
        return same
    count = len(root.entries) if isinstance(root, MappingNode) else len(root.items) if isinstance(root, Sequence) else 0
    of_other_kind = isinstance(root, Sequence) != (name == DECK)
    if count < 2 or (faults * 2 < count and not of_other_kind):
        return ""
    return next((other for other in FILES if other != name and _fits(other, root, name)), "")


def _fits(other: str, root: Node, name: str) -> bool:
    if other == GLOSSARY and not (name == FIGURES and isinstance(root, MappingNode) and not _has_quantity(root)):
        return False  # any texts could be a glossary
    try:
        FILES[other].model_validate(as_data(root))
    except ValidationError:
        return False
    return True


def _has_quantity(root: MappingNode) -> bool:
    return any(isinstance(value, Scalar) and parse_quantity(value.text) for _, value in root.entries)
