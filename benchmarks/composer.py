"""Characters a second of the line composer alone, beside Typst's: composer.py [--runs 15] [--copies 10].

CPU time of one process, medians. Every run sets other text, so that nothing is remembered: the paragraphs of the report, each turned
round by another number of characters. Typst lays the same paragraphs out without writing a file (typst.query); what it needs for an
empty document is taken off.
"""

import argparse
import importlib
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
SIZE = 16.0  # pt
WIDTHS = (28, 20)  # characters a line
TYPST = """\
#set page(width: {width}pt, height: 842pt, margin: 20pt)
#set text(font: ("Liberation Serif", "GWR Fangsong", "GWR Rare"), size: {size}pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#set smartquote(enabled: false)
"""
END = "#metadata(1) <end>"


def texts(copies: int) -> Iterator[list[str]]:
    """The report's paragraphs `copies` times, never twice the same."""
    lines = (ROOT / "tests" / "data" / "report.txt").read_text(encoding="utf-8").splitlines()
    paragraphs = [line.strip() for line in lines if line.strip()]
    for start in count(1, copies):
        turns = range(start, start + copies)
        yield [text[turn % len(text) :] + text[: turn % len(text)] for turn in turns for text in paragraphs]


def speed(work: Callable[[Sequence[str]], object], runs: int, copies: int, spared: float = 0.0) -> float:
    """Median of characters a second; `spared` seconds of each run do not count."""
    found = []
    for _, paragraphs in zip(range(runs), texts(copies), strict=False):
        start = time.process_time()
        work(paragraphs)
        found.append(sum(map(len, paragraphs)) / max(time.process_time() - start - spared, 1e-6))
    return statistics.median(found)


def ours(width: int) -> dict[str, Callable[[Sequence[str]], object]]:
    from gwr_docs.theme.faces import load_fonts
    from gwr_docs.typeset.characters import Span
    from gwr_docs.typeset.grid_lines import GridText, break_lines
    from gwr_docs.typeset.lines import compose_lines

    face = load_fonts().faces["fangsong"]
    return {
        "free": lambda paragraphs: [compose_lines([Span(text, face)], width, 2) for text in paragraphs],
        "ragged": lambda paragraphs: [compose_lines([Span(text, face)], width, 2, justify=False) for text in paragraphs],
        "grid": lambda paragraphs: [break_lines([GridText(text, face, SIZE)], width * SIZE, 2 * SIZE, 0) for text in paragraphs],
    }


def theirs(width: int) -> Callable[[Sequence[str]], object] | None:
    """Typst's layout, or None where its wheel is not installed."""
    try:
        typst = importlib.import_module("typst")
    except ImportError:
        return None
    head = TYPST.format(width=width * SIZE + 40, size=SIZE)

    def lay_out(paragraphs: Sequence[str]) -> object:
        body = "\n\n".join(re.sub(r"([^\w\s])", r"\\\1", text) for text in paragraphs)
        source = f"{head}{body}\n\n{END}".encode()
        return typst.query(source, "<end>", font_paths=[str(ROOT / "assets" / "fonts")], ignore_system_fonts=True)

    return lay_out


def start_up(lay_out: Callable[[Sequence[str]], object]) -> float:
    """Seconds for next to no text."""
    found = []
    for number in range(9):
        start = time.process_time()
        lay_out([f"第{number}"])
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> None:
    parser = argparse.ArgumentParser(description="Characters a second of the line composer, beside Typst's.")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--copies", type=int, default=10)
    options = parser.parse_args()
    print("| width | mode | characters/s | to Typst |\n|---:|---|---:|---:|")
    for width in WIDTHS:
        peer = theirs(width)
        base = speed(peer, options.runs, options.copies, start_up(peer)) if peer else None
        for mode, work in ours(width).items():
            found = speed(work, options.runs, options.copies)
            print(f"| {width} | {mode} | {found:,.0f} | {f'{found / base:.2f}' if base else '—'} |")
        if base:
            print(f"| {width} | Typst | {base:,.0f} | 1.00 |")


if __name__ == "__main__":
    main()
