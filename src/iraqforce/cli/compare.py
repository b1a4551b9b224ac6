"""`iraqforce compare`: the levels of two dates or more, side by side, and their differences."""

from typing import Any

import click

from iraqforce.api import Base
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.options import DateType, base_options, output_options, question_options
from iraqforce.cli.output import Output
from iraqforce.model.dates import PartialDate


@click.command("compare")
@click.argument("dates", metavar="DATE DATE [DATE]...", nargs=-1, type=DateType(closed=True))
@question_options
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context, /, *, dates: tuple[PartialDate, ...], base: Base, output: Output, **question: Any
) -> None:
    """Compare the levels of two dates or more.

    Shows the answers side by side, the difference of their levels as exactly as the sources allow, how the
    two figures differ in basis or definition, and the changes and events reported in between. Of three dates
    or more each is compared with the next, and the first with the last.
    Exits with status 1 if there is no difference because one side has no answer or no number.

    \b
    Examples:
      iraqforce compare 2016-03-25 2016-05-01
      iraqforce compare 2016 2021 2023 --max-age none
      iraqforce compare 2021-12 2023-03 --json | jq '.comparisons[].difference'
    """
    if len(dates) < 2:
        raise click.UsageError("give two dates or more.", ctx)
    found = base.compare(*dates, **question)
    output.show(found)
    if not found.complete:
        ctx.exit(NOT_ANSWERED)
