"""`iraqforce export`: the whole base as a file for other programs."""

import click

from iraqforce.api import Base
from iraqforce.cli.errors import notice
from iraqforce.cli.formats import file_options
from iraqforce.cli.options import base_options
from iraqforce.cli.streams import Destination, show_text
from iraqforce.export.tables import FORMS, text_pieces
from iraqforce.text.phrases import number_of


@click.command("export")
@file_options("base", {name: form.endings for name, form in FORMS.items()})
@base_options
def command(*, to: Destination, form: str | None, base: Base) -> None:
    """Write the whole base to a file for other programs.

    The file extension selects the format: .csv, .jsonl, .yaml, .sqlite, .parquet, a folder/ for a Data
    Package, or .bib or .ris for references to every source. A .yaml export can be loaded as a base; its
    articles are copied into one new folder next to it: facts-articles for facts.yaml. A .sqlite export has
    full-text search, and metadata for Datasette alongside. The file is written atomically.

    \b
    Examples:
      iraqforce export -o facts.csv
      iraqforce export -o base.sqlite
      iraqforce export -o facts.parquet --base my/facts.yaml
      iraqforce export -o datapackage/ --overwrite
      iraqforce export -o base.bib
      iraqforce export -o - --format jsonl | jq -c .id
    """
    if form and not to.is_file:
        show_text(text_pieces(base.contents, form))
        return
    written = base.export(to.name, form=form, overwrite=to.overwrite)
    notice(f"{to.name}: {written.size}")
    if written.metadata:
        notice(f"{written.metadata}: metadata for Datasette")
    if written.copied:
        articles = number_of(len(written.copied), "article")
        notice(f"{written.folder}: {articles} copied, which {to.name} needs")
        for name in written.copied:
            notice(f"  {name}")
