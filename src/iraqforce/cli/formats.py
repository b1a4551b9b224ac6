"""Options of the format of a result, and of the file that it is written to."""

import os
from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import Any, Final, TypeVar

import click

from iraqforce.cli.options import ANY_PATH, choice
from iraqforce.cli.output import Output
from iraqforce.cli.streams import Destination
from iraqforce.errors import UnknownEndingError, nearest
from iraqforce.render.formats import FORMATS, Format

Command = TypeVar("Command", bound=Callable[..., Any])


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
            "--format", "-f", "fmt", type=choice(formats),
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
            setting = os.environ.get("IRAQFORCE_FORMAT", "").lower()
            selected = by_ending.get(to.ending)
            name = asked or selected or _format_of_environment(formats)
            if to.is_file:
                if asked and selected not in (None, asked, formats[asked]):
                    option = "--excel" if excel else "--json" if as_json else f"--format {asked}"
                    own = (ending for ending, fmt in by_ending.items() if fmt in (asked, formats[asked]))
                    refuse_contradiction(option, to, next(own))
                if not (asked or setting or to.ending in by_ending):
                    raise _unknown_ending(to, by_ending)
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


def refuse_contradiction(option: str, to: Destination, ending: str) -> None:
    """Raise UsageError if the file has another extension than `ending`, that of the format of the option.

    Any text may be in a .txt file.
    """
    if to.ending in (ending, ".txt"):
        return
    named = to.name.removesuffix("/").removesuffix(to.ending)
    fix = f"name the file '{named}{ending}', or leave out {option}"
    message = f"{option} and '{to.name}' contradict each other: {fix}."
    raise click.UsageError(message, click.get_current_context())


def _unknown_ending(to: Destination, known: Collection[str]) -> UnknownEndingError:
    problem = f"unsupported format '{to.ending}'" if to.ending else "no file extension"
    hint = nearest(to.ending, known) or f"known: {', '.join(known)} (or choose the format with --format)"
    if to.ending in (".xls", ".xlsx"):
        hint = f"for Excel, write CSV: --excel -o {to.name.rpartition('.')[0]}.csv"
    return UnknownEndingError(f"{to.name}: {problem}", hint=hint)


def _format_of_environment(formats: Collection[str]) -> str:
    name = os.environ.get("IRAQFORCE_FORMAT") or "table"
    if name.lower() in formats:
        return name.lower()
    names = ", ".join(f"'{each}'" for each in formats)
    message = f"Invalid value for IRAQFORCE_FORMAT: '{name}' is not one of {names}."
    raise click.UsageError(message, click.get_current_context())


output_options = output_options_and({})


def file_option(words: str, *, required: bool = False) -> Callable[[Command], Command]:
    """Add `-o` with these words of help, and `--overwrite`, handed on as `to`, a `Destination`."""

    def add(command: Command) -> Command:
        @click.option("-o", "--output", "file", type=ANY_PATH, metavar="FILE", required=required, help=words)
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


def file_options(
    what: str, forms: Mapping[str, tuple[str, ...]] | None = None
) -> Callable[[Command], Command]:
    """Add `-o`, which is required, and `--overwrite`; `what` is what the file is for.

    If there are several `forms` of the file, given with their extensions, add `--format` too, handed on as
    `form`.
    """
    forms = forms or {}
    form_option = click.option(
        "--format", "-f", "form", type=choice(forms),
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
            form = kwargs.get("form")
            selected = [each for each, endings in forms.items() if to.name.lower().endswith(endings)]
            if form and selected and form not in selected:
                refuse_contradiction(f"--format {form}", to, forms[form][0])
            return command(*args, to=to, **kwargs)

        return with_file  # type: ignore[return-value]

    return add
