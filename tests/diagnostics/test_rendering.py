"""Faults as a writer sees them: what is wrong, where, the lines, what to do; and as a program reads them."""

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from gwr_docs.builder.checking import check_content
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.diagnostics.rendering import MOST_SHOWN, Console, render, render_short, to_json
from tests.conftest import ROOT
from tests.content.fixtures import HERE as CONTENT_TESTS
from tests.content.fixtures import read_cases
from tests.content.test_faults import book, plant

SOURCES = {"plan.yaml": "title: 思路\nopening: 全镇人口【总人口】。\n"}
UNKNOWN = fault("GWR201", Span("plan.yaml", 2, 15, 18), name="总人口", guess="人口")
UNUSED = fault("GWR205", Span("figures.yaml", 3, 1, 3), name="户数")
TWICE = fault("GWR004", Span("plan.yaml", 2, 1, 8), key="title", line=1, related=[Related(Span("plan.yaml", 1, 1, 6), "title")])
LACKING = fault("GWR204", Span("plan.yaml", 2, 15, 18), figure="总人口", key="change",
                related=[Related(Span("figures.yaml", 12, 1, 4), "总人口")])  # fmt: skip
MANY = [fault("GWR205", Span("plan.yaml", line, 1, 2), name=str(line)) for line in range(MOST_SHOWN + 7, 0, -1)]


def test_a_fault_for_a_terminal() -> None:
    assert render([UNKNOWN], SOURCES).split("\n") == [
        "错误[GWR201] figures.yaml 里没有指标“总人口”",
        " --> plan.yaml:2:15",
        "2 | opening: 全镇人口【总人口】。",
        "  |                    ^^^^^^",
        "  = 办法: 是不是想写“人口”？",
    ]


def test_in_english_and_in_a_folder() -> None:
    shown = render([UNKNOWN], SOURCES, "en", Path("my content")).split("\n")
    assert shown[0] == "error[GWR201] figures.yaml has no figure “总人口”"
    assert shown[1] == f" --> {Path('my content') / 'plan.yaml'}:2:15"
    assert shown[4] == "  = help: did you mean “人口”?"


def test_a_warning_is_called_so_and_a_file_that_is_not_there_shows_no_line() -> None:
    assert render([UNUSED], {}).split("\n") == [
        "提醒[GWR205] 指标“户数”没有用到",
        " --> figures.yaml:3:1",
        "  = 办法: 在正文里引用它，或删掉它。",
    ]
    assert "warning[GWR205]" in render([UNUSED], {}, "en")


def test_both_duplicate_keys_are_shown() -> None:
    text = "title: 思路\ntitle: 再思\n"
    assert render([TWICE], {"plan.yaml": text}).split("\n")[1:-1] == [
        " --> plan.yaml:2:1",
        "1 | title: 思路",
        "  | ----- 先写在这里",
        "2 | title: 再思",
        "  | ^^^^^^^",
    ]


def test_a_place_in_another_file_is_shown_behind_it() -> None:
    figures = "\n" * 11 + "总人口: {value: 12人}\n"
    assert render([LACKING], SOURCES | {"figures.yaml": figures}).split("\n")[1:-1] == [
        "  --> plan.yaml:2:15",
        " 2 | opening: 全镇人口【总人口】。",
        "   |                    ^^^^^^",
        "  ::: figures.yaml:12:1",
        "12 | 总人口: {value: 12人}",
        "   | ------ 指标写在这里",
    ]


def test_a_sum_shows_its_whole_and_all_its_parts() -> None:
    case = next(case for case in read_cases(CONTENT_TESTS / "faults.md") if case.title == "Parts that do not add up")
    planted = plant(case)
    found = check_content(planted, book())[1]
    assert render(found, {name: data.decode() for name, data in planted.items()}).split("\n")[1:-1] == [
        " --> figures.yaml:2:10",
        "2 |   value: 12人",
        "  |          ^^^^",
        "...",
        "4 | 男: {value: 7人}",
        "  |             --- 男 7人",
        "5 | 女: {value: 6人}",
        "  |             --- 女 6人",
    ]


def test_at_most_fifty_are_shown_and_the_rest_counted() -> None:
    for shown in (render(MANY, {}), render_short(MANY)):
        assert shown.count("[GWR205]") == 50
        assert shown.endswith("\n还有 7 处没有列出。")
        assert re.findall(r"plan\.yaml:(\d+):", shown) == [str(line) for line in range(1, 51)]
    assert render(MANY, {}, "en").endswith("\n\n7 more not shown.")
    assert "没有列出" not in render(MANY[:50], {})


