"""The office theme part, and colours and faces by its slots: whoever changes the theme changes the whole document."""

from xml.sax.saxutils import quoteattr

from gwr_docs.theme.faces import Face, FontBook
from gwr_docs.theme.styles import Theme

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SLOTS = (
    ("dk1", "ink"), ("lt1", "paper"), ("dk2", "grey"), ("lt2", "panel"), ("accent1", "red"), ("accent2", "teal"), ("accent3", "gold"),
    ("accent4", "muted"), ("accent5", "down"), ("accent6", "up"), ("hlink", "red"), ("folHlink", "grey"),
)  # fmt: skip
MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # as the masters' colour maps name them
SWAPPED = {"dk1": "lt1", "lt1": "dk1", "dk2": "lt2", "lt2": "dk2"}  # on a dark ground: dk stays dark, and bg1 is mapped to it
_NAMES = {role: MAPPED.get(slot, slot) for slot, role in reversed(SLOTS)}


def solid_fill(theme: Theme, role: str) -> str:
    """A palette role by its slot in the theme, or as itself if it has none. Raises KeyError for a role that the palette lacks."""
    color, name = theme.palette[role], _slot_name(theme, role)
    named = f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{color}"/>'
    return f"<a:solidFill>{named}</a:solidFill>"


def _slot_name(theme: Theme, role: str) -> str:
    """The slot of a role, or that of a role of the same colour."""
    same = (name for other, name in _NAMES.items() if theme.palette.get(other) == theme.palette[role])
    return _NAMES.get(role) or next(same, "")


def color_map(dark: bool = False) -> str:
    """The attributes of a master's colour map."""
    pairs = {name: SWAPPED.get(slot, slot) if dark else slot for slot, name in MAPPED.items()}
    rest = (*(f"accent{i}" for i in range(1, 7)), "hlink", "folHlink")
    return " ".join(f'{name}="{slot}"' for name, slot in (*pairs.items(), *((name, name) for name in rest)))


def font_names(face: Face, slot: str = "") -> str:
    """The three names of a face; `slot` is mj or mn if it is the theme's own."""
    latin, chinese, other = (f"+{slot}-lt", f"+{slot}-ea", f"+{slot}-cs") if slot else (face.latin, face.official, face.latin)
    return f"<a:latin typeface={quoteattr(latin)}/><a:ea typeface={quoteattr(chinese)}/><a:cs typeface={quoteattr(other)}/>"


def theme_xml(theme: Theme, book: FontBook, major: str, minor: str) -> str:
    """theme1.xml with `major` and `minor` faces. Raises KeyError for a palette without the roles of SLOTS."""
    roles = dict(SLOTS)
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.palette[roles[SWAPPED.get(slot, slot) if theme.dark else slot]]}"/></a:{slot}>' for slot in roles
    )
    fonts = "".join(
        f'<a:{kind}Font>{font_names(book.faces[key])}<a:font script="Hans" typeface={quoteattr(book.faces[key].official)}/></a:{kind}Font>'
        for kind, key in (("major", major), ("minor", minor))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f"<a:ln>{fill}</a:ln>"
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {A} name="gwr-docs"><a:themeElements><a:clrScheme name="gwr-docs">{colors}</a:clrScheme>'
        f'<a:fontScheme name="gwr-docs">{fonts}</a:fontScheme><a:fmtScheme name="gwr-docs"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
