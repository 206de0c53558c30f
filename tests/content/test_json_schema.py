"""What the schemas let an editor accept, and what they refuse, measured against the reader."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import RootModel

from gwr_docs.builder.schemas import schema_files, schema_name
from gwr_docs.content.json_schema import json_schema, name_of
from gwr_docs.content.nodes import Mapping, Node, Sequence
from gwr_docs.content.reader import read_nodes
from gwr_docs.content.reading import read_report
from gwr_docs.content.schema import FILES, SHAPES
from gwr_docs.content.source import decode
from tests.conftest import SHIPPED, STARTER
from tests.content.fixtures import DATA, HERE, minimal, planted, read_cases

WORDS = tomllib.loads(files("gwr_docs").joinpath("fields.toml").read_text(encoding="utf-8"))
CASES = tuple(read_cases(HERE / "faults.md"))
NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
# Faults of one file's shape, which a schema can say.
TOLD = {"GWR101", "GWR102", "GWR103", "GWR104", "GWR105", "GWR112", "GWR113", "GWR114", "GWR120", "GWR208", "GWR209"}


def as_an_editor_reads(node: Node) -> Any:
    """YAML 1.2: what looks like a number, a truth value or nothing is one."""
    if isinstance(node, Sequence):
        return [as_an_editor_reads(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: as_an_editor_reads(value) for key, value in node.entries}
    if node.empty and not node.text:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    return float(node.text) if NUMBER.fullmatch(node.text) else node.text


@cache
def validator(file: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema(file, {}, "zh"))


def complaints(contents: dict[str, bytes]) -> list[str]:
    """What an editor complains of; files that are not YAML are beyond a schema."""
    found = []
    for file, data in contents.items():
        text, faults = decode(file, data)
        root = None if faults else read_nodes(file, text)[0]
        if file in FILES and root is not None:
            found += [f"{file}: {error.message[:80]}" for error in validator(file).iter_errors(as_an_editor_reads(root))]
    return found


FOLDERS = (SHIPPED, STARTER, *sorted(path for path in DATA.iterdir() if (path / "report.yaml").exists()))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_sound_content_is_accepted(folder: Any) -> None:
    assert complaints({path.name: path.read_bytes() for path in folder.glob("*.yaml")}) == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case.line}-{case.title}" for case in CASES])
def test_planted_faults_are_refused_where_a_schema_can_say_so_and_never_without_a_fault(case: Any) -> None:
    contents = {name: data for name, data in (minimal() | case.changed).items() if data is not None}
    said = complaints(contents)
    codes = {line.split()[1] for line in case.expected if line.startswith(tuple(FILES))}
    if codes and codes <= TOLD:
        assert said
    if said:
        assert any(diagnostic.is_error for diagnostic in read_report(contents)[1])


ACCEPTED = [  # file, and what a writer may well write in it
    ("figures", "人口: {value: 12}"),
    ("figures", "人口: {value: 3.50}"),
    ("figures", "人口: {value: true}"),
    ("figures", "人口: {value: 12人, change: }"),
    ("figures", "人口: {target: 增长10%}"),
    ("figures", "人口: {value: 12人, history: {2020: 11人}}"),
    ("figures", "人口:\n  value: >-\n    12人\n"),
    ("figures", "人口: {value: 12人}\n2022: {value: 1人, label: 2022}"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 2024年1月5日"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 2024-1-5\noptions: {cover: yes, annexes: Off, contents: 否}"),
    ("report", "title: 2022\nissuer: 某镇\ndate: 2099-12-31\nspeaker: {name: 王某}\nmeeting:\ndeck: {theme: dark}"),
    ("review", "title: 回顾\nopening: 【人口】\nparts:\n  - title: 一\n    numbered: 是\n    topics: [{title: 二, text: [三, 四]}]"),
    ("deck", "- layout: cover\n- {layout: section, part: review}\n- {layout: cards, title: 人口, figures: [人口]}"),
    ("deck", "[]"),
]
REFUSED = [
    ("figures", "人口: {label: 人}"),
    ("figures", "人口: {value: 1215人, valeu: 1}"),
    ("figures", "人口: {value: '1,215人'}"),
    ("figures", "人口: {value: １2人}"),
    ("figures", "人口: 12人"),
    ("figures", "人·口: {value: 12人}"),
    ("figures", "人口: {value: }"),
    ("figures", "人口: {value: [12人]}"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 2024-13-05"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 2024"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 1979-01-01"),
    ("report", "title: 报告\nissuer: 某镇\ndate: 2024-01-05\noptions: {cover: 好}"),
    ("report", "title:\nissuer: 某镇\ndate: 2024-01-05"),
    ("review", "title: 回顾\nparts: 三"),
    ("review", "title: 回顾\nopening: {一: 二}"),
    ("review", "title: |\n  回\n  顾\n"),
    ("review", "title: ' '"),
    ("deck", "- layout: covre"),
    ("deck", "- {layout: cards, title: 人口}"),
    ("deck", "- {layout: section, part: plann}"),
    ("deck", "- {layout: cover, number: 1}"),
    ("deck", "- {layout: chart, title: 人口, chart: {kind: line, series: {甲: [人口]}}}"),
    ("deck", "- {layout: chart, title: 人口, chart: {kind: pie, figures: [人口]}}"),
    ("deck", "- {layout: chart, title: 人口, chart: {kind: bar}}"),
    ("deck", "layout: cover"),
]


@pytest.mark.parametrize(("name", "text"), ACCEPTED)
def test_what_the_editor_accepts_the_reader_accepts(name: str, text: str) -> None:
    contents = planted(**{name: text})
    assert complaints(contents) == []
    assert [d for d in read_report(contents)[1] if d.span.file == f"{name}.yaml" and d.is_error] == []


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_what_the_editor_refuses_the_reader_refuses(name: str, text: str) -> None:
    contents = planted(**{name: text})
    assert complaints(contents) != []
    assert [d for d in read_report(contents)[1] if d.is_error] != []


GOOD: dict[str, Any] = yaml.safe_load((HERE / "every_field.yaml").read_text(encoding="utf-8"))
ODD = (
    *(
        "",
        "~",
        "null",
        "[]",
        "{}",
        "[一]",
        "[[一]]",
        "{一: 二}",
        "true",
        "no",
        "是",
        "' '",
        '"一\\n二"',
        "GWR301",
        "foo",
        "一.pptx",
        "../一.pptx",
    ),
    *(".inf", "-.INF", "0x1F", "3", "3.0", "+1", "1e3", "1_000", "12:30", "9" * 16, "٣人", "１人", "'1,215人'"),
    *("2024-02-30", "2024-2-9", "2024年4月31日"),
)
SHAPES_TOLD = TOLD | {"GWR103", "GWR107", "GWR111", "GWR130", "GWR207", "GWR211"}


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]" if isinstance(value, list) else str(value)


def variants(value: Any) -> Any:
    """A file's content with each of its values, lists and groups in turn given an odd one instead."""
    yield from ODD
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        for other in variants(part):
            changed = value.copy()
            changed[key] = other
            yield changed


