"""Broken and hostile input: every row of what must be withstood, and the tests that prove it. A row without a test, or one whose test
has gone, fails here."""

import ast
import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from gwr_docs.builder.checking import check_content, read_files
from gwr_docs.content.reading import read_report
from gwr_docs.theme.faces import FontBook
from tests.conftest import ROOT, SHIPPED, SMALL
from tests.content.fixtures import HERE as CONTENT
from tests.content.fixtures import minimal, planted, read_cases
from tests.test_cli import run

# Input -> cases of tests/content/faults.md by title, and tests by file:name.
ROWS: dict[str, tuple[str, ...]] = {
    "alias bomb, a list that holds itself": (
        "Alias",
        "Anchor on a list that holds itself",
        "test_robustness.py:test_an_alias_bomb_is_refused_at_its_anchor",
    ),
    "100,000 brackets": ("A hundred thousand brackets", "A hundred thousand braces", "A hundred thousand dashes", "Depth"),
    "duplicate key": ("Duplicate key", "Duplicate figure", "Three times"),
    "no, off, 012, 12:30, dates, 1_000": ("content/test_reading.py:test_scalars_keep_their_text",),
    ".inf, .nan, 10,000 digits": ("Values that are no numbers to any program",),
    "GBK, UTF-16": ("GBK", "GBK after lines of ASCII", "UTF-16 with its mark", "UTF-16 without a mark"),
    "BOM, CRLF": (
        "content/test_reading.py:test_line_ends_and_marks_change_nothing",
        "content/test_reading.py:test_columns_are_right_whatever_the_line_ends",
    ),
    "zero byte, lone surrogate, U+FFFE, C1": (
        "Zero byte",
        "Zero byte by escape",
        "Lone surrogate by escape",
        "Control of C1, and a non-character, in two lines",
    ),
    "bidi controls, zero width": ("Bidi marks and zero width", "An escape in the second line of a folded quotation"),
    "tab, wide spaces, full-width colon, -b, －b": (
        "Tab in the indent",
        "Wide space in the indent",
        "No-break space in the indent",
        "Full-width colon",
        "Dash without a space",
        "Full-width dash",
    ),
    "tags, several documents, merge keys": ("Tag", "Two documents", "Merge key", "test_robustness.py:test_tags_of_python_make_no_object"),
    "unknown key, missing key, wrong type": ("Unknown key", "Missing key", "Wrong type", "Unknown key alone in its group"),
    "unknown figure, unused figure, cycle": ("Unknown figure", "Unused figure", "Figures that include themselves", "A part of itself"),
    "parts that do not add up": ("Parts that do not add up", "Parts that do not add up, with scales"),
    "a character that no font has": ("A character that no font has", "Missing glyphs of a figure and of a slide"),
    "markup in text, =1+1, http:// as a category": (
        "content/test_reading.py:test_marks_in_text",
        "writers/test_pptx.py:test_a_category_that_looks_like_a_formula_stays_text",
        "writers/test_comma_separated.py:test_no_cell_becomes_a_formula",
        "test_robustness.py:test_markup_is_printed_and_reads_no_file",
    ),
    "a template that is absolute, has .., or is a link": (
        "A template outside the content folder",
        "builder/test_looks.py:test_only_files_of_the_content_folder_are_read",
        "test_robustness.py:test_a_template_behind_a_link_is_not_read",
        "test_robustness.py:test_an_absolute_template_is_not_read",
    ),
    "a logo of 30,000 × 30,000 pixels": ("test_robustness.py:test_pictures_are_never_read",),
    "output names CON, NUL, trailing dot, over 200 bytes": ("test_robustness.py:test_folders_that_no_system_takes_are_refused",),
    "output open elsewhere, folder read-only, disk full": (
        "builder/test_output.py:test_a_locked_file_is_tried_again_and_then_kept",
        "builder/test_beside.py:test_a_held_file_keeps_all_and_the_new_set_lies_beside",
        "test_cli.py:test_a_held_file_exits_3_and_says_where_the_new_ones_are",
        "builder/test_output.py:test_a_full_disk_leaves_every_earlier_file",
        "builder/test_output.py:test_other_errors_are_not_tried_again",
        "test_cli.py:test_a_file_that_cannot_be_written_exits_3",
    ),
    "killed at any moment": (
        "test_robustness.py:test_a_killed_build_leaves_whole_files",
        "builder/test_output.py:test_leftovers_of_a_killed_build_are_swept",
        "builder/test_output.py:test_what_was_replaced_is_put_back_when_a_later_file_fails",
    ),
    "two builds at once": ("test_robustness.py:test_builds_at_once_leave_the_set_of_one",),
    "console in GBK, pipe, NO_COLOR, no terminal": (
        "test_cli.py:test_a_console_in_cp936_shows_every_message",
        "test_cli.py:test_colours_on_a_terminal_unless_they_are_refused",
        "test_cli.py:test_json_goes_to_programs",
    ),
    "16 MB, 2,000,000 values, 20,000 characters": (
        "A file beyond 16 MB",
        "A paragraph of 20,001 characters",
        "content/test_reading.py:test_too_many_values",
        "content/test_reading.py:test_limits",
        "content/test_reading.py:test_hostile_files_are_refused_soon",
    ),
    "anything at all": ("content/test_mutations.py:test_no_spoiled_content_breaks_the_reader",),
}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_proved(row: str) -> None:
    titles = {case.title for case in read_cases(CONTENT / "faults.md")}
    for proof in ROWS[row]:
        file, found, name = proof.partition(".py:")
        if found:
            tree = ast.parse((ROOT / "tests" / f"{file}.py").read_text(encoding="utf-8"))
            assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, proof
        else:
            assert proof in titles, proof


