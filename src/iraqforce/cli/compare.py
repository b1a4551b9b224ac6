"""`iraqforce compare`: the levels of two dates or more, side by side, and their differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iraqforce.asking.compare import compared
from iraqforce.asof import Question
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import DateType, base_options, output_options, question_options

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile


@click.command("compare")
@click.argument("dates", metavar="DATE DATE [DATE]...", nargs=-1, type=DateType(closed=True))
@question_options
@base_options
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    dates: tuple[PartialDate, ...],
    force: str | None,
    place: str | None,
    max_age: int | None,
    known_by: PartialDate | None,
    base: tuple[BaseFile, ...],
    output: Output,
) -> None:
    """Compare the levels of two dates or more.

    Shows the answers side by side, the difference of their levels as exactly as the sources allow, in what
    the two sides are not alike, and the changes and events reported in between. Of three dates or more each
    is compared with the next, and the first with the last.
    Leaves with exit code 1 where there is no difference, as one side has no answer or no number.

    \b
    Examples:
      iraqforce compare 2016-03-25 2016-05-01
      iraqforce compare 2016 2021 2023 --max-age none
      iraqforce compare 2021-12 2023-03 --json | jq '.comparisons[].difference'
    """
    if len(dates) < 2:
        raise click.UsageError("give two dates or more.", ctx)
    store = open_base(base)
    of_force, in_place = store.vocabulary.force(force), store.vocabulary.place(place)
    questions = [Question(of_force.id, in_place.id, date, known_by, max_age) for date in dates]
    view = compared(store, questions)
    output.show(view)
    if any(each.difference is None and "same-figure" not in each.cautions for each in view.comparisons):
        ctx.exit(NOT_ANSWERED)
