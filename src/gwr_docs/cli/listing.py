"""`gwr-docs figures`: the figures and where each is used, for a console, a spreadsheet or another program."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gwr_docs.cli.folders import CONTENT_FAULTS, read_folder, sound_report
from gwr_docs.cli.saying import GBK, encoding, folder_option, say, show
from gwr_docs.cli.speaking import Told

if TYPE_CHECKING:
    from gwr_docs.builder.listing import Listed

GAP = "  "
SPARE = (2, 3)  # columns of number and unit, which the value says as well
NARROWEST = 24  # of the column of places; narrower, they stand on lines of their own


@click.command(cls=Told, help="列出全部指标，和引用每个指标的文件、页码、幻灯片 / list all figures and where each is used")
@folder_option
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="格式 / format")
def figures(folder: Path, form: str) -> None:
    from gwr_docs.builder.listing import as_json, as_rows, list_figures
    from gwr_docs.builder.planned import Planned
    from gwr_docs.diagnostics import ContentError
    from gwr_docs.theme.faces import load_fonts
    from gwr_docs.writers.comma_separated import write_csv

    folder, files = read_folder(folder)
    book = load_fonts()
    report = sound_report(folder, files, book, count=False)
    try:
        listed = list_figures(Planned(report, book, files))
    except ContentError as error:
        show(error.diagnostics, files, folder)
        sys.exit(CONTENT_FAULTS)
    if form == "csv":
        sys.stdout.buffer.write(write_csv(as_rows(listed)))
    elif form == "json":
        click.echo(as_json(listed, ascii_only=encoding(sys.stdout) != "utf8"))
    else:
        room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for line in table(listed, say("figure_heads").split(), room, encoding(sys.stdout).startswith(GBK)):
            click.echo(line)


def table(listed: "Sequence[Listed]", heads: Sequence[str], room: int | None, wide: bool = False) -> Iterator[str]:
    """The lines of a table that is at most `room` columns wide, if that can be; `wide` as in diagnostics/excerpts.py."""
    from gwr_docs.diagnostics.excerpts import width

    rows = [_cells(each) for each in listed]
    widths = [max(width(row[i], wide) for row in (heads, *rows)) for i in range(len(heads) - 1)]
    kept = [i for i in range(len(widths)) if room is None or i not in SPARE or sum(widths) + len(GAP) * len(widths) + NARROWEST <= room]
    before = sum(widths[i] + len(GAP) for i in kept)
    apart = room is not None and room - before < NARROWEST
    for row in (heads, *rows):
        line = "".join(row[i] + " " * (widths[i] - width(row[i], wide) + len(GAP)) for i in kept)
        first, *more = _wrapped(row[-1], room and (room - 4 if apart else room - before))
        yield line.rstrip() if apart else (line + first).rstrip()
        margin = 4 if apart else before
        yield from (" " * margin + words for words in ((first, *more) if apart else more) if words)


def _cells(each: "Listed") -> tuple[str, ...]:
    name, _, value, number, unit, change, target, *_ = each.row
    pages, slides = (" ".join(map(str, numbers)) for numbers in (each.pages, each.slides))
    lines: dict[str, list[str]] = {}
    for span in each.references:
        lines.setdefault(span.file, []).append(str(span.line))
    places = " ".join(f"{file}:{','.join(dict.fromkeys(numbers))}" for file, numbers in lines.items())
    return name, value or target, number, unit, change, pages, slides, places


def _wrapped(text: str, room: int | None) -> list[str]:
    """The text in lines of at most `room` columns, broken behind a space or a comma; files and numbers are narrow characters."""
    lines = [""]
    for piece in re.split(r"(?<=[ ,])", text):
        if room is not None and lines[-1] and len(f"{lines[-1]}{piece}".rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]
