"""Folders with earlier files, and what may go wrong with them."""

import errno
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gwr_docs.builder.output import write_files

OLD = {"a.docx": b"old a", "b.pptx": b"old b"}
NEW = {"a.docx": b"new a" * 1000, "b.pptx": b"new b" * 1000}


def stored(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with earlier files, of Chinese name and with a space."""
    path = tmp_path / "送审 稿"
    write_files(path, OLD)
    return path


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for, which nobody waits for."""
    asked: list[float] = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


def failing(after: int, error: OSError, real: Callable[..., object]) -> Callable[..., object]:
    """`real`, which raises from call number `after` (from 1) on."""
    calls = 0

    def call(*args: object) -> object:
        nonlocal calls
        calls += 1
        if calls >= after:
            raise error
        return real(*args)

    return call


def hold(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """As if another program had these files open: Windows opens them for no writer and lets none take their place."""
    held, opened = set(paths), Path.open

    def refused(self: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if self in held and mode != "rb":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, mode, *more, **named)

    monkeypatch.setattr(Path, "open", refused)
