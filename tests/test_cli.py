"""The command line as its users meet it: exit codes, messages, files, consoles, folders."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from gwr_docs.builder.beside import BESIDE
from gwr_docs.cli import cli
from gwr_docs.diagnostics.excerpts import width
from tests.builder.conftest import hold
from tests.conftest import ROOT, SHIPPED, SMALL

FILES = ("briefing.docx", "deck.pptx", "summary.pdf")
SCHEMAS = ["deck.json", "figures.json", "glossary.json", "plan.json", "report.json", "review.json"]


def run(*arguments: str | Path, cwd: Path = ROOT, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gwr_docs", *map(str, arguments)]
    kept = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "GWR_LANG", "COLUMNS")}
    paths = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    return subprocess.run(command, cwd=cwd, env={**kept, "PYTHONPATH": paths, **(environment or {})}, capture_output=True, check=False)


def sums(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped content without the warnings that it has."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "content"))
    with (folder / "report.yaml").open("a", encoding="utf-8") as file:
        file.write("checks: {off: [GWR701, GWR702, GWR703, GWR710, GWR715, GWR730]}\n")
    return folder


def test_build_all_says_what_it_wrote(tmp_path: Path) -> None:
    done = run("build", "all", "--content", SHIPPED, "--out", tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr.decode() == f'14 处提醒，没有列出，不妨碍生成；逐条查看：gwr-docs check --content "{SHIPPED}"\n'
    rows = done.stdout.decode().splitlines()
    assert [row.split("　")[0] for row in rows] == [str(tmp_path / name) for name in FILES]
    assert re.search(r"约 29 页　\d+\.\d\d 秒", rows[0])
    assert re.search(r"32 张　", rows[1])
    assert re.search(r"　4 页　", rows[2])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_verbose_tells_the_headings_that_word_sets_on_another_page(copy: Path, tmp_path: Path) -> None:
    done = run("build", "docx", "--verbose", "--content", copy, "--out", tmp_path)
    assert (done.returncode, done.stderr.decode()) == (0, "Word 里预计页码相同\n")
    path = copy / "report.yaml"
    text = path.read_text(encoding="utf-8")
    # Word hangs the comma behind each line of 28 characters (the first has 26); LibreOffice sets the comma within the lines.
    path.write_text(text.replace("salutation: ", f"salutation: {'字' * 26}，{('字' * 28 + '，') * 360}"), encoding="utf-8")
    done = run("--lang", "en", "build", "docx", "-v", "--content", copy, "--out", tmp_path)
    assert done.returncode == 0
    rows = [re.fullmatch(r"“(.+)” is on page (\d+), in Word on page (\d+) as predicted", row) for row in done.stderr.decode().splitlines()]
    told = {row[1]: int(row[3]) - int(row[2]) for row in rows if row}
    assert len(told) == len(rows) > 3
    assert set(told.values()) == {-1}
    assert run("build", "docx", "--content", copy, "--out", tmp_path).stderr == b""


def test_one_target_builds_one_file(tmp_path: Path) -> None:
    assert run("build", "pdf", "--content", SMALL, "--out", tmp_path).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]


def test_the_small_report_builds_all_three(tmp_path: Path) -> None:
    done = run("build", "all", "--content", SMALL, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_same_bytes_under_other_seed_zone_and_locale(tmp_path: Path) -> None:
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    )
    for number, environment in enumerate(settings):
        done = run("build", "all", "--content", SHIPPED, "--out", tmp_path / str(number), environment=environment)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
    assert sums(tmp_path / "0") == sums(tmp_path / "1")


def test_source_date_epoch_dates_the_files(tmp_path: Path) -> None:
    run("build", "all", "--content", SMALL, "--out", tmp_path / "a")
    run("build", "all", "--content", SMALL, "--out", tmp_path / "b", environment={"SOURCE_DATE_EPOCH": "1700000000"})
    first, second = sums(tmp_path / "a"), sums(tmp_path / "b")
    assert all(first[name] != second[name] for name in FILES)


@pytest.mark.parametrize("epoch", ["tomorrow", "4354819200", "-1"])
def test_an_epoch_that_is_no_date_is_a_usage_error(epoch: str, tmp_path: Path) -> None:
    done = run("build", "pdf", "--content", SMALL, "--out", tmp_path, environment={"SOURCE_DATE_EPOCH": epoch})
    assert done.returncode == 2
    assert epoch in done.stderr.decode()


FAULTS = {  # file, text to find, its replacement, code, words of the message
    "unknown key": ("report.yaml", "issuer:", "isuer:", "GWR102", "isuer"),
    "unknown figure": ("review.yaml", "【转运车】", "【转运火车】", "GWR201", "转运火车"),
    "wrong sum": ("figures.yaml", "密接: {value: 1382人", "密接: {value: 1383人", "GWR301", "3163人"),
    "duplicate key": ("plan.yaml", "lead:", "title: 又一个\nlead:", "GWR004", "title"),
    "tab": ("review.yaml", "\n  - title:", "\n\t- title:", "GWR006", "Tab"),
    "full-width colon": ("report.yaml", "meeting: ", "meeting：", "GWR008", "meeting"),
    "missing glyph": ("report.yaml", "于示川", "于示\U00020000", "GWR401", "U+20000"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_said_with_its_place_and_leaves_earlier_files(name: str, copy: Path, tmp_path: Path) -> None:
    file, old, new, code, word = FAULTS[name]
    out = tmp_path / "build"
    assert run("build", "all", "--content", copy, "--out", out).returncode == 0
    before = sums(out)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    changed = text.replace(old, new, 1)
    done = run("build", "all", "--content", copy, "--out", out)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert done.stdout == b""
    match = re.search(rf"错误\[{code}\] (?P<words>.*)\n +--> {re.escape(str(copy / file))}:(?P<line>\d+):(?P<column>\d+)\n", said)
    assert match is not None, said
    assert word in match["words"]
    line = changed.splitlines()[int(match["line"]) - 1]
    assert 1 <= int(match["column"]) <= len(line) + 1
    assert "办法: " in said
    assert sums(out) == before


def test_a_gbk_file_is_named_as_such(copy: Path, tmp_path: Path) -> None:
    path = copy / "plan.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    done = run("build", "all", "--content", copy, "--out", tmp_path / "build")
    assert done.returncode == 1
    assert re.search(r"错误\[GWR001\] 文件不是 UTF-8 编码.*GBK.*\n --> .*plan\.yaml:\d+:\d+\n", done.stderr.decode())
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_lines_of_another_encoding_are_shown_as_they_are(encoding: str, copy: Path) -> None:
    (copy / "glossary.yaml").write_bytes("六稳: 稳就业、稳金融。\n".encode(encoding))
    said = run("check", "--content", copy).stderr.decode()
    assert "1 | 六稳: 稳就业、稳金融。\n  | ^" in said


def test_check_opens_no_font() -> None:
    code = """
