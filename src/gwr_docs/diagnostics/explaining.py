"""The page of each code: what it means, why it matters, a wrong and a right example (explanations/, one Markdown file a code)."""

import re
from collections.abc import Mapping
from importlib.resources import files

from gwr_docs.diagnostics import catalogue
from gwr_docs.records import record

HEADINGS = {"zh": "中文", "en": "English"}
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_NUMBER = re.compile(r"(?:GWR)?(\d{3})", re.IGNORECASE)
WORDS = {"zh": {"wrong": "错", "right": "对"}, "en": {"wrong": "Wrong", "right": "Right"}}


@record
class Explanation:
    """`title` and `text` by language; `wrong` and `right` hold content files, each after a comment with its name."""

    code: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    wrong: str
    right: str


def codes() -> tuple[str, ...]:
    return tuple(code for code in catalogue() if code.startswith("GWR"))


def full_code(word: str) -> str:
    """GWR301 for 301 and gwr301; any other word as it is."""
    match = _NUMBER.fullmatch(word.strip())
    return f"GWR{match[1]}" if match else word


def explanation(code: str) -> Explanation:
    page = files("gwr_docs.diagnostics").joinpath("explanations", f"{code}.md").read_text(encoding="utf-8")
    parts = _SECTION.split(page)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    heads = {lang: sections[heading].strip().split("\n", 1) for lang, heading in HEADINGS.items()}
    wrong, right = (match[1] for match in _FENCE.finditer(page))
    return Explanation(
        code,
        {lang: head.removeprefix("### ") for lang, (head, _) in heads.items()},
        {lang: text.strip() for lang, (_, text) in heads.items()},
        wrong,
        right,
    )


def shown(page: Explanation, lang: str) -> str:
    """A page for a console."""
    examples = [f"{WORDS[lang][name]}\n\n{_indented(getattr(page, name))}" for name in ("wrong", "right")]
    return "\n\n".join((f"{page.code}　{page.title[lang]}", page.text[lang], *examples))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))
