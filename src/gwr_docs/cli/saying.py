"""What the command line says, and how, to a console, a pipe or another program."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from gwr_docs.builder.output import OutputError
    from gwr_docs.diagnostics import Diagnostic
    from gwr_docs.diagnostics.rendering import Console

GBK = ("gb", "cp936", "936", "big5", "cp950", "hz", "ms936")  # how the names of encodings begin whose consoles widen “ ” — …
ENCODINGS = {"GBK": "gb18030", "UTF-16": "utf-16"}  # of a file that is not UTF-8, by what it looks like
SHORT, JSON = "short", "json"
OUTPUT_FAULT = 3
Command = TypeVar("Command", bound=Callable[..., None])

folder_option = click.option(
    "--content", "folder", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="内容文件夹 / content folder"
)


def form_options(command: Command) -> Command:
    """How faults are told."""
    for option in (
        click.option("--short", "form", flag_value=SHORT, help="每处一行：文件:行:列 / one line each"),
        click.option("--json", "form", flag_value=JSON, help="写成 JSON，给程序读 / for programs"),
        click.option("--all", "every", is_flag=True, help="全部列出，不止五十处 / all, not fifty at most"),
    ):
        command = option(command)
    return command


def say(name: str, **values: object) -> str:
    from gwr_docs.diagnostics import phrase

    return phrase(name, language(), **values)


def language() -> str:
    context = click.get_current_context(silent=True)
    asked = context.find_root().params.get("lang") if context else None
    return asked or ("en" if os.environ.get("GWR_LANG", "").lower().startswith("en") else "zh")


def show(
    found: "tuple[Diagnostic, ...]", files: Mapping[str, bytes], folder: Path, form: str | None = None, every: bool = False, hidden: int = 0
) -> None:
    """Tell faults on stderr, or on stdout as JSON; `hidden` warnings are only counted."""
    from gwr_docs.diagnostics.rendering import MOST_SHOWN, render, render_short, to_json

    if form == JSON:
        click.echo(to_json(found, language(), folder, ascii_only=encoding(sys.stdout) != "utf8"))
        return
    if not found:
        return
    most = None if every else MOST_SHOWN
    if form == SHORT:
        click.echo(render_short(found, language(), folder, most), err=True)
        return
    from gwr_docs.content.reading import FILES

    guessed = {diagnostic.span.file: dict(diagnostic.values)["guess"] for diagnostic in found if diagnostic.code == "GWR001"}
    encodings = {name: ENCODINGS.get(guess, "utf-8-sig") for name, guess in guessed.items()}
    sources = {name: data.decode(encodings.get(name, "utf-8-sig"), "replace") for name, data in files.items() if name in FILES}
    click.echo(render(found, sources, language(), folder, console(sys.stderr, most)), err=True)
    errors = [diagnostic for diagnostic in found if diagnostic.is_error]
    click.echo(
        "\n" + say("faults", errors=len(errors), warnings=len(found) - len(errors) + hidden, code=(errors or found)[0].code), err=True
    )


def fit_path(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """A folder to write into, unless some system cannot have it."""
    from gwr_docs.builder.output import unfit_name

    if path and (name := unfit_name(path)):
        raise click.UsageError(say("unfit_name", word=name[:40]))
    return path


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the system
        return False


def not_written(error: "OutputError") -> NoReturn:
    from gwr_docs.builder.output import HeldError

    if isinstance(error, HeldError):
        paths = say("and").join(map(str, error.held))
        click.echo(say("held", paths=paths) + "\n" + say("beside" if error.beside else "not_beside", folder=error.beside), err=True)
    else:
        click.echo(say("not_written", path=error.path, reason=reason_of(error.reason)), err=True)
    sys.exit(OUTPUT_FAULT)


def reason_of(word: str) -> str:
    """The system's word for why a file cannot be read or written; the commonest in the reader's language."""
    numbers = (errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EISDIR)
    name = next((errno.errorcode[number] for number in numbers if word == os.strerror(number)), None)
    return say(name) if name else word


def console(stream: TextIO, most: int | None) -> "Console":
    """What the terminal at `stream` shows; a pipe gets no colours, and its own width only if COLUMNS says so."""
    from gwr_docs.diagnostics.rendering import Console

    wide = encoding(stream).startswith(GBK)
    if not stream.isatty() and not os.environ.get("COLUMNS", "").isdigit():
        return Console(wide=wide, most=most)
    colored = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Console(shutil.get_terminal_size().columns, True, colored, wide, most)


def encoding(stream: TextIO) -> str:
    return (stream.encoding or "").lower().replace("-", "").replace("_", "")
