"""Every kind of slide with long, short, digit-only and rare texts, rendered by LibreOffice: no text leaves its box or the slide.

Each text carries a token of its own, by which it is found again in the rendered PDF; text bodies say a:noAutofit, so that
LibreOffice shrinks nothing and hides no overflow.
"""

import ctypes
import datetime
import os
import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import get_args

import pypdfium2 as pdfium
import pytest

from gwr_docs.diagnostics import ContentError, Span
from gwr_docs.documents import deck
from gwr_docs.documents.charts import ChartSpec, Point, Series
from gwr_docs.documents.runs import Runs, made
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.deck_pages import plan_deck_pages
from gwr_docs.typeset.shapes import Cell, Paragraph, SlidePage, TableFrame, TextBox
from gwr_docs.writers.pptx.deck import write_deck
from tests.conftest import ROOT

pytestmark = pytest.mark.office
HERE = Span("deck.yaml", 1, 1, 2)
DATE = datetime.date(2022, 12, 28)
PIECES = ("政府工作报告", "喆祎堃镕昇赟玥珺垚", "𬭼𬭚", "一", "2022", "1234567890", "GDP", "，", "（三）", "——", "“稳经济”", "%", "……")
THEMES = {name: load_theme(name) for name in ("deck", "deck_dark")}
TOKEN = re.compile(r"T[0-9]{3,4}")
NEARLY = 2.0  # pt: ink may reach a little over the em box
Shown = tuple[str, float, float, float, float, float]  # character, left, top, right, bottom from the slide's top left, size


class Maker:
    """Slides at random; every text begins with a token that no other has."""

    def __init__(self, seed: int) -> None:
        self.chance, self.tokens = random.Random(seed), count(100)

    def text(self, most: int = 10) -> str:
        return f"T{next(self.tokens)}" + "".join(self.chance.choices(PIECES, k=self.chance.randint(0, most)))

    def runs(self, most: int = 10) -> Runs:
        return made(self.text(most))

    def head(self) -> deck.Head:
        return deck.Head(self.runs(5), eyebrow=self.runs(3), source=self.runs(4), span=HERE)

    def number(self) -> deck.Number:
        digits = self.chance.choice((f"{7_000_000 + next(self.tokens)}", f"{next(self.tokens)}.5", self.text(1)))
        chip = self.chance.choice((None, deck.Chip(1, self.text(1)), deck.Chip(-1, self.text(1))))
        return deck.Number("甲", self.text(2), digits, self.chance.choice(("", "亿元", "余人次")), "", chip, self.text(2), HERE)

    def items(self, numbers: bool) -> tuple[deck.Item, ...]:
        return tuple(deck.Item(self.runs(2), self.runs(5), self.number() if numbers else None) for _ in range(self.chance.randint(1, 6)))

    def goal(self) -> deck.Goal:
        return deck.Goal("甲", self.text(1), self.text(2), self.text(1), deck.Chip(1, self.text(1)))

    def slides(self) -> Iterator[deck.Slide]:
        """One of each kind."""
        several = range(self.chance.randint(1, 8))
        yield deck.Cover(self.head(), "2022", self.text(4), self.text(3), "某镇", self.text(1), (self.runs(1), self.runs(1)))
        yield deck.Agenda(self.head(), (deck.Chapter(1, self.runs(2), tuple(self.runs(3) for _ in several)),))
        yield deck.Divider(self.head(), 1, tuple(self.runs(4) for _ in several))
        yield deck.Cards(self.head(), tuple(self.number() for _ in several))
        yield deck.Goals(self.head(), tuple(self.goal() for _ in several), ("指标", "完成", "增减", "目标"))
        yield deck.Table(self.head(), tuple(self.number() for _ in several), ("指标", "数值", "单位", "增减", "说明"))
        yield deck.Points(self.head(), self.items(numbers=False), numbered=True)
        yield deck.Points(self.head(), self.items(numbers=True))
        yield deck.Steps(self.head(), self.items(numbers=self.chance.random() < 0.5))
        yield deck.Tasks(self.head(), tuple(deck.Focus(self.runs(1), self.runs(3), (self.runs(3), self.runs(3))) for _ in several[:5]))
        yield deck.Charted(self.head(), self.chart(self.chance.choice(("bar", "column"))), self.items(numbers=False)[:3])
        yield deck.Charted(self.head(), self.chart("doughnut"), self.items(numbers=True)[:2], self.number())
        yield deck.Closing(self.head(), self.text(2))

    def chart(self, kind: str) -> ChartSpec:
        points = tuple(Point(Decimal(n), str(n), f"甲{n}", written=f"{n}个") for n in range(2, self.chance.randint(4, 7)))
        return ChartSpec(kind, self.text(2), "个", tuple(self.text(1) for _ in points), (Series("", points),))