def test_sentences_are_broken_to_the_console() -> None:
    assert render([UNKNOWN], SOURCES, console=Console(34, flows=True)).split("\n") == [
        "错误[GWR201] figures.yaml 里没有指",
        "    标“总人口”",
        " --> plan.yaml:2:15",
        "2 | opening: 全镇人口【总人口】。",
        "  |                    ^^^^^^",
        "  = 办法: 是不是想写“人口”？",
    ]
    assert render([UNUSED], SOURCES, console=Console(35, flows=True)).split("\n")[-2:] == [
        "  = 办法: 在正文里引用它，或删掉",
        "          它。",
    ]


def test_of_many_those_of_one_file_do_not_crowd_out_the_others() -> None:
    others = [fault("GWR205", Span("zoo.yaml", line, 1, 2), name=str(line)) for line in range(1, 4)]
    shown = render_short([*MANY, *others])
    assert re.findall(r"zoo\.yaml:(\d+):", shown) == ["1", "2", "3"]
    assert len(re.findall(r"plan\.yaml:\d+:", shown)) == 47
    assert shown.endswith("\n还有 10 处没有列出。")


def test_all_are_shown_on_request() -> None:
    for shown in (render(MANY, {}, console=Console(most=None)), render_short(MANY, most=None)):
        assert shown.count("[GWR205]") == MOST_SHOWN + 7
        assert "没有列出" not in shown


def test_colours_only_where_they_are_wanted() -> None:
    plain, colored = render([TWICE, UNUSED], SOURCES), render([TWICE, UNUSED], SOURCES, console=Console(colored=True))
    assert "\033" not in plain
    assert re.sub(r"\033\[[0-9;]*m", "", colored) == plain
    assert "\033[1;31m错误[GWR004]" in colored
    assert "\033[1;33m提醒[GWR205]" in colored


def test_one_line_each_for_editors_and_grep() -> None:
    folder = Path("内容")
    assert render_short([UNKNOWN, UNUSED], "en", folder).split("\n") == [
        f"{folder / 'figures.yaml'}:3:1: warning[GWR205] the figure “户数” is not used",
        f"{folder / 'plan.yaml'}:2:15: error[GWR201] figures.yaml has no figure “总人口”",
    ]


def test_no_content_commands_the_terminal() -> None:
    """A key may hold escapes and line ends; they are shown, not obeyed."""
    evil = fault("GWR102", Span("plan.yaml", 1, 1, 5), key="\x1b]0;a\x07\n\u202eb", guess="\x1b[2J", known="")
    for shown in (render([evil], {"plan.yaml": "\x1b[2J: 一\n"}), render_short([evil])):
        assert not set(shown) & set("\x1b\x07\u202e")
    assert "\n" not in render_short([evil])


SCHEMA = json.loads(files("gwr_docs.diagnostics").joinpath("schema.json").read_text(encoding="utf-8"))


def test_json() -> None:
    whole = json.loads(to_json([TWICE, UNUSED], folder=Path("content")))
    assert {key: whole[key] for key in whole if key != "diagnostics"} == {"version": 1, "folder": "content", "errors": 1, "warnings": 1}
    assert whole["diagnostics"][0] == {
        "code": "GWR205",
        "severity": "warning",
        "file": "figures.yaml",
        "line": 3,
        "column": 1,
        "end": 3,
        "message": "指标“户数”没有用到",
        "hint": "在正文里引用它，或删掉它。",
        "related": [],
    }
    assert whole["diagnostics"][1]["related"] == [{"file": "plan.yaml", "line": 1, "column": 1, "end": 6, "text": "先写在这里"}]
    assert json.loads(to_json([UNKNOWN], "en"))["diagnostics"][0]["hint"] == "did you mean “人口”?"
    assert len(json.loads(to_json(MANY))["diagnostics"]) == len(MANY)


def test_the_json_of_the_docs_is_what_is_said() -> None:
    text = (ROOT / "docs" / "检查结果.md").read_text(encoding="utf-8")
    match = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert match is not None
    case = next(case for case in read_cases(CONTENT_TESTS / "faults.md") if case.title == "Parts that do not add up")
    assert json.loads(match[1]) == json.loads(to_json(check_content(plant(case), book())[1], folder=Path("content")))


def test_json_for_a_stream_that_is_not_utf8() -> None:
    assert to_json([UNKNOWN], ascii_only=True).isascii()
    assert json.loads(to_json([UNKNOWN], ascii_only=True)) == json.loads(to_json([UNKNOWN]))


@pytest.mark.parametrize("found", [[], [UNKNOWN], [TWICE, UNUSED, LACKING]])
def test_json_is_as_its_schema_says(found: list[Diagnostic]) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(to_json(found)), SCHEMA)
    spoiled = json.loads(to_json(found)) | {"version": 2}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoiled, SCHEMA)
