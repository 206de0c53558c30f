"""The measured table in Markdown."""

import os
import platform
from collections.abc import Mapping

from benchmarks.legs import BESIDE, REFERENCE, UNCHANGED
from benchmarks.measure import Cost, in_a_row

SUM = "pandoc docx + pandoc pptx + Typst pdf"
HEAD = "| leg | size | CPU s | wall s | peak MB | CPU ratio | wall ratio | CPU / Typst |\n|---|---|---:|---:|---:|---:|---:|---:|"
Costs = Mapping[str, Cost]


def render(results: Mapping[int, Costs], runs: int, versions: str) -> str:
    """A row for each leg and size; ratios are to the reference of the same size, the last to Typst making the same document."""
    rows = [row for size, costs in results.items() for row in _rows(size, costs)]
    return "\n".join([_facts(runs, versions), "", HEAD, *rows]) + "\n"


def _facts(runs: int, versions: str) -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores; {versions}; medians of {runs} runs, legs in turn after a warm-up."


def _rows(size: int, costs: Costs) -> list[str]:
    whole = in_a_row(costs[name] for name in REFERENCE) if all(name in costs for name in REFERENCE) else None
    ordered = dict(sorted(costs.items(), key=lambda item: (item[0] in REFERENCE, item[0] != UNCHANGED and "gwr-docs" not in item[0])))
    rows = [_row(name, size, cost, whole, costs.get(BESIDE.get(name, ""))) for name, cost in ordered.items()]
    return [*rows, _row(f"**{SUM}**", size, whole, whole)] if whole else rows


def _row(name: str, size: int, cost: Cost, whole: Cost | None, typst: Cost | None = None) -> str:
    ratios = f"{cost.cpu / whole.cpu:.2f} | {cost.wall / whole.wall:.2f}" if whole else "— | —"
    beside = f"{cost.cpu / typst.cpu:.2f}" if typst else "—"
    return f"| {name} | ×{size} | {cost.cpu:.3f} | {cost.wall:.3f} | {cost.peak:.0f} | {ratios} | {beside} |"
