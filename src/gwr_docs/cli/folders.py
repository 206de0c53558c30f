"""From a content folder to a report without errors, or to an exit with what is wrong."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from gwr_docs.cli.saying import say, show

if TYPE_CHECKING:
    from gwr_docs.model.report import Report
    from gwr_docs.theme.faces import FontBook

CONTENT_FAULTS = 1
Command = TypeVar("Command", bound=Callable[..., None])


def strict_option(command: Command) -> Command:
    return click.option("--strict", is_flag=True, help="有提醒也算错 / warnings are errors")(command)


def read_folder(folder: Path) -> tuple[Path, Mapping[str, bytes]]:
    """The content folder and its files."""
    from gwr_docs.builder.checking import InputError, content_folder, read_files

    if not folder.is_dir():
        raise click.UsageError(say("no_folder", path=folder))
    folder = content_folder(folder)
    try:
        return folder, read_files(folder)
    except InputError as error:
        click.echo(say("not_read", path=error.path, reason=error.reason), err=True)
        sys.exit(CONTENT_FAULTS)


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
