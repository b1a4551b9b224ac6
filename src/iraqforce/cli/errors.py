"""The one place where an error becomes text or JSON on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import click

from iraqforce.errors import BaseError, IraqforceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.present.view import Record

NOT_ANSWERED: Final = 1
WRONG_USAGE: Final = 2
CANNOT_WORK: Final = 3
INTERRUPTED: Final = 130


@contextmanager
def mapped(arguments: Sequence[str]) -> Iterator[None]:
    """Leave the process with the right code for each error that a user can mend, and tell of it on stderr."""
    as_json = json_asked(arguments)
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(f"{error.format_message()}\n")
        sys.exit(WRONG_USAGE)
    except click.ClickException as error:
        tell(_of_click(error, arguments), as_json=as_json)
        sys.exit(WRONG_USAGE)
    except BaseError as error:
        tell(error, as_json=as_json)
        sys.exit(CANNOT_WORK)
    except IraqforceError as error:
        tell(error, as_json=as_json)
        sys.exit(WRONG_USAGE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)


def json_asked(arguments: Sequence[str]) -> bool:
    """True where JSON was asked for, judged from the words alone: they may not parse."""
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
    return asked in ("json", "jsonl")


class UsageError(IraqforceError):
    """Words that the command line cannot make sense of."""

    code = "usage"


def _of_click(error: click.ClickException, arguments: Sequence[str]) -> UsageError:
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else " ".join(["iraqforce", *arguments[:1]])
    return UsageError(error.format_message(), hint=f"`{command} --help` shows what there is")


def tell(error: IraqforceError, *, as_json: bool) -> None:
    """Tell of the error on stderr, if anything listens there: as text, or as one line of JSON."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        for piece in _told(error, as_json=as_json):
            sys.stderr.write(piece)
        sys.stderr.flush()


def warn(message: str, hint: str) -> None:
    """Tell on stderr, if anything listens there, of what will go wrong later, and of the next step."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"Warning: {message}\n  {hint}\n")
            sys.stderr.flush()


def _told(error: IraqforceError, *, as_json: bool) -> Iterator[str]:
    if as_json:
        import json

        # Escaped, so that even an argument that is not text stays valid JSON.
        yield json.dumps(_record(error)) + "\n"
        return
    yield from _problem_lines(error)
    if error.hint and error.hint.startswith("did you mean"):
        yield f"Error: {error.message}: {error.hint}\n"
        return
    yield f"Error: {error.message}\n"
    if error.hint:
        yield f"  {error.hint}\n"


def _record(error: IraqforceError) -> Record:
    """`iraqforce.error/1`; `problems` are those of an invalid base."""
    from iraqforce.present.problems import problem_record

    problems = getattr(error, "problems", ())
    return {
        "schema": "iraqforce.error/1",
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "problems": [problem_record(problem) for problem in problems],
    }


def _problem_lines(error: IraqforceError) -> Iterator[str]:
    problems = getattr(error, "problems", ())
    if not problems:
        return
    from iraqforce.cli.output import screen_of
    from iraqforce.present.problems import problem_blocks
    from iraqforce.render.text import render_blocks

    yield from render_blocks(problem_blocks(problems), screen_of(sys.stderr))
    yield "\n"
