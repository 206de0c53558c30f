"""Files appear whole or not at all, whatever goes wrong on the way."""

import errno
import os
from pathlib import Path

import pytest

from gwr_docs.builder import output
from gwr_docs.builder.output import TRIES, HeldError, OutputError, write_files
from tests.builder.conftest import NEW, OLD, failing, hold, stored


def test_files_are_written_and_replaced(folder: Path) -> None:
    assert stored(folder) == OLD
    write_files(folder, NEW)
    assert stored(folder) == NEW
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o644}


def test_folders_are_made(tmp_path: Path) -> None:
    write_files(tmp_path / "一" / "二", NEW)
    assert stored(tmp_path / "一" / "二") == NEW


@pytest.mark.parametrize("after", [1, 2])
def test_a_full_disk_leaves_every_earlier_file(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(os, "fsync", failing(after, full, os.fsync))
    with pytest.raises(OutputError) as caught:
        write_files(folder, NEW)
    assert caught.value.path == folder / list(NEW)[after - 1]
    assert caught.value.reason == "No space left on device"
    assert stored(folder) == OLD


def test_data_is_on_disk_before_it_takes_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        log.append("sync")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        log.append(f"replace {target.name}")
        assert self.parent == target.parent
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_files(folder, NEW)
    moves = [entry for entry in log if entry != "sync"]
    assert moves == ["replace a.docx", "replace b.pptx"]
    assert log[: log.index(moves[0])].count("sync") >= 2


def test_what_was_replaced_is_put_back_when_a_later_file_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if target.name == "b.pptx":
            raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(OutputError):
        write_files(folder, NEW)
    assert stored(folder) == OLD


def test_a_locked_file_is_tried_again_and_then_kept(folder: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]) -> None:
    tries: list[Path] = []

    def locked(_: Path, target: Path) -> Path:
        tries.append(target)
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(OutputError) as caught:
        write_files(folder, NEW)
    assert tries == [folder / "a.docx"] * TRIES == [folder / "a.docx"] * 3
    assert naps == [output.PAUSE] * 2
    assert caught.value.reason == "Permission denied"
    assert stored(folder) == OLD


def test_all_that_are_held_are_named_before_any_is_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch, *(folder / name for name in OLD))
    with pytest.raises(HeldError) as caught:
        write_files(folder, NEW)
    assert caught.value.held == (folder / "a.docx", folder / "b.pptx")
    assert stored(folder) == OLD


def test_a_lock_that_ends_in_time_does_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, left = Path.replace, [PermissionError(errno.EACCES, "Permission denied")] * 2

    def locked(self: Path, target: Path) -> Path:
        if left:
            raise left.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    write_files(folder, NEW)
    assert stored(folder) == NEW


def test_other_errors_are_not_tried_again(folder: Path, naps: list[float]) -> None:
    (folder / "a.docx").unlink()
    (folder / "a.docx").mkdir()
    with pytest.raises(OutputError) as caught:
        write_files(folder, NEW)
    assert caught.value.path == folder / "a.docx"
    assert naps == []
    assert sorted(path.name for path in folder.iterdir()) == ["a.docx", "b.pptx"]
    assert (folder / "b.pptx").read_bytes() == OLD["b.pptx"]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path / "build", NEW)
    assert caught.value.path == tmp_path / "build"
    assert (tmp_path / "build").read_bytes() == b"mine"


def test_leftovers_of_a_killed_build_are_swept(folder: Path) -> None:
    names = [".gwr-old.tmp", ".gwr-lock", "gwr-mine.tmp", ".gwr-mine.docx"]
    for name in names:
        (folder / name).write_bytes(b"half")
    write_files(folder, NEW)
    assert set(stored(folder)) == {*NEW, *names[2:]}


def test_an_interruption_leaves_no_temporary_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Path, __: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(folder, NEW)
    assert stored(folder) == OLD
