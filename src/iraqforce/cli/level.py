"""`iraqforce level`: the main command, the troop level on a date."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from iraqforce.api import Base, closed_date
from iraqforce.cli.dates import DateType, date_arguments
from iraqforce.cli.errors import NOT_ANSWERED, print_error
from iraqforce.cli.formats import output_options
from iraqforce.cli.options import base_options, definition_option, question_options
from iraqforce.cli.output import Output
from iraqforce.errors import IraqforceError
from iraqforce.model.dates import DateError, PartialDate, today
from iraqforce.model.result import Result
from iraqforce.queries.answers import Answer

if TYPE_CHECKING:
    from iraqforce.problems import LineReport


@click.command("level")
@date_arguments("[DATE]...", or_stdin=True)
@click.option(
    "--date",
    "-d",
    "--as-of",
    "more_dates",
    type=DateType(closed=True, or_stdin=True),
    multiple=True,
    help="Same as DATE; repeatable.",
)
@click.option(
    "--details", "-v", is_flag=True, help="Also show notes, definitions, related figures, locators and ids."
)
@definition_option
@question_options
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    dates: tuple[PartialDate | None, ...],
    more_dates: tuple[PartialDate | None, ...],
    details: bool,
    base: Base,
    output: Output,
    **question: Any,
) -> None:
    """Show the troop level on a date.

    Prints the answer in a sentence, cautions, and a table of the evidence with links to the sources.
    Conflicting figures are shown side by side. Exits with status 1 if there is no answer.

    DATE is a day, month, quarter, season, year or interval: 2016-03-25, "March 25, 2016", 2016-03,
    2016-Q1, "spring 2015", 2016, 2014..2017 or 2016-03/2016-05; by default today. Use - to read dates from
    standard input, one per line. The word `level` can be left out: iraqforce 2016-03.

    \b
    Examples:
      iraqforce level 2021-12
      iraqforce level March 2021 --force nato
      iraqforce level 2016-03-25 --json | jq .range
      iraqforce level 2016-03 2021-12 --format csv
      cut -f1 dates.tsv | iraqforce level - --format csv
    """
    asked = (*dates, *more_dates) or (today(),)
    from_stdin = None in asked
    failed = False

    def answers() -> "Iterator[Answer | LineReport]":
        nonlocal failed
        for date in _dates(asked):
            if isinstance(date, LineError):
                print_error(date, as_json=output.as_json)
                found: Answer | LineReport = date.report
            else:
                found = base.level(date, **question)
            failed = failed or not (isinstance(found, Answer) and found.level)
            yield found

    if output.format == "json" and output.to.is_file and (len(asked) > 1 or from_stdin):
        from iraqforce.queries.listings import Answers

        # A line that is not a date has been reported on stderr.
        output.show(Answers(tuple(each for each in answers() if isinstance(each, Answer))))
    else:
        results = (each if isinstance(each, Answer) and not from_stdin else Line(each) for each in answers())
        if len(asked) > 1 or from_stdin:
            output.show_each(results, details=details)
        else:
            output.show(next(results), details=details)
    if failed:
        ctx.exit(NOT_ANSWERED)


class LineError(IraqforceError):
    """A line of standard input that is not a valid date."""

    code = "line"

    def __init__(self, number: int, text: str, error: DateError) -> None:
        super().__init__(f"line {number}: {error if text.strip() else 'the line is empty'}")
        from iraqforce.problems import LineReport

        self.report = LineReport(number, text, self.message)


class Line(Result):
    """A line of standard input: the answer to its date, or the error of a line that is not a date."""

    schema = Answer.schema

    def __init__(self, found: "Answer | LineReport") -> None:
        self.found = found

    def items(self) -> "tuple[Answer | LineReport]":
        """What was found."""
        return (self.found,)


def _dates(asked: Iterable[PartialDate | None]) -> Iterator[PartialDate | LineError]:
    """Each date; None means those of standard input, where an invalid line is an error."""
    for date in asked:
        if date is not None:
            yield date
            continue
        for number, line in enumerate(_stdin_lines(), start=1):
            text = line.removesuffix("\n").removesuffix("\r")
            text = text.removeprefix("\ufeff") if number == 1 else text
            try:
                yield closed_date(text)
            except DateError as error:
                yield LineError(number, text, error)


_LONGEST_LINE: Final = 1000


def _stdin_lines() -> Iterable[str]:
    """The lines of standard input, as they arrive; one that is not UTF-8 is an invalid date.

    So is each piece of one that is longer than any date: it may never end.
    """
    if sys.stdin is None:
        raise click.UsageError("- reads standard input, which is closed.")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    return iter(lambda: sys.stdin.readline(_LONGEST_LINE), "")
