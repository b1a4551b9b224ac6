"""`iraqforce facts`: the facts that match a filter, by date."""

from typing import Any, get_args

import click

from iraqforce.api import Base
from iraqforce.cli.options import base_options, ids_of, output_options, period_options
from iraqforce.cli.output import Output
from iraqforce.model.choices import Kind


@click.command("facts")
@click.option(
    "--kind", type=click.Choice(get_args(Kind), case_sensitive=False), help="Only facts of this kind."
)
@click.option(
    "--force", metavar="NAME", shell_complete=ids_of("forces"), help="Only this force and its parts."
)
@click.option(
    "--place", metavar="NAME", shell_complete=ids_of("places"), help="Only this place and those within it."
)
@click.option(
    "--definition", metavar="ID", shell_complete=ids_of("definitions"), help="Only this definition."
)
@click.option("--source", metavar="ID", shell_complete=ids_of("sources"), help="Only facts from this source.")
@period_options
@base_options
@output_options
def command(*, base: Base, output: Output, **filters: Any) -> None:
    """List facts by date.

    Lists levels, changes, events and figures, each with its source and URL. Filters are combined (AND).

    \b
    Examples:
      iraqforce facts --kind level
      iraqforce facts --from 2016-03 --to 2016-04 --format csv
      iraqforce facts --force isis --json | jq '.facts[].quote'
    """
    output.show(base.facts(**filters))
