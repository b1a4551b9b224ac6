"""Options and argument types that commands share, so that they read and fail alike everywhere."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import wraps
from itertools import islice
from typing import Any, Final, TypeVar

import click

from iraqforce.api import Base
from iraqforce.cli.dates import DateType
from iraqforce.cli.errors import notice
from iraqforce.errors import IraqforceError
from iraqforce.loading.locations import DEFAULT_BASE, named_files
from iraqforce.model.result import Result
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS

Command = TypeVar("Command", bound=Callable[..., Any])

ANY_PATH: Final = click.Path(readable=False)
"""The name of a file. Whether it can be read is told by what reads it: to click it would be wrong usage."""

COMPLETIONS: Final = 100
"""How many ids are offered for completion at a time."""


def choice(names: Iterable[str]) -> click.Choice[str]:
    """The type of an option that takes one of these names, in any case."""
    return click.Choice(tuple(names), case_sensitive=False)


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
        help="Place, by ID or name: iraq, Syria, ...  [default: the base's first]",
    )  # fmt: skip
    force = click.option(
        "--force", metavar="NAME", shell_complete=ids_of("forces"),
        help="Force, by ID or name: us, NATO, ...  [default: the base's first]",
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


definition_option = click.option(
    "--definition", metavar="ID", shell_complete=ids_of("definitions"),
    help="Only figures of this definition.",
)  # fmt: skip
"""Adds `--definition`."""


def base_options(command: Command) -> Command:
    """Add `--base`, handed on as a `Base`."""

    @click.option(
        "--base",
        multiple=True,
        type=ANY_PATH,
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
        notice("Reading the base …")


events_option = click.option("--events/--no-events", default=True, help="Include or leave out events.")
"""Adds `--events`."""


def limit_option(noun: str, default: str) -> Callable[[Command], Command]:
    """Add `--limit`, handed on as a number of what `noun` names, or None for no limit."""
    return click.option(
        "--limit", type=LimitType(noun, 1, "all", "write 20, or all for no limit"),
        default=default, show_default=True, metavar="NUMBER", help=f'Maximum number of {noun}, or "all".',
    )  # fmt: skip


def columns_option(of: type[Result]) -> Callable[[Command], Command]:
    """Add `--columns`, handed on as names, or None; they complete to the columns of results of this type."""

    def complete(_ctx: click.Context, _param: click.Parameter, start: str) -> list[Any]:
        from iraqforce.render.tables import columns_of_list

        before = start[: start.rfind(",") + 1]
        return items({before + each.name: each.description for each in columns_of_list(of)}, start)

    def names(ctx: click.Context, param: click.Parameter, value: str | None) -> list[str] | None:
        if value is None:
            return None
        found = [name.strip() for name in value.split(",")]
        if "" in found:
            problem = f"'{value}' has an empty name" if "," in value else "no column is named"
            raise click.BadParameter(f"{problem}: write id,as_of,value.", ctx, param)
        twice = next((name for name in found if found.count(name) > 1), None)
        if twice is not None:
            raise click.BadParameter(f"'{twice}' is named twice.", ctx, param)
        return found

    return click.option(
        "--columns", metavar="NAME,...", callback=names, shell_complete=complete,
        help="Show only these columns, in this order (table, CSV or Markdown).",
    )  # fmt: skip
