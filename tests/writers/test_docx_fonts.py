"""Fonts that the docx carries: whole enough, named as the document names them, and read by LibreOffice."""

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import Briefing, contents_of, plan_briefing
from gwr_docs.documents.runs import Emphasis, Run, made
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.briefing_pages import paginate
from gwr_docs.writers.docx.briefing import write_briefing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ISSUED = 1_672_185_600  # 2022-12-28
LEVEL_1 = {bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)} - {""}
HANZI = ("GWR Biaosong", "GWR Fangsong", "GWR Hei", "GWR Kai")
OFFICIAL = ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "微软雅黑", "Times New Roman")


def write(briefing: Briefing, book: FontBook) -> bytes:
    theme = load_theme("gbt9704")
    return write_briefing(briefing, paginate(briefing, theme, book), theme, book, ISSUED)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def carrying(report: Report) -> Briefing:
    return plan_briefing(replace(report, options=replace(report.options, embed_fonts=True)))


def with_rare_names(briefing: Briefing) -> Briefing:
    """赟 and 祎 stand in a part's title, so also in the contents, in a topic and in the text; 黑体 has both, 仿宋 and 楷体 have not."""
    extra = (
        Block(Role.HEADING2, made("赟溪片区"), "（一）"),
        Block(Role.BODY, (Run("祎园。", emphasis=Emphasis.TOPIC), *made("代表王祎、李赟提出"))),
    )
    blocks = (*briefing.blocks, Block(Role.HEADING1, made("祎园"), "九、"), *extra)
    return replace(briefing, blocks=blocks, contents=contents_of(blocks, briefing.annexes, briefing.charts))


@pytest.fixture(scope="module")
def carried(shipped: Report, book: FontBook) -> dict[str, bytes]:
    return parts(write(carrying(shipped), book))


@pytest.fixture(scope="module")
def rare(shipped: Report, book: FontBook) -> bytes:
    return write(with_rare_names(carrying(shipped)), book)


def fonts_in(package: dict[str, bytes]) -> dict[str, TTFont]:
    """Name in the font table -> the font behind it, its first 32 bytes unmasked with the key backwards (17.8.1)."""
    targets = {row.get("Id"): row.get("Target") for row in etree.fromstring(package["word/_rels/fontTable.xml.rels"])}
    found = {}
    for row in etree.fromstring(package["word/fontTable.xml"]):
        embedded = row.find(W + "embedRegular")
        data = package["word/" + targets[embedded.get(R + "id")]]
        key = bytes.fromhex(re.sub("[{}-]", "", embedded.get(W + "fontKey")))[::-1]
        clear = bytes(byte ^ mask for byte, mask in zip(data[:32], key + key, strict=True))
        found[row.get(W + "name")] = TTFont(io.BytesIO(clear + data[32:]))
    return found


