"""The office theme part: our colours and faces under the names that Word, PowerPoint and WPS show."""

from xml.sax.saxutils import quoteattr

from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SLOTS = (
    ("dk1", "ink", "211C1A"), ("lt1", "paper", "FFFFFF"), ("dk2", "grey", "6B625B"), ("lt2", "panel", "F6F2EC"),
    ("accent1", "red", "9E1B1E"), ("accent2", "teal", "2F6B70"), ("accent3", "gold", "B8862D"), ("accent4", "muted", "8C837B"),
    ("accent5", "down", "1B7A4B"), ("accent6", "up", "B3261E"), ("hlink", "red", "9E1B1E"), ("folHlink", "grey", "6B625B"),
)  # fmt: skip


def theme_xml(theme: Theme, book: FontBook, major: str, minor: str) -> str:
    """theme1.xml with `major` and `minor` faces; a colour role that the theme lacks takes the house's own."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{theme.palette.get(role, spare)}"/></a:{slot}>' for slot, role, spare in SLOTS)
    fonts = "".join(
        f"<a:{kind}Font><a:latin typeface={quoteattr(book.faces[key].latin)}/><a:ea typeface={quoteattr(book.faces[key].official)}/>"
        f'<a:cs typeface=""/><a:font script="Hans" typeface={quoteattr(book.faces[key].official)}/></a:{kind}Font>'
        for kind, key in (("major", major), ("minor", minor))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {A} name="gwr-docs"><a:themeElements><a:clrScheme name="gwr-docs">{colors}</a:clrScheme>'
        f'<a:fontScheme name="gwr-docs">{fonts}</a:fontScheme><a:fmtScheme name="gwr-docs"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
