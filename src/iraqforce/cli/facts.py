"""`iraqforce facts`: the facts that match a filter, in order of date."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options, period_options
from iraqforce.facts import Kind
from iraqforce.present.facts import FactsView
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile


@click.command("facts")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Only facts of this kind.")
@click.option(
    "--force",
    metavar="ID",
    shell_complete=ids_of("forces"),
    help="Only facts about this force and its parts.",
)
@click.option(
    "--place",
    metavar="ID",
    shell_complete=ids_of("places"),
    help="Only facts about this place and those within it.",
)
@click.option(
    "--definition",
    metavar="ID",
    shell_complete=ids_of("definitions"),
    help="Only facts that count by this definition.",
)
@click.option(
    "--source", metavar="ID", shell_complete=ids_of("sources"), help="Only facts taken from this source."
)
@period_options()
@base_options
@output_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    kind: Kind | None,
    force: str | None,
    place: str | None,
    definition: str | None,
    source: str | None,
    since: PartialDate | None,
    until: PartialDate | None,
    base: tuple[BaseFile, ...],
    output: Output,
) -> None:
    """List facts in the order of their dates.

    Levels, changes, events and figures, each with its words; the filters narrow each other down.

    \b
    Examples:
      iraqforce facts --kind level
      iraqforce facts --from 2016-03 --to 2016-04 --format csv
      iraqforce facts --force isis --json | jq '.facts[].quote'
    """
    store = open_base(base)
    facts = store.facts(FactFilter(kind, force, place, source, since, until, definition))
    output.show(FactsView(facts, store.summary))
