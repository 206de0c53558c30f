"""Terms of the glossary in the summary: marked where they first stand, explained at the foot of that page."""

from dataclasses import replace

import pytest

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents.explained import Explanation
from gwr_docs.documents.runs import Emphasis, Run, made, plain
from gwr_docs.documents.summary import Summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.characters import GAP
from gwr_docs.typeset.ink import Text
from gwr_docs.typeset.setter import Setter, Words
from gwr_docs.typeset.summary_notes import Noted
from gwr_docs.typeset.summary_pages import page_area, plan_summary_pages
from gwr_docs.typeset.tags import HEADER, Tag

THEME = load_theme("summary")
AREA = page_area(THEME)
SPOT = Span("glossary.yaml", 3, 1, 5)
MARK = Run("[1]", emphasis=Emphasis.MARK)


def explained(meaning: str) -> Explanation:
    return Explanation("[1]", "双碳", (made(meaning),), SPOT)


def test_every_mark_links_to_its_note_on_the_same_page(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    met = []
    for page in pages:
        tags = [item.tag for item in page.ink if item.tag]
        links = [tag for tag in dict.fromkeys(tags) if tag.kind == "Link"]
        assert all(tag.parent and tag.parent.kind == "Reference" for tag in links)
        assert [tag.target for tag in links] == [tag for tag in dict.fromkeys(tags) if tag.kind == "Note"]
        met += [item.text for item in page.ink if isinstance(item, Text) and item.tag and item.tag.kind == "Link"]
    assert met == [one.mark for one in summary.explanations] == [f"[{n}]" for n in range(1, len(met) + 1)]
    assert len(met) >= 5


def test_terms_are_explained_to_the_letter(summary: Summary, book: FontBook, shipped: Report) -> None:
    text = "".join(item.text for page in plan_summary_pages(summary, THEME, book) for item in page.ink if isinstance(item, Text))
    for one in summary.explanations:
        assert f"{one.term}：{''.join(map(plain, one.meaning))}" in text
    assert {one.term for one in summary.explanations} <= {term.name for term in shipped.glossary}


@pytest.mark.parametrize("before", range(1, 40))
def test_a_mark_begins_no_line_and_stands_close(setter: Setter, before: int) -> None:
    noted = Noted([explained("碳达峰、碳中和的简称。")], setter, AREA.width)
    words = [Words((Run("字" * before + "“双碳”"), MARK, Run("工作" * 20)), "text")]
    boxes = noted.paragraph(words, 20 * setter.size("text"), Tag("P"), Tag("Sect"))
    (line,) = [box for box in boxes if box.notes]
    texts = [item for item in line.ink if isinstance(item, Text)]
    (index,) = [i for i, item in enumerate(texts) if item.text == "[1]"]
    assert index
    mark, close = texts[index], texts[index - 1]
    assert mark.size < close.size
    assert mark.y < close.y
    end = close.x + sum(setter.book.fonts[close.font].widths[c] * close.size for c in close.text) + close.tracking * (len(close.text) - 1)
    assert mark.x - end == pytest.approx(-setter.size("text") / 2, abs=0.6)  # without the blank of ”


def test_a_number_behind_a_mark_stands_apart(setter: Setter) -> None:
    noted = Noted([explained("碳达峰、碳中和的简称。")], setter, AREA.width)
    words = [Words((Run("公开"), MARK, Run("4次")), "text")]
    (line,) = noted.paragraph(words, AREA.width, Tag("P"), Tag("Sect"))
    _, mark, digit, _ = (item for item in line.ink if isinstance(item, Text))
    end = mark.x + sum(setter.book.fonts[mark.font].widths[c] * mark.size + mark.tracking for c in mark.text)
    assert (mark.text, digit.text) == ("[1]", "4")
    assert digit.x - end == pytest.approx(GAP * mark.size, abs=0.01)  # more would be read as a space


def test_an_explanation_without_end_is_refused(setter: Setter) -> None:
    noted = Noted([explained("很长的解释，" * 900)], setter, AREA.width)
    with pytest.raises(ContentError) as caught:
        noted.paragraph([Words((Run("双碳"), MARK), "text")], AREA.width, Tag("P"), Tag("Sect"))
    assert [(found.code, found.span) for found in caught.value.diagnostics] == [("GWR404", SPOT)]


def test_pages_but_the_first_have_a_running_head(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(summary, THEME, book)
    heads = ["".join(item.text for item in page.ink if item.tag is HEADER and isinstance(item, Text)) for page in pages]
    assert heads[0] == ""
    assert all(head.startswith(summary.issuer) and summary.title in head for head in heads[1:])


def test_without_an_overview_the_review_follows_the_cards(summary: Summary, book: FontBook) -> None:
    def text(one: Summary) -> str:
        return "".join(item.text for item in plan_summary_pages(one, THEME, book)[0].ink if isinstance(item, Text))

    assert plain(summary.overview) in text(summary)
    assert plain(summary.overview)[:9] not in text(replace(summary, overview=()))
