"""What travels in the PDF: the content files as they were read, and the table of figures."""

from typing import TYPE_CHECKING

from gwr_docs.builder.planned import Planned
from gwr_docs.content.reading import FILES

if TYPE_CHECKING:
    from gwr_docs.writers.pdf.attachments import Attachment

ABOUT = {
    "report.yaml": "题名、会议、报告人和选项",
    "review.yaml": "第一部分",
    "plan.yaml": "第二部分",
    "figures.yaml": "指标",
    "deck.yaml": "演示文稿的分镜",
    "glossary.yaml": "名词解释",
}
TABLE = "figures.csv"


def attachments(planned: Planned) -> "tuple[Attachment, ...]":
    """The files that report.yaml asks to attach; the user's own template is none of them."""
    if not planned.report.options.attach_source:
        return ()
    from gwr_docs.documents.figure_table import plan_figures
    from gwr_docs.writers.comma_separated import write_csv
    from gwr_docs.writers.pdf.attachments import Attachment

    source = [
        Attachment(name, f"报告的内容：{ABOUT[name]}", "application/yaml", planned.files[name]) for name in FILES if name in planned.files
    ]
    return (*source, Attachment(TABLE, "报告的指标表", "text/csv", write_csv(plan_figures(planned.report)), "Data"))
