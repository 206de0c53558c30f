"""Records behave as frozen dataclasses do, but for the check that nobody sets a field."""

from dataclasses import dataclass, field, replace

import pytest

from gwr_docs.records import record


@record
class Point:
    x: int
    y: int = 0
    seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def sum(self) -> int:
        return self.x + self.y


@record
class Lone:
    x: object


@record
class Bare:
    pass


@dataclass(frozen=True, slots=True)
class Frozen:
    x: int
    y: int = 0


def test_equal_by_the_fields_that_are_compared() -> None:
    assert Point(1, 2, {"a": 1}) == Point(1, y=2)
    assert Point(1, 2) != Point(1, 3)
    assert {Point(1), Point(1), Point(2)} == {Point(1), Point(2)}
    assert Lone((1, 2)) == Lone((1, 2))
    assert Bare() == Bare()


def test_never_equal_to_another_class() -> None:
    others: list[object] = [Point(1), Frozen(1), 1]
    assert Lone(1) not in others
    assert Point(1) not in others[1:]


def test_written_as_a_dataclass_is() -> None:
    assert [str(Point(1, 2)), repr(Lone("字")), repr(Bare())] == ["Point(x=1, y=2)", "Lone(x='字')", "Bare()"]


def test_fields_are_slots_and_methods_stay() -> None:
    assert replace(Point(1, 2), x=5).sum == 7
    assert not hasattr(Point(1), "__dict__")
    with pytest.raises(TypeError, match="missing"):
        Point()  # type: ignore[call-arg]
    match Point(3, 4):
        case Point(x, y):
            assert (x, y) == (3, 4)
