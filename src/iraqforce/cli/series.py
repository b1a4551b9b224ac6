"""`iraqforce series`: a regular series, one row for each month, quarter or year."""

from typing import Any, get_args

import click

from iraqforce.api import Base
from iraqforce.cli.dates import period_options
from iraqforce.cli.errors import NOT_ANSWERED, notice
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, choice, definition_option, question_options
from iraqforce.cli.output import Output
from iraqforce.queries.series import Every


@click.command("series")
@period_options
@click.option(
    "--every", type=choice(get_args(Every)), default="month", show_default=True,
    help="The length of a period.",
)  # fmt: skip
@definition_option
@click.option("--evidence", is_flag=True, help="Print a row for each figure of the evidence.")
@question_options
@base_options
@output_options
@click.pass_context
def command(ctx: click.Context, /, *, base: Base, output: Output, **question: Any) -> None:
    """Print the troop level at the end of every month, quarter or year.

    Each row is the answer of `iraqforce level` for the last day of its period. Without an answer, its cells
    are empty, never 0. Without --definition, figures of different definitions follow each other, and a note
    on standard error says how often the definition changes. Exits with status 1 if no period has an answer.

    \b
    Examples:
      iraqforce series --from 2003-05 --to 2025-12 --every month -f csv
      iraqforce series --every year --definition personnel-records
      iraqforce series --every quarter --json | jq '.rows[] | [.period, .value]'
    """
    found = base.series(**question)
    output.show(found)
    if found.definition_changes:
        times = {1: "once", 2: "twice"}
        changes = times.get(found.definition_changes, f"{found.definition_changes:,} times")
        notice(
            f"Note: the definition of what is counted changes {changes} in this series.\n"
            "  For a single definition, use --definition ID."
        )
    if not found.answered:
        ctx.exit(NOT_ANSWERED)
