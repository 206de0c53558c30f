"""The look of the deck from report.yaml to the file: dark theme, a template beside the content, and faults told at its line."""

import io
import shutil
from pathlib import Path

import pptx
import pytest
from pptx.util import Emu

from gwr_docs.builder.building import build
from gwr_docs.builder.checking import check_content, check_layout, read_files
from gwr_docs.diagnostics import ContentError
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from tests.conftest import SMALL

BODIES = ("关键数字", "图表", "图表和要点", "表格", "要点")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def ask(folder: Path, *lines: str) -> int:
    """Add a deck group to report.yaml; the number of its first line."""
    path = folder / "report.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(text + "\n".join(("deck:", *(f"  {line}" for line in lines))) + "\n", encoding="utf-8")
    return text.count("\n") + 1


def sound(folder: Path, book: FontBook) -> Report:
    report, found = check_content(read_files(folder), book)
    assert report is not None, found
    return report


def deck(folder: Path, book: FontBook) -> bytes:
    build(sound(folder, book), ("pptx",), folder / "out", "", book)
    return (folder / "out" / "deck.pptx").read_bytes()


def test_the_dark_theme_has_a_dark_ground(folder: Path, book: FontBook) -> None:
    ask(folder, "theme: 深色")
    presentation = pptx.Presentation(io.BytesIO(deck(folder, book)))
    master = presentation.slide_masters[0]
    theme = next(row.target_part for row in master.part.rels.values() if row.reltype.endswith("/theme"))
    palette = load_theme("deck_dark").palette
    for slot, role in (("dk1", "paper"), ("lt1", "ink"), ("dk2", "panel"), ("lt2", "grey"), ("accent1", "red")):
        assert f'<a:{slot}><a:srgbClr val="{palette[role]}"/>'.encode() in theme.blob
    colors = master._element.find("{*}clrMap")
    assert {name: colors.get(name) for name in ("bg1", "tx1", "bg2", "tx2")} == {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    notes = presentation.notes_master._element.find("{*}clrMap")
    assert (notes.get("bg1"), notes.get("tx1")) == ("lt1", "dk1"), "notes are printed"


def test_a_template_in_the_content_folder_is_used(folder: Path, book: FontBook) -> None:
    template = pptx.Presentation(io.BytesIO(deck(folder, book)))
    for layout in template.slide_layouts:
        if layout.name in BODIES:
            layout.placeholders[0].top = Emu(layout.placeholders[0].top - 20_000)
    template.save(str(folder / "镇模板.PPTX"))
    (folder / "其他.pptx").write_bytes(b"not asked for")
    ask(folder, "template: 镇模板.PPTX", "theme: 浅色")
    assert [name for name in read_files(folder) if not name.endswith(".yaml")] == ["镇模板.PPTX"]
    assert check_layout(sound(folder, book), book, {}) == ()
    built = pptx.Presentation(io.BytesIO(deck(folder, book)))
    tops = {slide.shapes.title.top for slide in built.slides if slide.slide_layout.name in BODIES and slide.shapes.title}
    assert tops == {template.slide_layouts[2].placeholders[0].top}
    assert deck(folder, book) == deck(folder, book)


def test_a_template_that_is_none_is_told_at_its_line(folder: Path, book: FontBook) -> None:
    line = ask(folder, "theme: dark", "template: 模板.pptx")
    (folder / "模板.pptx").write_bytes(b"PK nothing")
    report = sound(folder, book)
    (found,) = check_layout(report, book, {})
    assert (found.code, str(found.span)) == ("GWR116", f"report.yaml:{line + 2}:13")
    with pytest.raises(ContentError):
        build(report, ("pptx",), folder / "out", "", book)
    build(report, ("pdf",), folder / "out", "", book)  # which has no use for it


@pytest.mark.parametrize("name", ["../外.pptx", "子/内.pptx", ".pptx", "C:模板.pptx", "模板.pptm"])
def test_only_files_of_the_content_folder_are_read(folder: Path, book: FontBook, name: str) -> None:
    (folder.parent / "外.pptx").write_bytes(b"")
    ask(folder, f"template: {name}")
    assert all(found.endswith(".yaml") for found in read_files(folder))
    report, faults = check_content(read_files(folder), book)
    assert report is None
    assert [fault.code for fault in faults] == ["GWR114"]