def codes(files: dict[str, bytes]) -> list[str]:
    return [f"{d.span} {d.code}" for d in read_report(files)[1]]


def test_an_alias_bomb_is_refused_at_its_anchor() -> None:
    bomb = "title: 思路\na: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert codes(planted(plan=bomb)) == ["plan.yaml:2:4 GWR005"]


def test_tags_of_python_make_no_object() -> None:
    for tag in ("!!python/object/apply:os.system ['exit 1']", "!!python/name:os.system", "!!binary AAAA", "!x y"):
        assert codes(planted(plan=f"title: {tag}\n")) == ["plan.yaml:1:8 GWR005"]


def test_markup_is_printed_and_reads_no_file(tmp_path: Path) -> None:
    markup = "<img src='/etc/hostname'/><b>&amp;<para>=1+1"
    for name, data in planted(plan=f'title: 思路\nopening: "{markup}"\n').items():
        (tmp_path / name).write_bytes(data)
    done = run("build", "all", "--content", tmp_path, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    with zipfile.ZipFile(tmp_path / "out" / "briefing.docx") as package:
        assert escape(markup) in "".join(re.findall("<w:t[^>]*>([^<]*)", package.read("word/document.xml").decode()))
        assert not [name for name in package.namelist() if "media" in name]


def with_template(folder: Path, name: str) -> Path:
    content = Path(shutil.copytree(SMALL, folder / "content"))
    with (content / "report.yaml").open("a", encoding="utf-8") as file:
        file.write(f"deck: {{template: {name}}}\n")
    return content


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_a_template_behind_a_link_is_not_read(tmp_path: Path, book: FontBook) -> None:
    content = with_template(tmp_path, "模板.pptx")
    (tmp_path / "secret").write_bytes(b"PK\3\4")
    (content / "模板.pptx").symlink_to(tmp_path / "secret")
    files = read_files(content)
    assert "模板.pptx" not in files
    assert [d.code for d in check_content(files, book)[1]] == ["GWR115"]


def test_an_absolute_template_is_not_read(tmp_path: Path, book: FontBook) -> None:
    (tmp_path / "外.pptx").write_bytes(b"PK\3\4")
    files = read_files(with_template(tmp_path, str(tmp_path / "外.pptx")))
    assert all(name.endswith(".yaml") for name in files)
    assert [d.code for d in check_content(files, book)[1]] == ["GWR114"]


def test_pictures_are_never_read() -> None:
    """There is no field that names a picture; one of a template is copied, not decoded."""
    report = "title: 报告\nissuer: 某镇\ndate: 2024-12-20\nlogo: 大图.png\n"
    assert codes(planted(report=report)) == ["report.yaml:4:1 GWR102"]


@pytest.mark.parametrize(
    "name", ["CON", "nul", "com1.txt", "稿.", "稿 ", "a:b", "a*b", 'a"b', "a|b", "a\\b" if os.name != "nt" else "a?b", "字" * 67]
)
def test_folders_that_no_system_takes_are_refused(tmp_path: Path, name: str) -> None:
    for command in (("build", "pdf", "--content", SMALL, "--out"), ("init",), ("schema", "--content", SMALL, "--out")):
        done = run(*command, tmp_path / name)
        assert done.returncode == 2, done.stderr.decode()
        assert name[:8] in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_names_that_no_system_has_are_answered(tmp_path: Path) -> None:
    name = "长" * 100
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    with (content / "report.yaml").open("a", encoding="utf-8") as file:
        file.write(f"deck: {{template: {name}.pptx}}\n")
    for code, command in (
        (2, ("build", "pdf", "--out", tmp_path / name)),
        (2, ("init", name)),
        (2, ("check", "--content", name)),
        (2, ("check", name)),
        (1, ("check", "--content", content)),
    ):
        done = run(*command)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False), done.stderr.decode()


WRITER = """
import sys
from pathlib import Path
from gwr_docs.builder.output import write_files
for number in range(10_000):
    write_files(Path(sys.argv[1]), {name: str(number % 10).encode() * 300_000 for name in ("a.docx", "b.pptx")})
    if not number:
        print("ready", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_killed_build_leaves_whole_files(tmp_path: Path) -> None:
    chance = random.Random(1)
    for _ in range(8):
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        process = subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], env=environment, stdout=subprocess.PIPE)
        with contextlib.closing(process.stdout) if process.stdout else contextlib.nullcontext() as out:
            assert out is not None
            out.readline()
            time.sleep(chance.random() / 20)
            process.send_signal(signal.SIGKILL)
            process.wait()
        for name in ("a.docx", "b.pptx"):
            data = (tmp_path / name).read_bytes()
            assert len(data) == 300_000
            assert len(set(data)) == 1
    assert run("build", "pdf", "--content", SMALL, "--out", tmp_path).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b.pptx", "summary.pdf"]


def test_builds_at_once_leave_the_set_of_one(tmp_path: Path) -> None:
    for name, content in (("one", SMALL), ("two", SHIPPED)):
        assert run("build", "all", "--content", content, "--out", tmp_path / name).returncode == 0
    whole = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")]
    out = tmp_path / "both"
    command = [sys.executable, "-m", "gwr_docs", "build", "all", "--out", str(out), "--content"]
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | {"PYTHONPATH": str(ROOT / "src")}
    running = [subprocess.Popen([*command, str(content)], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
               for content in (SMALL, SHIPPED) * 2]  # fmt: skip
    assert [process.wait() for process in running] == [0] * 4
    assert {path.name: path.read_bytes() for path in out.iterdir()} in whole


def test_the_minimal_content_is_what_the_cases_change() -> None:
    assert codes(minimal()) == []
