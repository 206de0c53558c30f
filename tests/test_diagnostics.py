"""Faults as a writer sees them: place, words, the line with carets, what to do; and as a program reads them."""

import json
import string
from pathlib import Path

import pytest

from gwr_docs.diagnostics import (
    MOST_SHOWN,
    ContentError,
    Diagnostic,
    Related,
    Span,
    catalogue,
    fault,
    in_order,
    phrase,
    render,
    to_json,
    width,
)

SOURCES = {"plan.yaml": "title: 思路\nopening: 全镇人口【总人口】。\n"}
UNKNOWN = fault("GWR201", Span("plan.yaml", 2, 15, 18), name="总人口", guess="人口")
UNUSED = fault("GWR205", Span("figures.yaml", 3, 1, 3), name="户数")
CODES = [code for code in catalogue() if code.startswith("GWR")]


def carets(diagnostic: Diagnostic, text: str) -> tuple[str, str]:
    """The source line as shown, and the words that the carets stand under."""
    lines = render([diagnostic], {diagnostic.span.file: text}).split("\n")
    source, marks = (line.split(" | ", 1)[1] for line in lines[1:3])
    begin, count = len(marks) - len(marks.lstrip()), marks.count("^")
    assert marks == " " * begin + "^" * count
    under, column = "", 0
    for character in source:
        if begin <= column < begin + count:
            under += character
        column += width(character)
    return source, under


def test_a_fault_for_a_terminal() -> None:
    assert render([UNKNOWN], SOURCES).split("\n") == [
        "plan.yaml:2:15: 错误[GWR201] figures.yaml 里没有指标“总人口”",
        "  2 | opening: 全镇人口【总人口】。",
        "    |                    ^^^^^^",
        "  办法: 是不是想写“人口”？",
    ]


def test_in_english_and_in_a_folder() -> None:
    shown = render([UNKNOWN], SOURCES, "en", Path("my content")).split("\n")
    assert shown[0] == f"{Path('my content') / 'plan.yaml'}:2:15: error[GWR201] figures.yaml has no figure “总人口”"
    assert shown[3] == "  help: did you mean “人口”?"


def test_a_warning_is_called_so() -> None:
    assert render([UNUSED], {}).split("\n") == ["figures.yaml:3:1: 提醒[GWR205] 指标“户数”没有用到", "  办法: 在正文里引用它，或删掉它。"]
    assert ": warning[GWR205]" in render([UNUSED], {}, "en")


def test_other_places_are_listed() -> None:
    twice = fault("GWR004", Span("plan.yaml", 2, 1, 8), key="title", line=1, related=[Related(Span("plan.yaml", 1, 1, 6), "title")])
    assert "  另见 plan.yaml:1:1  title" in render([twice], SOURCES).split("\n")
    assert "  see plan.yaml:1:1  title" in render([twice], SOURCES, "en").split("\n")


@pytest.mark.parametrize(
    ("text", "first", "last", "under"),
    [
        ("title: 思路", 1, 6, "title"),
        ("全镇人口【总人口】。", 6, 9, "总人口"),
        ("，ａ，b，一", 4, 5, "b"),
        ("一\t二三", 3, 5, "二三"),
        ("一二", 3, 4, ""),  # past the end of the line
        ("长" * 200 + "错" + "句" * 200, 201, 202, "错"),
        ("a" * 200 + "xyz" + "b" * 200, 201, 204, "xyz"),
        ("长" * 60 + "错误", 61, 63, "错误"),
        ("错误" + "长" * 60, 1, 3, "错误"),
    ],
)
def test_carets_stand_under_the_fault(text: str, first: int, last: int, under: str) -> None:
    source, found = carets(fault("GWR205", Span("plan.yaml", 1, first, last), name="一"), text)
    assert found == under
    assert under.replace("\t", "→") in source


