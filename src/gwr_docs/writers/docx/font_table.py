"""The font table of the briefing, with or without the fonts themselves, and a style for characters that one font alone has."""

import copy
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from gwr_docs.theme.faces import RARE, Face, Font, FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.docx.base import R, W, style_id
from gwr_docs.writers.docx.fonts import cut_down, disguise, everyday_characters
from gwr_docs.writers.ooxml.package import HEADER

OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RARE_NAME = "生僻字"


def add_font_table(document: Any, theme: Theme, book: FontBook) -> None:
    """The table of all names; the fonts themselves are the reader's."""
    faces = _faces(theme, book)
    rows = {name: "" for face in faces for name in (face.official, face.latin)}
    _add(document, {name: _row(name, name in {face.official for face in faces}) for name in rows})


def embed_fonts(document: Any, theme: Theme, book: FontBook) -> None:
    """The table with the fonts of all names in it. `book` has the official names; the document is complete but for its fonts."""
    faces = _faces(theme, book)
    fonts = {font.family: font for face in faces for font in (face.fonts[0], face.latin_font)}
    if _mark_rare(document.element.body, theme, book):
        document.styles.element.append(parse_xml(_rare_style(book.fonts[RARE])))
        fonts[book.fonts[RARE].family] = book.fonts[RARE]
    characters = everyday_characters().union(*_texts(document.part.package))
    rows, parts = {}, []
    for number, (name, font) in enumerate(sorted(fonts.items()), 1):
        key, data = disguise(cut_down(font, characters))
        parts.append(Part(PackURI(f"/word/fonts/font{number}.odttf"), OBFUSCATED, data, document.part.package))
        chinese = font is book.fonts[RARE] or any(font is face.fonts[0] for face in faces)
        rows[name] = _row(name, chinese, _stands_for(font, faces), f'<w:embedRegular r:id="rId{number}" w:fontKey="{key}"/>')
    _add(document, rows, parts)


def _faces(theme: Theme, book: FontBook) -> list[Face]:
    return [book.faces[key] for key in sorted({style.face for style in theme.styles.values()})]


def _texts(package: Any) -> Iterable[str]:
    """All XML, markup and all: whatever the document prints stands somewhere in it."""
    return [part.blob.decode() for part in package.iter_parts() if part.partname.ext == "xml"]


def _stands_for(font: Font, faces: Iterable[Face]) -> str:
    """Official names, separated as 17.8.3.1 has it."""
    pairs = ((own, name) for face in faces for own, name in ((face.fonts[0], face.official), (face.latin_font, face.latin)))
    return ",".join(sorted({name for own, name in pairs if own is font}))


def _row(name: str, chinese: bool, stands_for: str = "", embedded: str = "") -> str:
    also = f"<w:altName w:val={quoteattr(stands_for)}/>" if stands_for else ""
    return (
        f'<w:font w:name={quoteattr(name)}>{also}<w:charset w:val="{"86" if chinese else "00"}"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="default"/>{embedded}</w:font>'
    )


def _add(document: Any, rows: dict[str, str], fonts: Iterable[Part] = ()) -> None:
    xml = f"{HEADER}<w:fonts {W} {R}>{''.join(rows[name] for name in sorted(rows))}</w:fonts>"
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, xml.encode(), document.part.package)
    for number, font in enumerate(fonts, 1):
        related = table.relate_to(font, RELATIONSHIP_TYPE.FONT)
        assert related == f"rId{number}", "the rows name the fonts in this order"
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)


def _rare_style(font: Font) -> str:
    return (
        f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="{style_id(RARE)}"><w:name w:val="{RARE_NAME}"/><w:qFormat/>'
        f"<w:rPr>{_rare_fonts(font)}</w:rPr></w:style>"
    )


def _rare_fonts(font: Font) -> str:
    name = quoteattr(font.family)
    return f'<w:rFonts {W} w:hint="eastAsia" w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>'


def _mark_rare(body: Any, theme: Theme, book: FontBook) -> bool:
    """Set characters that their own face lacks in the style of the rare font; whether there are any."""
    faces = {style_id(role): book.faces[style.face] for role, style in theme.styles.items()}
    found = False
    for text in list(body.iter(qn("w:t"))):
        run = text.getparent()
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is None:
            style = next(run.iterancestors(qn("w:p"))).find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        font_for = faces[style.get(qn("w:val"))].font_for
        lacking = {character for character in text.text or "" if font_for(character) is book.fonts[RARE]}
        if lacking:
            found = True
            _split(run, [(rare, "".join(piece)) for rare, piece in groupby(text.text, lacking.__contains__)], book.fonts[RARE])
    return found


def _split(run: Any, pieces: Iterable[tuple[bool, str]], font: Font) -> None:
    """Put a run for each piece in its place. Inside links LibreOffice drops character styles: there the run names the font itself."""
    linked = run.getparent().tag == qn("w:hyperlink")
    for rare, text in pieces:
        piece = copy.deepcopy(run)
        piece.find(qn("w:t")).text = text
        if rare:
            fonts = _rare_fonts(font) if linked else f'<w:rFonts {W} w:hint="eastAsia"/>'
            look = parse_xml(f'<w:rPr {W}><w:rStyle w:val="{style_id(RARE)}"/>{fonts}</w:rPr>')
            piece.replace(piece.find(qn("w:rPr")), look)
        run.addprevious(piece)
    run.getparent().remove(run)
