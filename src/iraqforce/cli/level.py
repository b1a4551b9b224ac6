"""`iraqforce level`: the main job, a troop level as of a date."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from iraqforce.asof import DEFAULT_MAX_AGE_DAYS, Question, answer, wanted
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.options import NO_LIMIT, DateType, DaysType, base_option, output_options
from iraqforce.present.level import LevelView
from iraqforce.store.opening import open_store

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.dates import PartialDate


@click.command("level")
@click.option(
    "--date",
    "-d",
    type=DateType(closed=True),
    default=lambda: datetime.date.today().isoformat(),
    show_default="today",
    help="A day, month, year, season or interval: 2016-03-25, 2016-03, 2016, 2015-21, 2016-03/2016-05.",
)
@click.option("--force", metavar="ID", help="Whose troops.  [default: the base's first force]")
@click.option("--place", metavar="ID", help="Where.  [default: the base's first place]")
@click.option(
    "--max-age",
    type=DaysType(),
    default=str(DEFAULT_MAX_AGE_DAYS),
    show_default=True,
    help="How many days old a figure may be to answer; none for no limit.",
)
@click.option("--known-by", type=DateType(), help="Use only what had been published by this date.")
@base_option
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    date: PartialDate,
    force: str | None,
    place: str | None,
    max_age: int,
    known_by: PartialDate | None,
    paths: tuple[str, ...],
    output: Output,
) -> None:
    """How many troops were there, as of a date?

    Shows every current figure with who says it and in what words, side by side where they disagree.
    Leaves with exit code 1 where nothing supports an answer.

    \b
    Examples:
      iraqforce level --date 2021-12
      iraqforce level --date 2016-03-25 --json | jq .range
      iraqforce level --date 2021-03 --force nato
    """
    store = open_store(paths)
    of_force, in_place = store.force(force), store.place(place)
    limit = None if max_age == NO_LIMIT else max_age
    question = Question(of_force.id, in_place.id, date, known_by, limit)
    found = answer(question, store.levels(wanted(question)))
    output.show(LevelView(found, of_force, in_place, store.summary))
    if found.level is None:
        ctx.exit(NOT_ANSWERED)
