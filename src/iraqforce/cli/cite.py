"""`iraqforce cite`: a reference to paste, for a fact, a source, the tool or its base."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from iraqforce.asking.cite import cited
from iraqforce.citing import Style, document
from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options
from iraqforce.cli.output import Output, show_text

if TYPE_CHECKING:
    from iraqforce.locations import BaseFile


@click.command("cite")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=ids_of("facts", "sources"))
@click.option(
    "--style",
    type=click.Choice(get_args(Style)),
    help="What to write it in.  [default: text, or markdown with --format markdown]",
)
@click.option("--tool", is_flag=True, help="Cite iraqforce and the base, with version and hash.")
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    ids: tuple[str, ...],
    style: Style | None,
    tool: bool,
    base: tuple[BaseFile, ...],
    output: Output,
) -> None:
    """Cite a fact, a source, or the tool: a reference to paste.

    Each ID is a fact, whose reference has its words, its figure and its speaker, or a source. What stands in
    [brackets] is inferred, not stated in the text. With --json, csv or jsonl the references come as data,
    each with its text in the style.

    \b
    Examples:
      iraqforce cite us-iraq-2016-03-25-press
      iraqforce cite the-hill-2021-12-09 --style bibtex >> sources.bib
      iraqforce cite us-iraq-2021-12-09 --style csl-json | jq '.[].title'
      iraqforce cite --tool --style ris
    """
    if not ids and not tool:
        raise click.UsageError("give the ID of a fact or of a source, or --tool.", ctx)
    shown = _shown(ctx, output, style)
    chosen: Style = style or ("markdown" if shown.format == "markdown" else "text")
    view = cited(open_base(base), ids, chosen, tool=tool)
    if chosen != "text" and shown.format in ("table", "markdown"):
        show_text([document(view.references, chosen)])
    else:
        shown.show(view)


def _shown(ctx: click.Context, output: Output, style: Style | None) -> Output:
    """The output: a style on the command line is stronger than a format that the environment sets."""
    if style is None or ctx.params["fmt"] or ctx.params["as_json"]:
        return output
    return Output("table", "table")
