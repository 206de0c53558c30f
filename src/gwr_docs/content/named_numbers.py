"""A number typed right behind the name of a figure that says another: one of the two is out of date."""

import re
from collections.abc import Iterator

from gwr_docs.content.amounts import Amount, Known, change_of
from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model.figures import Entry, Figure

LONGEST = 40  # characters of a name that is looked for
FILLERS = "共总合累计完成实现达到为是有了已数量额全年仅：:（( "  # may stand between a name and its number
MOST_FILLERS = 6
# Before a name: of 常住人口, 民间投资 and 全市投资 nothing is known when 人口 and 投资 are figures of a town.
BEFORE = (
    "其中", "全镇", "全乡", "全村", "全年", "我镇", "累计", "共计", "目前", "完成",
    "实现", "投入", "发放", "举办", "组织", "开展", "建立", "建成", "设置", "公布", "解决", "引进", "提供", "办理", "检查", "发现",
    "转运", "共", "了",
)  # fmt: skip
MARKS = "，。；！？、\n"
CLAUSE = 60  # characters of a clause that are looked through


def differing(amount: Amount, known: Known) -> Iterator[Diagnostic]:
    """The number against the figure that stands before it, by name or, of a change, by its value (完成36亿元，同比上涨19%)."""
    figures, name = _named(amount, known) or _printed(amount, known)
    span = amount.prose.span(amount.phrase if amount.verb else amount.start, amount.end)
    if span is None or not figures:
        return
    in_plan = span.file == "plan.yaml"
    entries = [entry for figure in figures if (entry := _compared(amount, figure, in_plan))]
    if len(entries) == len(figures):
        related = tuple(Related(entry.span, f"{figure.name} {entry.text}") for figure, entry in zip(figures[:3], entries, strict=False))
        said = amount.prose.text[amount.phrase : amount.end]
        field = "" if entries[0] is figures[0].value else "·同比" if entries[0] is figures[0].change else "·目标"
        yield fault("GWR323", span, text=said, figure=name, value=entries[0].text, name=figures[0].name + field, related=related)


def _named(amount: Amount, known: Known) -> tuple[list[Figure], str] | None:
    text, phrase = amount.prose.text, amount.phrase
    begin = max(text.rfind(mark, max(0, phrase - CLAUSE), phrase) for mark in MARKS) + 1
    words = text[begin:phrase]
    for cut in range(MOST_FILLERS + 1):
        ahead = words[: len(words) - cut]
        name = next((ahead[-size:] for size in range(min(LONGEST, len(ahead)), 1, -1) if ahead[-size:] in known.names), "")
        if name:
            alone = _is_alone(ahead.removesuffix(name), text[max(0, begin - 10) : begin])
            return (known.names[name], name) if alone else None
        if not ahead or ahead[-1] not in FILLERS:
            return None
    return None


def _is_alone(before: str, earlier: str) -> bool:
    """Whether the name is the whole name: nothing unknown stands before it in its clause, and it is not the last of a list (甲、乙5人)."""
    if before:
        return before.endswith((*BEFORE, "（", "(", "：")) and not any(c.isdigit() for c in before)
    item = re.split(f"[{MARKS}]", earlier[:-1])[-1]
    return not earlier.endswith("、") or any(c.isdigit() for c in item)


def _printed(amount: Amount, known: Known) -> tuple[list[Figure], str]:
    """Of a change behind a comma, the figure whose value ends the clause before, if the sentence names it."""
    text, at = amount.prose.text, amount.phrase - 1
    if not amount.verb or text[at] != "，":
        return [], ""
    sentence = text[max(0, at - 2 * CLAUSE) : at]
    values = (sentence[-size:] for size in range(min(LONGEST, len(sentence)), 0, -1))
    value = next((value for value in values if value in known.printed), "")
    last = max(sentence.rfind(mark) for mark in "。；！？\n") + 1
    for figure in known.printed.get(value, ())[:20]:
        if figure.name in sentence[last:] or figure.short in sentence[last:]:
            return [figure], figure.name
    return [], ""


def _compared(amount: Amount, figure: Figure, in_plan: bool) -> Entry | None:
    """What the figure says instead; None if the two cannot be compared or agree. In the plan, only targets count."""
    if amount.verb:
        given = [entry for entry in ((figure.target,) if in_plan else (figure.change, figure.target)) if entry and change_of(entry)]
        keys = [change_of(entry) for entry in given]
        said = (amount.signed, amount.measure)
        return given[0] if given and said not in keys and all(key and key[1] == amount.measure for key in keys[:1]) else None
    given = [entry for entry in ((figure.target,) if in_plan else (figure.value,)) if entry and entry.quantity]
    others = (figure.value, figure.target, figure.previous, *(entry for _, entry in figure.history))
    if not given or any(entry and _is_same(amount, entry) for entry in others):
        return None
    quantity = given[0].quantity
    assert quantity is not None, "only those were taken"
    fit = quantity.unit == amount.measure and quantity.prefix != "第" and (quantity.is_rough or not amount.is_rough)
    return given[0] if fit else None


def _is_same(amount: Amount, entry: Entry) -> bool:
    quantity = entry.quantity
    return quantity is not None and (quantity.value, quantity.unit) == (amount.value, amount.measure)
