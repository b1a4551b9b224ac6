"""`iraqforce cite`: citations for facts, sources, iraqforce and its base."""

from typing import Final, get_args

import click

from iraqforce.api import Base
from iraqforce.cli.formats import output_options_and, refuse_contradiction
from iraqforce.cli.options import base_options, choice, ids_of
from iraqforce.cli.output import Output
from iraqforce.cli.streams import show_text
from iraqforce.export.citation_styles import Style

_STYLES: Final[dict[str, Style]] = {".bib": "bibtex", ".ris": "ris"}
"""The style that an extension of a file selects."""

_ENDINGS: Final[dict[Style, str]] = {
    **{style: ending for ending, style in _STYLES.items()},
    "csl-json": ".json",
    "markdown": ".md",
    "text": ".txt",
}
"""The extension of a file in each style."""


@click.command("cite")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=ids_of("facts", "sources"))
@click.option(
    "--style",
    type=choice(get_args(Style)),
    help="Citation format.  [default: text, or markdown with --format markdown]",
)
@click.option("--all", "all_sources", is_flag=True, help="Cite every source of the base.")
@click.option("--tool", is_flag=True, help="Cite iraqforce and the base, with version, date and hash.")
@base_options
@output_options_and({}, {".bib": "table", ".ris": "table"})
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    ids: tuple[str, ...],
    style: Style | None,
    all_sources: bool,
    tool: bool,
    base: Base,
    output: Output,
) -> None:
    """Print citations for facts, sources or iraqforce itself.

    ID is a fact or a source. Each source is cited once, followed by the facts asked for: speaker, quote,
    figure, and where it is in the document. BibTeX, RIS, CSL-JSON and Markdown have that place as a citation
    for pandoc: [@the-hill-2021-12-09, para. 4]. Details in [brackets] are inferred. With --json or --format
    csv or jsonl, the citations are printed as data, each with its text in the style.

    \b
    Examples:
      iraqforce cite us-iraq-2016-03-25-press
      iraqforce cite the-hill-2021-12-09 -o sources.bib
      iraqforce cite us-iraq-2021-12-09 --style csl-json | jq '.[].title'
      iraqforce cite --all --base record --style ris > sources.ris
      iraqforce cite --tool --style ris
    """
    if not (ids or all_sources or tool):
        raise click.UsageError("give the ID of a fact or of a source, --all, or --tool.", ctx)
    ending = output.to.ending
    if not any(ctx.params[name] for name in ("fmt", "as_json", "excel")) and ending not in (".csv", ".jsonl"):
        if style is not None and ending in _ENDINGS.values():
            refuse_contradiction(f"--style {style}", output.to, _ENDINGS[style])
        style = style or _STYLES.get(ending)
        if style is not None:  # on the command line, it overrides a format in the environment
            output = output._replace(format="table", asked="table")
    chosen: Style = style or ("markdown" if output.format == "markdown" else "text")
    found = base.cite(*ids, style=chosen, tool=tool, all_sources=all_sources)
    if chosen != "text" and output.format in ("table", "markdown"):
        show_text([found.document], output.to)
    else:
        output.show(found)
