"""The summary keeps within its four pages as long as less air, fewer charts and no notes can help."""

from dataclasses import replace
from itertools import pairwise

import pytest

from gwr_docs.documents.runs import made, plain
from gwr_docs.documents.summary import GistSection, Summary
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Text
from gwr_docs.typeset.summary_length import length_warnings
from gwr_docs.typeset.summary_pages import plan_summary_pages

THEME = load_theme("summary")
WORDS = "推进园区建设，完善道路、管网与公共服务，让群众看得见变化，并持续巩固各项成果。"


def longer(summary: Summary, characters: int) -> Summary:
    """Every gist by so many characters longer."""

    def section(one: GistSection) -> GistSection:
        added = made(WORDS[:characters])
        return replace(
            one, parts=tuple(replace(p, gists=tuple(replace(gist, text=(*gist.text, *added)) for gist in p.gists)) for p in one.parts)
        )

    return replace(summary, review=section(summary.review), plan=section(summary.plan))


def count(pages: tuple[Page, ...], kind: str) -> int:
    """Elements of a kind that have text."""
    tags = {tag for page in pages for item in page.ink if isinstance(item, Text) and (tag := item.tag)}
    while above := {tag.parent for tag in tags if tag.parent} - tags:
        tags |= above
    return sum(tag.kind == kind for tag in tags)


def text_size(pages: tuple[Page, ...]) -> float:
    return max(item.size for page in pages for item in page.ink if isinstance(item, Text) and item.font == "fangsong")


@pytest.mark.parametrize(
    ("characters", "charts", "notes", "size"),
    [(0, 4, 7, 10.5), (10, 4, 7, 10.5), (20, 0, 7, 10.5), (38, 0, 0, 10)],
)
def test_a_longer_summary_gives_up_air_then_charts_then_notes(
    summary: Summary, book: FontBook, characters: int, charts: int, notes: int, size: float
) -> None:
    pages = plan_summary_pages(longer(summary, characters), THEME, book)
    assert len(pages) == 4
    assert (count(pages, "Figure"), count(pages, "Note"), text_size(pages)) == (charts, notes, size)
    assert count(pages, "Link") == notes


def test_long_heads_take_no_fifth_page(summary: Summary, book: FontBook) -> None:
    long = replace(summary, title=WORDS[:30], review=replace(summary.review, title=made(WORDS)))
    assert len(plan_summary_pages(long, THEME, book)) == 4


def test_what_nothing_shortens_enough_keeps_its_air_charts_and_notes(summary: Summary, book: FontBook) -> None:
    pages = plan_summary_pages(longer(longer(summary, 38), 38), THEME, book)
    assert len(pages) > 4
    assert (count(pages, "Figure"), count(pages, "Note"), text_size(pages)) == (4, 7, 10.5)


def test_each_step_is_tighter_than_the_one_before() -> None:
    steps = (THEME, *THEME.tighter)
    assert len({(tuple(step.page.items()), tuple(step.numbers.items()), tuple(step.styles.items())) for step in steps}) == len(steps)
    for before, after in pairwise(steps):
        assert all(after.page[name] <= length for name, length in before.page.items())
        assert all(after.numbers[name] <= number for name, number in before.numbers.items())
        assert all(after.styles[role].size <= style.size for role, style in before.styles.items())
    assert not any(step.tighter for step in THEME.tighter)


def test_a_long_summary_is_told_with_its_longest_texts(summary: Summary) -> None:
    assert length_warnings(summary, 4, THEME) == ()
    (found,) = length_warnings(summary, 5, THEME)
    assert not found.is_error
    values = dict(found.values)
    assert (values["count"], values["most"], values["figures"]) == ("5", "4", str(sum(len(group.numbers) for group in summary.groups)))
    longest = max((plain(runs) for runs in summary.requirement), key=len)
    assert values["longest"] == str(len(longest))
    assert found.span.file == "plan.yaml"
    assert found.related == ()
    (found,) = length_warnings(replace(summary, requirement=()), 5, THEME)
    lengths = sorted(len(plain(gist.text)) for one in (summary.review, summary.plan) for part in one.parts for gist in part.gists)
    assert dict(found.values)["longest"] == str(lengths[-1])
    assert [place.text for place in found.related] == [str(length) for length in lengths[-2:-4:-1]]


def test_a_long_summary_without_typed_text_is_told_at_the_cover(summary: Summary) -> None:
    empty = GistSection("一、", made("回顾"), ())
    bare = replace(summary, problems=(), requirement=(), review=empty, plan=empty)
    assert [found.span.file for found in length_warnings(bare, 5, THEME)] == ["report.yaml"]
