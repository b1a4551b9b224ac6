"""`iraqforce level`: the main command, the troop level on a date."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from iraqforce.api import Base, today
from iraqforce.cli.errors import NOT_ANSWERED, print_error
from iraqforce.cli.options import DateType, base_options, ids_of, output_options, question_options
from iraqforce.cli.output import Output
from iraqforce.errors import IraqforceError
from iraqforce.model.dates import DateError, PartialDate, closed
from iraqforce.queries.answers import Answer


@click.command("level")
@click.option(
    "--date",
    "-d",
    "asked",
    type=DateType(closed=True, or_stdin=True),
    multiple=True,
    help="A day, month, year, season or interval: 2016-03-25, 2016-03, 2016, 2015-21, 2016-03/2016-05."
    " Repeatable; use - to read dates from standard input, one per line.  [default: today]",
)
@click.option(
    "--details", "-v", is_flag=True, help="Also show notes, definitions, related figures, locators and ids."
)
@click.option(
    "--definition",
    metavar="ID",
    shell_complete=ids_of("definitions"),
    help="Only figures of this definition.",
)
@question_options
@base_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    asked: tuple[PartialDate | None, ...],
    details: bool,
    base: Base,
    output: Output,
    **question: Any,
) -> None:
    """Show the troop level on a date.

    Prints the answer in a sentence, cautions, and a table of the evidence with links to the sources.
    Conflicting figures are shown side by side. Exits with status 1 if there is no answer.

    \b
    Examples:
      iraqforce level --date 2021-12
      iraqforce level --date 2016-03-25 --json | jq .range
      iraqforce level --date 2021-03 --force nato
      cut -f1 dates.tsv | iraqforce level --date - --format csv
    """
    failed = False

    def answers() -> Iterator[Answer]:
        nonlocal failed
        for date in _dates(asked or (today(),)):
            if isinstance(date, LineError):
                failed = True
                print_error(date, as_json=output.as_json)
                continue
            found = base.level(date, **question)
            failed = failed or not found.level
            yield found

    if len(asked) > 1 or None in asked:
        output.show_each(answers(), details=details)
    else:
        output.show(next(answers()), details=details)
    if failed:
        ctx.exit(NOT_ANSWERED)


class LineError(IraqforceError):
    """A line of standard input that is not a valid date."""

    code = "line"

    def __init__(self, number: int, error: DateError) -> None:
        super().__init__(f"line {number}: {error}")


def _dates(asked: Iterable[PartialDate | None]) -> Iterator[PartialDate | LineError]:
    """Each date; None means those of standard input, where an invalid line is an error."""
    for date in asked:
        if date is not None:
            yield date
            continue
        for number, line in enumerate(_stdin_lines(), start=1):
            text = line.removesuffix("\n").removesuffix("\r")
            try:
                yield closed(text.removeprefix("\ufeff") if number == 1 else text)
            except DateError as error:
                yield LineError(number, error)


def _stdin_lines() -> Iterable[str]:
    """The lines of standard input, as they arrive; a line that is not UTF-8 is an invalid date."""
    if sys.stdin is None:
        raise click.UsageError("--date - reads standard input, which is closed.")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    return sys.stdin
