"""The whole briefing for Typst on the page of GB/T 9704—2012: what our report.pdf is set beside. Charts are tables."""

import re
from collections.abc import Iterable, Iterator

from gwr_docs.documents.annex import Cell, PageRef, Table
from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import CHARTS_TITLE, Briefing, annex_title
from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.runs import Emphasis, Runs

_SIGNS = re.compile(r"([\\`*_\[\]<>#~$@/\"'=+-])")
# 22 lines of 28 characters: a line box of 16 pt and 12.95 pt of leading, characters 0.25 pt closer.
HEAD = """\
#let faces(name) = ("Liberation Serif", name, "GWR Rare")
#let pitch = 28.95pt
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm), footer: none)
#set text(font: faces("GWR Fangsong"), size: 16pt, lang: "zh", region: "cn", tracking: -0.25pt, top-edge: 13.6pt, bottom-edge: -2.4pt)
#set par(justify: true, leading: 12.95pt, spacing: 12.95pt, first-line-indent: (amount: 2em, all: true))
#set smartquote(enabled: false)
#show heading: set text(size: 16pt, weight: "regular")
#show heading.where(level: 1): set text(font: faces("GWR Hei"))
#show heading.where(level: 2): set text(font: faces("GWR Kai"))
#show heading: it => block(above: 12.95pt, below: 12.95pt, sticky: true, par(it.body))
#show outline.entry: set block(spacing: 12.95pt)
#show outline.entry: it => link(it.element.location(), {
  set par(first-line-indent: 0em)
  set text(font: faces(if it.level == 1 { "GWR Hei" } else { "GWR Fangsong" }))
  block(pad(left: (it.level - 1) * 2em, it.inner()))
})
#set table(stroke: none, inset: (x: 1.5mm, y: 0.9mm))
#show table: set text(size: 11pt, tracking: 0pt, top-edge: 9.4pt, bottom-edge: -1.6pt)
#show table: set par(justify: false, leading: 4pt, first-line-indent: 0em)
#show table.cell.where(y: 0): set text(font: faces("GWR Hei"))
#let centered(size, name, body) = align(center, par(first-line-indent: 0em, text(size: size, font: faces(name), body)))
#let topic(body) = text(font: faces("GWR Kai"), body)
#let page-of(label) = context str(counter(page).at(label).first())
#let number = context {
  let number = counter(page).get().first()
  set text(font: "GWR Song", size: 14pt)
  align(if calc.odd(number) { right } else { left }, pad(x: 16pt)[— #number —])
}
"""
COVERS = {  # size, face and room above on the cover
    Role.COVER_NUMBER: ("16pt", "GWR Hei", "0pt"),
    Role.COVER_TITLE: ("36pt", "GWR Biaosong", "60mm"),
    Role.COVER_NOTE: ("16pt", "GWR Kai", "14pt"),
    Role.COVER_MARK: ("16pt", "GWR Kai", "6pt"),
    Role.COVER_ISSUER: ("18pt", "GWR Kai", "90mm"),
    Role.COVER_DATE: ("18pt", "GWR Kai", "0pt"),
}
FRONT = {Role.TITLE: ("22pt", "GWR Biaosong"), **dict.fromkeys((Role.NOTE, Role.SPEAKER, Role.DATE), ("16pt", "GWR Kai"))}
LEVELS = {Role.HEADING1: 1, Role.HEADING2: 2, Role.HEADING3: 3}


def report_typst(briefing: Briefing) -> str:
    """One source: cover, contents, text, annexes; page numbers are Typst's own, looked up at labels."""
    return HEAD + "\n\n".join(_parts(briefing)) + "\n"


def _parts(briefing: Briefing) -> Iterator[str]:
    yield f'#set document(title: "{briefing.title}", author: "{briefing.issuer}")'
    for block in briefing.cover:
        size, face, above = COVERS[block.role]
        yield f'#v({above})\n#centered({size}, "{face}")[{_text(block)}]'
    if briefing.contents:
        yield '#pagebreak(weak: true)\n#centered(22pt, "GWR Biaosong")[目录]\n#v(pitch)\n#outline(title: none, depth: 2)'
    yield '#pagebreak(weak: true)\n#set page(numbering: "1", footer: number, footer-descent: 7mm)\n#counter(page).update(1)'
    targets = {cell.index for table in briefing.annexes for row in table.rows for cell in row if isinstance(cell, PageRef)}
    for index, block in enumerate(briefing.blocks):
        yield _block(block, f"<b{index}>" if index in targets else "")
        if block.role is Role.DATE:
            yield "#v(pitch)"
    for number, table in enumerate(briefing.annexes, 1):
        yield f"#pagebreak(weak: true)\n= {typst(annex_title(number, table))}\n#v(pitch)\n{_table(table)}"
    if briefing.charts:
        yield f"#pagebreak(weak: true)\n= {typst(CHARTS_TITLE)}"
        yield from (_block(block) for block in briefing.chart_annex)


def _block(block: Block, label: str = "") -> str:
    if block.chart:
        return _chart(block.chart)
    text = _text(block) + label
    if block.role in FRONT:
        size, face = FRONT[block.role]
        return f'#centered({size}, "{face}")[{text}]'
    if block.role is Role.CAPTION:
        return f'#centered(11pt, "GWR Hei")[{text}]'
    if block.role is Role.ANNEX:
        return f"#pagebreak(weak: true)\n= {text}"
    return "=" * LEVELS[block.role] + " " + text if block.role in LEVELS else f"{text}"


def _text(block: Block) -> str:
    return typst(block.number) + _runs(block.runs)


def _runs(runs: Runs) -> str:
    return "".join(_SET[run.emphasis].format(typst(run.text)) for run in runs)


_SET = {Emphasis.NONE: "{}", Emphasis.TOPIC: "#topic[{}]", Emphasis.MARK: "#super[{}]"}


def _table(table: Table) -> str:
    """Rules as in the briefing: strong ones around it and under the head, hairlines between rows."""
    heads = "".join(f"[{typst(head)}]," for head in table.heads)
    rows = "".join("".join(f"[{_cell(cell)}]," for cell in row) + "\n" for row in table.rows)
    columns = "auto, " * len(table.heads)
    return (
        f"#table(columns: ({columns.replace('auto', '1fr', 1)}), align: (x, _) => if x == 0 {{ left }} else {{ center }},\n"
        f"table.hline(stroke: 1pt), table.header({heads} table.hline(stroke: 0.5pt)),\n{rows}table.hline(stroke: 1pt))"
    )


def _cell(cell: Cell) -> str:
    return f"#page-of(<b{cell.index}>)" if isinstance(cell, PageRef) else _runs(cell)


def _chart(chart: ChartSpec) -> str:
    cells = chart_rows(chart)
    body = "\n".join("".join(f"[{typst(text)}]," for text in row) for row in cells)
    return f"#align(center, table(columns: {len(cells[0])},\n{body}))"


def chart_rows(chart: ChartSpec) -> list[list[str]]:
    """A chart as a table: categories down, series across."""
    head = ["", *(series.name or chart.unit for series in chart.series)]
    columns = [[point.label if point else "—" for point in series.cells] for series in chart.series]
    return [head, *([name, *row] for name, *row in zip(chart.categories, *columns, strict=True))]


def typst(text: str) -> str:
    """Plain text as markup."""
    return _SIGNS.sub(r"\\\1", text)


def typst_table(rows: Iterable[list[str]]) -> str:
    """Plain rows without a head."""
    found = list(rows)
    cells = ", ".join(f"[{typst(cell)}]" for row in found for cell in row)
    return f"#table(columns: {len(found[0]) if found else 1}, {cells})"