def test_long_lines_are_cut_on_both_sides() -> None:
    source, _ = carets(fault("GWR205", Span("plan.yaml", 1, 201, 202), name="一"), "长" * 200 + "错" + "句" * 200)
    assert source == "…" + "长" * 24 + "错" + "句" * 40 + "…"


def test_unseen_characters_show_in_the_line() -> None:
    source, under = carets(fault("GWR007", Span("plan.yaml", 1, 1, 3)), "\u3000\u00a0一")
    assert source == "□□一"
    assert under == "□□"


def test_lines_are_counted_as_editors_do() -> None:
    for text in ("一\u2028二\x0c三\n四\n", "一\r\n四\r\n", "一\r四\r", "\ufeff一\n四"):
        assert carets(fault("GWR205", Span("plan.yaml", 2, 1, 2), name="一"), text) == ("四", "四")
    assert carets(fault("GWR205", Span("plan.yaml", 1, 2, 3), name="一"), "\ufeff一二\r\n") == ("一二", "二")


def test_at_most_fifty_are_shown_and_the_rest_counted() -> None:
    many = [fault("GWR205", Span("plan.yaml", line, 1, 2), name=str(line)) for line in range(MOST_SHOWN + 7, 0, -1)]
    shown = render(many, {})
    assert shown.count("[GWR205]") == 50
    assert shown.endswith("\n\n还有 7 处没有列出。")
    assert render(many, {}, "en").endswith("\n\n7 more not shown.")
    assert shown.startswith("plan.yaml:1:1:")
    assert "没有列出" not in render(many[:50], {})


def test_order_is_by_place_and_each_comes_once() -> None:
    a, b = fault("GWR205", Span("b.yaml", 1, 1, 2), name="甲"), fault("GWR205", Span("a.yaml", 10, 1, 2), name="乙")
    c = fault("GWR205", Span("a.yaml", 9, 5, 6), name="丙")
    assert in_order([a, b, c, a]) == (c, b, a)


def test_json() -> None:
    twice = fault("GWR004", Span("plan.yaml", 2, 1, 8), key="title", line=1, related=[Related(Span("plan.yaml", 1, 1, 6), "title")])
    assert json.loads(to_json([twice, UNUSED])) == [
        {
            "code": "GWR205",
            "severity": "warning",
            "file": "figures.yaml",
            "line": 3,
            "column": 1,
            "end": 3,
            "message": "指标“户数”没有用到",
            "hint": "在正文里引用它，或删掉它。",
            "related": [],
        },
        {
            "code": "GWR004",
            "severity": "error",
            "file": "plan.yaml",
            "line": 2,
            "column": 1,
            "end": 8,
            "message": "“title”写了两次，第 1 行已经有了",
            "hint": "两处只留一处。",
            "related": [{"file": "plan.yaml", "line": 1, "column": 1, "text": "title"}],
        },
    ]
    assert json.loads(to_json([UNKNOWN], "en"))[0]["hint"] == "did you mean “人口”?"
    assert json.loads(to_json([])) == []


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code: str) -> None:
    entry = catalogue()[code]
    assert entry["severity"] in ("error", "warning")
    assert all(entry[key].strip() for key in ("zh", "zh_hint", "en", "en_hint"))
    assert names(entry["zh"]) == names(entry["en"])
    assert names(entry["zh"] + entry["zh_hint"]) == names(entry["en"] + entry["en_hint"])


def test_values_with_braces_and_percent_signs_print_as_they_are() -> None:
    assert "“{value}%s”" in fault("GWR106", Span("a", 1, 1, 2), value="{value}%s").message("zh")


def test_sentences_of_the_command_line() -> None:
    assert phrase("faults", "zh", errors=2, warnings=1) == "2 处错误，1 处提醒。"
    assert phrase("faults", "en", errors=2, warnings=1) == "2 errors, 1 warnings."


def test_an_error_holds_all_faults() -> None:
    error = ContentError([UNKNOWN, UNUSED])
    assert error.diagnostics == (UNKNOWN, UNUSED)
    assert "plan.yaml:2:15 GWR201" in str(error)
