"""Options and argument types that commands share, so that they read and fail alike everywhere."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from iraqforce import dates
from iraqforce.asof import DEFAULT_MAX_AGE_DAYS
from iraqforce.cli.ids import ids_of
from iraqforce.cli.opening import base_asked
from iraqforce.cli.output import Output
from iraqforce.cli.settings import setting
from iraqforce.locations import BUNDLED, DEFAULT_BASE
from iraqforce.render import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iraqforce.dates import PartialDate
    from iraqforce.locations import Bundled

Command = TypeVar("Command", bound="Callable[..., Any]")


class DateType(click.ParamType["PartialDate | None"]):
    """A date as `iraqforce.dates` reads it.

    With `closed`, one whose both ends are known; with `or_stdin`, also `-`, which is handed on as None.
    """

    name = "date"

    def __init__(self, *, closed: bool = False, or_stdin: bool = False) -> None:
        self._parse = dates.closed if closed else dates.parse
        self._or_stdin = or_stdin

    def convert(
        self, value: str | PartialDate, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate | None:
        """The date. Fails, as click has it, where there is none."""
        if not isinstance(value, str):
            return value
        if value == "-" and self._or_stdin:
            return None
        try:
            return self._parse(value)
        except dates.DateError as error:
            message = str(error)
            return self.fail(message if message.endswith("?") else f"{message}.", param, ctx)


class DaysType(click.ParamType[int]):
    """A number of days, or `none` for no limit (which click hands on as -1: None is its word for absent)."""

    name = "days"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The days. Fails, as click has it, where there are none."""
        if isinstance(value, int):
            return value
        if value == "none":
            return NO_LIMIT
        if value.isascii() and value.isdigit() and len(value) < 10:
            return int(value)
        return self.fail(f"'{value}' is not a number of days: write 365, or none for no limit.", param, ctx)


NO_LIMIT: Final = -1


def subject_options(command: Command) -> Command:
    """Add `--force` and `--place`: whose troops, and where."""
    place = click.option(
        "--place",
        metavar="ID",
        shell_complete=ids_of("places"),
        help="Where.  [default: the base's first place]",
    )
    force = click.option(
        "--force",
        metavar="ID",
        shell_complete=ids_of("forces"),
        help="Whose troops.  [default: the base's first force]",
    )
    return force(place(command))


def max_age_option(says: str) -> Callable[[Command], Command]:
    """Add `--max-age`, handed on as None for no limit; `says` is its help."""

    def add(command: Command) -> Command:
        @click.option(
            "--max-age", type=DaysType(), default=str(DEFAULT_MAX_AGE_DAYS), show_default=True, help=says
        )
        @wraps(command)
        def with_max_age(*args: Any, max_age: int, **kwargs: Any) -> Any:
            return command(*args, max_age=None if max_age == NO_LIMIT else max_age, **kwargs)

        return with_max_age  # type: ignore[return-value]

    return add


def question_options(command: Command) -> Command:
    """Add `--force`, `--place`, `--max-age` and `--known-by`."""
    known_by = click.option(
        "--known-by", type=DateType(), help="Use only what had been published by this date."
    )
    max_age = max_age_option("How many days old a figure may be to answer; none for no limit.")
    return subject_options(max_age(known_by(command)))


def period_options(
    since_says: str = "Only what may be of this date or later.",
    until_says: str = "Only what may be of this date or earlier.",
) -> Callable[[Command], Command]:
    """Add `--from` and `--to`, handed on as `since` and `until`; what they say is their help.

    The command fails, as click has it, where `--from` is after `--to`.
    """

    def add(command: Command) -> Command:
        @click.option("--from", "since", type=DateType(), help=since_says)
        @click.option("--to", "until", type=DateType(), help=until_says)
        @wraps(command)
        def with_period(*args: Any, **kwargs: Any) -> Any:
            _check_period(kwargs["since"], kwargs["until"])
            return command(*args, **kwargs)

        return with_period  # type: ignore[return-value]

    return add


def _check_period(since: PartialDate | None, until: PartialDate | None) -> None:
    """Raise click.UsageError where `since` is after `until`."""
    if since is not None and until is not None and since.starts > until.ends:
        message = f"--from {since.text} is after --to {until.text}: nothing lies between."
        raise click.UsageError(message, click.get_current_context())


def base_options(command: Command) -> Command:
    """Add `--facts` and `--base`, handed on as the files of one `base`."""

    @click.option(
        "--facts",
        "paths",
        multiple=True,
        type=click.Path(),
        envvar="IRAQFORCE_FACTS",
        metavar="PATH",
        help="Answer from this fact base instead of the bundled ones; several are merged.",
    )
    @click.option(
        "--base",
        "bundled",
        type=click.Choice(list(BUNDLED)),
        help="The bundled base to answer from: the articles, which are quoted, the record, which is cited,"
        f" or both.  [default: {DEFAULT_BASE}, or what IRAQFORCE_BASE says]",
    )
    @wraps(command)
    def with_base(*args: Any, paths: tuple[str, ...], bundled: Bundled | None, **kwargs: Any) -> Any:
        base = base_asked(click.get_current_context(), paths, bundled)
        return command(*args, base=base, **kwargs)

    return with_base  # type: ignore[return-value]


def output_options(command: Command) -> Command:
    """Add `--format` and `--json`, handed on as one `output`."""
    return output_options_and({})(command)


def output_options_and(more: Mapping[str, Format]) -> Callable[[Command], Command]:
    """Add `--format`, also with the names of `more`, and `--json`, handed on as one `output`.

    Each name of `more` is one for which the command has a view of its own; it is given what renders that.
    """
    formats: dict[str, Format] = {**{name: name for name in FORMATS}, **more}

    def add(command: Command) -> Command:
        @click.option(
            "--format",
            "-f",
            "fmt",
            type=click.Choice(list(formats)),
            help="How to show it.  [default: table, or what IRAQFORCE_FORMAT says]",
        )
        @click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
        @wraps(command)
        def with_output(*args: Any, fmt: str | None, as_json: bool, **kwargs: Any) -> Any:
            ctx = click.get_current_context()
            name = "json" if as_json else fmt or setting(ctx, "IRAQFORCE_FORMAT", formats, "table")
            return command(*args, output=Output(formats[name], name), **kwargs)

        return with_output  # type: ignore[return-value]

    return add
