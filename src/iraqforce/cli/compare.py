"""`iraqforce compare`: the levels of two or more dates, and their differences."""

from typing import Any

import click

from iraqforce.api import Base
from iraqforce.cli.dates import date_arguments
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, question_options
from iraqforce.cli.output import Output
from iraqforce.model.dates import PartialDate


@click.command("compare")
@date_arguments("DATE DATE [DATE]...")
@click.option(
    "--details",
    "-v",
    is_flag=True,
    help="Also show changes without a number, events, quotes, locators and ids.",
)
@question_options
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    dates: tuple[PartialDate, ...],
    details: bool,
    base: Base,
    output: Output,
    **question: Any,
) -> None:
    """Compare the levels of two or more dates.

    Shows the answers, the difference between their levels as precisely as the sources allow, how the two
    figures differ in basis or definition, and the changes reported in between. If there are three or
    more dates, each is compared with the next, and the first with the last.
    Exits with status 1 if one of the dates has no answer.

    \b
    Examples:
      iraqforce compare 2016-03-25 2016-05-01
      iraqforce compare March 2016 May 2016
      iraqforce compare 2016 2021 2023 --max-age none
      iraqforce compare 2021-12 2023-03 --json | jq '.comparisons[].difference'
    """
    if len(dates) < 2:
        raise click.UsageError("Give two or more dates.", ctx)
    found = base.compare(*dates, **question)
    output.show(found, details=details)
    if not found.complete:
        ctx.exit(NOT_ANSWERED)