import sys
sys.addaudithook(lambda event, arguments: print(arguments[0]) if event == "open" else None)
from gwr_docs.cli import cli
cli(["check"])
"""
    paths = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, check=True)
    opened = {Path(line).suffix for line in done.stdout.decode().splitlines()}
    assert ".json" in opened  # the tables of the fonts
    assert opened.isdisjoint({".ttf", ".otf", ".ttc"})


def test_check_reports_and_writes_nothing(copy: Path) -> None:
    done = run("check", "--content", copy)
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.fullmatch(r"没有发现错误：\d+ 个指标，34 个小标题。\n", done.stdout.decode())


def test_errors_of_the_content_come_with_word_that_the_layout_was_not_tried(copy: Path, tmp_path: Path) -> None:
    later = "还有读不成的地方后面的错、版面（文字放不放得下），要等这些错误改完再查。"
    assert later not in run("check", "--content", copy).stderr.decode()
    text = (copy / "report.yaml").read_text(encoding="utf-8")
    (copy / "report.yaml").write_text(text.replace("issuer:", "isuer:"), encoding="utf-8")
    for command in (("check",), ("build", "pdf", "--out", tmp_path / "out")):
        assert later in run(*command, "--content", copy).stderr.decode()
    assert later not in run("check", "--json", "--content", copy).stderr.decode()


def test_english_on_request(copy: Path) -> None:
    text = (copy / "report.yaml").read_text(encoding="utf-8")
    (copy / "report.yaml").write_text(text.replace("issuer:", "isuer:"), encoding="utf-8")
    for done in (run("--lang", "en", "check", "--content", copy), run("check", "--content", copy, environment={"GWR_LANG": "en"})):
        assert done.returncode == 1
        assert "error[GWR102]" in done.stderr.decode()
        assert "help: did you mean “issuer”?" in done.stderr.decode()


def test_a_console_in_cp936_shows_every_message(copy: Path, tmp_path: Path) -> None:
    text = (copy / "report.yaml").read_text(encoding="utf-8")
    (copy / "report.yaml").write_text(text.replace("于示川", "于\U0002cb5a\U00020000"), encoding="utf-8")
    environment = {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = run("check", "--content", copy, environment=environment)
    assert done.returncode == 1
    assert "没有一种字体有" in done.stderr.decode("cp936")
    done = run("build", "pdf", "--content", SMALL, "--out", tmp_path / "out", environment=environment)
    assert done.returncode == 0
    assert "1 页" in done.stdout.decode("cp936")


def test_any_folder_and_chinese_paths_with_spaces(tmp_path: Path) -> None:
    home = tmp_path / "办公室 资料"
    content = Path(shutil.copytree(SMALL, home / "报告 内容"))
    done = run("build", "all", "--content", "报告 内容", "--out", "成 品", cwd=home)
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(path.name for path in (home / "成 品").iterdir()) == sorted(FILES)
    assert sorted(path.name for path in content.iterdir()) == sorted(path.name for path in SMALL.iterdir())


def test_init_gives_a_report_that_builds(tmp_path: Path) -> None:
    done = run("init", tmp_path / "新 报告")
    assert done.returncode == 0, done.stderr.decode()
    assert "gwr-docs build all --content" in done.stdout.decode()
    assert sorted(path.name for path in (tmp_path / "新 报告" / "content" / ".schema").iterdir()) == SCHEMAS
    assert (tmp_path / "新 报告" / ".vscode" / "settings.json").exists()
    done = run("build", "all", "--content", tmp_path / "新 报告", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, b"")
    assert run("init", tmp_path / "新 报告").returncode == 2


@pytest.mark.parametrize("arguments", [("build", "odt"), ("make",), ("check", "--content", "nowhere"), ("build", "--size")])
def test_usage_errors_exit_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*arguments, cwd=tmp_path).returncode == 2


def test_a_file_that_cannot_be_written_exits_3(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file where the folder should be", encoding="utf-8")
    done = run("build", "pdf", "--content", SMALL, "--out", tmp_path / "build")
    assert done.returncode == 3
    assert "原有文件保持不变" in done.stderr.decode()
    assert (tmp_path / "build").read_text(encoding="utf-8") == "a file where the folder should be"


def test_a_held_file_exits_3_and_says_where_the_new_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "成品"
    command = ["build", "pdf", "--content", str(SMALL), "--out", str(out)]
    assert run(*command).returncode == 0
    before = (out / "summary.pdf").read_bytes()
    with monkeypatch.context() as patch, pytest.raises(SystemExit) as left:
        hold(patch, out / "summary.pdf")
        cli(command)
    said = capsys.readouterr()
    assert (left.value.code, said.out) == (3, "")
    assert said.err.startswith(f"{out / 'summary.pdf'} 换不了：正被别的程序")
    assert f"这次生成的文件全部存在“{out / BESIDE}”里。" in said.err
    assert (out / "summary.pdf").read_bytes() == before == (out / BESIDE / "summary.pdf").read_bytes()
    assert run(*command).returncode == 0
    assert [path.name for path in out.iterdir()] == ["summary.pdf"]


def spoiled(copy: Path) -> Path:
    (copy / "report.yaml").write_text((copy / "report.yaml").read_text(encoding="utf-8").replace("issuer:", "isuer:"), encoding="utf-8")
    return copy


def test_short_is_one_line_each(copy: Path) -> None:
    done = run("check", "--short", "--content", spoiled(copy))
    assert (done.returncode, done.stdout) == (1, b"")
    rows = done.stderr.decode().splitlines()
    assert [re.sub(r":\d+:\d+: ", " ", row) for row in rows] == [
        f"{copy / 'report.yaml'} 错误[GWR101] 缺少“issuer”",
        f"{copy / 'report.yaml'} 错误[GWR102] 不认识“isuer”",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp936"])
def test_json_goes_to_programs(encoding: str, copy: Path) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run("check", "--json", "--content", copy, environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["diagnostics"] == []
    done = run("check", "--json", "--content", spoiled(copy), environment=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    whole = json.loads(done.stdout.decode("utf-8"))
    assert whole["folder"] == str(copy)
    assert [(row["code"], row["message"]) for row in whole["diagnostics"]] == [("GWR101", "缺少“issuer”"), ("GWR102", "不认识“isuer”")]


def test_all_lists_more_than_fifty(copy: Path) -> None:
    (copy / "figures.yaml").write_text("人口: {value: 12人}\n" + "".join(f"甲{n}: {{valeu: 1人}}\n" for n in range(60)), encoding="utf-8")
    some, every = (run("check", "--short", *more, "--content", copy).stderr.decode().splitlines() for more in ((), ("--all",)))
    assert len(some) == 51
    assert some[-1] == f"还有 {len(every) - 50} 处没有列出。"
    assert len(every) > 60


def on_a_terminal(*arguments: str | Path, columns: int = 80, **environment: str) -> str:
    """What a terminal of so many columns receives."""
    pty = pytest.importorskip("pty", reason="needs a terminal of Unix")
    leader, follower = pty.openpty()
    paths = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    settings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "GWR_LANG")}
    settings |= {"PYTHONPATH": paths, "COLUMNS": str(columns), "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "gwr_docs", *map(str, arguments)], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=follower
    ):
        os.close(follower)
        received = b""
        with contextlib.suppress(OSError):  # Linux reports the end of a terminal as an error
            while data := os.read(leader, 65536):
                received += data
    os.close(leader)
    return received.decode()


def test_colours_on_a_terminal_unless_they_are_refused(copy: Path) -> None:
    assert "\033[1;31m错误[GWR101]" in on_a_terminal("check", "--content", spoiled(copy))
    assert "\033" not in on_a_terminal("check", "--content", copy, NO_COLOR="1")
    assert "\033" not in on_a_terminal("check", "--content", copy, TERM="dumb")


def test_lines_are_cut_to_the_terminal(copy: Path) -> None:
    text = (copy / "review.yaml").read_text(encoding="utf-8")
    (copy / "review.yaml").write_text(
        text.replace("【转运车】", "【转运火车】", 1).replace("，确保", "，确保" + "一定" * 80, 1), encoding="utf-8"
    )
    said = on_a_terminal("check", "--content", copy, columns=60, NO_COLOR="1").replace("\r", "")
    lines = [line for line in said.split("\n") if " | " in line]
    assert "【转运火车】" in lines[0]
    assert [width(line) <= 60 for line in lines] == [True, True]


def test_explain() -> None:
    done = run("explain", "301")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("GWR301　分项加起来不等于总数\n")
    assert "    人口: {value: 12人, parts: [男, 女]}" in done.stdout.decode()
    assert run("--lang", "en", "explain", "gwr301").stdout.decode().startswith("GWR301　The parts do not add up\n")
    rows = run("explain").stdout.decode().splitlines()
    assert len(rows) > 60
    assert "GWR301　分项加起来不等于总数" in rows


def test_explaining_needs_neither_yaml_nor_shapes() -> None:
    call = "gwr_docs.cli.cli(['explain', '301'], standalone_mode=False)"
    code = f"import sys, gwr_docs.cli; {call}; sys.exit(len({{'yaml', 'pydantic'}} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_init_keeps_the_settings_of_an_editor(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("{}", encoding="utf-8")
    assert run("init", tmp_path).returncode == 0
    assert (tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8") == "{}"
    assert (tmp_path / ".vscode" / "extensions.json").exists()


def test_schema_writes_beside_the_content_or_where_it_is_told(copy: Path, tmp_path: Path) -> None:
    shutil.rmtree(copy / ".schema")
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    done = run("schema", "--content", copy)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(Path(row).name for row in done.stdout.decode().splitlines()) == SCHEMAS
    assert "每个数字只写一次" in (copy / ".schema" / "figures.json").read_text(encoding="utf-8")
    assert {path.name: path.read_bytes() for path in copy.iterdir() if path.is_file()} == before
    assert run("--lang", "en", "schema", "--out", tmp_path / "schemas").returncode == 0
    assert "each number is written once" in (tmp_path / "schemas" / "figures.json").read_text(encoding="utf-8")
    assert run("schema", "--content", "nowhere", cwd=tmp_path).returncode == 2


def test_warnings_are_listed_by_check_and_counted_by_build(copy: Path, tmp_path: Path) -> None:
    plan = (copy / "plan.yaml").read_text(encoding="utf-8")
    (copy / "plan.yaml").write_text(plan.replace("lead: 为实现上述目标，", "lead: 为实现上述目标,"), encoding="utf-8")
    done = run("check", "--content", copy)
    assert done.returncode == 0
    assert "提醒[GWR711] 中文里用了半角的“,”" in done.stderr.decode()
    assert "没有发现错误" in done.stdout.decode()
    done = run("build", "pdf", "--content", copy, "--out", tmp_path / "out")
    assert done.returncode == 0
    assert done.stderr.decode().startswith("1 处提醒，没有列出")
    done = run("build", "pdf", "-v", "--content", copy, "--out", tmp_path / "out")
    assert (done.returncode, "提醒[GWR711]" in done.stderr.decode()) == (0, True)


def test_beside_errors_build_only_counts_warnings(copy: Path, tmp_path: Path) -> None:
    plan = (copy / "plan.yaml").read_text(encoding="utf-8")
    plan = plan.replace("lead: 为实现上述目标，", "lead: 为实现上述目标,").replace("title: 2023年工作思路", "title: 2023年工作思路【户】")
    (copy / "plan.yaml").write_text(plan, encoding="utf-8")
    done = run("build", "pdf", "--content", copy, "--out", tmp_path / "out")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "GWR210" in said
    assert "GWR711" not in said
    assert "1 处错误，1 处提醒。" in said


def test_strict_takes_warnings_for_errors(copy: Path, tmp_path: Path) -> None:
    assert run("check", "--strict", "--content", copy).returncode == 0
    assert run("build", "pdf", "--strict", "--content", copy, "--out", tmp_path / "out").returncode == 0
    for command in (("check",), ("check", "--json"), ("build", "pdf", "--out", tmp_path / "none")):
        done = run(*command, "--strict", "--content", SHIPPED)
        assert done.returncode == 1
        assert b"GWR701" in done.stdout + done.stderr
    assert not (tmp_path / "none").exists()


def test_a_pipe_has_the_width_that_columns_gives() -> None:
    said = run("check", "--content", SHIPPED, environment={"COLUMNS": "48"}).stderr.decode()
    lines = said.splitlines()[:-1]  # the last has a command to copy
    assert max(width(line) for line in lines if "-->" not in line) <= 48
    assert max(map(width, run("figures", "--content", SHIPPED, environment={"COLUMNS": "100"}).stdout.decode().splitlines())) <= 100


def test_figures_are_listed_for_a_console_a_spreadsheet_and_a_program() -> None:
    done = run("figures", "--content", SHIPPED)
    assert (done.returncode, done.stderr) == (0, b"")
    head, first, *_ = done.stdout.decode().splitlines()
    assert head.split() == ["指标", "数值", "数", "单位", "增减", "目标", "页", "幻灯片", "引用处"]
    assert re.fullmatch(r"坚守一线人员 +800余名 +800 +名 +2 +5 +review\.yaml:\d+,\d+ deck\.yaml:\d+,\d+", first)
    done = run("figures", "--format", "csv", "--content", SHIPPED)
    assert done.stdout.startswith("\ufeff指标,短名,数值,数,单位".encode())
    done = run("figures", "--format", "json", "--content", SHIPPED, environment={"PYTHONIOENCODING": "cp936"})
    assert [figure["value"] for figure in json.loads(done.stdout)["figures"]][:2] == ["800余名", "40000余名次"]
