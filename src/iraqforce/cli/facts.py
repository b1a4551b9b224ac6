"""`iraqforce facts`: the facts that match a filter, by date."""

from typing import Any, get_args

import click

from iraqforce.api import Base
from iraqforce.cli.dates import period_options
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import (
    base_options,
    choice,
    columns_option,
    definition_option,
    ids_of,
    limit_option,
)
from iraqforce.cli.output import Output
from iraqforce.model.choices import Kind
from iraqforce.queries.listings import FactList


@click.command("facts")
@click.option("--kind", type=choice(get_args(Kind)), help="Only facts of this kind.")
@click.option(
    "--force", metavar="NAME", shell_complete=ids_of("forces"), help="Only this force and its parts."
)
@click.option(
    "--place", metavar="NAME", shell_complete=ids_of("places"), help="Only this place and those within it."
)
@definition_option
@click.option("--source", metavar="ID", shell_complete=ids_of("sources"), help="Only facts from this source.")
@period_options
@limit_option("facts", "all")
@columns_option(FactList)
@base_options
@output_options
def command(*, columns: list[str] | None, base: Base, output: Output, **filters: Any) -> None:
    """List facts by date.

    Lists levels, changes, events and figures, each with its source and URL. Filters are combined (AND).

    \b
    Examples:
      iraqforce facts --kind level
      iraqforce facts --from 2016-03 --to 2016-04 -o spring.csv
      iraqforce facts --kind change --columns as_of,direction,value,url --limit 20
      iraqforce facts --force isis --json | jq '.facts[].quote'
    """
    output.show_part(base.facts(**filters), "fact", columns)
