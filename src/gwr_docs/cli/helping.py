"""The commands that explain: what a fault means, and what may stand in a content file."""

import click

from gwr_docs.cli.saying import language
from gwr_docs.cli.usage import said


@click.command(help="说明一个错误代码：为什么、怎么改；不写代码就全部列出 / explain a code, or list all")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    from gwr_docs.diagnostics.explaining import codes, explanation, full_code, shown

    if code is None:
        for known in codes():
            click.echo(f"{known}　{explanation(known).title[language()]}")
        return
    found = full_code(code)
    if found not in codes():
        raise click.UsageError(said("no_code", code, codes()))
    click.echo(shown(explanation(found), language()))
