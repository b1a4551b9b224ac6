"""`iraqforce export`: the whole base as a file for other programs."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from iraqforce.cli.opening import open_base, progress
from iraqforce.cli.options import base_options
from iraqforce.cli.output import show_text
from iraqforce.exporting import FORMS, form_of
from iraqforce.exporting.exported import Exported
from iraqforce.exporting.writing import export
from iraqforce.present.words import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.locations import BaseFile


@click.command("export")
@click.option(
    "-o",
    "--output",
    "name",
    type=click.Path(),
    metavar="FILE",
    required=True,
    help="Where to; - is standard output.",
)
@click.option(
    "--format",
    "-f",
    "form_name",
    type=click.Choice(list(FORMS)),
    help="The form to write.  [default: by the ending of FILE]",
)
@click.option("--overwrite", is_flag=True, help="Replace FILE where it exists.")
@base_options
def command(*, name: str, form_name: str | None, overwrite: bool, base: tuple[BaseFile, ...]) -> None:
    """Write the whole base to a file for other programs.

    The ending of FILE says in what form: .csv, .jsonl, .yaml, .sqlite, .parquet, or a folder/ for a Data
    Package. What ends in .jsonl and .yaml is a base again, and the articles are copied to stand with it.
    The file is written whole or not at all.

    \b
    Examples:
      iraqforce export -o facts.csv
      iraqforce export -o facts.sqlite --facts my/facts.yaml
      iraqforce export -o datapackage/ --overwrite
      iraqforce export -o - --format jsonl | jq -c .fact.id
    """
    if not name:
        raise click.UsageError("-o needs the name of a file.")
    if name == "-" and form_name is None:
        raise click.UsageError("-o - needs --format: there is no ending to tell it from.")
    if name == "-":
        _print(form_name or "", base)
        return
    form_name = form_name or form_of(name)
    written = export(name, form_name, base, partial(_exported, base), overwrite=overwrite)
    click.echo(f"{name}: {number_of(written.facts, 'fact')}", err=True)
    if written.copied:
        articles = number_of(written.copied, "article")
        click.echo(f"{written.folder}: {articles} copied, which {name} needs beside it", err=True)


def _print(form_name: str, base: tuple[BaseFile, ...]) -> None:
    """Write the base to standard output."""
    form = FORMS[form_name]
    if form.makes != "text":
        raise click.UsageError(f"{form_name} is no text: give -o the name of a {form.makes}.")
    with _exported(base) as exported:
        show_text(form.text_writer().pieces(exported))


@contextmanager
def _exported(base: tuple[BaseFile, ...]) -> Iterator[Exported]:
    """The base of these files as a writer is given it; a bar shows on a terminal how far the writer is."""
    store = open_base(base)
    with progress("Exporting the base") as report:
        yield Exported(store, bundled=not any(file.given for file in base), progress=report)
