"""`iraqforce timeline`: levels as bars, with changes and events, by date."""

from typing import Any

import click

from iraqforce.api import Base
from iraqforce.cli.options import base_options, output_options, period_options, subject_options
from iraqforce.cli.output import Output
from iraqforce.pages.bars import BAR_AXES, BarAxis


@click.command("timeline")
@period_options
@subject_options
@click.option("--events/--no-events", default=True, help="Include or leave out events.")
@click.option(
    "--axis",
    type=click.Choice(BAR_AXES),
    default="auto",
    show_default=True,
    help="One axis for every bar, or two if one would hide the shorter ones.",
)
@click.option("--all", "unfolded", is_flag=True, help="Show each level in full, also those left out.")
@base_options
@output_options
def command(*, axis: BarAxis, unfolded: bool, base: Base, output: Output, **question: Any) -> None:
    """Show troop levels over time as a bar chart, with changes and events.

    Figures of one date that conflict share a bar, hatched from the lowest to the highest; announced and
    planned figures use a different fill. On the page, more than twelve partial, planned or ceiling figures
    are left out, matching figures are merged and long lists are condensed; --all shows each in full. The
    other formats always have everything.

    Levels are of exactly the force and the place; changes and events also of their parts.

    \b
    Examples:
      iraqforce timeline
      iraqforce timeline --from 2016-03 --to 2016-04 --no-events
      iraqforce timeline --force nato
      iraqforce timeline --json | jq -r '.rows[].levels[].count.text'
    """
    output.show(base.timeline(**question), axis=axis, unfolded=unfolded)
