"""Commands that are typed wrong, and help: in the reader's language alone, with the nearest right one."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from gwr_docs.diagnostics.excerpts import width
from tests.conftest import SHIPPED, SMALL
from tests.test_cli import run

COMMANDS = ("build", "check", "explain", "figures", "init", "schema")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "没有命令 chek。是不是想写 check？"),
        (("检查",), "没有命令 检查。是不是想写 check？"),
        (("生成", "all"), "没有命令 生成。是不是想写 build？"),
        (("总览",), "没有命令 总览。可以写：build check explain figures init schema"),
        (("build", "dcox"), "这里不能写 dcox。是不是想写 docx？"),
        (("build", "Word"), "这里不能写 Word。是不是想写 docx？"),
        (("build", "ppt"), "这里不能写 ppt。是不是想写 pptx？"),
        (("build", "我的报告"), '这里不能写 我的报告。要用这个文件夹里的内容，写 --content "我的报告"。'),
        (("check", "我的报告"), '多写了 我的报告，这里用不上。要用这个文件夹里的内容，写 --content "我的报告"。'),
        (("check", "clean"), "多写了 clean，这里用不上。"),
        (("build", "--bokklet"), "没有选项 --bokklet。是不是想写 --booklet？"),
        (("check", "--out", "x"), "没有选项 --out。可以写："),
        (("check", "--content"), "--content 后面要写一个值。"),
        (("check", "--all=1"), "--all 后面不写值。"),
        (("--lnag", "en", "check"), "没有选项 --lnag。是不是想写 --lang？"),
        (("check", "--lang", "cn"), "这里不能写 cn。是不是想写 zh？"),
        (("check", "--lang", "fr"), "这里不能写 fr。可以写：zh en"),
        (("check", "--lang"), "--lang 后面要写一个值。"),
        (("init",), "命令后面要写文件夹。"),
        (("init", "我的文件"), "我的文件 是文件，不是文件夹。"),
        (("explain", "99"), "没有代码 99。全部代码：gwr-docs explain"),
        (("explain", "GRW301"), "没有代码 GRW301。是不是想写 GWR301？"),
        (("--lang", "en", "chek"), "there is no command chek. Did you mean check?"),
        (("chek", "--lang=en"), "there is no command chek. Did you mean check?"),
    ],
)
def test_mistyped_commands(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "我的报告").mkdir()
    (tmp_path / "我的文件").touch()
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode().splitlines()
    assert said in told[0]
    if "--lang=en" not in arguments and "en" not in arguments:
        assert english(told[1:]) == set()


def english(lines: Iterable[str]) -> set[str]:
    """The words of letters that are not names: of commands, options, formats and what may be chosen."""
    names = {*COMMANDS, "gwr", "docs", "zh", "en", "docx", "pptx", "pdf", "all", "report", "YAML", "Word", "PPT", "PDF", "JSON", "Schema"}
    text = re.sub(r"-{1,2}[a-z]+|\[[a-z|]+\]|不写就是 \w+", "", "\n".join(lines))
    return set(re.findall("[A-Za-z]{2,}", text)) - names


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_in_one_language_and_fits_the_console(command: tuple[str, ...]) -> None:
    for more in ({"COLUMNS": "60"}, {"COLUMNS": "200"}):
        own = run(*command, "--help", environment=more).stdout.decode().splitlines()
        assert own[0].startswith("写法：gwr-docs")
        assert english(own) == set()
        assert all(width(line) <= int(more["COLUMNS"]) for line in own[1:])
    for arguments in (("--lang", "en", *command, "--help"), (*command, "--help", "--lang", "en")):
        done = run(*arguments)
        assert done.returncode == 0
        assert done.stdout.decode().startswith("usage: gwr-docs")
        assert done.stdout.isascii()


def test_nothing_typed_gives_help() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == run("--help").stdout.decode()


def test_the_language_may_stand_behind_the_command() -> None:
    assert run("check", "--content", SMALL, "--lang", "en").stdout.startswith(b"no errors")
    assert run("check", "--lang=en", "--content", SMALL).stdout.startswith(b"no errors")
    assert run("explain", "301", "--lang", "en").stdout.startswith("GWR301　The parts".encode())


def test_strict_says_why_it_fails(tmp_path: Path) -> None:
    for command in (("check",), ("build", "pdf", "--out", tmp_path / "out")):
        done = run(*command, "--strict", "--content", SHIPPED)
        assert done.returncode == 1
        assert "0 处错误，14 处提醒" in done.stderr.decode()
        assert "用了 --strict，有提醒就不算通过。" in done.stderr.decode()
