"""The blocks of a briefing: paragraphs by role, numbered as they are printed."""

from enum import Enum

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.places import Where
from gwr_docs.documents.runs import Emphasis, Runs, plain
from gwr_docs.records import record


class Role(Enum):
    """What a block is; its look stands under the same name in theme/gbt9704.toml."""

    TITLE = "title"
    NOTE = "note"  # 题注
    SPEAKER = "speaker"
    DATE = "date"
    BODY = "body"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    COVER_NUMBER = "cover_number"
    COVER_TITLE = "cover_title"
    COVER_NOTE = "cover_note"
    COVER_MARK = "cover_mark"
    COVER_ISSUER = "cover_issuer"
    COVER_DATE = "cover_date"
    CONTENTS_TITLE = "contents_title"
    CONTENTS1 = "contents1"
    CONTENTS2 = "contents2"
    ANNEX = "annex"
    GLOSSARY = "glossary"
    FIGURE = "figure"
    CAPTION = "caption"


CONTENTS = {Role.HEADING1: Role.CONTENTS1, Role.HEADING2: Role.CONTENTS2, Role.ANNEX: Role.CONTENTS1}
HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3)
DRAWN = (Role.FIGURE, Role.CAPTION)
ADDED = (*DRAWN, Role.ANNEX, Role.GLOSSARY)  # what is not the report's own text


@record
class Block:
    """A paragraph. `number` is what the numbering prints before a heading; it is not part of `runs`. A FIGURE holds its `chart` only.

    `where` is empty outside the sections, and for what is drawn.
    """

    role: Role
    runs: Runs
    number: str = ""
    chart: ChartSpec | None = None
    where: Where | None = None

    @property
    def text(self) -> str:
        """The report's words: without the marks of the glossary."""
        return self.number + plain(run for run in self.runs if run.emphasis is not Emphasis.MARK)


@record
class Entry:
    """A line of the contents: the heading it leads to is `blocks[index]`, or annex `index - len(blocks)` behind them, the charts last.

    Its page is looked up when it is set.
    """

    role: Role
    text: str
    index: int
