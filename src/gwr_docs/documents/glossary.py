"""名词解释: marks behind the terms where they first stand in the text, and the entries in the order of the marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.runs import Emphasis, Run, Runs, made, print_runs
from gwr_docs.model.figures import Figure
from gwr_docs.model.glossary import Term, terms_pattern

MARK = re.compile(r"\[\d+\]")
CLOSING = "”’》』」"  # a mark stands behind them: “双碳”[1]
TITLE = "名词解释"


def add_glossary(blocks: Iterable[Block], terms: Sequence[Term], figures: Mapping[str, Figure]) -> list[Block]:
    """The blocks with a mark behind each term that stands there first, and the entries behind them all, numbered as their marks."""
    waiting = {term.name: term for term in terms}
    marked: list[Block] = []
    order: list[Term] = []
    for block in blocks:
        runs, found = mark_runs(block.runs, waiting, len(order)) if block.role is Role.BODY and waiting else (block.runs, [])
        order += found
        marked.append(replace(block, runs=runs) if found else block)
    heads = [_head(mark_text(number), f"　{term.name}：") for number, term in enumerate(order, 1)]
    heads += [_head(f"{term.name}：") for term in waiting.values()]  # nothing leads to them: no number
    entries = [b for head, term in zip(heads, [*order, *waiting.values()], strict=True) for b in _entry(head, term, figures)]
    return [*marked, Block(Role.ANNEX, made(TITLE)), *entries] if entries else marked


def mark_runs(runs: Runs, waiting: dict[str, Term], count: int) -> tuple[Runs, list[Term]]:
    """Runs with marks from `count` + 1, and their terms, which are taken out of `waiting`; titles and figures are left alone."""
    out: list[Run] = []
    found: list[Term] = []
    pattern = terms_pattern(waiting.values())
    for run in runs:
        start = 0
        for match in pattern.finditer(run.text) if run.emphasis is Emphasis.NONE and not run.figure else ():
            term = waiting.pop(match[0], None)
            if term:
                end = match.end() + len(run.text[match.end() :]) - len(run.text[match.end() :].lstrip(CLOSING))
                found.append(term)
                out += [_piece(run, start, end), Run(mark_text(count + len(found)), emphasis=Emphasis.MARK)]
                start = end
        if start < len(run.text) or not start:
            out.append(_piece(run, start, len(run.text)) if start else run)
    return tuple(out), found


def mark_text(number: int) -> str:
    return f"[{number}]"


def is_mark(run: Run) -> bool:
    """Whether a run of an entry is the number that its mark in the text has."""
    return bool(MARK.fullmatch(run.text))


def _head(*texts: str) -> Runs:
    return tuple(Run(text, emphasis=Emphasis.TOPIC) for text in texts)


def _entry(head: Runs, term: Term, figures: Mapping[str, Figure]) -> list[Block]:
    first, *others = (print_runs(paragraph, figures) for paragraph in term.meaning)
    return [Block(Role.GLOSSARY, (*head, *first)), *(Block(Role.GLOSSARY, runs) for runs in others)]


def _piece(run: Run, start: int, end: int) -> Run:
    place = run.place.part(start, end) if run.place else None
    return replace(run, text=run.text[start:end], place=place)
