"""Measured shapes to DrawingML."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.shapes import ChartFrame, Panel, Paragraph, TableFrame, TextBox, Words
from gwr_docs.units import pt
from gwr_docs.writers.ooxml.theme import font_names, solid_fill

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class ShapeWriter:
    """Writes the shapes of one slide; ids count up from those of its placeholders."""

    def __init__(self, theme: Theme, book: FontBook, first_id: int) -> None:
        self.theme, self.book, self.next_id = theme, book, first_id

    def new_id(self) -> int:
        self.next_id += 1
        return self.next_id - 1

    def fill(self, role: str) -> str:
        return solid_fill(self.theme, role)

    def fonts(self, role: str) -> str:
        """Names for a role: by the theme's slot if its face is the theme's."""
        styles = self.theme.styles
        slot = "" if styles[role].face != styles["text"].face else "mj" if role == "title" else "mn"
        return font_names(self.book.faces[styles[role].face], slot)

    def panel(self, shape: Panel) -> str:
        number = self.new_id()
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="底 {number}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{_frame(shape)}<a:prstGeom prst="{shape.kind}"><a:avLst/></a:prstGeom>{self.fill(shape.color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )

    def text_box(self, shape: TextBox, click: str = "") -> str:
        number = self.new_id()
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="文字 {number}">{click}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{_frame(shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>{self.body(shape)}</p:sp>'
        )

    def body(self, shape: TextBox) -> str:
        return f"<p:txBody>{BODY.format(anchor=shape.anchor)}<a:lstStyle/>{self.paragraphs(shape.paragraphs)}</p:txBody>"

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> str:
        return "".join(self.paragraph(paragraph) for paragraph in paragraphs)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Exact leading, so that every program sets the height that was measured."""
        before = f'<a:spcBef><a:spcPts val="{pt(paragraph.space_before).centipoints}"/></a:spcBef>' if paragraph.space_before else ""
        return (
            f'<a:p><a:pPr algn="{paragraph.align}"><a:lnSpc><a:spcPts val="{pt(paragraph.leading).centipoints}"/></a:lnSpc>{before}</a:pPr>'
            + "".join(self.run(words) for words in paragraph.words)
            + "</a:p>"
        )

    def run(self, words: Words) -> str:
        look = f' sz="{pt(words.size).centipoints}" b="{int(words.bold)}"'
        return escaped_run(words.text, look, self.fill(words.color) + self.fonts(words.role))

    def table(self, shape: TableFrame) -> str:
        number = self.new_id()
        columns = "".join(f'<a:gridCol w="{pt(width).emu}"/>' for width in shape.columns)
        rows = "".join(
            f'<a:tr h="{pt(shape.row_height).emu}">{"".join(self.cell(cell, index) for cell in row)}</a:tr>'
            for index, row in enumerate(shape.rows)
        )
        width, height = sum(shape.columns), shape.row_height * len(shape.rows)
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="表 {number}" descr={quoteattr(shape.name)}/>'
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'<p:xfrm><a:off x="{pt(shape.x).emu}" y="{pt(shape.y).emu}"/><a:ext cx="{pt(width).emu}" cy="{pt(height).emu}"/></p:xfrm>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1" bandRow="1"/>'
            f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def cell(self, paragraph: Paragraph, row: int) -> str:
        """Zebra on panel, a rule under the head, no vertical lines."""
        ground = self.fill("panel") if row and row % 2 == 0 else "<a:noFill/>"
        none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
        page = self.theme.page
        width, color = (page["rule"], "rule") if row else (page["head_rule"], "grey")
        side, rise = page["cell_pad"].emu, page["cell_rise"].emu
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{self.paragraph(paragraph)}</a:txBody>"
            f'<a:tcPr marL="{side}" marR="{side + pt(paragraph.inset).emu}" marT="{rise}" marB="{rise}" anchor="ctr">'
            f'{none}<a:lnB w="{width.emu}">{self.fill(color)}</a:lnB>{ground}</a:tcPr></a:tc>'
        )

    def chart(self, shape: ChartFrame, relationship: str) -> str:
        number = self.new_id()
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="图表 {number}" descr={quoteattr(shape.chart.alt_text)}/>'
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f"{_frame(shape).replace('a:xfrm', 'p:xfrm')}"
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relationship}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )


def escaped_run(text: str, look: str, inner: str) -> str:
    """Characters, marked as Chinese; `look` holds attributes, `inner` elements of a:rPr."""
    return f'<a:r><a:rPr lang="zh-CN" altLang="en-US"{look} dirty="0">{inner}</a:rPr><a:t>{escape(text)}</a:t></a:r>'


def click_action(relation: str) -> str:
    """A click on the shape leads to another slide; on the shape, not its words, which would turn blue and underlined."""
    return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'


BODY = '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'


def _frame(shape: Panel | TextBox | ChartFrame) -> str:
    return (
        f'<a:xfrm><a:off x="{pt(shape.x).emu}" y="{pt(shape.y).emu}"/>'
        f'<a:ext cx="{pt(shape.width).emu}" cy="{pt(shape.height).emu}"/></a:xfrm>'
    )
