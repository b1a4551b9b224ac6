"""The one place where an error becomes text or JSON on stderr, and an exit code."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click

from iraqforce.errors import BaseError, IraqforceError

NOT_ANSWERED: Final = 1
WRONG_USAGE: Final = 2
CANNOT_WORK: Final = 3
INTERRUPTED: Final = 130


@contextmanager
def mapped(arguments: Sequence[str]) -> Iterator[None]:
    """Turn an error that a user can fix into a message and an exit code; a bug keeps its traceback."""
    as_json = json_asked(arguments)
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as error:
        notice(error.format_message())
        sys.exit(WRONG_USAGE)
    except click.ClickException as error:
        print_error(_of_click(error, arguments), as_json=as_json)
        sys.exit(WRONG_USAGE)
    except IraqforceError as error:
        print_error(error, as_json=as_json)
        sys.exit(CANNOT_WORK if isinstance(error, BaseError) else WRONG_USAGE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)


def json_asked(arguments: Sequence[str]) -> bool:
    """True if JSON was asked for, judged from the arguments alone: they may not parse."""
    if "--json" in arguments:
        return True
    asked = os.environ.get("IRAQFORCE_FORMAT", "")
    for number, word in enumerate(arguments):
        if word in ("-f", "--format"):
            asked = arguments[number + 1] if number + 1 < len(arguments) else ""
        elif word.startswith("--format="):
            asked = word.removeprefix("--format=")
        elif word.startswith("-f"):
            asked = word.removeprefix("-f").removeprefix("=")
    return asked.lower() in ("json", "jsonl")


class UsageError(IraqforceError):
    """Arguments that the command line cannot use."""

    code = "usage"


def _of_click(error: click.ClickException, arguments: Sequence[str]) -> UsageError:
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else " ".join(["iraqforce", *arguments[:1]])
    return UsageError(error.format_message(), hint=f"see `{command} --help`")


def print_error(error: IraqforceError, *, as_json: bool) -> None:
    """Print the error on stderr: as text, or as one line of JSON."""
    _write("".join(_json_line(error) if as_json else _lines(error)))


def warn(message: str, hint: str) -> None:
    """Print on stderr what will go wrong later, and the next step."""
    _write(_safe(f"Warning: {message}\n  {hint}\n"))


def notice(message: str) -> None:
    """Print a line on stderr that is neither data nor an error."""
    _write(_safe(f"{message}\n"))


def _safe(text: str) -> str:
    """The text, which may repeat an argument or the name of a file, as a terminal can show it."""
    from iraqforce.text.characters import visible

    return visible(text)


def _write(text: str) -> None:
    """Write to stderr, in ASCII if it shows nothing else. What cannot be written is lost."""
    if sys.stderr is None:
        return
    if not text.isascii():
        from iraqforce.cli.output import ascii_only
        from iraqforce.render.ascii import ascii_text

        text = ascii_text(text) if ascii_only(sys.stderr) else text
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        from iraqforce.cli.streams import silence

        silence(sys.stderr)


def _json_line(error: IraqforceError) -> Iterator[str]:
    """`iraqforce.error/1`, escaped, so that even an argument that is not text stays valid JSON."""
    import json

    from iraqforce.model.result import record
    from iraqforce.problems import ErrorReport

    problems, count = getattr(error, "problems", ()), getattr(error, "problem_count", 0)
    report = ErrorReport(error.code, error.message, error.hint, problems, count)
    yield json.dumps({"schema": "iraqforce.error/1", **record(report)}) + "\n"


def _lines(error: IraqforceError) -> Iterator[str]:
    problems = getattr(error, "problems", ())
    if problems:
        from iraqforce.cli.output import screen_of
        from iraqforce.pages.check import problem_blocks
        from iraqforce.render.terminal import render_blocks

        yield from render_blocks(problem_blocks(problems), screen_of(sys.stderr))
        yield "\n"
    if error.hint and error.hint.startswith("did you mean"):
        yield _safe(f"Error: {error.message}: {error.hint}\n")
    else:
        yield _safe(f"Error: {error.message}\n" + (f"  {error.hint}\n" if error.hint else ""))
