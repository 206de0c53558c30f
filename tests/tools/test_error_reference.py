"""The reference in docs/ is the one that the explanation pages make."""

from tools.make_error_reference import REFERENCE, reference


def test_the_error_reference_is_up_to_date() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run tools/make_error_reference.py"
