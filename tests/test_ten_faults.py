"""Ten faults planted at once in a copy of the shipped content: ten diagnostics, each at its exact line and column."""

import pytest

from gwr_docs.builder.checking import check_content
from gwr_docs.content.reading import read_report
from gwr_docs.diagnostics import Span
from gwr_docs.theme.faces import FontBook
from tests.content.fixtures import shipped

SAME_TITLE = "- {layout: cards, title: 在谈, figures: [在谈项目]}\n- {layout: table, figures: [在谈项目], title: 在谈}"
PLANTED = (  # code, file, words of the original, what they become, the words that are to be marked
    ("GWR102", "report.yaml", "\nsalutation: ", "\nsalutaton: ", "salutaton"),
    ("GWR105", "report.yaml", "  cover: 是", "  cover: 好", "好"),
    ("GWR106", "report.yaml", "date: 2022-12-28", "date: 2022-13-28", "2022-13-28"),
    ("GWR201", "review.yaml", "【转运车】", "【转运火车】", "转运火车"),
    ("GWR202", "review.yaml", "【规模以上工业总产值·同比】", "【规模以上工业总产值·环比】", "环比"),
    ("GWR004", "plan.yaml", "\nlead: ", "\nlead: 又一句：\nlead: ", "lead"),
    ("GWR301", "figures.yaml", "密接: {value: 1382人", "密接: {value: 1383人", "3163人"),
    ("GWR207", "figures.yaml", "村居志愿者: {value: 2300余名次", "村居志愿者: {value: 2３00余名次", "３"),
    ("GWR309", "deck.yaml", "- layout: agenda", SAME_TITLE, "在谈"),
    ("GWR401", "glossary.yaml", "VOC: 挥发性", "VOC: 挥发ऄ性", "ऄ"),
)  # fmt: skip


def planted() -> tuple[dict[str, str], list[tuple[str, Span]]]:
    """The spoiled files, and the code and place of every fault."""
    files = {name: data.decode() for name, data in shipped().items()}
    for _, file, old, new, _ in PLANTED:
        assert old in files[file]
        files[file] = files[file].replace(old, new, 1)
    places = []
    for code, file, _, new, words in PLANTED:
        start = files[file].index(new)
        at = files[file].index("value: 3163人") + 7 if code == "GWR301" else start + new.rindex(words)
        line = files[file].count("\n", 0, at) + 1
        column = at - files[file].rfind("\n", 0, at)
        places.append((code, Span(file, line, column, column + len(words))))
    return files, places


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_ten_faults_at_once(line_end: str, book: FontBook) -> None:
    files, places = planted()
    report, found = check_content({name: text.replace("\n", line_end).encode() for name, text in files.items()}, book)
    assert report is None
    assert sorted((d.code, d.span) for d in found if d.is_error) == sorted(places)
    own = read_report(shipped())[1]  # the slips of wording that the report has anyway
    assert sorted(d.code for d in found if not d.is_error) == sorted(d.code for d in own)
