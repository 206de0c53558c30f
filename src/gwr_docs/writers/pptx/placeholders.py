"""Placeholders of master and layouts, where slide_places.py has them: slides inherit their position and look."""

from collections.abc import Mapping

from gwr_docs.records import record
from gwr_docs.typeset.shapes import Cell
from gwr_docs.typeset.slide_grid import Grid
from gwr_docs.typeset.slide_places import BODIES, layout_panels, layout_places
from gwr_docs.units import pt
from gwr_docs.writers.pptx.levels import level
from gwr_docs.writers.pptx.shapes import ShapeWriter

NUMBER = "number"
FIELD = '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>{number}</a:t></a:fld>'


@record
class Placeholder:
    """One placeholder; `kind` is PowerPoint's type (empty: any content), `role` the style of its text, `color` a palette role if not the style's.

    A user's template may lack one that is `optional`; its text is then left out.
    """

    kind: str
    index: int
    name: str
    prompt: str
    role: str
    anchor: str = "t"
    align: str = "l"
    color: str = ""
    optional: bool = False

    def filled(self, shape_id: int, body: str, click: str = "") -> str:
        """On a slide: place and look come from the layout. `click` is what a click does (shapes.py)."""
        return self._shape(shape_id, "<p:spPr/>", body, click)

    def inherited(self, shape_id: int) -> str:
        """On a layout: as the master has it, so that a change of the master reaches it."""
        return self._shape(shape_id, "<p:spPr/>", f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{self._prompt()}</a:p></p:txBody>")

    def _shape(self, shape_id: int, properties: str, body: str, click: str = "") -> str:
        kind = f' type="{self.kind}"' if self.kind else ""
        index = f' idx="{self.index}"' if self.index else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{self.name}">{click}</p:cNvPr><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>{properties}{body}</p:sp>"
        )

    def _prompt(self) -> str:
        return FIELD.format(number="‹#›") if self.kind == "sldNum" else f'<a:r><a:rPr lang="zh-CN"/><a:t>{self.prompt}</a:t></a:r>'

    def defined(self, shape_id: int, cell: Cell, writer: ShapeWriter, *, own: bool = True) -> str:
        """On a layout or master, with its place; without a look of its `own` it has that of the master's styles."""
        look = level(self.role, writer, self.align, self.color) if own else ""
        properties = (
            f'<p:spPr><a:xfrm><a:off x="{pt(cell.x).emu}" y="{pt(cell.y).emu}"/><a:ext cx="{pt(cell.width).emu}" cy="{pt(cell.height).emu}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        )
        body = (
            f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle>{look}</a:lstStyle><a:p>{self._prompt()}</a:p></p:txBody>"
        )
        return self._shape(shape_id, properties, body)


TITLE = Placeholder("title", 0, "标题", "单击编辑标题", "title", anchor="ctr")
TEXT = Placeholder("body", 1, "正文", "单击编辑文字", "text")
PAGE_NUMBER = Placeholder("sldNum", 12, "页码", "", "source", align="r")
MASTERS = (TITLE, TEXT, PAGE_NUMBER)  # what the master has; their places are those of the layout "points"
_BODY = {
    "title": TITLE,
    "eyebrow": Placeholder("body", 10, "眉题", "所属部分", "eyebrow"),
    "source": Placeholder("body", 11, "来源", "来源", "source"),
    NUMBER: PAGE_NUMBER,
}
PLACEHOLDERS: Mapping[str, Mapping[str, Placeholder]] = {
    "cover": {
        "title": Placeholder("ctrTitle", 0, "标题", "单击编辑标题", "cover_title", anchor="b"),
        "meeting": Placeholder("subTitle", 1, "会议", "会议名称", "cover_text", color="ink"),
        "speaker": Placeholder("body", 13, "报告人和日期", "报告人、日期", "cover_text"),
        "year": Placeholder("body", 14, "年份", "年份", "cover_year"),
        "label": Placeholder("body", 15, "各章名称", "各章名称", "cover_label", optional=True),
    },
    "section": {
        "title": Placeholder("title", 0, "标题", "单击编辑标题", "divider_title", anchor="b"),
        "parts": Placeholder("body", 1, "各部分", "本章各部分", "divider_text"),
        "numeral": Placeholder("body", 13, "序号", "一", "divider_numeral"),
        "label": Placeholder("body", 14, "第几部分", "第几部分", "divider_text", color="pale_red"),
    },
    **dict.fromkeys(BODIES, _BODY),
    "closing": {
        "title": Placeholder("title", 0, "标题", "单击编辑标题", "closing", anchor="ctr"),
        "name": Placeholder("body", 10, "文件名称", "文件名称", "eyebrow"),
        "foot": Placeholder("body", 11, "落款", "单位、日期", "closing_foot", optional=True),
    },
}


def layout_shapes(layout: str, grid: Grid, writer: ShapeWriter) -> str:
    """The decoration of a layout and its placeholders, the title first of them: it leads the reading order."""
    places, rows = layout_places(layout, grid), PLACEHOLDERS[layout]
    panels = "".join(writer.panel(panel) for panel in layout_panels(layout, grid))
    return panels + "".join(
        row.inherited(writer.new_id()) if row in MASTERS else row.defined(writer.new_id(), places[key], writer) for key, row in rows.items()
    )


def master_shapes(grid: Grid, writer: ShapeWriter) -> str:
    """What every layout may have: title, text, page number."""
    places = layout_places("points", grid)
    cells = (places["title"], grid.body, places[NUMBER])
    return "".join(row.defined(writer.new_id(), cell, writer, own=row is PAGE_NUMBER) for row, cell in zip(MASTERS, cells, strict=True))


def number_body(number: int) -> str:
    """The text of a slide's page number: a field."""
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{FIELD.format(number=number)}</a:p></p:txBody>"
