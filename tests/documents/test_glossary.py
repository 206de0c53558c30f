"""Marks of the glossary: behind the term where it first stands, numbered in the order of the text."""

import pytest

from gwr_docs.diagnostics import Span
from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.documents.glossary import add_glossary
from gwr_docs.documents.runs import Emphasis, Run, made, plain
from gwr_docs.model.glossary import Term
from gwr_docs.model.inline import Place, Text
from gwr_docs.model.report import Report

MEANING = ((Text("解释。", Place("glossary.yaml", 1, 1)),),)


def terms(*names: str) -> tuple[Term, ...]:
    return tuple(Term(name, Span("glossary.yaml", 1, 1, 2), MEANING) for name in names)


def marked(text: str, *names: str) -> list[str]:
    return [plain(block.runs) for block in add_glossary([Block(Role.BODY, made(text))], terms(*names), {})]


@pytest.mark.parametrize(
    ("names", "text", "printed"),
    [
        (["双碳"], "推进双碳工作", "推进双碳[1]工作"),
        (["双碳"], "推进“双碳”工作", "推进“双碳”[1]工作"),
        (["双碳"], "推进『双碳』工作", "推进『双碳』[1]工作"),
        (["双碳"], "双碳，又是双碳", "双碳[1]，又是双碳"),
        (["双碳"], "碳达峰", "碳达峰"),
        (["双创", "双碳"], "双碳和双创", "双碳[1]和双创[2]"),
        (["密接", "次密接"], "次密接、密接", "次密接[1]、密接[2]"),
        (["密接"], "密接", "密接[1]"),
        (["条例"], "《探访条例》施行", "《探访条例》[1]施行"),
        (["a+b"], "测a+b值", "测a+b[1]值"),
        (["VOC"], "对VOCs企业、VOC企业", "对VOCs企业、VOC[1]企业"),
        (["5G"], "15G和5G网络", "15G和5G[1]网络"),
        (["110"], "2110万元，拨打110", "2110万元，拨打110[1]"),
    ],
)
def test_where_marks_stand(names: list[str], text: str, printed: str) -> None:
    assert marked(text, *names)[0] == printed


def test_titles_figures_and_headings_are_left_alone() -> None:
    runs = (Run("双碳。", emphasis=Emphasis.TOPIC), Run("双碳", figure="双碳"), Run("双碳"))
    heading, body, *_ = add_glossary([Block(Role.HEADING2, made("双碳")), Block(Role.BODY, runs)], terms("双碳"), {})
    assert plain(heading.runs) == "双碳"
    assert [run.emphasis for run in body.runs] == [Emphasis.TOPIC, Emphasis.NONE, Emphasis.NONE, Emphasis.MARK]


def test_a_term_is_marked_once_in_the_whole_text_and_listed_in_the_order_of_marks() -> None:
    blocks = add_glossary([Block(Role.BODY, made(text)) for text in ("双创", "双碳双创")], terms("双碳", "双拥", "双创"), {})
    assert [plain(block.runs) for block in blocks] == [
        "双创[1]", "双碳[2]双创", "名词解释", "[1]　双创：解释。", "[2]　双碳：解释。", "双拥：解释。",
    ]  # fmt: skip
    assert blocks[0].text == "双创"


def entries(report: Report) -> list[Block]:
    return [block for block in plan_briefing(report).blocks if block.role is Role.GLOSSARY]


def test_every_mark_of_the_shipped_report_has_its_entry(shipped: Report) -> None:
    briefing = plan_briefing(shipped)
    marks = [run.text for block in briefing.blocks for run in block.runs if run.emphasis is Emphasis.MARK]
    assert marks == [f"[{number}]" for number in range(1, len(shipped.glossary) + 1)]
    assert [block.text.partition("　")[0] for block in entries(shipped)] == marks
    assert {term.name for term in shipped.glossary} == {block.text.partition("　")[2].partition("：")[0] for block in entries(shipped)}


def test_a_report_without_glossary_has_none(small: Report) -> None:
    assert not small.glossary
    assert entries(small) == []
