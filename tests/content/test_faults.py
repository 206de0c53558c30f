"""Every fault that content can hold: named by its code, at its line and column, in both languages, and alone."""

import time
from functools import cache

import pytest

from gwr_docs.builder.checking import check_content
from gwr_docs.diagnostics import Diagnostic, catalogue
from gwr_docs.theme.faces import FontBook, load_fonts
from tests.content.fixtures import HERE, Case, minimal, read_cases

CASES = tuple(read_cases(HERE / "faults.md"))
# Found when text is set or a template is opened, not in the content.
LATER = {"GWR402", "GWR403", "GWR404", "GWR405", "GWR116", "GWR117", "GWR118", "GWR119"}


@cache
def book() -> FontBook:
    return load_fonts()


def plant(case: Case) -> dict[str, bytes]:
    files = minimal() | {name: data for name, data in case.changed.items() if data is not None}
    return {name: data for name, data in files.items() if case.changed.get(name, data) is not None}


def shown(diagnostic: Diagnostic) -> list[str]:
    return [f"{diagnostic.span} {diagnostic.code}", *(f"see {place.span}" for place in diagnostic.related)]


def test_the_minimal_content_is_sound() -> None:
    report, found = check_content(minimal(), book())
    assert report is not None
    assert found == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.line}-{case.title}" for case in CASES])
def test_faults_are_named_where_they_stand(case: Case) -> None:
    start = time.perf_counter()
    report, found = check_content(plant(case), book())
    assert time.perf_counter() - start < 2
    assert [line for d in found for line in shown(d)] == [" ".join(line.split()[:2]) for line in case.expected]
    assert (report is None) == any(d.is_error for d in found)
    wanted = [line.split()[2:] for line in case.expected if not line.startswith("see ")]
    for diagnostic, words in zip(found, wanted, strict=True):
        assert diagnostic.span.end > diagnostic.span.column
        for lang in ("zh", "en"):
            assert diagnostic.message(lang)
            assert diagnostic.hint(lang)
            said = diagnostic.message(lang) + diagnostic.hint(lang)
            assert [word for word in words if word not in said] == []


def test_every_code_has_a_case() -> None:
    wording = {code for code, entry in catalogue().items() if "clause" in entry}  # tried in test_wording.py
    tried = {line.split()[1] for case in CASES for line in case.expected if not line.startswith("see ")}
    assert {code for code in catalogue() if code.startswith("GWR")} - wording - LATER - SLOW == tried - SLOW


SLOW = {"GWR015"}  # tried in test_reading.py with a smaller limit
