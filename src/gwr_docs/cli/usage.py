"""Mistyped commands and options: said in the reader's language, with a guess at what was meant."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from gwr_docs.cli.saying import is_folder, say
from gwr_docs.cli.speaking import Told, spoken
from gwr_docs.diagnostics.guessing import nearest

MEANT = {  # what people write for our words
    "检查": "check", "校验": "check", "生成": "build", "解释": "explain", "说明": "explain", "指标": "figures", "新建": "init",
    "样例": "init", "word": "docx", "doc": "docx", "送审稿": "docx", "ppt": "pptx", "powerpoint": "pptx", "演示稿": "pptx",
    "演示文稿": "pptx", "摘要": "pdf", "summary": "pdf", "全文": "report", "报告": "report", "全部": "all",
    "cn": "zh", "zh-cn": "zh", "zh_cn": "zh", "ch": "zh", "chinese": "zh", "中文": "zh", "english": "en", "en-us": "en", "英文": "en",
    "excel": "csv", "表格": "table",
}  # fmt: skip


class Misuse(click.UsageError):
    """What is wrong with a command, in the reader's language, which is known only while the command runs."""

    def __init__(self, message: str, ctx: click.Context | None) -> None:
        super().__init__(message, ctx)
        self.usage = "\n" + ctx.get_usage() + "\n" + say("see_help", command=ctx.command_path) if ctx else ""
        self.told = say("misused", message=message)

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.told + self.usage, file, err=True)


class Commands(Told, click.Group):
    """A group of commands whose usage errors come from our catalogue, and whose language may be named anywhere."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise Misuse(said("no_command", args[0], self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            click.echo(self.get_help(ctx), err=True)
            ctx.exit(click.UsageError.exit_code)
        try:
            return super().parse_args(ctx, _language_first(args))
        except click.UsageError as error:
            _translated(error)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _translated(error)


def _language_first(args: list[str]) -> list[str]:
    """With `--lang` before the command, where it can be read before anything is said."""
    for at, word in enumerate(args):
        if word == "--lang":
            return [*args[at : at + 2], *args[:at], *args[at + 2 :]] if args[at + 1 :] else args[at:]
        if word.startswith("--lang="):
            return [word, *args[:at], *args[at + 1 :]]
    return args


def said(name: str, word: str, known: Iterable[str]) -> str:
    """The sentence `name` of the catalogue about an unknown word, and what it may have meant."""
    known = list(known)
    meant = MEANT.get(word.lower(), "")
    bare = {name.lstrip("-"): name for name in known}  # what all options begin with makes none alike
    guess = meant if meant in known else bare.get(nearest(word.lstrip("-"), list(bare)), "")
    return say(name, word=word) + (say("guess", guess=guess) if guess else say("choices", choices=" ".join(known)) if known else "")


def _translated(error: click.UsageError) -> NoReturn:
    """Raise a usage error in our words; what is no fault of the command's form as it is, without the form."""
    if isinstance(error, Misuse):
        raise error
    message = _worded(error)
    raise Misuse(message or error.message, error.ctx if message else None) from error


def _worded(error: click.UsageError) -> str:
    """What click says, in our words; nothing if the words are ours already."""
    if isinstance(error, click.NoSuchOption):
        known = [name for option in (error.ctx.command.params if error.ctx else ()) for name in option.opts if name.startswith("--")]
        return said("no_option", error.option_name, [*known, "--lang", "--help"])
    if isinstance(error, click.MissingParameter) and error.param:
        return say("missing", word=spoken(error.param.human_readable_name))
    if isinstance(error, click.BadOptionUsage):
        return say("no_value" if "require" in error.message else "no_use", word=error.option_name)
    word = error.message.split("'")[1] if "'" in error.message else ""
    if isinstance(error, click.BadParameter) and error.param:
        if isinstance(error.param.type, click.Choice):
            return _as_folder("no_choice", word) or said("no_choice", word, error.param.type.choices)
        return say("no_directory", word=word)
    if error.message.startswith("Got unexpected extra argument"):
        word = error.message[error.message.find("(") + 1 : -1]
        return _as_folder("extra", word) or say("extra", word=word)
    return ""


def _as_folder(name: str, word: str) -> str:
    """The sentence `name`, and how a folder is named, if that is what the word is; else nothing."""
    return say(name, word=word) + say("as_folder", word=word) if word and is_folder(Path(word)) else ""
