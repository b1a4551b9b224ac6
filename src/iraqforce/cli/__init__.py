"""The command line: one file a command, and the one place where errors become exit codes."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, NoReturn

import click

from iraqforce import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = {
    "level": "How many troops were there, as of a date?",
    "timeline": "Show levels as bars, with changes and events, in order of date.",
    "facts": "List facts in the order of their dates.",
    "show": "Show one fact with its words in their article.",
    "sources": "List the sources, or show one with its facts.",
    "search": "Search quotes, notes and articles for words.",
    "compare": "Compare the levels of two dates or more.",
    "cite": "Cite a fact, a source, or the tool: a reference to paste.",
    "export": "Write the whole base to a file for other programs.",
    "chart": "Draw the levels over time, as SVG, PNG or Vega-Lite.",
    "report": "Write a page with the answer, the picture and every quote.",
    "check": "Prove a fact base, or tell all its problems.",
    "draft": "Draft facts from an article, or list the numbers left out.",
    "schema": "Print a JSON Schema, for editors and programs.",
    "completion": "Print what makes a shell complete commands and ids.",
}
"""Every command with what it says of itself, in the order of the help.

A command is in the module of its name, which is imported when it is called: to show the help takes none.
"""


class _Commands(click.Group):
    """The commands of COMMANDS, imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"iraqforce.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The names that begin so; no command is imported for what it says of itself."""
        from iraqforce.cli.ids import items

        return items(COMMANDS, incomplete) + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from iraqforce.errors import listing, nearest

            names = list(COMMANDS)
            hint = nearest(args[0], names) or listing(names, None)
            message = f"unknown command '{args[0]}': {hint}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="iraqforce")
def cli() -> None:
    """How many troops were there, as of a date, who says so, in what words, and who disagrees.

    Every figure comes with its source from bases curated by hand: news articles, quoted word for word,
    and the public record, cited by document and place. Where sources disagree they stand side by side;
    where nothing supports an answer, it says so.

    \b
    Examples:
      iraqforce level --date 2021-12
      iraqforce facts --kind change --from 2016
      iraqforce show us-iraq-2016-03-25-press
      iraqforce level --date 2021-12 --json | jq .level.value

    \b
    Exit codes:
      0 done   1 asked and not answered   2 wrong usage   3 the base cannot be used
    """


def main() -> NoReturn:
    """Run the command line and leave the process with its exit code. A bug keeps its traceback."""
    from iraqforce.cli import errors

    code: object = None
    with errors.mapped(sys.argv[1:]):
        # Without standalone mode click returns the code of ctx.exit() instead of leaving by itself.
        code = cli.main(prog_name="iraqforce", standalone_mode=False)
    sys.exit(code if isinstance(code, int) else 0)
