"""docs/错误代码.md from the explanation pages, with what `check` says of each wrong example."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.content.fixtures import minimal, read_example  # noqa: E402

from gwr_docs.builder.checking import check_content  # noqa: E402
from gwr_docs.diagnostics import catalogue  # noqa: E402
from gwr_docs.diagnostics.explaining import Explanation, codes, explanation  # noqa: E402
from gwr_docs.diagnostics.rendering import WORDS, render  # noqa: E402
from gwr_docs.theme.faces import load_fonts  # noqa: E402

BULKY = re.compile(r" × \d{5,}⟩")
REFERENCE = ROOT / "docs" / "错误代码.md"
HEAD = """# 错误代码　Error codes

每个代码的意思、为什么要紧、一个错的例子和一个对的例子。命令行里用 `gwr-docs explain GWR301` 看同样的内容。
例子里没有写出的文件，都是最简单的一份（一个指标：人口 12人）。⟨U+3000⟩ 代表一个看不见的字符，⟨字 × 3⟩ 代表“字字字”。

What each code means, why it matters, a wrong and a right example; `gwr-docs explain GWR301` shows the same.
Files that an example leaves out are the smallest there can be, with one figure, 人口.

本页由 `tools/make_error_reference.py` 生成，不要手改：说明在 `src/gwr_docs/diagnostics/explanations/` 里。
This page is generated; edit the pages that it is made of.
"""


def reference() -> str:
    pages = [explanation(code) for code in codes()]
    rows = [f"| [{page.code}](#{page.code.lower()}) | {_severity(page)} | {page.title['zh']}　{page.title['en']} |" for page in pages]
    return "\n".join((HEAD, "| 代码 | | |\n|---|---|---|", *rows, "", *(_section(page) for page in pages)))


def _severity(page: Explanation) -> str:
    return WORDS["zh"][catalogue()[page.code]["severity"]]


def _section(page: Explanation) -> str:
    parts = [f"## {page.code}"]
    for lang in ("zh", "en"):
        parts += [f"**{page.title[lang]}**", page.text[lang]]
    parts += ["错 Wrong", f"```yaml\n{page.wrong}```"]
    said = _said(page)
    if said:
        parts.append(f"```text\n{said}\n```")
    parts += ["对 Right", f"```yaml\n{page.right}```", ""]
    return "\n\n".join(parts)


def _said(page: Explanation) -> str:
    """What `check` says of the wrong example; nothing where only a build or an enormous file would show it."""
    if BULKY.search(page.wrong):
        return ""
    files = {name: data for name, data in (minimal() | read_example(page.wrong)).items() if data is not None}
    found = check_content(files, load_fonts())[1]
    sources = {name: data.decode("utf-8", "replace") for name, data in files.items() if name.endswith(".yaml")}
    return render([diagnostic for diagnostic in found if diagnostic.code == page.code], sources)


if __name__ == "__main__":
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
