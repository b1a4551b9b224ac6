"""`iraqforce report`: an answer with all its evidence, as one HTML page."""

from typing import Any, Final

import click

from iraqforce.api import Base
from iraqforce.cli.dates import DateType
from iraqforce.cli.formats import file_options
from iraqforce.cli.options import base_options, question_options
from iraqforce.cli.streams import Destination, writing
from iraqforce.errors import UnknownEndingError

ENDINGS: Final = (".html", ".htm")


@click.command("report")
@file_options("page")
@click.option(
    "--date",
    "-d",
    "--as-of",
    "date",
    type=DateType(closed=True),
    help="A day, month, quarter, season, year or interval, as for `iraqforce level`.  [default: today]",
)
@question_options
@base_options
def command(*, to: Destination, base: Base, **question: Any) -> None:
    """Write a page with the answer, the chart and every quote.

    The page is a self-contained HTML file (no external resources) with the answer for the date, the chart,
    the levels, changes and events, and the sources with each quote in its paragraph. The same base and date
    give the same bytes. Needs the extra `report`. The file is written atomically, even if there is no answer.

    \b
    Examples:
      iraqforce report -o report.html
      iraqforce report -o nato.html --force nato --date 2021-03 --overwrite
      iraqforce report -o - --date 2016-05 > report.html
    """
    if to.is_file and to.ending not in ENDINGS:
        raise UnknownEndingError(f"{to.name}: unsupported page format", hint=f"known: {', '.join(ENDINGS)}")
    # The file is opened first, because drawing takes longer than finding out that it cannot be written.
    with writing(to) as stream:
        stream.write(base.report(**question))
