"""Guesses at what a mistyped word was meant to be."""

from gwr_docs.diagnostics.guessing import nearest


def test_the_most_alike_is_guessed_and_nothing_when_none_is() -> None:
    known = ["title", "text", "figures"]
    assert [nearest(word, known) for word in ("titel", "figure", "图")] == ["title", "figures", ""]
    assert nearest("ti", known, 0.5) == "title"
    assert nearest("x", []) == ""
