"""Every code has a page in both languages; its wrong example raises exactly that code, its right one nothing."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pptx
import pytest
from pptx.util import Emu

from gwr_docs.builder.checking import check_content, check_layout
from gwr_docs.content import reader
from gwr_docs.diagnostics import Diagnostic
from gwr_docs.diagnostics.explaining import WORDS, codes, explanation, full_code, shown
from gwr_docs.documents.deck_plan import plan_deck
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.writers.pptx.deck import write_deck
from tests.content.fixtures import minimal, read_example
from tests.writers.test_pptx_template import BODY_NAMES, ISSUED, bound, edited, saved

PAGES = Path(str(files("gwr_docs.diagnostics"))) / "explanations"
TEMPLATE = "模板.pptx"


def widescreen(presentation: pptx.presentation.Presentation) -> None:
    presentation.slide_width, presentation.slide_height = Emu(12_192_000), Emu(6_858_000)


def cramped(presentation: pptx.presentation.Presentation) -> None:
    for name in BODY_NAMES:
        bound(presentation, name, 2, 5, 9, 5)


SPOILED: dict[str, Callable[[bytes], bytes]] = {  # what the wrong example's template is, made of a sound one
    "GWR116": lambda _: b"\xff\xd8\xff no presentation",
    "GWR117": lambda _: saved(pptx.Presentation()),
    "GWR118": lambda _: edited(saved(pptx.Presentation()), widescreen),
    "GWR119": lambda sound: edited(sound, cramped),
}


@pytest.fixture(scope="module")
def sound(small: Report, book: FontBook) -> bytes:
    return write_deck(plan_deck(small), load_theme("deck"), book, ISSUED)[0]


def check(example: str, template: bytes, book: FontBook) -> tuple[Diagnostic, ...]:
    changed = read_example(example)
    assert changed
    if TEMPLATE in changed:
        changed[TEMPLATE] = template
    files = {name: data for name, data in (minimal() | changed).items() if data is not None}
    report, found = check_content(files, book)
    return (*found, *check_layout(report, book, files)) if report else found


@pytest.mark.parametrize("code", codes())
def test_the_wrong_example_raises_the_code_and_the_right_one_nothing(
    code: str, sound: bytes, book: FontBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = explanation(code)
    if code == "GWR015":
        monkeypatch.setattr(reader, "MAX_VALUES", 1000)
    wrong = check(page.wrong, SPOILED[code](sound) if code in SPOILED else b"", book)
    assert {diagnostic.code for diagnostic in wrong} == {code}
    assert check(page.right, sound, book) == ()


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    assert {path.stem for path in PAGES.iterdir()} == set(codes())


@pytest.mark.parametrize("code", codes())
def test_a_page_says_what_why_and_how_in_both_languages(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    page = explanation(code)
    assert text.startswith(f"# {code}\n\n")
    assert page.wrong != page.right
    for lang, why in (("zh", "为什么："), ("en", "Why: ")):
        assert 0 < len(page.title[lang]) <= 60
        what, *_, reason = page.text[lang].split("\n\n")
        assert what.strip()
        assert reason.startswith(why)
        assert page.title[lang] in shown(page, lang)
        assert all(word in shown(page, lang) for word in WORDS[lang].values())


@pytest.mark.parametrize(
    ("word", "code"), [("GWR301", "GWR301"), ("gwr301", "GWR301"), ("301", "GWR301"), (" 301 ", "GWR301"), ("十", "十")]
)
def test_codes_may_be_typed_short(word: str, code: str) -> None:
    assert full_code(word) == code
