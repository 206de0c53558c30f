"""A checked report to an output folder: render all that is asked for, and only then write."""

import datetime
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from gwr_docs.archive import EARLIEST
from gwr_docs.builder.beside import place_files
from gwr_docs.builder.checking import wanted
from gwr_docs.builder.planned import Planned
from gwr_docs.builder.targets import TARGETS
from gwr_docs.diagnostics import ContentError, Diagnostic, in_order
from gwr_docs.model.report import Report
from gwr_docs.records import record
from gwr_docs.theme.faces import FontBook

LATEST = 4_102_444_800  # 2100-01-01, beyond what the entries of a zip can hold


@record
class Written:
    """One finished file: where it is, what it counts (pages, slides), the seconds it took, and what is to be said of it."""

    path: Path
    count: int
    unit: str
    about: bool
    seconds: float
    warnings: tuple[Diagnostic, ...] = ()


def is_epoch(text: str) -> bool:
    """Whether SOURCE_DATE_EPOCH is a date that office files can hold."""
    return text.isascii() and text.isdigit() and len(text) < 12 and EARLIEST <= int(text) < LATEST


def issue_date(report: Report, epoch: str) -> int:
    """Seconds since 1970: `epoch` if it is given, else midnight (UTC) of the report's date."""
    if epoch:
        return int(epoch)
    date = report.cover.date
    return int(datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC).timestamp())


def build(
    report: Report,
    keys: Iterable[str],
    out: Path,
    epoch: str,
    book: FontBook,
    begin: Callable[[str], None] = lambda _: None,
    source: Mapping[str, bytes] | None = None,
) -> tuple[Written, ...]:
    """Render the targets `keys` and write them into `out`; nothing is written before all are rendered.

    `begin(file)` is called before each; `source` are the content files, for who attaches them.
    Raises ContentError (text that fits nowhere) and OutputError; if a file is held, HeldError says where the new ones are.
    """
    issued, planned = issue_date(report, epoch), Planned(report, book, source)
    files: dict[str, bytes] = {}
    written: list[Written] = []
    faults: list[Diagnostic] = []
    for target in TARGETS:
        if target.key in keys:
            begin(target.file)
            start = time.perf_counter()
            try:
                rendered = target.render(planned, issued)
            except ContentError as error:
                faults += error.diagnostics
                continue
            files[target.file] = rendered.data
            seconds = time.perf_counter() - start
            warnings = wanted(rendered.warnings, report, planned.files)
            written.append(Written(out / target.file, rendered.count, rendered.unit, rendered.about, seconds, warnings))
    if faults:
        raise ContentError(in_order(faults))  # a booklet has the faults of its pages again
    place_files(out, files, [target.file for target in TARGETS])
    return tuple(written)
