"""A set of files that cannot take its place is saved whole beside it, until a later build succeeds."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from gwr_docs.builder.alone import alone
from gwr_docs.builder.output import HeldError, OutputError, sweep, write_files

BESIDE = "新版"  # a folder, so that the files keep their names and stay together


def place_files(folder: Path, files: Mapping[str, bytes], known: Iterable[str]) -> None:
    """Write `files` into `folder`; if one of them is held, none is replaced, and all are saved in a folder beside.

    That folder holds one set, the last that found no place: of the names `known` the others are removed from it, and all once
    a set has found its place. Raises OutputError; HeldError says where the files are.
    """
    beside = folder / BESIDE
    try:
        write_files(folder, files)
    except HeldError as error:
        _save(beside, files, error)
        _remove(beside, set(known) - set(files))
        raise HeldError(error.held, error.reason, beside) from error
    if beside.is_dir():
        _remove(beside, known)
        with suppress(OSError):  # the user's own files stay
            with alone(beside):
                sweep(beside)
            beside.rmdir()


def _save(beside: Path, files: Mapping[str, bytes], held: HeldError) -> None:
    """Raises HeldError when they can be saved there no more than in their place: held, too, or no room."""
    try:
        write_files(beside, files)
    except HeldError as error:
        raise HeldError((*held.held, *error.held), held.reason) from error
    except (OutputError, UnicodeError):  # the latter where names are not Unicode
        with suppress(OSError):
            beside.rmdir()
        raise held from None


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
