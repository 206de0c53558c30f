"""The command line: parse, call, print, exit code. 0 fine, 1 faults in the content, 2 usage, 3 output not written."""

import atexit
import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

import gwr_docs
from gwr_docs.cli.folders import CONTENT_FAULTS, read_folder, sound_report, stop_kept, strict_option
from gwr_docs.cli.helping import explain, schema
from gwr_docs.cli.listing import figures
from gwr_docs.cli.saying import JSON, fit_path, folder_option, form_options, language, not_written, say, show
from gwr_docs.cli.speaking import Told
from gwr_docs.cli.usage import Commands

if TYPE_CHECKING:
    from gwr_docs.model.report import Report
    from gwr_docs.theme.faces import FontBook

YOUNG = 250_000  # objects between collections: a short build makes many and frees few (8 % of its time)
LONG = 1.0  # seconds after which progress is told


def main() -> None:
    """Entry point: a console that cannot show a character gets a substitute, not a crash."""
    gc.set_threshold(YOUNG, 50, 50)
    atexit.register(gc.freeze)  # what is left at the end need not be searched for garbage: a tenth of a short command
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    cli(prog_name="gwr-docs")


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="政府工作报告：一份 YAML，生成 Word、PPT 和 PDF。 / A government work report: one source of YAML makes Word, PowerPoint and PDF.",
)
@click.version_option(gwr_docs.__version__, prog_name="gwr-docs", message="%(prog)s %(version)s", help="显示版本 / show the version")
@click.option("--lang", type=click.Choice(["zh", "en"]), is_eager=True, help="提示语言，写在命令前后都行 / language of messages, anywhere")
def cli(lang: str | None) -> None:
    pass


cli.add_command(explain)
cli.add_command(figures)
cli.add_command(schema)


@cli.command(cls=Told, help="在指定的文件夹里生成一份带注释的样例报告 / write a commented starter report")
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), callback=fit_path)
def init(directory: Path) -> None:
    from gwr_docs.builder.output import OutputError
    from gwr_docs.builder.starting import write_starter

    try:
        target = write_starter(directory, language())
    except FileExistsError as error:
        raise click.UsageError(say("exists", path=error.args[0])) from error
    except OutputError as error:
        not_written(error)
    click.echo(say("started", path=target, quoted=f'"{target}"'))


@cli.command(cls=Told, help="检查内容，列出全部错误 / check the content")
@folder_option
@form_options
@strict_option
def check(folder: Path, form: str | None, every: bool, strict: bool) -> None:
    from gwr_docs.builder.checking import check_content, check_layout, check_slides
    from gwr_docs.theme.faces import load_fonts

    folder, files = read_folder(folder)
    book = load_fonts()
    report, found = check_content(files, book)
    if report is not None:
        found = (*found, *(check_layout(report, book, files) if strict else check_slides(report, book)))
    show(found, files, folder, form, every)
    if report is None and form is None:
        click.echo(say("unset"), err=True)
    if report is None or any(diagnostic.is_error for diagnostic in found):
        sys.exit(CONTENT_FAULTS)
    if strict and found:
        if form != JSON:
            click.echo(say("strict"), err=True)
        sys.exit(CONTENT_FAULTS)
    if form == JSON:
        return
    topics = sum(len(part.topics) for section in report.sections for part in section.parts)
    click.echo(say("sound", figures=len(report.figures), topics=topics))


@cli.command(
    cls=Told,
    help="生成文件：docx 送审稿，pptx 演示稿，pdf 摘要，all 三种都要（不写就是它），report 报告全文 PDF"
    " / make files: docx, pptx and pdf (a summary), all three, or report, the whole report as a PDF",
)
@click.argument("what", type=click.Choice(["all", "docx", "pptx", "pdf", "report"]), default="all")
@folder_option
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, callback=fit_path, help="输出文件夹 / output folder"
)
@click.option("--booklet", is_flag=True, help="另生成 A3 折页骑马订的 PDF / also PDF sheets to fold and staple")
@click.option(
    "-v", "--verbose", is_flag=True, help="另列每处提醒，和 Word 里页码可能不同的标题 / also all warnings, and headings that Word may move"
)
@strict_option
def build(what: str, folder: Path, out: Path, booklet: bool, verbose: bool, strict: bool) -> None:
    from gwr_docs.builder.building import build as build_files
    from gwr_docs.builder.building import is_epoch
    from gwr_docs.builder.outdated import outdated_files
    from gwr_docs.builder.output import OutputError
    from gwr_docs.diagnostics import ContentError
    from gwr_docs.theme.faces import load_fonts

    start = time.perf_counter()
    folder, files = read_folder(folder)
    book = load_fonts()
    report = sound_report(folder, files, book, strict, verbose)

    def begin(file: str) -> None:
        if sys.stderr.isatty() and time.perf_counter() - start > LONG:
            click.echo(say("working", file=file), err=True)

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not is_epoch(epoch):
        raise click.UsageError(say("epoch", value=epoch))
    keys = _keys(what, booklet)
    try:
        written = build_files(report, keys, out, epoch, book, begin, files)
    except ContentError as error:
        show(error.diagnostics, files, folder)
        stop_kept()
    except OutputError as error:
        not_written(error)
    show(tuple(warning for row in written for warning in row.warnings), files, folder)
    for row in written:
        count = say("about", count=row.count) if row.about else str(row.count)
        click.echo(say("wrote", path=row.path, count=count, unit=say(row.unit), seconds=row.seconds))
    for path in outdated_files(folder, filter(files.get, files), out, [row.path for row in written]):
        click.echo(say("outdated", path=path), err=True)
    if verbose and "docx" in keys:
        _tell_pages(report, book)


def _keys(what: str, booklet: bool) -> tuple[str, ...]:
    from gwr_docs.builder.targets import chosen

    keys = chosen(what, booklet)
    if booklet and keys == chosen(what, booklet=False):
        raise click.UsageError(say("no_booklet"))
    return keys


def _tell_pages(report: "Report", book: "FontBook") -> None:
    from gwr_docs.builder.comparing import compare_pages

    moved = compare_pages(report, book)
    for entry in moved:
        click.echo(say("moved", heading=entry.heading, page=entry.page, word=entry.there), err=True)
    if not moved:
        click.echo(say("unmoved"), err=True)
