"""Options and argument types that commands share, so that they read and fail alike everywhere."""

import os
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import wraps
from itertools import islice
from typing import Any, Final, TypeVar

import click

from iraqforce.api import Base
from iraqforce.cli.output import Output
from iraqforce.errors import IraqforceError
from iraqforce.loading.locations import DEFAULT_BASE, named_files
from iraqforce.model import dates
from iraqforce.model.dates import PartialDate
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS
from iraqforce.render.formats import FORMATS, Format

Command = TypeVar("Command", bound=Callable[..., Any])

COMPLETIONS: Final = 100
"""How many ids are offered for completion at a time."""


class DateType(click.ParamType["PartialDate | None"]):
    """A date as `iraqforce.model.dates` reads it.

    With `closed`, one with a first and a last day; with `or_stdin`, also `-`, which is handed on as None.
    """

    name = "date"

    def __init__(self, *, closed: bool = False, or_stdin: bool = False) -> None:
        self._parse = dates.closed if closed else dates.parse
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
            return self._parse(value)
        except dates.DateError as error:
            message = str(error)
            return self.fail(message if message.endswith("?") else f"{message}.", param, ctx)


class LimitType(click.ParamType["int | None"]):
    """A whole number from `least` on, or a word for no limit (handed on as None)."""

    def __init__(self, name: str, least: int, no_limit: str, hint: str) -> None:
        self.name, self._least, self._no_limit, self._hint = name, least, no_limit, hint

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """The number. Fails with a usage error."""
        if isinstance(value, int) or value == self._no_limit:
            return value if isinstance(value, int) else None
        if value.isascii() and value.isdigit() and len(value) < 10 and int(value) >= self._least:
            return int(value)
        return self.fail(f"'{value}' is not a number of {self.name}: {self._hint}.", param, ctx)


def ids_of(*sections: str) -> Callable[[click.Context, click.Parameter, str], list[Any]]:
    """What completes an id from sections of the base that the line names, such as facts.

    Whatever is wrong with the base or the line, nothing is printed: a key press must not disturb the line.
    """

    def complete(ctx: click.Context, _param: click.Parameter, start: str) -> list[Any]:
        # The shell hands on the line as it was typed.
        names = ctx.params.get("base") or os.environ.get("IRAQFORCE_BASE", "").split(os.pathsep)
        paths = [os.path.expanduser(os.path.expandvars(name)) for name in names if name]  # noqa: PTH111
        with suppress(IraqforceError, OSError):
            contents = Base(named_files(paths)).contents
            listed = (getattr(contents, section) for section in sections)
            found = (
                each for part in listed for each in (part.values() if isinstance(part, Mapping) else part)
            )
            matching = (record for record in found if record.id.startswith(start))
            return items({record.id: _described(record) for record in islice(matching, COMPLETIONS)})
        return []

    return complete


def _described(record: Any) -> str:
    """A few words about a record that has an id."""
    fields = (getattr(record, name, None) for name in ("name", "label", "title", "quote", "text"))
    return next((str(words) for words in fields if words), "")


def items(words: Mapping[str, str], start: str = "") -> list[Any]:
    """The names that begin with `start`, each with a few words about it, on one line."""
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(name, help=" ".join(told.split()))
        for name, told in words.items()
        if name.startswith(start)
    ]


def subject_options(command: Command) -> Command:
    """Add `--force` and `--place`."""
    place = click.option(
        "--place", metavar="NAME", shell_complete=ids_of("places"),
        help="Place, by ID or name: iraq, Syria, …  [default: the base's first]",
    )  # fmt: skip
    force = click.option(
        "--force", metavar="NAME", shell_complete=ids_of("forces"),
        help="Force, by ID or name: us, NATO, …  [default: the base's first]",
    )  # fmt: skip
    return force(place(command))


def max_age_option(words: str) -> Callable[[Command], Command]:
    """Add `--max-age` with these words of help, handed on as a number of days, or None for no limit."""
    return click.option(
        "--max-age", type=LimitType("days", 0, "none", "write 365, or none"),
        default=str(DEFAULT_MAX_AGE_DAYS), show_default=True, help=words,
    )  # fmt: skip


