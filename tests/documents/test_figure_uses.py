"""Where figures are used."""

from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.documents.figure_uses import find_references, find_slides, find_stated
from gwr_docs.model.report import Report
from tests.conftest import SHIPPED


def test_every_reference_is_listed_where_it_stands(shipped: Report) -> None:
    found = find_references(shipped)
    lines = {path.name: path.read_text(encoding="utf-8").split("\n") for path in SHIPPED.glob("*.yaml")}
    for name, spans in found.items():
        for span in spans:
            assert lines[span.file][span.line - 1][span.column - 1 : span.end - 1] == name
    typed = sum(line.count("【转运隔离人员") for text in lines.values() for line in text if not line.startswith("#"))
    assert len(found["转运隔离人员"]) == typed == 4
    assert [span.file for span in found["密接"]] == ["review.yaml", "deck.yaml", "deck.yaml", "figures.yaml"]


def test_slides_are_counted_as_they_come(shipped: Report) -> None:
    counts = [1] * len(shipped.slides)
    found = find_slides(shipped, counts)
    assert found["转运隔离人员"] == (6,)  # the whole of the ring, in the title and in a point
    assert "核酸检测人数" not in found  # a note is not shown
    counts[1] = 2
    assert find_slides(shipped, counts)["转运隔离人员"] == (7,)
    counts[6] = 3
    assert find_slides(shipped, counts)["八十岁以上首针"] == (8, 9, 10)


def test_places_of_the_briefing_hold_the_figure(shipped: Report) -> None:
    blocks = plan_briefing(shipped).blocks
    found = find_stated(blocks)
    assert set(found) == set(shipped.figures)
    for name in ("转运隔离人员", "规模以上工业总产值"):
        value = shipped.figures[name].value
        assert value is not None
        index, offset = found[name][0]
        printed = blocks[index].number + "".join(run.text for run in blocks[index].runs)
        assert printed[offset:].startswith(value.text)
