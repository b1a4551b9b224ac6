"""`iraqforce info`: what a base has, and what can be asked."""

import click

from iraqforce.api import Base
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options
from iraqforce.cli.output import Output


@click.command("info")
@base_options
@output_options
def command(*, base: Base, output: Output) -> None:
    """List forces, places and definitions.

    CSV and JSON Lines have a row for each force and place that facts are about.

    \b
    Examples:
      iraqforce info
      iraqforce info --base mine.yaml
      iraqforce info --format csv
      iraqforce info --json | jq -r '.forces[].name'
    """
    output.show(base.info())