@pytest.mark.parametrize("name", GOOD)
def test_the_reader_accepts_whatever_the_editor_accepts(name: str) -> None:
    assert complaints(planted(**{name: written(GOOD[name])})) == []
    wrong = []
    for value in variants(GOOD[name]):
        contents = planted(**{name: written(value)})
        if complaints(contents) == []:
            found = [d for d in read_report(contents)[1] if d.span.file == f"{name}.yaml" and d.is_error and d.code in SHAPES_TOLD]
            wrong += [f"{written(value)}: {d}" for d in found]
    assert wrong == []


def test_every_field_is_explained_in_both_languages() -> None:
    for shape in SHAPES:
        if issubclass(shape, RootModel):
            continue
        for name in shape.model_fields:
            about = WORDS[name_of(shape)][name]
            assert about["zh"], (shape, name)
            assert about["en"], (shape, name)
    for file in FILES:
        assert json_schema(file, WORDS, "zh")["description"] != json_schema(file, WORDS, "en")["description"]


def walk(schema: Any, path: str = "") -> Any:
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            yield from walk(value, f"{path}/{key}")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", FILES)
def test_every_choice_is_explained(file: str, lang: str) -> None:
    whole = json_schema(file, WORDS, lang)
    jsonschema.Draft7Validator.check_schema(whole)
    for path, schema in walk(whole):
        if "enumDescriptions" in schema:
            assert [
                choice for choice, words in zip(schema["enum"], schema["enumDescriptions"], strict=True) if choice and not words
            ] == [], path


def test_the_shipped_schemas_are_up_to_date() -> None:
    for name, data in schema_files().items():
        assert (SHIPPED / ".schema" / name).read_bytes() == data, "run gwr-docs schema"


@pytest.mark.parametrize("folder", [SHIPPED, STARTER], ids=lambda folder: folder.name)
def test_the_first_line_of_each_file_leads_to_its_schema(folder: Any) -> None:
    for file in FILES:
        first = (folder / file).read_text(encoding="utf-8").split("\n", 1)[0]
        assert first == f"# yaml-language-server: $schema=.schema/{schema_name(file)}"
