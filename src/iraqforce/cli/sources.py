"""`iraqforce sources`: the documents behind the facts, or one of them with its facts or its text."""

import click

from iraqforce.api import Base
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, columns_option, ids_of, limit_option
from iraqforce.cli.output import Output
from iraqforce.queries.listings import SourceList


@click.command("sources")
@click.argument("source_id", metavar="[ID]", required=False, shell_complete=ids_of("sources"))
@click.option(
    "--text", is_flag=True, help="Print the stored article (in JSON and CSV, as an additional field)."
)
@limit_option("sources", "all")
@columns_option(SourceList)
@base_options
@output_options
def command(
    *,
    source_id: str | None,
    text: bool,
    limit: int | None,
    columns: list[str] | None,
    base: Base,
    output: Output,
) -> None:
    """List the sources, or show one with its facts.

    Details in [brackets] are inferred; the page of the source shows the evidence.

    \b
    Examples:
      iraqforce sources
      iraqforce sources --columns id,published,facts,url -o sources.csv
      iraqforce sources defense-one-2016-03-25
      iraqforce sources defense-one-2016-03-25 --text | less
    """
    if text and source_id is None:
        raise click.UsageError("--text needs the ID of a source: run `iraqforce sources` for a list.")
    if limit is not None and source_id is not None:
        raise click.UsageError(
            f"--limit is for the list: use `iraqforce facts --source {source_id} --limit {limit}`."
        )
    output.show_part(base.sources(source_id, text=text, limit=limit), "source", columns)
