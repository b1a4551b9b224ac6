"""`iraqforce report`: an answer with all that it rests on, as one page for a browser."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

import click

from iraqforce.asof import Question
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import DateType, base_options, question_options
from iraqforce.cli.output import show_text
from iraqforce.dates import of_day
from iraqforce.errors import UnknownEndingError
from iraqforce.present.words import number_of
from iraqforce.reporting.asking import report
from iraqforce.reporting.page import page
from iraqforce.whole import new_file

if TYPE_CHECKING:
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile
    from iraqforce.reporting.report import Report


ENDINGS: Final = (".html", ".htm")
"""How the name of a page ends."""


@click.command("report")
@click.option("-o", "--output", "name", metavar="FILE", required=True, help="Where to; - is standard output.")
@click.option("--overwrite", is_flag=True, help="Replace FILE where it exists.")
@click.option(
    "--date",
    "-d",
    "asked",
    type=DateType(closed=True),
    help="A day, month, year, season or interval, as for `iraqforce level`.  [default: today]",
)
@question_options
@base_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    name: str,
    overwrite: bool,
    asked: PartialDate | None,
    force: str | None,
    place: str | None,
    max_age: int | None,
    known_by: PartialDate | None,
    base: tuple[BaseFile, ...],
) -> None:
    """Write a page with the answer, the picture and every quote.

    The page is one file of HTML that loads nothing from anywhere: the answer for the date, the picture,
    the levels, changes and events, and the sources with each quote in its paragraph. What is quoted
    stands before what is only cited, and long parts are folded. The same base and date give the same
    bytes. It needs the extra `report`, and is written whole or not at all, also where the answer is that
    there is none.

    \b
    Examples:
      iraqforce report -o report.html
      iraqforce report -o nato.html --force nato --date 2021-03 --overwrite
      iraqforce report -o - --date 2016-05 > report.html
    """
    if not name:
        raise click.UsageError("-o needs the name of a file.")
    if name != "-" and not name.lower().endswith(ENDINGS):
        raise UnknownEndingError(f"{name}: its ending asks for no page", hint=f"known: {', '.join(ENDINGS)}")

    def found() -> Report:
        store = open_base(base)
        of_force, in_place = store.vocabulary.force(force), store.vocabulary.place(place)
        date = asked or of_day(datetime.date.today())
        return report(store, Question(of_force.id, in_place.id, date, known_by, max_age))

    if name == "-":
        show_text([page(found())])
        return
    # The place is looked at first: to draw takes longer than to see that the page cannot be written.
    with new_file(name, overwrite=overwrite) as new:
        told = found()
        new.write_bytes(page(told).encode("utf-8", errors="backslashreplace"))
    levels, sources = number_of(len(told.levels), "level"), number_of(len(told.sources), "source")
    click.echo(f"{name}: {levels}, {sources}", err=True)
