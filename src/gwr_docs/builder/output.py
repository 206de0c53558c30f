"""Files appear whole or not at all: written beside their place under another name, flushed, then moved."""

import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

PREFIX, SUFFIX = ".gwr-", ".tmp"
TRIES = 3
PAUSE = 0.2  # seconds between tries on a file that another program holds
LEFT_OVER = 3600  # seconds after which a temporary file belongs to no living build


class OutputError(Exception):
    """A file could not be written; the earlier one is untouched. `path` is the file, `reason` the system's word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all `files` (name -> bytes) into `folder`, made if it is not there.

    All are on disk under temporary names before the first takes its place, so that a full disk changes nothing.
    Raises OutputError.
    """
    waiting: dict[str, Path] = {}
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _sweep(folder)
        except OSError as error:
            raise OutputError(folder, error.strerror or str(error)) from error
        for name, data in files.items():
            waiting[name] = _store(folder, name, data)
        for name, path in waiting.items():
            _move(path, folder / name)
    finally:
        for path in waiting.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _store(folder: Path, name: str, data: bytes) -> Path:
    temporary: Path | None = None
    try:
        descriptor, path = tempfile.mkstemp(SUFFIX, PREFIX, folder)
        temporary = Path(path)
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(0o644)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        raise OutputError(folder / name, error.strerror or str(error)) from error
    return temporary


def _move(temporary: Path, path: Path) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            temporary.replace(path)
            return
        except OSError as error:
            if attempt == TRIES or not isinstance(error, PermissionError):
                raise OutputError(path, error.strerror or str(error)) from error
            time.sleep(PAUSE)


def _sweep(folder: Path) -> None:
    """Remove what a build that was killed left behind."""
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_OVER:
                path.unlink()
