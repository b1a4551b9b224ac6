"""The command line: one module for each command, and the place where errors become exit codes."""

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import takewhile
from typing import Any, Final, NoReturn

import click

from iraqforce import __version__

COMMANDS: Final = {
    "level": "Show the troop level on a date.",
    "series": "Print the troop level at the end of every month, quarter or year.",
    "timeline": "Show troop levels over time as a bar chart, with changes and events.",
    "facts": "List facts by date.",
    "show": "Show one fact with its quote in the article.",
    "sources": "List the sources, or show one with its facts.",
    "info": "List forces, places and definitions.",
    "search": "Search quotes, notes and articles for words.",
    "compare": "Compare the levels of two or more dates.",
    "cite": "Print citations for facts, sources or iraqforce itself.",
    "verify": "Check the troop figures of a manuscript.",
    "export": "Write the whole base to a file for other programs.",
    "chart": "Draw the levels over time, as SVG, PNG or Vega-Lite.",
    "report": "Write a page with the answer, the chart and every quote.",
    "init": "Start a fact base of your own.",
    "check": "Validate a fact base and list all problems.",
    "draft": "Draft facts from an article, or list the numbers left out.",
    "schema": "Print a JSON Schema.",
    "completion": "Print a shell completion script.",
}
"""Every command with its summary, in the order of the help.

Each command is in the module of its name, which is imported only when the command is called.
"""


def _shown(text: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """What an option does that prints a text instead of running the command."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
        if value and not ctx.resilient_parsing:
            from iraqforce.cli.streams import show_text

            show_text([f"{text(ctx)}\n"])
            ctx.exit()

    return show


# Those of click end in a traceback if standard output cannot be written, and in 1 if it is a closed pipe.
_HELP: Final = click.Option(
    ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False,
    callback=_shown(lambda ctx: ctx.get_help()), help="Show this message and exit.",
)  # fmt: skip
_VERSION: Final = click.Option(
    ["--version"], is_flag=True, is_eager=True, expose_value=False,
    callback=_shown(lambda _: f"iraqforce, version {__version__}"), help="Show the version and exit.",
)  # fmt: skip


class _Commands(click.Group):
    """The commands of COMMANDS, imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"iraqforce.cli.{cmd_name}").command
        if _HELP not in command.params:
            command.params.append(_HELP)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The matching names from COMMANDS, without importing a command."""
        from iraqforce.cli.options import items

        return items(COMMANDS, incomplete) + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and (args[0] == "-" or not args[0].startswith("-")):
            args = _of_level(ctx, args)
        return super().resolve_command(ctx, args)


def _of_level(ctx: click.Context, args: list[str]) -> list[str]:
    """The arguments, with `level` before them if they begin with a date, what is close to one, or `-`.

    Raises UsageError if they begin with neither, unless only a completion is wanted.
    """
    if args[0] == "-":
        return ["level", *args]
    from iraqforce.cli.dates import leading_date
    from iraqforce.model.dates import DateError

    try:
        leading_date(list(takewhile(lambda word: not word.startswith("-"), args)))
    except DateError as error:
        from iraqforce.errors import listing, nearest
        from iraqforce.text.asked_dates import FORMS

        # `March` is like `search`, but it is a date without a year.
        is_part_of_date = not error.message.endswith((FORMS, "?"))
        near = None if is_part_of_date else nearest(args[0], COMMANDS)
        if near or (error.message.endswith(FORMS) and not args[0][:1].isdigit()):
            if ctx.resilient_parsing:
                return args
            hint = near or listing(list(COMMANDS), None)
            raise click.UsageError(f"unknown command '{args[0]}': {hint}", ctx) from None
    return ["level", *args]


@click.group(
    cls=_Commands,
    params=[_VERSION, _HELP],
    context_settings={"max_content_width": 100},
)
def cli() -> None:
    """Look up how many U.S. troops were in Iraq on a date, with sources, quotes and conflicting figures.

    Answers come from two hand-curated data sets: news articles (verbatim quotes) and public documents
    (citations). Conflicting figures are shown side by side; if no source supports an answer, iraqforce says
    so.

    \b
    Examples:
      iraqforce 2021-12
      iraqforce level 2016-03-25 --force nato
      iraqforce facts --kind change --from 2016
      iraqforce show us-iraq-2016-03-25-press
      iraqforce level 2021-12 --json | jq .level.value

    \b
    Exit codes:
      0 success   1 no answer   2 usage error   3 data error
    """


def main() -> NoReturn:
    """Run the command line and leave the process with its exit code. A bug keeps its traceback."""
    # Collecting cycles less often saves a tenth of the time to load a base.
    gc.set_threshold(100_000)
    from iraqforce.cli import errors

    code: object = None
    with errors.mapped(sys.argv[1:]):
        # Without standalone mode click returns the code of ctx.exit() instead of leaving by itself.
        code = cli.main(prog_name="iraqforce", standalone_mode=False)
    sys.exit(code if isinstance(code, int) else 0)
