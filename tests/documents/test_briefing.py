"""The briefing as text: what a reader of any format must find, in order."""

from gwr_docs.documents.blocks import Role
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.documents.runs import Emphasis
from gwr_docs.model.report import Report
from tests.conftest import ROOT, SMALL


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_small_report_prints_as_written_by_hand(small: Report) -> None:
    expected = (SMALL / "expected.txt").read_text(encoding="utf-8")
    assert plan_briefing(small).text.splitlines() == expected.splitlines()


def test_the_shipped_report_is_the_original_but_for_four_marks(shipped: Report) -> None:
    original = (ROOT / "tests" / "data" / "report.txt").read_text(encoding="utf-8")
    for slip, mended in (("---在", "——在"), ("(2022年", "（2022年"), ("(三）", "（三）"), ("明显改善,为", "明显改善，为")):
        assert original.count(slip) == 1
        original = original.replace(slip, mended)
    assert squeezed(plan_briefing(shipped).text) == squeezed(original)


def test_numbers_of_parts_come_from_the_tree(shipped: Report) -> None:
    blocks = plan_briefing(shipped).blocks
    assert [block.number for block in blocks if block.role is Role.HEADING1] == ["一、", "二、"]
    assert [block.number for block in blocks if block.role is Role.HEADING2] == ["（一）", "（二）", "（三）", "（四）", "（五）"] * 2


def test_numbered_topics_are_headings_of_their_own(small: Report) -> None:
    headings = [block.text for block in plan_briefing(small).blocks if block.role is Role.HEADING3]
    assert headings[:3] == ["1.河道治理", "2.道路建设", "3.住房安全"]


def test_run_in_titles_carry_their_emphasis(shipped: Report) -> None:
    titles = [
        block.runs[0] for block in plan_briefing(shipped).blocks if block.role is Role.BODY and block.runs[0].emphasis is Emphasis.TOPIC
    ]
    assert len(titles) == 34
    assert all(run.text.endswith("。") for run in titles)


def test_printed_figures_are_tagged_and_equal_their_entry(shipped: Report) -> None:
    printed = [run for block in plan_briefing(shipped).blocks for run in block.runs if run.figure]
    assert len(printed) >= 120
    for run in printed:
        figure = shipped.figures[run.figure]
        assert run.text in {entry.text for entry in (figure.value, figure.change, figure.target) if entry}


def test_the_stamp_is_printed_only_when_asked_for(shipped: Report, small: Report) -> None:
    assert plan_briefing(shipped).stamp == shipped.stamp
    assert plan_briefing(small).stamp == ""
