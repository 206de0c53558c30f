"""Faults as data, and the catalogue of what is said of them."""

import string

import pytest

from gwr_docs.diagnostics import ContentError, Related, Span, catalogue, fault, in_order, phrase

CODES = [code for code in catalogue() if code.startswith("GWR")]
REQUIRED = {"zh", "zh_hint", "en", "en_hint"}
OPTIONAL = {"zh_guess", "en_guess", "zh_see", "en_see"}
RULE = {"clause", "pattern", "needs", "replace"}  # of wording.toml
HERE = Span("plan.yaml", 2, 15, 18)


def test_order_is_by_place_and_each_comes_once() -> None:
    a, b = fault("GWR205", Span("b.yaml", 1, 1, 2), name="甲"), fault("GWR205", Span("a.yaml", 10, 1, 2), name="乙")
    c = fault("GWR205", Span("a.yaml", 9, 5, 6), name="丙")
    assert in_order([a, b, c, a]) == (c, b, a)


def names(*templates: str) -> set[str]:
    return {name for template in templates for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code: str) -> None:
    entry = catalogue()[code]
    assert entry["severity"] in ("error", "warning")
    assert set(entry) - {"severity"} - OPTIONAL - RULE == REQUIRED
    assert all(entry[key].strip() for key in entry if key != "needs")
    for suffix in ("_guess", "_see"):
        assert (f"zh{suffix}" in entry) == (f"en{suffix}" in entry)
        assert names(entry.get(f"zh{suffix}", "")) == names(entry.get(f"en{suffix}", ""))
    assert names(entry["zh"]) == names(entry["en"])
    assert names(entry["zh"], entry["zh_hint"]) == names(entry["en"], entry["en_hint"])


def test_sentences_of_the_command_line_are_in_both_languages() -> None:
    sentences = [entry for name, entry in catalogue().items() if name.startswith("cli.")]
    assert len(sentences) > 20
    for sentence in sentences:
        assert set(sentence) == {"zh", "en"}
        assert all(sentence.values())
        assert names(sentence["zh"]) == names(sentence["en"])
    assert phrase("no_code", "zh", word="GWR999") == "没有代码 GWR999。"
    assert phrase("no_code", "en", word="GWR999") == "there is no code GWR999."


def test_a_hint_guesses_only_when_there_is_a_guess() -> None:
    wild = fault("GWR102", HERE, key="标签", guess="", known="label, value")
    near = fault("GWR102", HERE, key="lable", guess="label", known="label, value")
    assert (wild.hint("zh"), near.hint("zh")) == ("这里可以写：label, value。", "是不是想写“label”？")
    assert (wild.hint("en"), near.hint("en")) == ("it is one of: label, value.", "did you mean “label”?")


def test_other_places_are_named_by_the_code_or_by_what_stands_there() -> None:
    place = Related(HERE, "男 7人")
    assert fault("GWR004", HERE).note(place, "zh") == "先写在这里"
    assert fault("GWR301", HERE).note(place, "en") == "男 7人"


def test_values_with_braces_and_percent_signs_print_as_they_are() -> None:
    assert "“{value}%s”" in fault("GWR106", Span("a", 1, 1, 2), value="{value}%s").message("zh")


def test_an_error_holds_all_faults() -> None:
    found = fault("GWR201", HERE, name="总人口", guess="人口"), fault("GWR205", Span("figures.yaml", 3, 1, 3), name="户数")
    error = ContentError(found)
    assert error.diagnostics == found
    assert "plan.yaml:2:15 GWR201" in str(error)
