"""Where each figure is used: in the files that cite it and on the slides that show it."""

from collections.abc import Mapping, Sequence

from gwr_docs.diagnostics import Span
from gwr_docs.documents.blocks import ADDED, Block
from gwr_docs.documents.shown import wanted
from gwr_docs.documents.storyboard import derive_slides
from gwr_docs.model.report import Report
from gwr_docs.model.uses import cited, mentioned


def find_references(report: Report) -> Mapping[str, tuple[Span, ...]]:
    """Figure -> every place that cites it, in the order of the files: text, slides, other figures."""
    found: dict[str, dict[str, list[Span]]] = {}
    for name, span in (*((r.figure, r.span) for r in cited(report)), *((m.figure, m.span) for m in mentioned(report))):
        found.setdefault(name, {}).setdefault(span.file, []).append(span)
    return {name: tuple(span for spans in files.values() for span in sorted(spans)) for name, files in found.items()}


def find_slides(report: Report, counts: Sequence[int]) -> Mapping[str, tuple[int, ...]]:
    """Figure -> the slides, from 1, that show it; `counts`: how many slides each slide of the storyboard takes. Notes do not count."""
    found: dict[str, set[int]] = {}
    first = 1
    for slide, count in zip(report.slides or derive_slides(report), counts, strict=True):
        for name, _ in wanted(slide, report):
            found.setdefault(name, set()).update(range(first, first + count))
        first += count
    return {name: tuple(sorted(numbers)) for name, numbers in found.items()}


def find_stated(blocks: Sequence[Block]) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Figure -> block and offset of every place in the briefing that states it, tables and charts left aside."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, block in enumerate(blocks):
        offset = len(block.number)
        for run in block.runs if block.role not in ADDED else ():
            if run.figure:
                found.setdefault(run.figure, []).append((index, offset))
            offset += len(run.text)
    return {name: tuple(places) for name, places in found.items()}
