"""Files appear whole or not at all: written beside their place under another name, flushed, then moved."""

import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gwr_docs.builder.alone import alone

PREFIX, SUFFIX = ".gwr-", ".tmp"
TRIES = 3
PAUSE = 0.2  # seconds between tries on a file that another program holds
MOST_BYTES, POSSIBLE_BYTES = 200, 255  # of a name; the latter is where systems end, and temporary names want room
_UNFIT = re.compile(r"(?i:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?|.*[<>:\"/\\|?*\x00-\x1f].*|.*[. ]", re.DOTALL)


class OutputError(Exception):
    """A file could not be written; the earlier one is untouched. `path` is the file, `reason` the system's word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class HeldError(OutputError):
    """Other programs hold the files `held`, or do not let them be replaced; what was to be written is in `beside`, if anywhere."""

    def __init__(self, held: Sequence[Path], reason: str, beside: Path | None = None) -> None:
        super().__init__(held[0], reason)
        self.held, self.beside = tuple(held), beside


def unfit_name(path: Path) -> str:
    """The first folder of `path` that is not there yet and whose name some system does not take; empty if all can be made."""
    for each in (*reversed(path.parents), path):
        size = len(os.fsencode(each.name))
        if size > POSSIBLE_BYTES or (each.name and not each.exists() and (size > MOST_BYTES or _UNFIT.fullmatch(each.name))):
            return each.name
    return ""


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all `files` (name -> bytes) into `folder`, made if it is not there; all of them or none.

    All are on disk under temporary names before the first takes its place, so that a full disk changes nothing; a file that
    another program holds is met before any is replaced; and what was replaced is put back if a later one fails.
    Another build in the folder is waited for. Raises OutputError; HeldError, which names all that are held, is one.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, error.strerror or str(error)) from error
    with alone(folder) as undisturbed:
        if undisturbed:
            sweep(folder)
        _write_files(folder, files)


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    waiting: dict[str, Path] = {}
    kept: dict[str, Path] = {}
    try:
        for name, data in files.items():
            waiting[name] = _store(folder, name, data)
        _probe_all([folder / name for name in files])
        for name in files:
            if (folder / name).exists():
                kept[name] = _keep(folder, name)
        _replace_all(folder, waiting, kept)
    finally:
        for path in (*waiting.values(), *kept.values()):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _replace_all(folder: Path, waiting: Mapping[str, Path], kept: Mapping[str, Path]) -> None:
    done: list[str] = []
    try:
        for name, path in waiting.items():
            _insist(folder / name, path.replace)
            done.append(name)
    except OutputError:
        for name in done:
            with suppress(OSError):
                if name in kept:
                    kept[name].replace(folder / name)
                else:
                    (folder / name).unlink()
        raise
    _settle(folder)


def _keep(folder: Path, name: str) -> Path:
    """A copy of an earlier file, to be put back."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise OutputError(folder / name, error.strerror or str(error)) from error
    return _store(folder, name, data)


def _store(folder: Path, name: str, data: bytes) -> Path:
    """Bytes on disk under a name of their own. Not mkstemp: in a folder closed to it, Windows' retries for hours."""
    temporary = folder / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OutputError(folder / name, error.strerror or str(error)) from error
    return temporary


def _probe_all(paths: Iterable[Path]) -> None:
    """Meet every file that is held, so that the user need not find them one by one."""
    held: list[HeldError] = []
    for path in paths:
        try:
            _insist(path, _probe)
        except HeldError as error:
            held.append(error)
    if held:
        raise HeldError([error.path for error in held], held[0].reason)


def _probe(path: Path) -> None:
    """Open an earlier file for writing, which fails while Word or PowerPoint holds it."""
    if path.exists():
        with path.open("r+b"):
            pass


def _insist(path: Path, act: Callable[[Path], object]) -> None:
    """Do something to a file; a file that is held is tried three times."""
    for attempt in range(1, TRIES + 1):
        try:
            act(path)
            return
        except OSError as error:
            if not isinstance(error, PermissionError):
                raise OutputError(path, error.strerror or str(error)) from error
            if attempt == TRIES:
                raise HeldError([path], error.strerror or str(error)) from error
            time.sleep(PAUSE)


def _settle(folder: Path) -> None:
    """Make the new names last through a power cut, where the system lets a folder be flushed."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what a build that was killed left behind. To be called alone in the folder."""
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            path.unlink()
