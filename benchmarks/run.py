"""Measure our builds beside pandoc twice plus Typst on equal content: `python benchmarks/run.py`.

Progress goes to stderr, the Markdown table to stdout. Exit codes: 0 fine, 1 a leg failed, 2 usage.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# As a script this file finds only its own folder, as a module only the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.legs import Leg, Tools, all_legs, find_tools, prepare
from benchmarks.measure import Cost, FailedError, median, run
from benchmarks.report import render

CONTENT = Path(__file__).resolve().parent.parent / "content"
VERSIONS = """
import platform, importlib.metadata as m
names = {names}
print("Python " + platform.python_version(), *(name + " " + m.version(name) for name in names), sep=", ")
"""
OURS = ("python-docx", "python-pptx", "reportlab")
PEERS = ("pypandoc_binary", "typst")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parse(arguments)
    try:
        tools = find_tools(options.ours, options.peers)
    except subprocess.CalledProcessError as error:
        print(f"{error}\nbenchmarks/README.md says what must be installed", file=sys.stderr)
        return 1
    results: dict[int, dict[str, Cost]] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="gwr-bench-") as folder:
        for size in options.sizes:
            results[size], faults = _measure(tools, options, size, Path(folder))
            failed += [f"×{size} {fault}" for fault in faults]
    versions = _versions(tools.ours, OURS, tools) + "; peers " + _versions(tools.peers, PEERS, tools)
    table = render(results, options.runs, versions)
    print(table, end="")
    if options.markdown:
        options.markdown.write_text(table, encoding="utf-8")
    print(*failed, sep="\n", end="\n" if failed else "", file=sys.stderr)
    return 1 if failed else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default=[1, 10, 100], metavar="1,10,100", help="how many times the content")
    parser.add_argument("--runs", type=int, choices=range(1, 1000), default=5, metavar="N", help="measured runs of each leg")
    parser.add_argument("--legs", default="", metavar="WORDS", help="only legs with one of these words in their names: report,check")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to this file, too")
    parser.add_argument("--ours", default=sys.executable, metavar="PYTHON", help="interpreter that has the dependencies of gwr-docs")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON", help="interpreter that has pypandoc_binary and typst")
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help="the content of size 1")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    sizes = [int(part) for part in text.split(",")]
    if min(sizes) < 1:
        raise ValueError("sizes start at 1")
    return sizes


def _versions(python: str, names: Sequence[str], tools: Tools) -> str:
    code = VERSIONS.format(names=names)
    return subprocess.run([python, "-c", code], env=dict(tools.env), stdout=subprocess.PIPE, check=True, text=True).stdout.strip()


def _measure(tools: Tools, options: argparse.Namespace, size: int, work: Path) -> tuple[dict[str, Cost], list[str]]:
    """Medians of all legs at one size; the legs that failed, with their last words."""
    print(f"×{size}: content", file=sys.stderr)
    words = options.legs.split(",")
    legs = [leg for leg in all_legs(tools, *prepare(tools, options.content, size, work)) if any(word in leg.name for word in words)]
    faults: dict[str, str] = {}
    for leg in legs:  # .pyc files, the file cache, and the first build of the leg without changes
        print(f"×{size}: warm-up {leg.name}", file=sys.stderr)
        try:
            for _ in range(1 + leg.kept):
                _once(leg, tools, work)
        except FailedError as error:
            faults[leg.name] = f"{leg.name}: {error}"
    costs: dict[str, list[Cost]] = {leg.name: [] for leg in legs if leg.name not in faults}
    for number in range(1, options.runs + 1):
        print(f"×{size}: round {number} of {options.runs}", file=sys.stderr)
        for leg in legs:
            if leg.name not in faults:
                try:
                    costs[leg.name].append(_once(leg, tools, work))
                except FailedError as error:
                    faults[leg.name] = f"{leg.name}: {error}"
    costs = {name: found for name, found in costs.items() if name not in faults}
    return {name: median(found) for name, found in costs.items()}, list(faults.values())


def _once(leg: Leg, tools: Tools, work: Path) -> Cost:
    if leg.kept:
        kept = work / "kept"
        kept.mkdir(exist_ok=True)
        return run(leg.command(kept), tools.env)
    with tempfile.TemporaryDirectory(dir=work) as fresh:
        return run(leg.command(Path(fresh)), tools.env)


if __name__ == "__main__":
    sys.exit(main())
