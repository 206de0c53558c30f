"""Content folder to output folder: read, check, render, and only then write."""

import datetime
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gwr_docs.archive import EARLIEST
from gwr_docs.builder.looks import deck_look
from gwr_docs.builder.output import write_files
from gwr_docs.builder.planned import Planned
from gwr_docs.builder.targets import TARGETS
from gwr_docs.content.reading import FILES, read_report, template_name
from gwr_docs.content.source import MAX_BYTES
from gwr_docs.diagnostics import ContentError, Diagnostic, in_order
from gwr_docs.model.report import MAX_TEMPLATE, Report
from gwr_docs.theme.coverage import check_coverage
from gwr_docs.theme.faces import FontBook

LATEST = 4_102_444_800  # 2100-01-01, beyond what the entries of a zip can hold


class InputError(Exception):
    """A content file is there but cannot be read: held by another program, or closed to this user."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


@dataclass(frozen=True, slots=True)
class Written:
    """One finished file: where it is, what it counts (pages, slides), the seconds it took, and what is to be said of it."""

    path: Path
    count: int
    unit: str
    about: bool
    seconds: float
    warnings: tuple[Diagnostic, ...] = ()


def content_folder(folder: Path) -> Path:
    """The folder that holds report.yaml: `folder` itself, or content/ in it, as `init` makes it."""
    inner = folder / "content"
    return inner if not (folder / FILES[0]).exists() and (inner / FILES[0]).exists() else folder


def read_files(folder: Path) -> dict[str, bytes]:
    """The content files that are there and the template that report.yaml names, name -> bytes.

    Of a file beyond the limit only as much as shows that. Raises InputError.
    """
    found = _read_those(folder, FILES, MAX_BYTES)
    template = template_name(found)
    if not template or (folder / template).resolve().parent != folder.resolve():  # a link may lead anywhere
        return found
    return found | _read_those(folder, (template,), MAX_TEMPLATE)


def _read_those(folder: Path, names: Iterable[str], limit: int) -> dict[str, bytes]:
    found = {}
    for name in names:
        path = folder / name
        if path.is_file():
            try:
                with path.open("rb") as file:
                    found[name] = file.read(limit + 1)
            except OSError as error:
                raise InputError(path, error.strerror or str(error)) from error
    return found


def check_content(files: Mapping[str, bytes], book: FontBook) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """All that can be said of the content before any document is made; no report if there is an error."""
    return read_report(files, (lambda report: check_coverage(report, book),))


def check_layout(report: Report, book: FontBook) -> tuple[Diagnostic, ...]:
    """A template that cannot be used, texts that fit no slide or card, a long summary: what a build would find only later."""
    return in_order((*_check_deck(report, book), *_wanted(_check_summary(report, book), report)))


def _wanted(found: Iterable[Diagnostic], report: Report) -> tuple[Diagnostic, ...]:
    """Without the warnings that report.yaml turns off."""
    return tuple(diagnostic for diagnostic in found if diagnostic.is_error or diagnostic.code not in report.off)


def _check_summary(report: Report, book: FontBook) -> tuple[Diagnostic, ...]:
    from gwr_docs.documents.summary import plan_summary
    from gwr_docs.theme.styles import load_theme
    from gwr_docs.typeset.summary_length import length_warnings
    from gwr_docs.typeset.summary_pages import plan_summary_pages

    summary, theme = plan_summary(report), load_theme("summary")
    try:
        return length_warnings(summary, len(plan_summary_pages(summary, theme, book)), theme)
    except ContentError as error:
        return error.diagnostics


def _check_deck(report: Report, book: FontBook) -> tuple[Diagnostic, ...]:
    from gwr_docs.documents.deck_plan import plan_deck
    from gwr_docs.typeset.deck_pages import plan_deck_pages

    try:
        theme, template = deck_look(report, book)
        if template:
            plan_deck_pages(plan_deck(report), template.styled(theme), book, template.places)
        else:
            plan_deck_pages(plan_deck(report), theme, book)
    except ContentError as error:
        return error.diagnostics
    return ()


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
    Raises ContentError (text that fits nowhere) and OutputError.
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
            warnings = _wanted(rendered.warnings, report)
            written.append(Written(out / target.file, rendered.count, rendered.unit, rendered.about, seconds, warnings))
    if faults:
        raise ContentError(in_order(faults))  # a booklet has the faults of its pages again
    write_files(out, files)
    return tuple(written)
