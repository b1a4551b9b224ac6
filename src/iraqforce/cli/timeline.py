"""`iraqforce timeline`: levels as bars, with changes and events, by date."""

from typing import Any

import click

from iraqforce.api import Base
from iraqforce.cli.dates import period_options
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, choice, events_option, subject_options
from iraqforce.cli.output import Output
from iraqforce.pages.bars import BAR_AXES, BarAxis


@click.command("timeline")
@period_options
@subject_options
@events_option
@click.option(
    "--axis",
    type=choice(BAR_AXES),
    default="auto",
    show_default=True,
    help="One scale for every bar, or two if one would hide the shorter bars.",
)
@click.option("--details", "-v", is_flag=True, help="Show every figure on its own, with quotes and ids.")
@base_options
@output_options
def command(*, axis: BarAxis, details: bool, base: Base, output: Output, **question: Any) -> None:
    """Show troop levels over time as a bar chart, with changes and events.

    Conflicting figures of one date share a bar, hatched from the lowest to the highest; announced and planned
    figures use a different fill. More than twelve partial, planned or ceiling figures are left out, and
    matching figures are merged; --details shows each. The other formats always have everything.

    Levels include only the given force and place; changes and events also include their parts.

    \b
    Examples:
      iraqforce timeline
      iraqforce timeline --from 2016-03 --to 2016-04 --no-events
      iraqforce timeline --force nato
      iraqforce timeline --json | jq -r '.rows[].levels[].count.text'
    """
    output.show(base.timeline(**question), axis=axis, details=details)
