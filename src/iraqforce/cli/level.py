"""`iraqforce level`: the main job, a troop level as of a date."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

import click

from iraqforce.asof import Question, answer, wanted
from iraqforce.cli.errors import NOT_ANSWERED, tell
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import DateType, base_options, output_options, question_options
from iraqforce.dates import DateError, closed, of_day
from iraqforce.errors import IraqforceError
from iraqforce.present.level import LevelView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.cli.output import Output
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile


@click.command("level")
@click.option(
    "--date",
    "-d",
    "asked",
    type=DateType(closed=True, or_stdin=True),
    multiple=True,
    help="A day, month, year, season or interval: 2016-03-25, 2016-03, 2016, 2015-21, 2016-03/2016-05."
    " Several are answered one after the other; - reads them from standard input, one a line."
    "  [default: today]",
)
@click.option(
    "--all",
    "unfolded",
    is_flag=True,
    help="Show each figure in a line of its own, also where several agree.",
)
@question_options
@base_options
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    asked: tuple[PartialDate | None, ...],
    unfolded: bool,
    force: str | None,
    place: str | None,
    max_age: int | None,
    known_by: PartialDate | None,
    base: tuple[BaseFile, ...],
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
      cut -f1 dates.tsv | iraqforce level --date - --format csv
    """
    store = open_base(base)
    of_force, in_place = store.vocabulary.force(force), store.vocabulary.place(place)
    lines = DateLines(as_json=output.format in ("json", "jsonl"))
    unanswered = False

    def view_of(date: PartialDate) -> LevelView:
        nonlocal unanswered
        question = Question(of_force.id, in_place.id, date, known_by, max_age)
        found = answer(question, store.levels(wanted(question)))
        unanswered = unanswered or found.level is None
        return LevelView(found, of_force, in_place, store.summary, unfolded)

    if len(asked) > 1 or None in asked:
        output.show_each(lines.dates(asked), view_of)
    else:
        output.show(view_of(*lines.dates(asked or (of_day(datetime.date.today()),))))
    if unanswered or lines.refused:
        ctx.exit(NOT_ANSWERED)


class DateLines:
    """The dates of a question, among them those that standard input gives, one a line."""

    def __init__(self, *, as_json: bool) -> None:
        self.refused = 0
        self._as_json = as_json

    def dates(self, asked: Iterable[PartialDate | None]) -> Iterator[PartialDate]:
        """Each date; None stands for standard input. A bad line is told, counted and passed over."""
        for date in asked:
            if date is not None:
                yield date
                continue
            for number, line in enumerate(_stdin_lines(), start=1):
                text = line.removesuffix("\n").removesuffix("\r")
                try:
                    yield closed(text.removeprefix("\ufeff") if number == 1 else text)
                except DateError as error:
                    self.refused += 1
                    tell(LineError(number, error), as_json=self._as_json)


class LineError(IraqforceError):
    """A line of standard input that is no date."""

    code = "line"

    def __init__(self, number: int, error: DateError) -> None:
        super().__init__(f"line {number}: {error}")


def _stdin_lines() -> Iterable[str]:
    """The lines of standard input, as they come; bytes that are not UTF-8 make a line that is no date."""
    if sys.stdin is None:
        raise click.UsageError("--date - needs standard input, which is closed.")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    return sys.stdin
