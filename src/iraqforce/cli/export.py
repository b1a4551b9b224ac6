"""`iraqforce export`: the whole base as a file for other programs."""

import click

from iraqforce.api import Base
from iraqforce.cli.options import base_options, file_options
from iraqforce.cli.output import show_text
from iraqforce.export.tables import FORMS, text_pieces
from iraqforce.text.phrases import number_of


@click.command("export")
@file_options("base", FORMS)
@base_options
def command(*, name: str, form: str | None, overwrite: bool, base: Base) -> None:
    """Write the whole base to a file for other programs.

    The file extension selects the format: .csv, .jsonl, .yaml, .sqlite, .parquet, a folder/ for a Data
    Package, or .bib or .ris for references to every source. A .yaml export can be loaded as a base;
    articles are copied alongside. The file is written atomically.

    \b
    Examples:
      iraqforce export -o facts.csv
      iraqforce export -o facts.sqlite --base my/facts.yaml
      iraqforce export -o datapackage/ --overwrite
      iraqforce export -o base.bib
      iraqforce export -o - --format jsonl | jq -c .id
    """
    if name == "-" and form:
        show_text(text_pieces(base.contents, form))
        return
    written = base.export(name, form=form, overwrite=overwrite)
    click.echo(f"{name}: {written.size}", err=True)
    if written.copied:
        articles = number_of(written.copied, "article")
        click.echo(f"{written.folder}: {articles} copied, which {name} needs alongside", err=True)
