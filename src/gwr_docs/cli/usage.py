"""Mistyped commands and options: said in the reader's language, with a guess at what was meant."""

from collections.abc import Iterable
from typing import Any, NoReturn

import click

from gwr_docs.cli.saying import say
from gwr_docs.diagnostics.guessing import nearest


class Commands(click.Group):
    """A group of commands whose usage errors come from our catalogue."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            ctx.fail(said("no_command", args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            _translated(error)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _translated(error)


def said(name: str, word: str, known: Iterable[str]) -> str:
    """The sentence `name` of the catalogue about an unknown word, and what it may have meant."""
    guess = nearest(word, known := list(known), 0.5)
    return say(name, word=word) + (say("guess", guess=guess) if guess else say("choices", choices=" ".join(known)) if known else "")


def _translated(error: click.UsageError) -> NoReturn:
    """Raise the errors that a writer meets in our words, any other as it is."""
    if isinstance(error, click.NoSuchOption):
        known = [name for option in (error.ctx.command.params if error.ctx else ()) for name in option.opts if name.startswith("--")]
        raise click.UsageError(said("no_option", error.option_name, known), error.ctx) from error
    if isinstance(error, click.MissingParameter) and error.param:
        raise click.UsageError(say("missing", word=error.param.human_readable_name), error.ctx) from error
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        word = error.message.split("'")[1] if "'" in error.message else ""
        raise click.UsageError(said("no_choice", word, error.param.type.choices), error.ctx) from error
    raise error
