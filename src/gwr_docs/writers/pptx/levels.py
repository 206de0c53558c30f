"""How text looks by its level, for masters, layouts and text boxes that a user draws."""

from gwr_docs.writers.pptx.shapes import ShapeWriter

LEVELS = 5
STEP = 2  # characters by which a level is indented


def level(role: str, writer: ShapeWriter, align: str = "l", color: str = "", number: int = 1) -> str:
    """a:lvl…pPr of a style role, without bullets; `color` is a palette role if not the style's.

    Leading is the program's own, so that it follows when a user changes the size; slides state what was measured.
    """
    style = writer.theme.styles[role]
    margin = (style.size * STEP * (number - 1)).emu
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="0" algn="{align}"><a:buNone/>'
        f'<a:defRPr sz="{style.size.centipoints}" b="{int(style.bold)}">{writer.fill(color or style.color)}{writer.fonts(role)}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def levels(role: str, writer: ShapeWriter) -> str:
    return "".join(level(role, writer, number=number) for number in range(1, LEVELS + 1))
