"""`iraqforce show`: one fact in full, with its quote in its paragraph."""

import click

from iraqforce.api import Base
from iraqforce.cli.errors import notice
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, ids_of
from iraqforce.cli.output import Output
from iraqforce.errors import IraqforceError
from iraqforce.model.facts import Source


@click.command("show")
@click.argument("fact_id", metavar="ID", shell_complete=ids_of("facts"))
@click.option("--open", "opened", is_flag=True, help="Open the URL of its source in the browser instead.")
@base_options
@output_options
def command(*, fact_id: str, opened: bool, base: Base, output: Output) -> None:
    """Show one fact with its quote in the article.

    Also shows the source and its URL, how the fact is dated, and its note.

    \b
    Examples:
      iraqforce show us-iraq-2016-03-25-official
      iraqforce show us-iraq-2016-03-25-official --open
      iraqforce show us-iraq-2016-04-18 --json | jq -r .fact.note
    """
    page = base.show(fact_id)
    if opened:
        _open(page.fact.source)
    else:
        output.show(page)


def _open(source: Source) -> None:
    """Open the source's URL in the browser. Raises UsageError if it has none."""
    if source.url is None:
        raise click.UsageError(f"the source '{source.id}' has no URL to open.")
    notice(f"Opening {source.url}")
    if click.launch(source.url):
        raise IraqforceError("no browser could be opened", hint=f"open {source.url} yourself")
