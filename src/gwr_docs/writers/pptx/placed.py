"""Texts in placeholders: only what differs from the layout is written, so that a change of master or layout reaches them."""

from gwr_docs.typeset.shapes import Paragraph, TextBox, Words
from gwr_docs.units import pt
from gwr_docs.writers.pptx.layouts import Slot
from gwr_docs.writers.pptx.shapes import ShapeWriter, escaped_run


def placed_body(shape: TextBox, slot: Slot, writer: ShapeWriter) -> str:
    """A text that is to be narrower than its place keeps away from the right edge. Lines run as measured, whatever the layout says."""
    spare = slot.cell.width - shape.width
    inset = f' rIns="{pt(spare + slot.inset).emu}"' if spare > 0 else ""
    rows = "".join(_paragraph(paragraph, slot, writer) for paragraph in shape.paragraphs)
    return f'<p:txBody><a:bodyPr vert="horz" wrap="square"{inset}><a:noAutofit/></a:bodyPr><a:lstStyle/>{rows}</p:txBody>'


def _paragraph(paragraph: Paragraph, slot: Slot, writer: ShapeWriter) -> str:
    """What was measured is written out: leading, space around, no indent, no bullet. The alignment is the layout's."""
    align = f' algn="{paragraph.align}"' if paragraph.align != "l" else ""
    spaces = "".join(
        f'<a:{name}><a:spcPts val="{pt(value).centipoints}"/></a:{name}>'
        for name, value in (("lnSpc", paragraph.leading), ("spcBef", paragraph.space_before), ("spcAft", 0))
    )
    runs = "".join(_run(words, slot, writer) for words in paragraph.words)
    return f'<a:p><a:pPr marL="0" indent="0"{align}>{spaces}<a:buNone/></a:pPr>{runs}</a:p>'


def _run(words: Words, slot: Slot, writer: ShapeWriter) -> str:
    role = slot.placeholder.role
    if words.role != role:
        return writer.run(words)
    size = "" if pt(words.size) == slot.size else f' sz="{pt(words.size).centipoints}"'
    color = slot.placeholder.color or writer.theme.styles[role].color
    return escaped_run(words.text, size, "" if words.color == color else writer.fill(words.color))
