"""Notes pages: their master, and what the speaker says, marked as Chinese."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from gwr_docs.documents.deck import Note
from gwr_docs.typeset.shapes import Cell
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.units import pt
from gwr_docs.writers.ooxml.theme import color_map
from gwr_docs.writers.pptx.shapes import ShapeWriter
from gwr_docs.writers.pptx.xml import GROUP, NS


def notes_master_xml(grid: Grid, writer: ShapeWriter) -> str:
    """Dark on light whatever the slides are: notes pages are printed."""
    style = writer.theme.styles["notes"]
    margin = grid.page["notes_margin"]
    width = grid.page["notes_width"] - 2 * margin
    image, text = grid.band("notes_image", margin, width), grid.band("notes_text", margin, width)
    prompt = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>单击编辑备注</a:t></a:r></a:p></p:txBody>'
    return (
        f'<p:notesMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}'
        + _placeholder(2, "幻灯片图像", 'type="sldImg" idx="2"', _place(image), "")
        + _placeholder(3, "备注", 'type="body" idx="3"', _place(text), prompt)
        + f'</p:spTree></p:cSld><p:clrMap {color_map()}/><p:notesStyle><a:lvl1pPr algn="l"><a:defRPr sz="{style.size.centipoints}">'
        f"{writer.fill(style.color)}{writer.fonts('notes')}</a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>"
    )


def notes_xml(notes: Sequence[Note]) -> str:
    """The notes page of a slide, a paragraph for each line."""
    rows = "".join(f'<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>{escape(note.line)}</a:t></a:r></a:p>' for note in notes)
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{rows}</p:txBody>"
    return (
        f"<p:notes {NS}><p:cSld><p:spTree>{GROUP}"
        + _placeholder(2, "幻灯片图像", 'type="sldImg"', "", "")
        + _placeholder(3, "备注", 'type="body" idx="1"', "", body)
        + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _place(cell: Cell) -> str:
    return (
        f'<a:xfrm><a:off x="{pt(cell.x).emu}" y="{pt(cell.y).emu}"/><a:ext cx="{pt(cell.width).emu}" cy="{pt(cell.height).emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _placeholder(number: int, name: str, kind: str, place: str, body: str) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' if "sldImg" in kind else '<a:spLocks noGrp="1"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>{locks}</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr>{body}</p:sp>"
    )
