"""Records: frozen dataclasses to mypy, at a third of their cost to Python.

`dataclass(frozen=True, slots=True)` writes and compiles six functions for a class, 0.8 ms; a hundred classes were an eighth
of a short command. Its instances set each field through object.__setattr__, which takes four times as long. Here only
__init__ is compiled, and sets fields as any class does: that nobody else sets one is mypy's to prove.
"""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[Made]) -> type[Made]:
    """A slotted dataclass, equal and hashed by its fields; those with compare=False or repr=False are left out of either."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else dataclass() has inspect write one
    made: Any = dataclass(slots=True, eq=False, repr=False)(cls)
    compared, shown = [f.name for f in fields(made) if f.compare], [f.name for f in fields(made) if f.repr]
    key = attrgetter(*compared) if compared else type

    def equal(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(key(self))

    def written(self: object) -> str:
        return f"{made.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    for name, function in (("__eq__", equal), ("__hash__", hashed), ("__repr__", written)):
        setattr(made, name, function)
    return cast(type[Made], made)
