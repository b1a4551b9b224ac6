"""`iraqforce search`: the passages of facts and articles that have the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import click

from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options
from iraqforce.errors import most_like
from iraqforce.facts import Kind

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.locations import BaseFile

_ALL: Final = 0


class LimitType(click.ParamType[int]):
    """How many at most, or `all` (which click hands on as 0: None is its word for absent)."""

    name = "limit"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. Fails, as click has it, where there is none."""
        if isinstance(value, int):
            return value
        if value == "all":
            return _ALL
        if value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0:
            return int(value)
        return self.fail(f"'{value}' is not a number of hits: write 20, or all for no limit.", param, ctx)


class WordsCommand(click.Command):
    """A command whose words may begin with a hyphen, as `-1,300` does; with two, only after `--`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What click makes of the arguments. Raises NoSuchOption for a word that looks like an option."""
        options = args[: args.index("--")] if "--" in args else list(args)
        rest = super().parse_args(ctx, args)
        for word in ctx.params.get("words") or ():
            if word.startswith("--") and word in options:
                name = word.partition("=")[0]
                known = [known for parameter in self.get_params(ctx) for known in parameter.opts]
                like = most_like(name, known)
                raise click.NoSuchOption(name, possibilities=[like] if like else None, ctx=ctx)
        return rest


@click.command("search", cls=WordsCommand, context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--source",
    metavar="ID",
    shell_complete=ids_of("sources"),
    help="Only in this source and in the facts taken from it.",
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Only in facts of this kind.")
@click.option(
    "--limit",
    type=LimitType(),
    default="20",
    show_default=True,
    metavar="NUMBER",
    help="How many passages to show at most; all for no limit.",
)
@base_options
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    words: tuple[str, ...],
    source: str | None,
    kind: Kind | None,
    limit: int,
    base: tuple[BaseFile, ...],
    output: Output,
) -> None:
    """Search quotes, notes and articles for words.

    Finds the facts and the sources that have every word, in any order, whatever the case, the accents and
    the punctuation: 2500 finds 2,500, and US finds U.S. A "phrase" stands between double quotation marks
    (and these between single ones, for the shell); deploy* finds what begins so. Nothing else has a
    meaning of its own: AND, NOT and brackets are words or nothing.

    Leaves with exit code 1 where nothing is found.

    \b
    Examples:
      iraqforce search Mosul Apache
      iraqforce search '"combat mission" end*'
      iraqforce search 2,500 --source the-hill-2021-12-09
      iraqforce search 4,087 --json | jq -r '.hits[].fact // empty'
    """
    # What searches is dear to import, and completing a line needs none of it.
    from iraqforce.asking.search import searched

    most = limit if limit != _ALL else None
    view = searched(open_base(base), " ".join(words), source=source, kind=kind, limit=most)
    output.show(view)
    if not view.hits:
        ctx.exit(NOT_ANSWERED)
