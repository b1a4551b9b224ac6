"""`iraqforce show`: one fact whole, with its words in their paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options
from iraqforce.present.facts import FactView

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.locations import BaseFile


@click.command("show")
@click.argument("fact_id", metavar="ID", shell_complete=ids_of("facts"))
@base_options
@output_options
def command(*, fact_id: str, base: tuple[BaseFile, ...], output: Output) -> None:
    """Show one fact with its words in their article.

    The quote is marked in its paragraph; beside it stand the source, why the fact has its date, and its note.

    \b
    Examples:
      iraqforce show us-iraq-2016-03-25-official
      iraqforce show us-iraq-2016-04-18 --json | jq -r .fact.note
    """
    store = open_base(base)
    fact = store.fact(fact_id)
    view = FactView(fact, store.paragraph(fact), store.facts_of(fact.source), store.summary)
    output.show(view)
