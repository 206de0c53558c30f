"""Files of an earlier build that lie beside newer ones and no longer agree with the content."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from gwr_docs.builder.targets import TARGETS


def outdated_files(folder: Path, names: Iterable[str], out: Path, made: Iterable[Path]) -> tuple[Path, ...]:
    """The targets in `out` that are older than the newest of the content files `names` in `folder` and were not just `made`."""
    newest, kept = max(map(_changed, (folder / name for name in names)), default=0.0), set(made)
    found = (out / target.file for target in TARGETS)
    return tuple(path for path in found if path not in kept and 0 < _changed(path) < newest)


def _changed(path: Path) -> float:
    """Seconds since 1970; 0 for a file that is not there."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
