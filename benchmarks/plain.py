"""The floor of pure Python: plain python-docx, python-pptx and ReportLab in one process, no layout of their own.

Use: `python benchmarks/plain.py OUTLINE.json FONTS OUT`
"""

import json
import sys
from pathlib import Path
from typing import Any

from docx import Document
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

Data = dict[str, Any]
FACES = {"body": "fangsong/GWRFangsong-Regular.ttf", "head": "hei/GWRHei-Medium.ttf"}
LEVELS = {"title": 0, "heading1": 1, "heading2": 2, "heading3": 3}
CHARTS = {
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "clustered": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
}


def write_docx(blocks: list[Data], path: Path) -> None:
    document = Document()
    for block in blocks:
        if block["role"] in LEVELS:
            document.add_heading(block["text"], LEVELS[block["role"]])
            continue
        paragraph = document.add_paragraph()
        if block["lead"]:
            paragraph.add_run(block["lead"]).bold = True
        paragraph.add_run(block["text"])
    document.save(str(path))


def write_pptx(outline: Data, path: Path) -> None:
    deck = Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = outline["title"]
    cover.placeholders[1].text = outline["subtitle"]
    for page in outline["deck"]:
        _add_slide(deck, page)
    deck.save(str(path))


def _add_slide(deck: Any, page: Data) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1 if page["bullets"] else 5])
    slide.shapes.title.text = page["title"]
    if page["bullets"]:
        frame = slide.placeholders[1].text_frame
        frame.text = page["bullets"][0]
        for text in page["bullets"][1:]:
            frame.add_paragraph().text = text
    box = (Inches(5), Inches(2), Inches(4.5), Inches(4))
    if page["graph"]:
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = page["graph"]["categories"]
        for name, values in page["graph"]["series"]:
            data.add_series(name, values)  # type: ignore[no-untyped-call]
        slide.shapes.add_chart(CHARTS[page["graph"]["kind"]], *box, data)
    elif page["rows"]:
        rows = page["rows"]
        table = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
    if page["notes"]:
        slide.notes_slide.notes_text_frame.text = page["notes"]


def write_pdf(blocks: list[Data], fonts: Path, path: Path) -> None:
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(fonts / file)))
    body = ParagraphStyle("body", fontName="body", fontSize=9, leading=13, wordWrap="CJK")
    head = ParagraphStyle("head", fontName="head", fontSize=12, leading=18, wordWrap="CJK")
    flow: list[Any] = []
    for block in blocks:
        if block["rows"]:
            flow.append(Table(block["rows"], style=[("FONT", (0, 0), (-1, -1), "body", 9)]))
        elif block["text"]:
            flow.append(Paragraph(block["lead"] + block["text"], head if block["role"] in LEVELS else body))
    SimpleDocTemplate(str(path)).build(flow)


def main(source: Path, fonts: Path, out: Path) -> None:
    outline: Data = json.loads(source.read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    write_docx(outline["briefing"], out / "briefing.docx")
    write_pptx(outline, out / "deck.pptx")
    write_pdf(outline["summary"], fonts, out / "summary.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
