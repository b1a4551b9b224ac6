"""`iraqforce cite`: a reference to paste, for a fact, a source, the tool or its base."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from iraqforce.citing import Style, document
from iraqforce.citing.reference import distinct, of_base, of_fact, of_source, of_tool
from iraqforce.citing.view import CiteView
from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_option, output_options
from iraqforce.cli.output import Output, show_text
from iraqforce.errors import IraqforceError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.citing.reference import Reference
    from iraqforce.store.protocol import Store


@click.command("cite")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=ids_of("facts", "sources"))
@click.option(
    "--style",
    type=click.Choice(get_args(Style)),
    help="What to write it in.  [default: text, or markdown with --format markdown]",
)
@click.option("--tool", is_flag=True, help="Cite iraqforce and the base, with version and hash.")
@base_option
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    ids: tuple[str, ...],
    style: Style | None,
    tool: bool,
    paths: tuple[str, ...],
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
    store = open_base(paths)
    references = [reference for name in dict.fromkeys(ids) for reference in _of(store, name)]
    if tool:
        references += [of_tool(), of_base(store.summary)]
    shown = _shown(ctx, output, style)
    chosen: Style = style or ("markdown" if shown.format == "markdown" else "text")
    view = CiteView(distinct(references), chosen, store.summary)
    if chosen != "text" and shown.format in ("table", "markdown"):
        show_text([document(view.references, chosen)])
    else:
        shown.show(view)


def _shown(ctx: click.Context, output: Output, style: Style | None) -> Output:
    """The output: a style on the command line is stronger than a format that the environment sets."""
    if style is None or ctx.params["fmt"] or ctx.params["as_json"]:
        return output
    return Output("table", "table")


def _of(store: Store, name: str) -> Iterator[Reference]:
    """The fact and the source of that id, of which there may be one or both. Raises UnknownIdError."""
    errors = []
    try:
        fact = store.fact(name)
        paragraph = store.paragraph(fact)
        yield of_fact(fact, paragraph.text[paragraph.start : paragraph.end] if paragraph else None)
    except UnknownNameError as error:
        errors.append(error)
    try:
        yield of_source(store.source(name))
    except UnknownNameError as error:
        errors.append(error)
    if len(errors) == 2:
        raise UnknownIdError(name, [error.hint for error in errors if error.hint])


class UnknownIdError(IraqforceError):
    """An id that no fact and no source has."""

    code = UnknownNameError.code

    def __init__(self, name: str, hints: list[str]) -> None:
        from difflib import SequenceMatcher

        meant = [hint for hint in hints if hint.startswith("did you mean")]
        nearest = max(meant, key=lambda hint: SequenceMatcher(None, hint, name).ratio(), default=None)
        listed = "`iraqforce facts` and `iraqforce sources` list what there is"
        super().__init__(f"unknown fact or source '{name}'", hint=nearest or listed)
