"""A new set that finds its place taken lies beside, whole and once, until a later one is put in place."""

import errno
import os
from pathlib import Path

import pytest

from gwr_docs.builder.beside import BESIDE, place_files
from gwr_docs.builder.outdated import outdated_files
from gwr_docs.builder.output import HeldError
from tests.builder.conftest import NEW, OLD, failing, hold, stored

KNOWN = (*NEW, "c.pdf")
LATER = dict.fromkeys(NEW, b"later")


def held_build(monkeypatch: pytest.MonkeyPatch, folder: Path, files: dict[str, bytes], *held: Path) -> HeldError:
    with monkeypatch.context() as patch:
        hold(patch, *held)
        with pytest.raises(HeldError) as caught:
            place_files(folder, files, KNOWN)
    return caught.value


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_held_file_keeps_all_and_the_new_set_lies_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = held_build(monkeypatch, folder, NEW, folder / "b.pptx")
    assert (error.held, error.beside) == ((folder / "b.pptx",), folder / BESIDE)
    assert files_of(folder) == OLD
    assert stored(folder / BESIDE) == NEW


def test_a_later_set_takes_the_place_of_the_one_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_build(monkeypatch, folder, NEW | {"c.pdf": b"new c"}, folder / "b.pptx")
    held_build(monkeypatch, folder, LATER, folder / "a.docx")
    assert files_of(folder) == OLD
    assert stored(folder / BESIDE) == LATER
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [BESIDE]


def test_once_a_set_is_in_place_none_lies_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_build(monkeypatch, folder, NEW | {"c.pdf": b"new c"}, folder / "b.pptx")
    (folder / BESIDE / ".gwr-0.tmp").write_bytes(b"left by a build that was killed")
    os.utime(folder / BESIDE / ".gwr-0.tmp", (0, 0))
    place_files(folder, LATER, KNOWN)
    assert stored(folder) == LATER


def test_files_of_the_user_are_left_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_build(monkeypatch, folder, NEW, folder / "b.pptx")
    (folder / BESIDE / "领导批注.docx").write_bytes(b"mine")
    place_files(folder, LATER, KNOWN)
    assert stored(folder / BESIDE) == {"领导批注.docx": b"mine"}


def test_one_that_could_not_be_removed_is_named_once_it_is_out_of_date(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(b"newer")
    (tmp_path / "build" / BESIDE).mkdir(parents=True)
    for path in (made := tmp_path / "build" / "deck.pptx", left := tmp_path / "build" / BESIDE / "deck.pptx"):
        path.write_bytes(b"older")
        os.utime(path, (1, 1))
    assert outdated_files(tmp_path, ["plan.yaml"], tmp_path / "build", [made]) == (left,)


def test_when_the_one_beside_is_held_too_both_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_build(monkeypatch, folder, NEW, folder / "a.docx")
    error = held_build(monkeypatch, folder, LATER, folder / "a.docx", folder / BESIDE / "a.docx")
    assert (error.held, error.beside) == ((folder / "a.docx", folder / BESIDE / "a.docx"), None)
    assert (files_of(folder), stored(folder / BESIDE)) == (OLD, NEW)


def test_no_room_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files are flushed for their place; the third, the first of those beside, finds the disk full."""
    monkeypatch.setattr(os, "fsync", failing(3, OSError(errno.ENOSPC, "No space left on device"), os.fsync))
    error = held_build(monkeypatch, folder, NEW, folder / "a.docx")
    assert (error.held, error.beside) == ((folder / "a.docx",), None)
    assert files_of(folder) == OLD
    assert not (folder / BESIDE).exists()
