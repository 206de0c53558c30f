"""The peers' sources from one content folder: two Markdown files for pandoc, two for Typst, JSON for the plain libraries.

Use: `python benchmarks/sources.py content build/sources-1`
"""

import dataclasses
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

# As a script this file finds only its own folder, as a module only the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.outline import Block, Outline, Page, Rows, outline_of, read_planned
from benchmarks.typst_report import report_typst, typst, typst_table

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~^$@])")
_LEVELS = {"heading1": 1, "heading2": 2, "heading3": 3}
TYPST_HEAD = """\
#set page(paper: "a4", margin: (x: 16mm, y: 14mm), numbering: "1")
#set text(font: ("Liberation Serif", "GWR Fangsong", "GWR Rare"), size: 9pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.5em, spacing: 0.5em)
#set smartquote(enabled: false)
#set table(stroke: 0.3pt + gray, inset: 2pt)
#show heading: set text(font: ("Liberation Serif", "GWR Hei"), weight: "regular")
#show heading.where(level: 1): set text(size: 12pt, fill: rgb("#b3261e"))
#show strong: set text(font: ("Liberation Serif", "GWR Hei"), weight: "regular")
"""


def write_sources(content: Path, target: Path) -> None:
    planned = read_planned(content)
    outline = outline_of(planned)
    target.mkdir(parents=True, exist_ok=True)
    texts = {
        "briefing.md": briefing_markdown(outline),
        "deck.md": deck_markdown(outline),
        "summary.typ": summary_typst(outline),
        "report.typ": report_typst(planned.briefing),
        "outline.json": json.dumps(dataclasses.asdict(outline), ensure_ascii=False),
    }
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")


def briefing_markdown(outline: Outline) -> str:
    """The whole report: headings, and paragraphs whose topic stands bold at the start."""
    return _front(outline) + "\n\n".join(_markdown_block(block) for block in outline.briefing if block.role != "title") + "\n"


def _front(outline: Outline) -> str:
    return f'---\ntitle: "{outline.title}"\nsubtitle: "{outline.subtitle}"\ndate: "{outline.date}"\nlang: zh-CN\n---\n\n'


def _markdown_block(block: Block) -> str:
    text = _markdown(block.text)
    if block.role in _LEVELS:
        return "#" * _LEVELS[block.role] + " " + text
    return f"**{_markdown(block.lead)}**{text}" if block.lead else text


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def deck_markdown(outline: Outline) -> str:
    """A slide for each of ours (the cover comes from the title); charts as tables, since pandoc draws none."""
    return _front(outline) + "\n\n".join(_markdown_page(page) for page in outline.deck) + "\n"


def _markdown_page(page: Page) -> str:
    parts = [f"## {_markdown(page.title)}"]
    if page.bullets:
        parts.append("\n".join(f"- {_markdown(text)}" for text in page.bullets))
    if page.rows:
        parts.append(_pipe_table(page.rows))
    if page.notes:
        paragraphs = _markdown(page.notes).replace("\n", "\n\n")
        parts.append(f"::: notes\n\n{paragraphs}\n\n:::")
    return "\n\n".join(parts)


def _pipe_table(rows: Rows) -> str:
    lines = ["| " + " | ".join(_markdown(cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def summary_typst(outline: Outline) -> str:
    """Gists in two columns, all figures in three, in our own fonts."""
    middle = next(i for i, block in enumerate(outline.summary) if block.role == "heading3") - 1
    gists = "\n\n".join(_typst_blocks(outline.summary[:middle]))
    figures = "\n\n".join(_typst_blocks(outline.summary[middle:]))
    return f'{TYPST_HEAD}#set document(title: "{outline.title}")\n#columns(2)[\n{gists}\n]\n#columns(3)[\n{figures}\n]\n'


def _typst_blocks(blocks: Iterable[Block]) -> list[str]:
    return [_typst_block(block) for block in blocks]


def _typst_block(block: Block) -> str:
    if block.rows is not None:
        return typst_table(block.rows)
    text = typst(block.text)
    if block.role in ("title", *_LEVELS):
        return "=" * _LEVELS.get(block.role, 1) + " " + text
    return f"*{typst(block.lead)}*{text}" if block.lead else text


if __name__ == "__main__":
    write_sources(Path(sys.argv[1]), Path(sys.argv[2]))
