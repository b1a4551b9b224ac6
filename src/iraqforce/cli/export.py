"""`iraqforce export`: the whole base as a file for other programs."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from iraqforce.cli.opening import open_base, progress
from iraqforce.cli.options import base_option
from iraqforce.cli.output import show_text
from iraqforce.exporting import FORMS, form_of
from iraqforce.exporting.articles import lacking
from iraqforce.exporting.exported import Exported
from iraqforce.locations import asked
from iraqforce.present.words import number_of
from iraqforce.whole import UnwritableError, new_file, new_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from iraqforce.exporting import Form


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
@base_option
def command(*, name: str, form_name: str | None, overwrite: bool, paths: tuple[str, ...]) -> None:
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
    form = FORMS[form_name or form_of(name)]
    if name == "-":
        if form.makes != "text":
            raise click.UsageError(f"{form_name} is no text: give -o the name of a {form.makes}.")
        with _exported(paths) as base:
            show_text(form.text_writer().pieces(base))
        return
    _write(form, name, overwrite=overwrite, paths=paths)


def _write(form: Form, name: str, *, overwrite: bool, paths: tuple[str, ...]) -> None:
    """Write the base to the file or folder `name`, and say on stderr what was written."""
    # The place is looked at first: to compile a base takes longer than to see that it cannot be written.
    with _new(form, name, overwrite=overwrite) as new, _exported(paths) as base:
        _refuse_the_base_itself(name, paths)
        copies = lacking(base.store.sources(), asked(paths), name) if form.base else None
        if form.makes == "text":
            with new.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(form.text_writer().pieces(base))
        else:
            form.file_writer().write(base, new)
        if copies is not None:
            copies.write()
        written = number_of(base.store.summary.facts, "fact")
    click.echo(f"{name}: {written}", err=True)
    if copies is not None and copies.lacking:
        articles = number_of(len(copies.lacking), "article")
        click.echo(f"{copies.folder}: {articles} copied, which {name} needs beside it", err=True)


def _new(form: Form, name: str, *, overwrite: bool) -> AbstractContextManager[Path]:
    if form.makes != "folder":
        return new_file(name, overwrite=overwrite)
    return new_folder(name, form.holding(), overwrite=overwrite)


@contextmanager
def _exported(paths: tuple[str, ...]) -> Iterator[Exported]:
    """The base at `paths` as a writer is given it; a bar shows on a terminal how far the writer is."""
    store = open_base(paths)
    with progress("Exporting the base") as report:
        yield Exported(store, bundled=not any(file.given for file in asked(paths)), progress=report)


def _refuse_the_base_itself(name: str, paths: tuple[str, ...]) -> None:
    """Raise UnwritableError where the export would take the place of a file that it is made from."""
    for file in asked(paths):
        if os.path.realpath(file.path) == os.path.realpath(name):
            message = f"{name} is the base itself: an export would lose its comments and its layout"
            raise UnwritableError(message, hint="write beside it")