def printed(package: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """(family, text) of each run of the body, by its character style or its paragraph's."""
    families = {}
    for style in etree.fromstring(package["word/styles.xml"]).iter(W + "style"):
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if fonts is not None:
            families[style.get(W + "styleId")] = fonts.get(W + "eastAsia") or fonts.get(W + "ascii")
    for run in etree.fromstring(package["word/document.xml"]).iter(W + "r"):
        paragraph = next(run.iterancestors(W + "p"))
        style = next(s for s in (run.find(f"{W}rPr/{W}rStyle"), paragraph.find(f"{W}pPr/{W}pStyle")) if s is not None)
        yield families[style.get(W + "val")], "".join(text.text or "" for text in run.iter(W + "t"))


def test_without_the_option_there_are_no_fonts_and_the_official_names(shipped: Report, book: FontBook) -> None:
    package = parts(write(replace(plan_briefing(shipped), embed_fonts=False), book))
    assert not [name for name in package if "fonts/" in name or name.endswith("fontTable.xml.rels")]
    assert b"embedTrueTypeFonts" not in package["word/settings.xml"]
    names = {row.get(W + "name") for row in etree.fromstring(package["word/fontTable.xml"])}
    assert names == set(OFFICIAL)
    assert not [name for name, part in package.items() if b"GWR " in part]


def test_each_font_is_named_as_the_document_names_it(carried: dict[str, bytes]) -> None:
    fonts = fonts_in(carried)
    assert set(fonts) == {*HANZI, "GWR Song", "Liberation Serif"}
    for name, font in fonts.items():
        assert {row.toUnicode() for row in font["name"].names if row.nameID in (1, 16)} == {name}
        assert font["OS/2"].fsType in (0, 8)
        assert not {"fpgm", "prep", "cvt "} & set(font.keys())
    assert all(fonts[name]["OS/2"].ulCodePageRange1 >> 18 & 1 for name in HANZI)
    for name, part in carried.items():
        if name.endswith(".xml") and name != "word/fontTable.xml":
            assert not [official for official in OFFICIAL if f'"{official}"' in part.decode()], name
    stands_for = {row.get(W + "name"): row.find(W + "altName").get(W + "val") for row in etree.fromstring(carried["word/fontTable.xml"])}
    assert set(",".join(stands_for.values()).split(",")) == set(OFFICIAL)


def test_each_font_has_the_documents_characters_and_those_of_level_1(carried: dict[str, bytes], rare: bytes) -> None:
    assert len(LEVEL_1) == 3755
    for package in (carried, parts(rare)):
        known = {name: set(map(chr, font.getBestCmap())) for name, font in fonts_in(package).items()}
        for name in HANZI:
            assert known[name] >= LEVEL_1 | set("ABCabc0123，。、；：？！“”‘’（）《》—…·")
        for name, text in printed(package):
            assert set(text) <= known[name], (name, text)
        for part in (part for path, part in package.items() if path.startswith("word/charts/chart")):
            assert {c for v in etree.fromstring(part).iter("{*}v") for c in v.text} <= known["GWR Hei"]


def test_the_same_report_gives_the_same_bytes(rare: bytes, shipped: Report, book: FontBook) -> None:
    assert write(with_rare_names(carrying(shipped)), book) == rare


def test_settings_stand_where_the_schema_has_them(carried: dict[str, bytes]) -> None:
    tags = [etree.QName(child).localname for child in etree.fromstring(carried["word/settings.xml"])]
    assert tags[:4] == ["zoom", "embedTrueTypeFonts", "evenAndOddHeaders", "characterSpacingControl"]


def test_python_docx_keeps_the_fonts(rare: bytes) -> None:
    out = io.BytesIO()
    docx.Document(io.BytesIO(rare)).save(out)
    before, after = parts(rare), parts(out.getvalue())
    assert {name: part for name, part in after.items() if "fonts/" in name} == {n: p for n, p in before.items() if "fonts/" in n}
    assert set(fonts_in(after)) == set(fonts_in(before))


def test_rare_characters_have_a_style_and_a_font_of_their_own(rare: bytes, carried: dict[str, bytes]) -> None:
    runs = list(printed(parts(rare)))
    assert [text for name, text in runs if name == "GWR Rare"] == ["赟", "赟", "祎", "祎", "赟"]  # contents, title, topic, text
    assert {name for name, text in runs if "祎园" in text} == {"GWR Hei"}
    document = docx.Document(io.BytesIO(rare))
    linked = [r for link in document.element.body.iter(W + "hyperlink") for r in link.iter(W + "r") if "赟" in "".join(r.itertext())]
    assert [r.find(f"{W}rPr/{W}rFonts").get(W + "eastAsia") for r in linked] == ["GWR Rare"]  # LibreOffice drops the style there
    style = next(s for s in document.styles if s.name == "生僻字")
    assert style.element.get(W + "styleId") == "GwrRare"
    assert "GWR Rare" in fonts_in(parts(rare))
    assert b"GWR Rare" not in b"".join(part for name, part in carried.items() if name.endswith(".xml"))


def test_pages_stay_as_they_are(shipped: Report, book: FontBook) -> None:
    theme = load_theme("gbt9704")
    assert paginate(carrying(shipped), theme, book) == paginate(plan_briefing(shipped), theme, book)


def document_text(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_text_stays_as_it_is(rare: bytes, shipped: Report, book: FontBook) -> None:
    assert document_text(rare) == document_text(write(replace(with_rare_names(carrying(shipped)), embed_fonts=False), book))


@pytest.mark.office
@pytest.mark.poppler
def test_libreoffice_prints_with_the_carried_fonts_alone(rare: bytes, book: FontBook, tmp_path: Path) -> None:
    """On a machine that has none of them; one font of another name, because LibreOffice does not start without any."""
    (tmp_path / "fonts").mkdir()
    other = TTFont(book.fonts["song"].path)
    for row in other["name"].names:
        row.string = "Other"
    other.save(tmp_path / "fonts" / "other.ttf")
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    (tmp_path / "briefing.docx").write_bytes(rare)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "pdf", "briefing.docx"]
    environment: Any = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    rows = subprocess.run(["pdffonts", str(tmp_path / "briefing.pdf")], capture_output=True, text=True, check=True).stdout
    names = {row.split()[0].split("+")[-1].split("-")[0] for row in rows.splitlines()[2:]}
    assert names == {"GWRBiaosong", "GWRFangsong", "GWRHei", "GWRKai", "GWRSong", "GWRRare", "LiberationSerif"}
