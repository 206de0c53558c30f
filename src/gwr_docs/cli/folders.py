"""From a content folder to a report without errors, or to an exit with what is wrong."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from gwr_docs.cli.saying import is_folder, reason_of, say, show

if TYPE_CHECKING:
    from gwr_docs.model.report import Report
    from gwr_docs.theme.faces import FontBook

CONTENT_FAULTS = 1
Command = TypeVar("Command", bound=Callable[..., None])


def strict_option(command: Command) -> Command:
    return click.option("--strict", is_flag=True, help="有提醒也算错 / warnings are errors")(command)


def read_folder(folder: Path) -> tuple[Path, Mapping[str, bytes]]:
    """The content folder and its files."""
    from gwr_docs.builder.checking import InputError, content_folder, holds_content, read_files

    if not is_folder(folder):
        raise click.UsageError(say("no_folder", path=folder) + _nearby(folder))
    folder = content_folder(folder)
    try:
        files = read_files(folder)
    except InputError as error:
        click.echo(say("not_read", path=error.path, reason=reason_of(error.reason)), err=True)
        sys.exit(CONTENT_FAULTS)
    if not holds_content(files):
        raise click.UsageError(say("no_content", path=folder) + _nearby(folder))
    return folder, files


def _nearby(folder: Path) -> str:
    """A guess at the folder that was meant: the one above, or the only one below, that has a report."""
    from gwr_docs.builder.checking import content_folder
    from gwr_docs.content.reading import FILES

    above, below = folder.parent, [path for path in folder.glob("*") if path.is_dir()] if is_folder(folder) else []
    found = [[path for path in map(content_folder, paths) if (path / FILES[0]).is_file()] for paths in ([above], below)]
    return next((say("guess_folder", path=paths[0]) for paths in found if len(paths) == 1), "")


def sound_report(
    folder: Path, files: Mapping[str, bytes], book: "FontBook", strict: bool = False, verbose: bool = False, count: bool = True
) -> "Report":
    """The report, if there is no error, nor, when `strict`, a warning.

    Warnings are told in full only when `strict` or `verbose`, and else counted, if `count`.
    """
    from gwr_docs.builder.checking import check_content, check_layout

    report, found = check_content(files, book)
    if report and strict:
        found = (*found, *check_layout(report, book, files))
    errors = tuple(diagnostic for diagnostic in found if diagnostic.is_error)
    told = found if strict or verbose else errors
    show(told, files, folder, hidden=len(found) - len(told))
    if strict and found and not errors:
        click.echo(say("strict"), err=True)
    if report is None:
        click.echo(say("unset"), err=True)
    if report is None or (strict and found):
        stop_kept()
    if count and len(found) > len(told):
        click.echo(say("warned", count=len(found), folder=folder), err=True)
    return report


def stop_kept() -> NoReturn:
    click.echo(say("kept"), err=True)
    sys.exit(CONTENT_FAULTS)
