"""`iraqforce sources`: the documents behind the facts, or one with the facts taken from it, or its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options
from iraqforce.errors import IraqforceError
from iraqforce.present.sources import SourceItem, SourcesView
from iraqforce.present.words import CITED
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.locations import BaseFile


@click.command("sources")
@click.argument("source_id", metavar="[ID]", required=False, shell_complete=ids_of("sources"))
@click.option("--text", is_flag=True, help="Print the article of the source (with JSON and CSV: beside it).")
@base_options
@output_options
def command(*, source_id: str | None, text: bool, base: tuple[BaseFile, ...], output: Output) -> None:
    """List the sources, or show one with its facts.

    What stands in [brackets] is inferred; the page of a source says from what.

    \b
    Examples:
      iraqforce sources
      iraqforce sources defense-one-2016-03-25
      iraqforce sources defense-one-2016-03-25 --text | less
    """
    store = open_base(base)
    if source_id is None:
        if text:
            raise click.UsageError("--text needs the ID of a source: `iraqforce sources` lists them.")
        items = [SourceItem(source, store.facts_of(source)) for source in store.sources()]
        output.show(SourcesView(items, None, store.summary))
        return
    source = store.source(source_id)
    article = store.article(source) if text else None
    if text and article is None:
        raise IraqforceError(f"the source '{source_id}' has no stored text: its facts are {CITED}")
    facts = store.facts(FactFilter(source=source_id))
    output.show(SourcesView([SourceItem(source, len(facts), article)], facts, store.summary))
