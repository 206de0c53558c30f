"""A slim base document made from the theme: no leftover styles, theme fonts, thumbnail or foreign languages."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from gwr_docs.archive import EARLIEST, pack
from gwr_docs.documents.blocks import HEADINGS, Role
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Style, Theme
from gwr_docs.typeset.briefing_pages import KEPT
from gwr_docs.typeset.grid_lines import NEVER_LAST, WORD
from gwr_docs.writers.ooxml.package import HEADER, THEME_TYPE, content_types, relationships
from gwr_docs.writers.ooxml.theme import theme_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WORDS_OWN = {"heading1": "Heading1", "heading2": "Heading2", "heading3": "Heading3", "title": "Title",
             "contents1": "TOC1", "contents2": "TOC2", "caption": "Caption"}  # fmt: skip
CONTENTS_ROLES = (Role.CONTENTS1.value, Role.CONTENTS2.value)
KEPT_ROLES = tuple(role.value for role in KEPT)
CHARACTER_ROLES = ("topic", "mark", "latin", "page_number", "stamp")
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"styles": "styles", "settings": "settings", "numbering": "numbering", "footer1": "footer", "footer2": "footer"}
THEME = "theme/theme1"


def style_id(role: str) -> str:
    """Word's own ids for its own styles, ASCII for ours."""
    return WORDS_OWN.get(role, f"Gwr{role.title().replace('_', '')}")


def base_document(theme: Theme, book: FontBook, footers: Mapping[str, str], fonts: bool = False) -> bytes:
    """An empty docx with styles, numbering, settings and the two footers (name -> paragraph XML).

    Its font table is made last (font_table.py), because fonts that go with it are cut down to the characters of all parts.
    """
    word = {
        "document": f"<w:document {W} {R}><w:body>{body_section(theme)}</w:body></w:document>",
        "styles": _styles(theme, book),
        "settings": SETTINGS.format(fonts="<w:embedTrueTypeFonts/>" if fonts else "", kinsoku=_kinsoku()),
        "numbering": _numbering(theme, book),
        **{name: f"<w:ftr {W} {R}>{xml}</w:ftr>" for name, xml in footers.items()},
    }
    word[THEME] = theme_xml(theme, book, "hei", "fangsong")
    parts = {f"word/{name}.xml": (HEADER + xml).encode() for name, xml in word.items()}
    parts["[Content_Types].xml"] = (HEADER + _content_types()).encode()
    parts["_rels/.rels"] = (HEADER + relationships({"rId1": ("officeDocument", "word/document.xml")})).encode()
    linked = {f"rId{i}": (kind, f"{name}.xml") for i, (name, kind) in enumerate(PARTS.items(), 1)}
    linked["rIdTheme"] = ("theme", f"{THEME}.xml")
    parts["word/_rels/document.xml.rels"] = (HEADER + relationships(linked)).encode()
    return pack(parts, EARLIEST)


def _content_types() -> str:
    kinds = {"document": f"{WORD_TYPE}.document.main+xml", **{name: f"{WORD_TYPE}.{kind}+xml" for name, kind in PARTS.items()}}
    return content_types({f"/word/{name}.xml": kind for name, kind in {**kinds, THEME: THEME_TYPE}.items()})


def front_section(theme: Theme) -> str:
    """Section properties of cover and contents: the same page, without footers."""
    return re.sub(r"<w:footerReference[^>]*/>|<w:pgNumType[^>]*/>|<w:type[^>]*/>", "", body_section(theme))


def body_section(theme: Theme) -> str:
    """Section properties of the text: page, grid, footers, numbers from 1 on a right-hand page, so that both sides can be printed."""
    page = {name: value.twips for name, value in theme.page.items()}
    footers = "".join(
        f'<w:footerReference w:type="{kind}" r:id="rId{list(PARTS).index(name) + 1}"/>'
        for kind, name in (("default", "footer1"), ("even", "footer2"))
    )
    return (
        f'<w:sectPr>{footers}<w:type w:val="oddPage"/><w:pgSz w:w="{page["width"]}" w:h="{page["height"]}"/>'
        f'<w:pgMar w:top="{page["top"]}" w:right="{page["right"]}" w:bottom="{page["bottom"]}" w:left="{page["left"]}"'
        f' w:header="{page["header"]}" w:footer="{page["footer"]}" w:gutter="0"/><w:pgNumType w:start="1"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{page["line_pitch"]}"/></w:sectPr>'
    )


# linesAndChars would be Word's own grid, but LibreOffice then sets 14 characters a line; exact pitch and spacing do it in both.
SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/>{{fonts}}<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>{{kinsoku}}'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)


def _kinsoku() -> str:
    """What may not end or begin a line, for Word: its own lists and the bracket of a glossary mark."""
    last, first = ("".join(sorted(marks)) for marks in (NEVER_LAST, WORD.never_first))
    return f'<w:noLineBreaksAfter w:lang="zh-CN" w:val={quoteattr(last)}/><w:noLineBreaksBefore w:lang="zh-CN" w:val={quoteattr(first)}/>'