def question_options(command: Command) -> Command:
    """Add `--force`, `--place`, `--max-age` and `--known-by`."""
    known_by = click.option("--known-by", type=DateType(), help="Use only sources published by this date.")
    max_age = max_age_option('Maximum age of a figure in days, or "none".')
    return subject_options(max_age(known_by(command)))


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


def base_options(command: Command) -> Command:
    """Add `--base`, handed on as a `Base`."""

    @click.option(
        "--base",
        multiple=True,
        type=click.Path(),
        envvar="IRAQFORCE_BASE",
        metavar="NAME|PATH",
        help="Use this fact base: articles, record, all, or a file (repeatable; files are merged)."
        f"  [env: IRAQFORCE_BASE; default: {DEFAULT_BASE}]",
    )
    @wraps(command)
    def with_base(*args: Any, base: tuple[str, ...], **kwargs: Any) -> Any:
        return command(*args, base=Base(named_files(base), notice_of_loading), **kwargs)

    return with_base  # type: ignore[return-value]


def notice_of_loading() -> None:
    """Say on a terminal that a base is being read, which can take seconds."""
    if sys.stderr is not None and sys.stderr.isatty():
        with suppress(OSError):
            sys.stderr.write("Reading the base …\n")


def output_options_and(more: Mapping[str, Format]) -> Callable[[Command], Command]:
    """Add `--format`, also with the names of `more`, `--json` and `--no-pager`, handed on as an `Output`.

    Each name of `more` is one for which the command has a result of its own; it maps to what renders that.
    """
    formats: dict[str, Format] = {**{name: name for name in FORMATS}, **more}

    def add(command: Command) -> Command:
        @click.option(
            "--format", "-f", "fmt", type=click.Choice(list(formats)),
            help="Output format.  [env: IRAQFORCE_FORMAT; default: table]",
        )  # fmt: skip
        @click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
        @click.option("--no-pager", is_flag=True, help="Do not show a long page in a pager.")
        @wraps(command)
        def with_output(*args: Any, fmt: str | None, as_json: bool, no_pager: bool, **kwargs: Any) -> Any:
            name = "json" if as_json else fmt or _format_of_environment(formats)
            return command(*args, output=Output(formats[name], name, not no_pager), **kwargs)

        return with_output  # type: ignore[return-value]

    return add


def _format_of_environment(formats: Collection[str]) -> str:
    name = os.environ.get("IRAQFORCE_FORMAT") or "table"
    if name in formats:
        return name
    names = ", ".join(f"'{each}'" for each in formats)
    message = f"Invalid value for IRAQFORCE_FORMAT: '{name}' is not one of {names}."
    raise click.UsageError(message, click.get_current_context())


output_options = output_options_and({})


def file_options(what: str, forms: Collection[str] = ()) -> Callable[[Command], Command]:
    """Add `-o` and `--overwrite`, handed on as `name` and `overwrite`; `what` is what the file is for.

    If there are several `forms` of the file, add `--format` too, handed on as `form`.
    """
    form_option = click.option(
        "--format", "-f", "form", type=click.Choice(list(forms)),
        help="File format.  [default: by the extension of FILE]",
    )  # fmt: skip

    def add(command: Command) -> Command:
        if forms:
            form_option(command)

        @click.option(
            "-o", "--output", "name", type=click.Path(), metavar="FILE", required=True,
            help=f"File for the {what}; - is standard output.",
        )  # fmt: skip
        @click.option("--overwrite", is_flag=True, help="Replace FILE if it exists.")
        @wraps(command)
        def with_file(*args: Any, name: str, **kwargs: Any) -> Any:
            if not name:
                raise click.UsageError("-o needs the name of a file.", click.get_current_context())
            if forms and name == "-" and kwargs["form"] is None:
                raise click.UsageError("-o - needs --format: there is no extension to select it.")
            return command(*args, name=name, **kwargs)

        return with_file  # type: ignore[return-value]

    return add
