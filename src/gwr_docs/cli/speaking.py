"""Help in one language: texts are written `中文 / English`, and click's own words are replaced."""

import shutil

import click

from gwr_docs.cli.saying import language, say

CHINESE = {
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 …",
    "[CODE]": "[代码]",
    "PATH": "文件夹",
    "DIR": "文件夹",
    "[default: ": "[不写就是 ",
    "Show this message and exit.": "显示这份说明",
}
WIDEST = 100
Rows = list[tuple[str, str]]


def spoken(text: str) -> str:
    """The part of a text `中文 / English` in the reader's language, and what click added behind it."""
    own, added, default = text.partition("  [")
    zh, both, en = own.partition(" / ")
    text = (en if both and language() == "en" else zh) + added + default
    if language() == "zh":
        for word, meaning in CHINESE.items():
            text = text.replace(word, meaning)
    return text


class Told(click.Command):
    """A command that tells its help in the reader's language, broken to the console."""

    def get_usage(self, ctx: click.Context) -> str:
        return say("usage", command=" ".join((ctx.command_path, *map(spoken, self.collect_usage_pieces(ctx)))))

    def get_help(self, ctx: click.Context) -> str:
        records = (param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option))
        tables = [say("options"), *_table([(spoken(first), spoken(text)) for first, text in filter(None, records)])]
        if isinstance(self, click.Group):
            commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
            tables += ["", say("commands"), *_table([(name, spoken(c.help or "")) for name, c in commands.items() if c])]
        return "\n".join([self.get_usage(ctx), "", *_paragraph(spoken(self.help or "")), "", *tables])


def _table(rows: Rows) -> list[str]:
    from gwr_docs.diagnostics.excerpts import width

    left = max(width(first) for first, _ in rows) + 2
    lines: list[str] = []
    for first, text in rows:
        head, *more = _paragraph(text, left)
        lines += [first.rjust(len(first) + 2) + " " * (left - width(first)) + head.lstrip(), *more]
    return lines


def _paragraph(text: str, margin: int = 0) -> list[str]:
    from gwr_docs.diagnostics.wrapping import wrapped

    room = min(shutil.get_terminal_size().columns, WIDEST) - margin - 2
    return [" " * (margin + 2) + line for line in wrapped(text, room)]
