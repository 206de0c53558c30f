"""The checker of line breaks: good columns pass, planted faults are caught."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest
from tools.line_breaks import judge_elements, main
from tools.ragged_lines import ragged
from tools.tagged_lines import Element, read_elements

from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.ink import Ink
from gwr_docs.typeset.tags import Kind, Tag
from tests.writers.test_pdf_structure import text, write

Paragraphs = Sequence[Sequence[str]]
Read = Callable[..., list[Element]]
GOOD = (  # ten characters fill a line
    ("全镇经济保持平稳运行", "规上工业总产值同比增", "长百分之十八。"),
    ("招商引资工作稳步推进", "注册企业超过去年。"),
    ("安全生产工作扎实有力", "没有发生事故。"),
)
SHORT = (*GOOD, ("城建品质不断提升", "项目如期完成。"))  # two lines, the first too short


def column(paragraphs: Paragraphs, x: float = 50, kind: Kind = "P", parent: Tag | None = None) -> list[Ink]:
    """Lines of 12 pt, an em a character; each paragraph is an element."""
    rows = [(line, tag) for lines in paragraphs for tag in (Tag(kind, parent),) for line in lines]
    return [text(line, tag, x, 60 + 20 * number) for number, (line, tag) in enumerate(rows)]


def two_lines(first: str, then: str, kind: Kind = "P") -> list[Ink]:
    tag = Tag(kind)
    return [text(first, tag, y=400), text(then, tag, y=420)]


@pytest.fixture
def read(book: FontBook, tmp_path: Path) -> Read:
    def elements(*pages: Sequence[Ink]) -> list[Element]:
        path = tmp_path / "document.pdf"
        path.write_bytes(write(book, *pages))
        found = read_elements(path)
        assert found is not None
        return found

    return elements


def test_full_lines_pass(read: Read) -> None:
    assert ragged(read(column(GOOD))) == (4, [])


def test_a_ragged_line_of_a_column_is_caught(read: Read) -> None:
    spoilt = (("全镇经济保持平稳运", "行规上工业总产值同比", "增长百分之十八。"), *GOOD)
    assert ragged(read(column(spoilt))) == (6, ["p. 1 镇经济保持平稳运 -12.0 pt"])


def test_a_ragged_line_of_a_short_paragraph_is_caught(read: Read) -> None:
    assert [found[-8:] for found in ragged(read(column(SHORT)))[1]] == ["-24.0 pt"]


def test_a_line_that_runs_over_the_edge_is_caught(read: Read) -> None:
    assert ragged(read(column((*GOOD, ("城建品质不断提升项目如", "期完成。")))))[1]


def test_lines_off_by_little_are_caught(read: Read) -> None:
    tag = Tag("P")
    ink = [text("城建品质不断提升项目", tag, 52, 400), text("如期完成。", tag, 50, 420)]
    assert ragged(read([*column(GOOD), *ink]))[1] == ["p. 1 品质不断提升项目 +2.0 pt"]


def test_each_column_has_its_own_edge(read: Read) -> None:
    narrow = (("生态环境改善", "治理垃圾站。"), ("办事更加便利", "群众满意。"))
    assert ragged(read([*column(GOOD), *column(narrow, 220)]))[1] == []
    assert len(ragged(read([*column(SHORT), *column((*narrow, ("依法行政", "持续强化。")), 220)]))[1]) == 2


def test_a_paragraph_goes_on_in_the_next_column(read: Read) -> None:
    tag = Tag("P")
    over = [text("群众工作越来越细致入", tag, 50, 300), text("微全年走访一千余户困", tag, 220, 60), text("难家庭。", tag, 220, 80)]
    assert ragged(read([*column(GOOD), *over]))[1] == []
    short = [text("群众工作越来越细致", tag, 50, 300), *over[1:]]
    assert [found[-8:] for found in ragged(read([*column(GOOD), *short]))[1]] == ["-12.0 pt"]


def test_an_indent_and_the_blank_of_a_mark_are_no_fault(read: Read) -> None:
    tag = Tag("P")
    ink = [text("经济保持平稳运行", tag, 74, 300), text("规上工业增长比去年快，", tag, 50, 320), text("民生改善。", tag, 50, 340)]
    assert ragged(read([*column(GOOD), *ink]))[1] == [f"p. 1 {'业增长比去年快，'} +12.0 pt"]
    ink[1] = text("上工业增长比去年快，", tag, 56, 320)  # half of the mark over the edge
    assert ragged(read([*column(GOOD), *ink]))[1] == []


@pytest.mark.parametrize("kind", ["H2", "TH", "Caption", "Lbl", "TD"])
def test_what_is_not_justified_is_not_judged(read: Read, kind: Kind) -> None:
    assert ragged(read([*column(GOOD), *two_lines("很短", "标题", kind)]))[1] == []


@pytest.mark.parametrize(
    ("first", "then", "kind"),
    [
        ("全镇经济", "，稳中有进", "starts"),
        ("全镇经济（", "稳中有进）", "ends"),
        ("增长1", "8%", "split numbers"),
        ("增长18", "%以上", "starts"),
    ],
)
def test_a_forbidden_break_is_caught_in_every_element(read: Read, first: str, then: str, kind: str) -> None:
    for element in ("P", "TD", "H2"):
        assert judge_elements(read(two_lines(first, then, element)))[kind]
    assert not any(judge_elements(read(two_lines("全镇经济，", "增长18%", "P"))).values())


@pytest.mark.poppler
def test_a_cell_may_hold_a_mark_alone(book: FontBook, tmp_path: Path) -> None:
    path = tmp_path / "cells.pdf"
    path.write_bytes(write(book, [text(words, Tag("TD"), y=40 + 20 * row) for row, words in enumerate("％％％—％％")]))
    assert main([str(path)]) == 0
    path.write_bytes(stripped(path.read_bytes()))
    assert main([str(path)]) == 1


def stripped(data: bytes) -> bytes:
    """The same pages without their structure."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    return out.getvalue()


@pytest.mark.poppler
def test_the_command_fails_for_ragged_lines_unless_told_not_to(book: FontBook, tmp_path: Path) -> None:
    good, spoilt = tmp_path / "good.pdf", tmp_path / "spoilt.pdf"
    good.write_bytes(write(book, column(GOOD)))
    spoilt.write_bytes(write(book, column(SHORT)))
    assert main([str(good)]) == 0
    assert main([str(spoilt)]) == 1
    assert main(["--no-ragged", str(spoilt)]) == 0


@pytest.mark.poppler
def test_a_file_without_structure_is_judged_by_places(book: FontBook, tmp_path: Path) -> None:
    path = tmp_path / "untagged.pdf"
    lines = ["全镇经济保持平稳运行", "规上工业总产值同比增", "长百分之十八民生得到", "改善招商引资稳步推进", "注册企业超过去年。"]
    for paragraph, failed in ((lines, 0), ([*lines[:2], "长百分之十八", *lines[3:]], 1)):
        path.write_bytes(stripped(write(book, column((paragraph,)))))
        assert read_elements(path) is None
        assert main([str(path)]) == failed
