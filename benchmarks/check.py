"""`gwr-docs check` beside a Python that only imports click and yaml and builds the models of the content files.

Use: `python benchmarks/check.py [--runs 15] [--content DIR]`. Whole processes in turn after a warm-up; medians.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# As a script this file finds only its own folder, as a module only the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.legs import SOURCE
from benchmarks.measure import Cost, environment, median, run

CONTENT = Path(__file__).resolve().parent.parent / "content"
SCRIPT = "from gwr_docs.cli import main; main()"  # what the installed command does
FLOOR = """
import click, yaml
from gwr_docs.content import schema
for shape in {*schema.FILES.values(), *schema.SHAPES}:
    shape.model_rebuild(force=True)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, choices=range(1, 1000), default=15, metavar="N", help="measured runs of each")
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help="the content to check")
    options = parser.parse_args(arguments)
    legs = {
        "gwr-docs check": [sys.executable, "-c", SCRIPT, "check", "--content", str(options.content)],
        "click + yaml + models": [sys.executable, "-c", FLOOR],
    }
    costs = in_turn(legs, options.runs, environment({"PYTHONPATH": str(SOURCE)}))
    check, floor = costs.values()
    for name, cost in costs.items():
        print(f"{name:24} {cost.cpu:.3f} s CPU {cost.wall:.3f} s wall {cost.peak:4.0f} MB")
    print(f"{'ratio of CPU':24} {check.cpu / floor.cpu:.2f}")
    return 0


def in_turn(legs: Mapping[str, Sequence[str]], runs: int, env: Mapping[str, str]) -> dict[str, Cost]:
    """The median cost of each command, one run of each at a time so that a slow moment strikes all; the first is not counted."""
    costs: dict[str, list[Cost]] = {name: [] for name in legs}
    for number in range(runs + 1):
        for name, command in legs.items():
            cost = run(command, env)
            if number:
                costs[name].append(cost)
    return {name: median(found) for name, found in costs.items()}


if __name__ == "__main__":
    sys.exit(main())
