"""The content that comes with the project says what the report says: every sentence, in order, every number once."""

import difflib
import re
from decimal import Decimal
from functools import cache

import pytest

from gwr_docs.content.reading import read_report
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.model.inline import Paragraph, Text, references
from gwr_docs.model.report import Report, Topic, paragraphs
from tests.content.fixtures import DATA, shipped

# Slips of typing in the report that the content mends: what stood there, what stands there now, and the words around.
MENDS = [
    ("---", "——", "政府工作报告---在双港镇第"),
    ("(", "（", "府镇长于示川(2022年"),
    ("(", "（", "得显著成效。(三）夯实责"),
    (",", "，", "质量明显改善,为津南区“"),
]
INDICATORS = {
    "规模以上工业总产值": "同比上涨18%",
    "规模以上服务业营业收入": "同比下降16%",
    "固定资产投资": "同比下降40%",
    "批零销售额": "同比下降10%",
    "住餐销售额": "同比下降11%",
}


@cache
def report() -> Report:
    read, found = read_report(shipped())
    assert [str(d.span) for d in found if d.code < "GWR700"] == []  # slips of wording are the report's own: test_wording.py
    assert read is not None
    return read


def topics() -> list[Topic]:
    return [topic for section in report().sections for part in section.parts for topic in part.topics]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_text_is_the_reports_but_for_the_mends() -> None:
    ours, theirs = bare(plan_briefing(report()).text), bare((DATA / "report.txt").read_text(encoding="utf-8"))
    matcher = difflib.SequenceMatcher(None, theirs, ours, autojunk=False)
    differences = [(theirs[a:b], ours[c:d], theirs[max(0, a - 6) : b + 5]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    assert differences == MENDS


def test_the_mends_are_few_and_leave_words_alone() -> None:
    assert len(MENDS) <= 6
    assert all(not re.search(r"\w", was + now) for was, now, _ in MENDS)


def test_parts_topics_and_gists() -> None:
    assert [len(section.parts) for section in report().sections] == [5, 5]
    assert len(topics()) == 34
    assert [topic.title for topic in topics() if not topic.gist] == []


def test_gists_take_their_numbers_from_the_figures() -> None:
    typed = [inline.text for topic in topics() for inline in topic.gist if isinstance(inline, Text) and re.search(r"\d", inline.text)]
    assert typed == []


def test_figures_are_many_and_every_one_is_in_the_text() -> None:
    figures = report().figures
    assert len(figures) >= 120
    gists = {id(topic.gist) for topic in topics()}
    text: list[Paragraph] = [paragraph for paragraph in paragraphs(report()) if id(paragraph) not in gists]
    assert set(figures) - {r.figure for paragraph in text for r in references(paragraph)} == set()


def value(name: str) -> Decimal:
    quantity = report().figures[name].quantity
    assert quantity is not None
    return quantity.value


@pytest.mark.parametrize(("whole", "numbers"), [("转运隔离人员", [3163, 1382, 1209, 572]), ("在谈项目", [38, 3, 23, 12])])
def test_wholes_are_the_sum_of_their_parts(whole: str, numbers: list[int]) -> None:
    parts = [mention.figure for mention in report().figures[whole].parts]
    assert [value(name) for name in (whole, *parts)] == numbers
    assert numbers[0] == sum(numbers[1:])


def test_letters_and_visits_include_some_of_their_kinds() -> None:
    included = report().figures["信访件"].includes
    assert {m.figure: int(value(m.figure)) for m in included} == {"镇级接访": 71, "区级以上信访": 235}
    assert value("信访件") == 475


def test_the_five_indicators_of_the_economy_change() -> None:
    for name, printed in INDICATORS.items():
        change = report().figures[name].change
        assert change is not None
        assert change.text == printed
        assert change.change is not None
        assert change.change.amount is not None


def test_a_change_of_one_character_shows() -> None:
    files = shipped()
    files["review.yaml"] = files["review.yaml"].replace("也是极不平凡".encode(), "也是极不平几".encode(), 1)
    other, _ = read_report(files)
    assert other is not None
    assert plan_briefing(other).text != plan_briefing(report()).text
    assert other.stamp != report().stamp
