"""The commands that explain: what a fault means, and what may stand in a content file."""

from collections.abc import Sequence
from pathlib import Path

import click

from gwr_docs.cli.saying import fit_path, folder_option, is_folder, language, not_written, say
from gwr_docs.cli.speaking import Told


@click.command(cls=Told, help="说明一个错误代码：为什么、怎么改；不写代码就全部列出 / explain a code, or list all")
@click.argument("code", required=False, metavar="[CODE]")
def explain(code: str | None) -> None:
    from gwr_docs.diagnostics.explaining import codes, explanation, full_code, shown

    if code is None:
        for known in codes():
            click.echo(f"{known}　{explanation(known).title[language()]}")
        return
    found = full_code(code)
    if found not in codes():
        raise click.UsageError(_unknown(code, codes()))
    click.echo(shown(explanation(found), language()))


def _unknown(word: str, known: Sequence[str]) -> str:
    """Only letters can have been mistyped for sure: of another number none is likelier than the rest."""
    from gwr_docs.diagnostics.explaining import full_code

    guess = full_code("".join(filter(str.isdigit, word)))
    return say("no_code", word=word) + (say("guess", guess=guess) if guess in known else say("all_codes"))


@click.command(cls=Told, help="写出各内容文件的 JSON Schema，编辑器据此补全和检查 / write schemas for editors")
@folder_option
@click.option(
    "--out", type=click.Path(path_type=Path), callback=fit_path, help="输出文件夹，不写就是内容文件夹里的 .schema / output folder"
)
def schema(folder: Path, out: Path | None) -> None:
    from gwr_docs.builder.checking import content_folder
    from gwr_docs.builder.output import OutputError
    from gwr_docs.builder.schemas import FOLDER, write_schemas

    if out is None and not is_folder(folder):
        raise click.UsageError(say("no_folder", path=folder))
    try:
        written = write_schemas(out or content_folder(folder) / FOLDER, language())
    except OutputError as error:
        not_written(error)
    for path in written:
        click.echo(str(path))
