"""Theme and fonts as the charts need them."""

from gwr_docs.records import record
from gwr_docs.theme.colors import contrast
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.writers.ooxml.theme import font_names, solid_fill


@record
class ChartLook:
    """The theme's [page] has the chart_ lengths, percentages and counts, its styles category and value.

    `minor` is the face that the document's theme part has for running text.
    """

    theme: Theme
    book: FontBook
    minor: str = ""

    def number(self, name: str) -> int:
        return self.theme.numbers[f"chart_{name}"]

    def share(self, name: str) -> float:
        return self.number(name) / 100

    def fill(self, role: str) -> str:
        return solid_fill(self.theme, role)

    def line(self, name: str, role: str, dash: str = "solid") -> str:
        prst = "" if dash == "solid" else f'<a:prstDash val="{dash}"/>'
        return f'<a:ln w="{self.theme.page[name].emu}">{self.fill(role)}{prst}</a:ln>'

    def text(self, role: str, color: str = "", upright: bool = False) -> str:
        """c:txPr for a style role; `upright` forbids that names of categories are turned where they are long. Numbers stay on one line."""
        style = self.theme.styles[role]
        names = font_names(self.book.faces[style.face], "mn" if style.face == self.minor else "")
        body = '<a:bodyPr rot="0" vert="horz"/>' if upright else '<a:bodyPr wrap="none"/>' if role == "value" else "<a:bodyPr/>"
        return (
            f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{style.size.centipoints}" b="{int(style.bold)}">'
            f'{self.fill(color or style.color)}{names}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )

    def on(self, ground: str) -> str:
        """The role for text on a fill: ink or paper, whichever stands out more."""
        return max(("ink", "paper"), key=lambda role: contrast(self.theme.palette[role], self.theme.palette[ground]))
