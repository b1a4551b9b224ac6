"""`iraqforce show`: one fact in full, with its quote in its paragraph."""

import click

from iraqforce.api import Base
from iraqforce.cli.options import base_options, ids_of, output_options
from iraqforce.cli.output import Output


@click.command("show")
@click.argument("fact_id", metavar="ID", shell_complete=ids_of("facts"))
@base_options
@output_options
def command(*, fact_id: str, base: Base, output: Output) -> None:
    """Show one fact with its quote in the article.

    Also shows the source, how the fact is dated, and its note.

    \b
    Examples:
      iraqforce show us-iraq-2016-03-25-official
      iraqforce show us-iraq-2016-04-18 --json | jq -r .fact.note
    """
    output.show(base.show(fact_id))