def fitting(maker: Maker, rounds: int, book: FontBook) -> list[deck.Slide]:
    """The slides that are not refused: what fits nowhere is an error that names the text. Of each kind some fit."""
    found: list[deck.Slide] = []
    for _ in range(rounds):
        for slide in maker.slides():
            try:
                plan_deck_pages(deck.Deck("题", "某镇", DATE, (slide,)), load_theme("deck"), book)
            except ContentError as error:
                assert {d.code for d in error.diagnostics} == {"GWR402"}
                continue
            found.append(slide)
    kinds = Counter(type(slide) for slide in found)
    assert all(kinds[kind] >= rounds / 3 for kind in get_args(deck.Slide)), kinds
    return found


def render(data: bytes, folder: Path) -> pdfium.PdfDocument:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    environment = {**os.environ, "FONTS": str(ROOT / "assets" / "fonts"), "DPI": "10"}
    script = ROOT / "tools" / "render_pages.sh"
    subprocess.run(["bash", str(script), str(folder / "pages"), str(path)], env=environment, check=True, capture_output=True)
    return pdfium.PdfDocument(folder / "pages" / "deck.pptx.pdf")


def characters(page: pdfium.PdfPage) -> list[Shown]:
    text, height = page.get_textpage(), page.get_height()
    out: list[Shown] = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip() and character.isprintable():  # pdfium tells of characters beyond the BMP by halves
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            left, bottom, right, top = text.get_charbox(index)
            out.append((character, left, height - top, right, height - bottom, pdfium.raw.FPDFText_GetFontSize(text.raw, index)))
    return out


def places(page: SlidePage) -> Iterator[tuple[Cell, tuple[Paragraph, ...]]]:
    """Every text of a slide and the room that it has."""
    for box in (page.title, *page.texts.values(), *(shape for shape in page.shapes if isinstance(shape, TextBox))):
        yield Cell(box.x, box.y, box.width, box.height), box.paragraphs
    for table in (shape for shape in page.shapes if isinstance(shape, TableFrame)):
        for number, row in enumerate(table.rows):
            x = table.x
            for width, paragraph in zip(table.columns, row, strict=True):
                yield Cell(x, table.y + number * table.row_height, width, table.row_height), (paragraph,)
                x += width


def small_words(page: SlidePage) -> Iterator[str]:
    for word in (word for _, paragraphs in places(page) for p in paragraphs for word in p.words):
        style = THEMES["deck"].styles[word.role]
        if word.size < (style.smallest or style.size).pt:
            yield f"{word.text} is below the least size of {word.role}"


def faults(page: SlidePage, shown: list[Shown], width: float, height: float) -> Iterator[str]:
    text = "".join(character for character, *_ in shown)
    for cell, paragraphs in places(page):
        words = "".join(c for p in paragraphs for word in p.words for c in word.text if not c.isspace() and ord(c) < 0x10000)
        if "T" not in words:
            continue
        start = text.find(words)
        if start < 0:  # pdfium puts what stands level into one line: only the tokens can be told from their neighbours
            tokens = [match[0] for match in TOKEN.finditer(words)]
            if not all(token in text for token in tokens):
                yield f"not rendered: {words}"
                continue
            drawn = [each for token in tokens for each in shown[text.find(token) : text.find(token) + len(token)]]
        else:
            drawn = shown[start : start + len(words)]
        sizes = {word.size for p in paragraphs for word in p.words}
        for character, left, top, right, bottom, size in drawn:
            if (
                left < cell.x - NEARLY
                or right > cell.x + cell.width + NEARLY
                or top < cell.y - NEARLY
                or bottom > cell.y + cell.height + NEARLY
            ):
                yield f"{character} of {words} leaves {cell}: {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}"
                break
            if min(abs(size - each) for each in sizes) > 0.2:
                yield f"{character} of {words} has {size:.1f} pt, not {sizes}"
                break
    for character, left, top, right, bottom, _ in shown:
        if left < -NEARLY or top < -NEARLY or right > width + NEARLY or bottom > height + NEARLY:
            yield f"{character} leaves the slide"


@pytest.mark.parametrize(("seed", "name"), [(0, "deck"), (1, "deck"), (2, "deck_dark")])
def test_no_rendered_text_leaves_its_box(seed: int, name: str, book: FontBook, tmp_path: Path) -> None:
    plan = deck.Deck("题", "某镇", DATE, tuple(fitting(Maker(seed), 6, book)))
    theme = THEMES[name]
    pages = plan_deck_pages(plan, theme, book)
    document = render(write_deck(plan, theme, book, 1_672_185_600)[0], tmp_path)
    assert len(document) == len(pages) >= 40
    found = []
    for number, (page, drawn) in enumerate(zip(pages, document, strict=True), 1):
        found += [f"{number} {fault}" for fault in small_words(page)]
        found += [f"{number} {fault}" for fault in faults(page, characters(drawn), drawn.get_width(), drawn.get_height())]
    assert found == []
