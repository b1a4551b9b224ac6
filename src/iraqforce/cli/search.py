"""`iraqforce search`: the passages of facts and articles that have the words."""

from typing import Any, get_args

import click

from iraqforce.api import Base
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, choice, ids_of, limit_option
from iraqforce.cli.output import Output
from iraqforce.errors import most_like
from iraqforce.model.choices import Kind


class WordsCommand(click.Command):
    """A command whose words may begin with a hyphen, as `-1,300` does; with two, only after `--`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What click makes of the arguments. Raises NoSuchOption for a word that looks like an option."""
        options = args[: args.index("--")] if "--" in args else list(args)
        rest = super().parse_args(ctx, args)
        for word in ctx.params.get("words") or ():
            if word.startswith("--") and word in options:
                name = word.partition("=")[0]
                like = most_like(name, [known for each in self.get_params(ctx) for known in each.opts])
                raise click.NoSuchOption(name, possibilities=[like] if like else None, ctx=ctx)
        return rest


@click.command("search", cls=WordsCommand, context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--source", metavar="ID", shell_complete=ids_of("sources"), help="Only this source and its facts."
)
@click.option("--kind", type=choice(get_args(Kind)), help="Only facts of this kind.")
@limit_option("passages", "20")
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context, /, *, words: tuple[str, ...], base: Base, output: Output, **filters: Any
) -> None:
    """Search quotes, notes and articles for words.

    Finds facts and sources that contain every word, in any order, ignoring case, accents and punctuation:
    2500 finds 2,500, and US finds U.S. Put a "phrase" in double quotation marks (and these in single ones,
    for the shell); deploy* finds words that begin with deploy. There are no operators: AND, NOT and
    brackets are not special.

    Exits with status 1 if nothing is found.

    \b
    Examples:
      iraqforce search Mosul Apache
      iraqforce search '"combat mission" end*'
      iraqforce search 2,500 --source the-hill-2021-12-09
      iraqforce search 4,087 --json | jq -r '.hits[].fact // empty'
    """
    found = base.search(" ".join(words), **filters)
    output.show(found)
    if not found.hits:
        ctx.exit(NOT_ANSWERED)
