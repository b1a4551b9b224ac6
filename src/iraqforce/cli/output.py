"""Where the data goes: the view in the format that was asked for, on stdout, laid out for what is there."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from iraqforce.errors import BaseError
from iraqforce.render import Format, Screen, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.present.view import View


class OutputError(BaseError):
    """Standard output cannot be written to."""

    code = "output"


class Output(NamedTuple):
    """The format that was asked for."""

    format: Format

    def show(self, view: View) -> None:
        """Print the view. Raises OutputError where stdout cannot be written; a closed pipe is quiet."""
        if sys.stdout is None:
            raise OutputError("there is no standard output to write to", hint="leave it open")
        screen = screen_of(sys.stdout) if self.format == "table" else Screen()
        _speak_utf8(exactly=self.format != "table")
        write(render(view, self.format, screen))


def write(pieces: Iterable[str]) -> None:
    """Print the pieces of text. Raises OutputError where stdout cannot be written; a closed pipe is quiet."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        message = f"the output cannot be written: {error.strerror}"
        raise OutputError(message, hint="make room, or write elsewhere") from None


def screen_of(stream: TextIO) -> Screen:
    """What the stream shows on, decided once: colour only on a terminal, no width but a terminal's.

    NO_COLOR, FORCE_COLOR and TERM=dumb are honoured, in this order; COLUMNS sets a width anywhere.
    """
    return Screen(width=_width(stream), colour=_colour(stream))


def _colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return max(20, int(columns))
    if not stream.isatty():
        return None
    try:
        return max(20, os.get_terminal_size(stream.fileno()).columns)
    except OSError:
        return 80


def _speak_utf8(*, exactly: bool) -> None:
    """Data is UTF-8 whatever the locale says; text for people shows `?` for what a terminal cannot."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is None:
        return
    if exactly:
        reconfigure(encoding="utf-8", newline="\n")
    else:
        reconfigure(errors="replace")


def _silence() -> None:
    """Send what is still buffered nowhere, so that leaving does not fail on it again."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a file descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
