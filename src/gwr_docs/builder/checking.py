"""Content folder to a checked report, and all that can be said of it before anything is made."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from gwr_docs.builder.looks import slide_look
from gwr_docs.content.reading import FILES, marked_texts, read_report, template_name
from gwr_docs.content.silencing import without_seen
from gwr_docs.content.source import MAX_BYTES
from gwr_docs.diagnostics import ContentError, Diagnostic, in_order
from gwr_docs.model.report import MAX_TEMPLATE, Report
from gwr_docs.theme.coverage import check_coverage
from gwr_docs.theme.faces import FontBook


class InputError(Exception):
    """A content file is there but cannot be read: held by another program, or closed to this user."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


def content_folder(folder: Path) -> Path:
    """The folder that holds report.yaml: `folder` itself, or content/ in it, as `init` makes it."""
    inner = folder / "content"
    return inner if not (folder / FILES[0]).exists() and (inner / FILES[0]).exists() else folder


def read_files(folder: Path) -> dict[str, bytes]:
    """The content files that are there and the template that report.yaml names, name -> bytes.

    Of a file beyond the limit only as much as shows that; of files that only look like content nothing but the name.
    Raises InputError.
    """
    found = _read_those(folder, FILES, MAX_BYTES)
    found |= dict.fromkeys(_neighbours(folder, found), b"")
    template = template_name(found)
    if not template or (folder / template).resolve().parent != folder.resolve():  # a link may lead anywhere
        return found
    return found | _read_those(folder, (template,), MAX_TEMPLATE)


def holds_content(files: Collection[str]) -> bool:
    """Whether any of the files is a content file, or was meant to be one."""
    if not files or any(name in FILES for name in files):
        return bool(files)
    from gwr_docs.content.neighbours import meant

    return any(map(meant, files))


def _neighbours(folder: Path, found: Collection[str]) -> Iterable[str]:
    """Files that are not read though their names look like it. Where the system takes no notice of case, Deck.yaml was read."""
    names = set[str]()
    with suppress(OSError):  # a folder that may be entered and not listed
        names = {path.name for path in folder.iterdir()}
    others = {name for name in names.difference(FILES) if not name.startswith(".")}
    if not others:
        return ()
    from gwr_docs.content.neighbours import is_neighbour

    read = {name for name in others if name.lower() in found and name.lower() not in names}
    return sorted(name for name in others - read if is_neighbour(name) and (folder / name).is_file())


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


def check_slides(report: Report, book: FontBook) -> tuple[Diagnostic, ...]:
    """A template that cannot be used, and texts that fit no slide."""
    from gwr_docs.documents.deck_plan import plan_deck
    from gwr_docs.typeset.deck_pages import plan_deck_pages

    try:
        theme, places = slide_look(report, book)
        plan_deck_pages(plan_deck(report), theme, book, places)
    except ContentError as error:
        return error.diagnostics
    return ()


def check_layout(report: Report, book: FontBook, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What only the making of deck and summary shows, the warnings included: a text that fits no card, a long summary."""
    return in_order((*check_slides(report, book), *wanted(_check_summary(report, book), report, files)))


def wanted(found: Iterable[Diagnostic], report: Report, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What was found late, without the warnings that report.yaml turns off or a mark in the content files silences."""
    found = tuple(found)
    return without_seen(found, marked_texts(files), report.off) if found else ()


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
