"""Dates on the command line: as arguments, as options, and as the two ends of a period."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Final, TypeVar

import click

from iraqforce.api import any_date, closed_date
from iraqforce.model.dates import DateError, PartialDate

Command = TypeVar("Command", bound=Callable[..., Any])


class DateType(click.ParamType["PartialDate | None"]):
    """A date as people write it.

    With `closed`, one with a first and a last day; with `or_stdin`, also `-`, which is handed on as None.
    """

    name = "date"

    def __init__(self, *, closed: bool = False, or_stdin: bool = False) -> None:
        self._read = closed_date if closed else any_date
        self._or_stdin = or_stdin

    def convert(
        self, value: str | PartialDate, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate | None:
        """The date. Fails with a usage error."""
        if not isinstance(value, str):
            return value
        if value == "-" and self._or_stdin:
            return None
        try:
            return self._read(value)
        except DateError as error:
            return self.fail(_sentence(error), param, ctx)


def _sentence(error: DateError) -> str:
    return error.message if error.message.endswith("?") else f"{error.message}."


MOST_WORDS: Final = 3
"""How many arguments make one date at most: 25 March 2016."""


def leading_date(words: Sequence[str]) -> tuple[PartialDate, int]:
    """The date that the first words name together, and how many they are.

    Raises DateError, if possible one that says more than what a date looks like.
    """
    errors = []
    for number in range(min(len(words), MOST_WORDS), 0, -1):
        try:
            return closed_date(" ".join(words[:number])), number
        except DateError as error:
            errors.append(error)
    from iraqforce.text.asked_dates import FORMS

    raise next((error for error in errors if not error.message.endswith(FORMS)), errors[-1])


def date_arguments(metavar: str, *, or_stdin: bool = False) -> Callable[[Command], Command]:
    """Add DATE arguments, handed on as `dates`; with `or_stdin`, a `-` is handed on as None."""

    def read(
        ctx: click.Context, param: click.Parameter, words: tuple[str, ...]
    ) -> tuple[PartialDate | None, ...]:
        found: list[PartialDate | None] = []
        while words:
            if words[0] == "-" and or_stdin:
                date, number = None, 1
            else:
                try:
                    date, number = leading_date(words)
                except DateError as error:
                    raise click.BadParameter(_sentence(error), ctx, param, "'DATE'") from None
            found.append(date)
            words = words[number:]
        return tuple(found)

    return click.argument("dates", metavar=metavar, nargs=-1, callback=read)


def period_options(command: Command) -> Command:
    """Add `--from` and `--to`, handed on as `since` and `until`; the first must not be after the second."""

    @click.option("--from", "since", type=DateType(), help="Earliest date to include.")
    @click.option("--to", "until", type=DateType(), help="Latest date to include.")
    @wraps(command)
    def with_period(*args: Any, since: PartialDate | None, until: PartialDate | None, **kwargs: Any) -> Any:
        if since is not None and until is not None and since.starts > until.ends:
            message = f"--from must not be later than --to: {since.text} is after {until.text}."
            raise click.UsageError(message, click.get_current_context())
        return command(*args, since=since, until=until, **kwargs)

    return with_period  # type: ignore[return-value]
