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
from iraqforce.cli.dates import DateType
from iraqforce.cli.errors import notice
from iraqforce.cli.output import Destination, Output
from iraqforce.errors import IraqforceError, UnknownEndingError, nearest
from iraqforce.loading.locations import DEFAULT_BASE, named_files
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS
from iraqforce.render.formats import FORMATS, Format

Command = TypeVar("Command", bound=Callable[..., Any])

COMPLETIONS: Final = 100
"""How many ids are offered for completion at a time."""


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
        notice("Reading the base …")


_ENDINGS: Final = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown", ".txt": "table"}
"""The format that an extension of a file selects."""


def output_options_and(
    more: Mapping[str, Format], endings: Mapping[str, str] | None = None
) -> Callable[[Command], Command]:
    """Add the options of the format and of the file, handed on as an `Output`.

    Each name of `more` is a format for which the command has a result of its own; it maps to what renders
    that. `endings` are more extensions, with the name of the format that each selects.
    """
    formats: dict[str, Format] = {**{name: name for name in FORMATS}, **more}
    by_ending = {**_ENDINGS, **(endings or {})}

    def add(command: Command) -> Command:
        @click.option(
            "--format", "-f", "fmt", type=click.Choice(list(formats)),
            help="Output format.  [env: IRAQFORCE_FORMAT; default: table]",
        )  # fmt: skip
        @click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
        @click.option("--excel", is_flag=True, help="CSV for Excel: UTF-8 with a byte order mark.")
        @file_option(
            f"Write to FILE, in the format of its extension: {', '.join(by_ending)}; - is standard output."
        )
        @click.option("--no-pager", is_flag=True, help="Do not show a long page in a pager.")
        @wraps(command)
        def with_output(
            *args: Any,
            fmt: str | None,
            as_json: bool,
            excel: bool,
            to: Destination,
            no_pager: bool,
            **kwargs: Any,
        ) -> Any:
            asked = _one_format(
                {f"--format {fmt}": fmt, "--json": as_json and "json", "--excel": excel and "csv"}
            )
            setting = os.environ.get("IRAQFORCE_FORMAT")
            name = asked or by_ending.get(to.ending) or _format_of_environment(formats)
            if to.is_file:
                if not (asked or setting or to.ending in by_ending):
                    raise _unknown_ending(to, by_ending)
                if "base" in kwargs:
                    from iraqforce.export.files import refuse_base

                    refuse_base(to.name, kwargs["base"].files)
            output = Output(
                formats[name], name, to, (asked or setting) in ("json", "jsonl"), excel, not no_pager
            )
            return command(*args, output=output, **kwargs)

        return with_output  # type: ignore[return-value]

    return add


def _one_format(asked: Mapping[str, str | bool | None]) -> str | None:
    """The format that options ask for, each given with its format. Raises UsageError if they ask for two."""
    given = {option: fmt for option, fmt in asked.items() if fmt}
    if len(set(given.values())) > 1:
        message = f"{' and '.join(given)} contradict each other: choose one format."
        raise click.UsageError(message, click.get_current_context())
    return next((str(fmt) for fmt in given.values()), None)


def _unknown_ending(to: Destination, known: Collection[str]) -> UnknownEndingError:
    problem = f"unsupported format '{to.ending}'" if to.ending else "no file extension"
    hint = nearest(to.ending, known) or f"known: {', '.join(known)} (or choose the format with --format)"
    if to.ending in (".xls", ".xlsx"):
        hint = f"for Excel, write CSV: --excel -o {to.name.rpartition('.')[0]}.csv"
    return UnknownEndingError(f"{to.name}: {problem}", hint=hint)


def _format_of_environment(formats: Collection[str]) -> str:
    name = os.environ.get("IRAQFORCE_FORMAT") or "table"
    if name in formats:
        return name
    names = ", ".join(f"'{each}'" for each in formats)
    message = f"Invalid value for IRAQFORCE_FORMAT: '{name}' is not one of {names}."
    raise click.UsageError(message, click.get_current_context())


output_options = output_options_and({})


def limit_option(noun: str, default: str) -> Callable[[Command], Command]:
    """Add `--limit`, handed on as a number of what `noun` names, or None for no limit."""
    return click.option(
        "--limit", type=LimitType(noun, 1, "all", "write 20, or all for no limit"),
        default=default, show_default=True, metavar="NUMBER", help=f'Maximum number of {noun}, or "all".',
    )  # fmt: skip


def columns_option(of: str) -> Callable[[Command], Command]:
    """Add `--columns`, handed on as names, or None; they complete to columns of the type of result `of`."""

    def complete(_ctx: click.Context, _param: click.Parameter, start: str) -> list[Any]:
        from iraqforce.render.tables import columns_of_list

        before = start[: start.rfind(",") + 1]
        return items({before + each.name: each.description for each in columns_of_list(of)}, start)

    def names(_ctx: click.Context, _param: click.Parameter, value: str | None) -> list[str] | None:
        return None if value is None else [name.strip() for name in value.split(",")]

    return click.option(
        "--columns", metavar="NAME,...", callback=names, shell_complete=complete,
        help="Show only these columns, in this order (table, CSV or Markdown).",
    )  # fmt: skip


def file_option(words: str, *, required: bool = False) -> Callable[[Command], Command]:
    """Add `-o` with these words of help, and `--overwrite`, handed on as `to`, a `Destination`."""

    def add(command: Command) -> Command:
        @click.option(
            "-o", "--output", "file", type=click.Path(), metavar="FILE", required=required, help=words
        )
        @click.option("--overwrite", is_flag=True, help="Replace FILE if it exists.")
        @wraps(command)
        def with_file(*args: Any, file: str | None, overwrite: bool, **kwargs: Any) -> Any:
            if file == "":
                raise click.UsageError("-o needs the name of a file.", click.get_current_context())
            if overwrite and file is None:
                raise click.UsageError("--overwrite needs -o FILE.", click.get_current_context())
            return command(*args, to=Destination(file or "-", overwrite), **kwargs)

        return with_file  # type: ignore[return-value]

    return add


def file_options(what: str, forms: Collection[str] = ()) -> Callable[[Command], Command]:
    """Add `-o`, which is required, and `--overwrite`; `what` is what the file is for.

    If there are several `forms` of the file, add `--format` too, handed on as `form`.
    """
    form_option = click.option(
        "--format", "-f", "form", type=click.Choice(list(forms)),
        help="File format.  [default: by the extension of FILE]",
    )  # fmt: skip

    def add(command: Command) -> Command:
        if forms:
            form_option(command)

        @file_option(f"File for the {what}; - is standard output.", required=True)
        @wraps(command)
        def with_file(*args: Any, to: Destination, **kwargs: Any) -> Any:
            if forms and not to.is_file and kwargs["form"] is None:
                raise click.UsageError("-o - needs --format: there is no extension to select it.")
            return command(*args, to=to, **kwargs)

        return with_file  # type: ignore[return-value]

    return add
