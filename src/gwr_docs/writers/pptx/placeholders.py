"""Placeholders of master and layouts: title, eyebrow, source and page number, where the grid has them."""

from dataclasses import dataclass

from gwr_docs.theme.styles import Theme
from gwr_docs.units import Length

EYEBROW, SOURCE, NUMBER = 10, 11, 12  # indices; the title has none


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder; `kind` is PowerPoint's type, `role` the style of its text."""

    kind: str
    index: int
    name: str
    prompt: str
    x: Length
    y: Length
    width: Length
    height: Length
    role: str
    anchor: str = "t"
    align: str = "l"

    def xml(self, shape_id: int, theme: Theme, prompt: bool) -> str:
        style = theme.styles[self.role]
        index = f' idx="{self.index}"' if self.index else ""
        color = f'<a:solidFill><a:srgbClr val="{theme.palette[style.color]}"/></a:solidFill>'
        if self.kind == "sldNum":
            text = (
                '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld></a:p>'
            )
        else:
            text = f'<a:p><a:r><a:rPr lang="zh-CN"/><a:t>{self.prompt if prompt else ""}</a:t></a:r></a:p>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{self.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{self.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{self.x.emu}" y="{self.y.emu}"/>'
            f'<a:ext cx="{self.width.emu}" cy="{self.height.emu}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}"><a:noAutofit/></a:bodyPr>'
            f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{self.align}"><a:buNone/>'
            f'<a:defRPr sz="{style.size.centipoints}" b="{int(style.bold)}">{color}<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr>'
            f"</a:lvl1pPr></a:lstStyle>{text}</p:txBody></p:sp>"
        )


def layout_placeholders(key: str, theme: Theme) -> tuple[Placeholder, ...]:
    """The placeholders of a layout, the title first: it leads the reading order."""
    page = theme.page
    left, width = page["margin"], page["width"] - page["margin"] * 2
    top = page["head"] + page["eyebrow"]
    role = {"cover": "cover_title", "section": "divider_title", "closing": "closing"}.get(key, "title")
    kind = "ctrTitle" if key == "cover" else "title"
    title = Placeholder(kind, 0, "标题", "单击编辑标题", left, top, width, page["title"], role, anchor="ctr")
    if key != "content":
        return (title,)
    foot, height = page["foot"], page["foot_height"]
    number = width * 0.12
    return (
        title,
        Placeholder("body", EYEBROW, "眉题", "所属部分", left, page["head"], width, page["eyebrow"], "eyebrow"),
        Placeholder("body", SOURCE, "来源", "来源", left, foot, width * 0.85, height, "source"),
        Placeholder("sldNum", NUMBER, "页码", "", left + width - number, foot, number, height, "source", align="r"),
    )
