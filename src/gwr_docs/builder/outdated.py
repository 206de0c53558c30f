"""Files of an earlier build that lie beside newer ones and no longer agree with the content."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from gwr_docs.builder.beside import BESIDE
from gwr_docs.builder.targets import TARGETS


def outdated_files(folder: Path, names: Iterable[str], out: Path, made: Iterable[Path]) -> tuple[Path, ...]:
    """The targets in `out`, or saved beside, that were not just `made` and are older than the newest content file.

    `names`: of the content files in `folder`.
    """
    newest, kept = max(map(_changed, (folder / name for name in names)), default=0.0), set(made)
    found = (place / target.file for place in (out, out / BESIDE) for target in TARGETS)
    return tuple(path for path in found if path not in kept and 0 < _changed(path) < newest)


def _changed(path: Path) -> float:
    """Seconds since 1970; 0 for a file that is not there."""
    with suppress(OSError, UnicodeError):
        return path.stat().st_mtime
    return 0.0