def _styles(theme: Theme, book: FontBook) -> str:
    body = theme.styles["body"]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body, book)}{_size(body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    fixed = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/></w:style>'
    )
    own = "".join(_style(role, style, theme, book) for role, style in theme.styles.items() if style.name)
    return f"<w:styles {W}>{defaults}{fixed}{own}</w:styles>"


def _style(role: str, style: Style, theme: Theme, book: FontBook) -> str:
    name = f"<w:name w:val={quoteattr(style.name)}/>"
    fonts = _fonts(style, book, latin=role in (*CONTENTS_ROLES, "mark"))
    raised = '<w:vertAlign w:val="superscript"/>' if style.raised else ""
    runs = f"<w:rPr>{fonts}{_tracking(style, theme)}{_size(style)}{raised}</w:rPr>"
    if role == "latin":
        runs = f"<w:rPr>{_latin_fonts(style, book)}</w:rPr>"
    if role in CHARACTER_ROLES:
        return f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(role)}">{name}<w:qFormat/>{runs}</w:style>'
    custom = "" if role in WORDS_OWN else ' w:customStyle="1"'
    after = f'<w:next w:val="{style_id("body")}"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(role)}">{name}<w:basedOn w:val="Normal"/>{after}<w:qFormat/>'
        f"{_paragraph(role, style, theme)}{runs}</w:style>"
    )


def _paragraph(role: str, style: Style, theme: Theme) -> str:
    """Properties in the order of CT_PPrBase."""
    new_page = "<w:pageBreakBefore/>" if role == Role.ANNEX.value else ""
    level = next((i for i, heading in enumerate(HEADINGS) if heading.value == role), None)
    keep = "<w:keepNext/>" if role in KEPT_ROLES else "<w:keepLines/>" if role == Role.CAPTION.value else ""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    # An annex is a main entry when Word refreshes the contents (TOC \\u).
    outline = '<w:outlineLvl w:val="0"/>' if new_page else f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    pitch = (style.leading or theme.page["line_pitch"]).twips
    rule = "atLeast" if role == Role.FIGURE.value else "exact"  # Word cuts a chart off at an exact height
    spacing = f'<w:spacing w:before="{style.space_before.twips}" w:after="{style.space_after.twips}" w:line="{pitch}" w:lineRule="{rule}"/>'
    return (
        f'<w:pPr>{keep}{new_page}<w:widowControl/>{number}{_leader(role, theme)}<w:kinsoku/><w:overflowPunct w:val="1"/><w:autoSpaceDE/><w:autoSpaceDN/>'
        f'<w:snapToGrid w:val="0"/>{spacing}{indent(style, theme)}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def _leader(role: str, theme: Theme) -> str:
    """Dots to the page number at the right edge, in the contents only."""
    if role not in CONTENTS_ROLES:
        return ""
    width = theme.page["width"] - theme.page["left"] - theme.page["right"]
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width.twips}"/></w:tabs>'


def indent(style: Style, theme: Theme) -> str:
    """Two characters (7.3.3); firstLineChars alone gives no indent in LibreOffice."""
    if not style.indent:
        return '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    characters = theme.numbers["indent_characters"]
    return f'<w:ind w:firstLineChars="{characters * 100}" w:firstLine="{style.size.twips * characters}"/>'


def _fonts(style: Style, book: FontBook, latin: bool = False) -> str:
    """One face for all but letters and digits, so that “”‘’…— stand in it whatever Word or LibreOffice take them for.

    With `latin` the style names the face of letters and digits itself: inside links, LibreOffice drops character styles.
    """
    face = book.faces[style.face]
    name, western = quoteattr(face.official), quoteattr(face.latin if latin else face.official)
    return f'<w:rFonts w:hint="eastAsia" w:ascii={western} w:hAnsi={western} w:eastAsia={name} w:cs={western}/>'


def _latin_fonts(style: Style, book: FontBook) -> str:
    name = quoteattr(book.faces[style.face].latin)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:cs={name}/>"


def _tracking(style: Style, theme: Theme) -> str:
    tracked = style.size == theme.styles["body"].size
    return f'<w:spacing w:val="{theme.page["tracking"].twips}"/>' if tracked else ""


def _size(style: Style) -> str:
    bold = "<w:b/>" if style.bold else ""
    return f'{bold}<w:sz w:val="{style.size.half_points}"/><w:szCs w:val="{style.size.half_points}"/>'


NUMBERS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))  # GB/T 15834, 7.3.3


def _numbering(theme: Theme, book: FontBook) -> str:
    latin = f"<w:rPr>{_latin_fonts(theme.styles['latin'], book)}</w:rPr>"
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style_id(HEADINGS[i].value)}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(theme.styles[HEADINGS[i].value], theme)}</w:pPr>{latin if kind == 'decimal' else ''}</w:lvl>"
        for i, (kind, text) in enumerate(NUMBERS)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
