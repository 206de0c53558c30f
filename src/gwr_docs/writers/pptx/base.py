"""A 16:9 presentation without slides: our own theme, master and layouts, made from the theme file."""

from gwr_docs.archive import EARLIEST, pack
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import layout_places
from gwr_docs.writers.ooxml.package import HEADER, THEME_TYPE, content_types, relationships
from gwr_docs.writers.ooxml.theme import color_map, theme_xml
from gwr_docs.writers.pptx.layouts import Base, Layout, Slot
from gwr_docs.writers.pptx.levels import level, levels
from gwr_docs.writers.pptx.notes import notes_master_xml
from gwr_docs.writers.pptx.placeholders import PLACEHOLDERS, layout_shapes, master_shapes
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.xml import FIRST_ID, GROUP, KIND, NS

NOTES_MASTER = "rId6"
LAYOUTS = {
    "cover": "封面",
    "section": "章节",
    "figures": "关键数字",
    "chart": "图表",
    "chart_points": "图表和要点",
    "table": "表格",
    "points": "要点",
    "closing": "结尾",
}


def own_base(theme: Theme, book: FontBook) -> Base:
    """Our own presentation, where the theme has its places."""
    grid, layouts = Grid(theme), {}
    for number, key in enumerate(LAYOUTS, 1):
        places, rows = layout_places(key, grid), PLACEHOLDERS[key].items()
        slots = {name: Slot(row, places[name], theme.styles[row.role].size) for name, row in rows}
        layouts[key] = Layout(f"ppt/slideLayouts/slideLayout{number}.xml", slots)
    return Base(base_presentation(theme, book), layouts, "ppt/notesMasters/notesMaster1.xml")


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
        NOTES_MASTER: ("notesMaster", "notesMasters/notesMaster1.xml"),
    }
    grid = Grid(theme)
    office = theme_xml(theme, book, theme.styles["title"].face, theme.styles["text"].face)
    parts = {
        "_rels/.rels": relationships({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": _presentation(ShapeWriter(theme, book, FIRST_ID)),
        "ppt/_rels/presentation.xml.rels": relationships(presentation),
        "ppt/presProps.xml": f"<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NS}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst {NS} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        "ppt/theme/theme1.xml": office,
        "ppt/theme/theme2.xml": office,  # each master has one of its own
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(grid, ShapeWriter(theme, book, FIRST_ID)),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships({"rId1": ("theme", "../theme/theme2.xml")}),
        "ppt/slideMasters/slideMaster1.xml": _master(grid, ShapeWriter(theme, book, FIRST_ID)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(master),
    }
    for number, (key, name) in enumerate(LAYOUTS.items(), 1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(key, name, grid, ShapeWriter(theme, book, FIRST_ID))
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relationships(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        )
    parts["[Content_Types].xml"] = _content_types()
    return pack({name: (HEADER + xml).encode() for name, xml in parts.items()}, EARLIEST)


def _content_types() -> str:
    named = {"presentation": "presentation.main", "presProps": "presProps", "viewProps": "viewProps", "tableStyles": "tableStyles"}
    rows = [(f"/ppt/{name}.xml", f"{KIND}.{kind}+xml") for name, kind in named.items()]
    rows += [(f"/ppt/theme/theme{i}.xml", THEME_TYPE) for i in (1, 2)]
    rows += [(f"/ppt/{kind}s/{kind}1.xml", f"{KIND}.{kind}+xml") for kind in ("slideMaster", "notesMaster")]
    rows += [(f"/ppt/slideLayouts/slideLayout{i}.xml", f"{KIND}.slideLayout+xml") for i in range(1, len(LAYOUTS) + 1)]
    return content_types(dict(rows))


def _presentation(writer: ShapeWriter) -> str:
    page = writer.theme.page
    return (
        f'<p:presentation {NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{NOTES_MASTER}"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{page["width"].emu}" cy="{page["height"].emu}"/>'
        f'<p:notesSz cx="{page["notes_width"].emu}" cy="{page["notes_height"].emu}"/>'
        f"<p:defaultTextStyle>{levels('text', writer)}</p:defaultTextStyle></p:presentation>"
    )


def _master(grid: Grid, writer: ShapeWriter) -> str:
    style = f"<p:titleStyle>{level('title', writer)}</p:titleStyle>" + "".join(
        f"<p:{kind}Style>{levels('text', writer)}</p:{kind}Style>" for kind in ("body", "other")
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(len(LAYOUTS)))
    return (
        f"<p:sldMaster {NS}><p:cSld>{_ground(writer, 'paper')}<p:spTree>{GROUP}{master_shapes(grid, writer)}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(writer.theme.dark)}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{style}</p:txStyles></p:sldMaster>"
    )


def _layout(key: str, name: str, grid: Grid, writer: ShapeWriter) -> str:
    ground = _ground(writer, "ground") if key == "section" else ""
    kind = {"cover": "title", "section": "secHead"}.get(key, "titleOnly")
    return (
        f'<p:sldLayout {NS} type="{kind}" preserve="1"><p:cSld name="{name}">{ground}'
        f"<p:spTree>{GROUP}{layout_shapes(key, grid, writer)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _ground(writer: ShapeWriter, role: str) -> str:
    return f"<p:bg><p:bgPr>{writer.fill(role)}<a:effectLst/></p:bgPr></p:bg>"
