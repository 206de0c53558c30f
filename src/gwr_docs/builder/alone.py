"""One build at a time in a folder: the next waits until the first has put all its files in place."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".gwr-lock"


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Wait for other builds in `folder`. False where the file system takes no locks or the folder no files.

    The system gives the lock back when a build is killed, and the next one takes what file is left of it.
    """
    descriptor = _take(folder / LOCK)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            _give_back(descriptor, folder / LOCK)


def _take(path: Path) -> int | None:
    while True:
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o666)
        except OSError:
            return None
        try:
            _lock(descriptor)
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except FileNotFoundError:  # the one before us took the file away
            pass
        except OSError:
            os.close(descriptor)
            return None
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # tries for ten seconds
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _give_back(descriptor: int, path: Path) -> None:
    if sys.platform == "win32":  # which removes no file that is open
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
