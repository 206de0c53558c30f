"""Whole processes, one at a time: CPU, wall clock and peak memory as the kernel counts them. POSIX only."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

KILOBYTE = 1024 if sys.platform != "darwin" else 1  # ru_maxrss counts bytes on macOS
MEGABYTE = 1024 * 1024
MOST_SAID = 800  # characters of a failed process's last words


class FailedError(Exception):
    """A process that did not exit 0; says which and its last words."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system, children included), seconds of wall clock, peak resident memory in MB."""

    cpu: float
    wall: float
    peak: float


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Ours, but .pyc files are written and read, as for any user."""
    return {**{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}, **extra}


def run(command: Sequence[str], env: Mapping[str, str]) -> Cost:
    """Run a command to its end. Raises FailedError.

    The kernel hands a new process the peak of the one that starts it, so this process must stay smaller than all it measures.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=dict(env))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip()
            raise FailedError(f"exit {process.returncode}: {' '.join(command)}\n{words[-MOST_SAID:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * KILOBYTE / MEGABYTE)


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each measure by itself."""
    found = list(costs)
    return Cost(*(statistics.median(getattr(cost, name) for cost in found) for name in ("cpu", "wall", "peak")))


def in_a_row(costs: Iterable[Cost]) -> Cost:
    """Processes one after the other: times add up, of the peaks the highest counts."""
    found = list(costs)
    return Cost(sum(cost.cpu for cost in found), sum(cost.wall for cost in found), max(cost.peak for cost in found))
