"""Folders as writers leave them: wrong names, copies, another folder than was meant."""

import json
import shutil
from pathlib import Path

import pytest

from gwr_docs.builder.checking import read_files
from gwr_docs.content.neighbours import is_neighbour, meant
from tests.conftest import SMALL
from tests.test_cli import run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "报告"))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("figures.yaml.txt", "figures.yaml"),
        ("figures.txt", "figures.yaml"),
        ("figures.yml", "figures.yaml"),
        ("Figures.YAML", "figures.yaml"),
        ("figure.yaml", "figures.yaml"),
        ("deck (2).yaml", "deck.yaml"),
        ("deck - 副本.yaml", "deck.yaml"),
        ("复件 review.yaml", "review.yaml"),
        ("compose.yaml", ""),
    ],
)
def test_what_a_name_was_meant_to_be(name: str, file: str) -> None:
    assert is_neighbour(name)
    assert meant(name) == file


@pytest.mark.parametrize("name", ["figures.yaml", "模板.pptx", "说明.txt", ".figures.yaml", "~figures.yaml", "figures.xlsx"])
def test_names_that_nobody_takes_for_content(name: str) -> None:
    assert not is_neighbour(name)


@pytest.mark.parametrize("name", ["figures.yaml.txt", "figures.yml", "Figures.YAML"])
def test_a_missing_file_is_found_under_its_wrong_name(name: str, content: Path) -> None:
    (content / "figures.yaml").rename(content / name)
    if (content / "figures.yaml").exists():
        pytest.skip("a system that takes no notice of case")
    done = run("check", "--json", "--content", content)
    assert done.returncode == 1
    found = json.loads(done.stdout)["diagnostics"]
    assert [row["code"] for row in found] == ["GWR108"]
    assert found[0]["hint"].startswith(f"这里有 {name}：把它改名为 figures.yaml")


def test_copies_are_told_and_not_read(content: Path, tmp_path: Path) -> None:
    (content / "deck (2).yaml").write_text("不是: [内容", encoding="utf-8")
    (content / "docker").mkdir()
    done = run("check", "--content", content)
    assert done.returncode == 0
    first, place, hint, *_ = done.stderr.decode().splitlines()
    assert first.startswith("提醒[GWR132] deck (2).yaml 没有读")
    assert place == f" --> {content / 'deck (2).yaml'}:1:1"
    assert hint.startswith("  = 办法: 要用它，就改名为 deck.yaml")
    assert read_files(content)["deck (2).yaml"] == b""
    done = run("build", "pdf", "--content", content, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr.decode()[:4]) == (0, "1 处提")


@pytest.mark.parametrize("command", [("check",), ("build", "pdf"), ("figures",)])
def test_another_folder_gets_one_message(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").touch()
    done = run(*command, "--content", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        f"错误：“{tmp_path}”不是内容文件夹，里面没有 report.yaml 等文件。用 --content 指明内容文件夹，或用 gwr-docs init 生成样例。"
    ]


def test_the_folder_that_was_meant_is_guessed(content: Path) -> None:
    assert f'是不是 --content "{content}"？' in run("check", "--content", content.parent).stderr.decode()
    shutil.copytree(content, content.parent / "另一份")
    assert "是不是" not in run("check", "--content", content.parent).stderr.decode()
    (content / "build").mkdir()
    assert f'是不是 --content "{content}"？' in run("check", "--content", content / "build").stderr.decode()
    assert '是不是 --content "."？' in run("check", cwd=content).stderr.decode()


def test_no_starter_is_put_into_a_report(content: Path) -> None:
    before = sorted(content.iterdir())
    done = run("init", content)
    assert done.returncode == 2
    assert f"{content / 'report.yaml'} 已经有了，没有覆盖。" in done.stderr.decode()
    assert sorted(content.iterdir()) == before
