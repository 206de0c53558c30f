"""A 16:9 presentation without slides: our own theme, master and layouts, made from the theme file."""

from collections.abc import Mapping

from gwr_docs.archive import EARLIEST, pack
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.ooxml.theme import theme_xml
from gwr_docs.writers.pptx.placeholders import Placeholder, layout_placeholders

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.presentationml"
LAYOUTS = {"cover": "封面", "section": "章节", "content": "内容", "closing": "结尾"}
NOTES_SIZE = (6858000, 9144000)  # EMU; A4-like, as PowerPoint's own notes pages
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def base_presentation(theme: Theme, book: FontBook) -> bytes:
    """The empty presentation as pptx bytes; layouts carry the names of LAYOUTS."""
    layouts = {f"rId{i}": ("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in range(1, len(LAYOUTS) + 1)}
    master = {**layouts, f"rId{len(LAYOUTS) + 1}": ("theme", "../theme/theme1.xml")}
    presentation = {
        "rId1": ("slideMaster", "slideMasters/slideMaster1.xml"),
        "rId2": ("theme", "theme/theme1.xml"),
        "rId3": ("presProps", "presProps.xml"),
        "rId4": ("viewProps", "viewProps.xml"),
        "rId5": ("tableStyles", "tableStyles.xml"),
    }
    parts = {
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": _presentation(theme),
        "ppt/_rels/presentation.xml.rels": _relationships(presentation),
        "ppt/presProps.xml": f"<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NS}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst {NS} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        "ppt/theme/theme1.xml": theme_xml(theme, book, "yahei", "yahei"),
        "ppt/slideMasters/slideMaster1.xml": _master(theme),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(master),
    }
    for number, (key, name) in enumerate(LAYOUTS.items(), 1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(key, name, theme)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        )
    parts["[Content_Types].xml"] = _content_types()
    return pack({name: (HEADER + xml).encode() for name, xml in parts.items()}, EARLIEST)


def _content_types() -> str:
    named = {"presentation": "presentation.main", "presProps": "presProps", "viewProps": "viewProps", "tableStyles": "tableStyles"}
    rows = [(f"/ppt/{name}.xml", f"{KIND}.{kind}+xml") for name, kind in named.items()]
    rows.append(("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
    rows.append(("/ppt/slideMasters/slideMaster1.xml", f"{KIND}.slideMaster+xml"))
    rows += [(f"/ppt/slideLayouts/slideLayout{i}.xml", f"{KIND}.slideLayout+xml") for i in range(1, len(LAYOUTS) + 1)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{to}"/>' for key, (kind, to) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _presentation(theme: Theme) -> str:
    width, height = theme.page["width"].emu, theme.page["height"].emu
    return (
        f'<p:presentation {NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="{NOTES_SIZE[0]}" cy="{NOTES_SIZE[1]}"/></p:presentation>'
    )


def _tree(placeholders: tuple[Placeholder, ...], theme: Theme, prompts: bool) -> str:
    shapes = "".join(place.xml(number, theme, prompts) for number, place in enumerate(placeholders, 2))
    return f"<p:spTree>{GROUP}{shapes}</p:spTree>"


def _master(theme: Theme) -> str:
    style = "".join(
        f'<p:{kind}Style><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="{theme.styles[role].size.centipoints}" b="{int(theme.styles[role].bold)}">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr></p:{kind}Style>'
        for kind, role in (("title", "title"), ("body", "text"), ("other", "text"))
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(len(LAYOUTS)))
    slots = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"' + "".join(f' accent{i}="accent{i}"' for i in range(1, 7))
    return (
        f'<p:sldMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"{_tree(layout_placeholders('content', theme), theme, prompts=True)}</p:cSld>"
        f'<p:clrMap {slots} hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{style}</p:txStyles></p:sldMaster>'
    )


def _layout(key: str, name: str, theme: Theme) -> str:
    ground = ""
    if key == "section":
        ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    kind = {"cover": "title", "section": "secHead"}.get(key, "titleOnly")
    return (
        f'<p:sldLayout {NS} type="{kind}" preserve="1"><p:cSld name="{name}">{ground}{_tree(layout_placeholders(key, theme), theme, True)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
