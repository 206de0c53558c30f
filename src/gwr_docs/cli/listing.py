"""`gwr-docs figures`: the figures and where each is used, for a console, a spreadsheet or another program."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gwr_docs.cli.folders import CONTENT_FAULTS, read_folder, sound_report
from gwr_docs.cli.saying import console, encoding, folder_option, say, show
from gwr_docs.cli.speaking import Told

if TYPE_CHECKING:
    from gwr_docs.builder.listing import Listed

GAP = 2
SPARE = (2, 3)  # columns of number and unit, which the value says as well
RARE = (5, 6)  # of target and previous, left out where no figure has one
LONGEST = 12  # columns of a target on a console; some are sentences
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
        shown = console(sys.stdout, None)
        for line in table(listed, say("figure_heads").split(), shown.columns if shown.flows else None, shown.wide):
            click.echo(line)


def table(listed: "Sequence[Listed]", heads: Sequence[str], room: int | None, wide: bool = False) -> Iterator[str]:
    """The lines of a table that is at most `room` columns wide, if that can be; `wide` as in diagnostics/excerpts.py."""
    from gwr_docs.diagnostics.excerpts import width

    rows = [_cells(each, room) for each in listed]
    widths = [max(width(row[i], wide) for row in (heads, *rows)) for i in range(len(heads) - 1)]
    kept = [i for i in range(len(widths)) if i not in RARE or any(row[i] for row in rows)]
    if room is not None and sum(widths[i] + GAP for i in kept) + NARROWEST > room:
        kept = [i for i in kept if i not in SPARE]
    gap = GAP if room is None or sum(widths[i] + GAP for i in kept) - GAP <= room else 1
    before = sum(widths[i] + gap for i in kept)
    apart = room is not None and room - before < NARROWEST
    for row in (heads, *rows):
        line = "".join(row[i] + " " * (widths[i] - width(row[i], wide) + gap) for i in kept)
        first, *more = _wrapped(row[-1], room and (room - 4 if apart else room - before))
        yield line.rstrip() if apart else (line + first).rstrip()
        margin = 4 if apart else before
        yield from (" " * margin + words for words in ((first, *more) if apart else more) if words)


def _shortened(text: str) -> str:
    from gwr_docs.diagnostics.wrapping import wrapped

    first, *more = wrapped(text, LONGEST)
    return f"{first}…" if more else first


def _cells(each: "Listed", room: int | None) -> tuple[str, ...]:
    name, _, value, number, unit, change, target, previous, *_ = each.row
    pages, slides = (",".join(map(str, numbers)) for numbers in (each.pages, each.slides))
    lines: dict[str, list[str]] = {}
    for span in each.references:
        lines.setdefault(span.file, []).append(str(span.line))
    places = " ".join(f"{file}:{','.join(dict.fromkeys(numbers))}" for file, numbers in lines.items())
    return name, value, number, unit, change, target if room is None else _shortened(target), previous, pages, slides, places


def _wrapped(text: str, room: int | None) -> list[str]:
    """The text in lines of at most `room` columns, broken behind a space or a comma; files and numbers are narrow characters."""
    lines = [""]
    for piece in re.split(r"(?<=[ ,])", text):
        if room is not None and lines[-1] and len(f"{lines[-1]}{piece}".rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]
