"""An editor with yaml-language-server: no complaint of sound files, one at the right line for each planted fault, and help in Chinese."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gwr_docs.builder.schemas import modeline, write_schemas
from gwr_docs.builder.starting import write_starter
from gwr_docs.content.schema import FILES
from tests.conftest import SHIPPED
from tests.content.language_server import LanguageServer
from tests.content.test_json_schema import ACCEPTED, REFUSED

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("内容")
    write_schemas(path / ".schema", "zh")
    return path


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    with LanguageServer(folder) as running:
        yield running


def written(folder: Path, name: str, number: int, text: str) -> Path:
    path = folder / f"{name}{number}.yaml"
    path.write_text(f"{modeline(name + '.yaml')}\n{text}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("file", FILES)
def test_the_shipped_content_and_the_starter_are_sound_to_an_editor(file: str, server: LanguageServer, tmp_path: Path) -> None:
    assert server.complaints(SHIPPED / file) == []
    assert server.complaints(write_starter(tmp_path / "新 报告") / file) == []


@pytest.mark.parametrize("number", range(len(ACCEPTED)), ids=[text for _, text in ACCEPTED])
def test_what_we_accept_is_sound_to_an_editor(number: int, server: LanguageServer, folder: Path) -> None:
    assert server.complaints(written(folder, ACCEPTED[number][0], number, ACCEPTED[number][1])) == []


@pytest.mark.parametrize("number", range(len(REFUSED)), ids=[text for _, text in REFUSED])
def test_what_we_refuse_is_marked_by_an_editor(number: int, server: LanguageServer, folder: Path) -> None:
    assert server.complaints(written(folder, REFUSED[number][0], 100 + number, REFUSED[number][1])) != []


SEEDED = (  # file, text to find, its replacement: a fault in that line
    ("report.yaml", "issuer: ", "isuer: "),
    ("report.yaml", "date: 2022-12-28", "date: 12月28日"),
    ("report.yaml", "  cover: 是", "  cover: 好"),
    ("review.yaml", "    topics:", "    topic:"),
    ("plan.yaml", "\nlead: ", "\nlaed: "),
    ("figures.yaml", "密接: {value: 1382人", "密接: {valeu: 1382人"),
    ("figures.yaml", "密接: {value: 1382人", "密接: {value: '1,382人'"),
    ("deck.yaml", "- layout: agenda", "- layout: agnda"),
    ("deck.yaml", "    kind: doughnut", "    kind: donut"),
)


@pytest.mark.parametrize("number", range(len(SEEDED)), ids=[new.strip() for _, _, new in SEEDED])
def test_a_fault_seeded_in_the_shipped_content_is_marked_in_its_line(number: int, server: LanguageServer, folder: Path) -> None:
    file, old, new = SEEDED[number]
    text = (SHIPPED / file).read_text(encoding="utf-8")
    assert old in text
    spoiled = text.replace(old, new, 1)
    path = folder / f"{number} {file}"
    path.write_text(spoiled, encoding="utf-8")
    line = spoiled[: spoiled.index(new) + len(new)].count("\n") + 1
    assert line in [at for at, _ in server.complaints(path)]


def test_an_editor_explains_a_field_in_chinese(server: LanguageServer, folder: Path) -> None:
    path = written(folder, "figures", 999, "人口: {value: 12人}")
    assert server.complaints(path) == []
    assert "千位不加逗号" in server.hover(path, 2, 7)
