"""Where the data goes: the view in the format that was asked for, on stdout, laid out for what is there."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeVar

from iraqforce.errors import BaseError
from iraqforce.render import SIGNS, Format, Screen, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iraqforce.present.view import Record, View


Key = TypeVar("Key")


class OutputError(BaseError):
    """Standard output cannot be written to."""

    code = "output"


class Output(NamedTuple):
    """The format that was asked for: `asked` is its name, `format` what renders it."""

    format: Format
    asked: str = ""

    def show(self, view: View) -> None:
        """Print the view. Raises OutputError where stdout cannot be written; a closed pipe is quiet."""
        with _writing(exactly=self.format != "table") as stdout:
            stdout.writelines(render(view, self.format, self._screen()))

    def show_each(self, keys: Iterable[Key], view_of: Callable[[Key], View]) -> None:
        """Print the view of each key, as soon as the key is there: JSON as one object a line.

        A long list asks the same again and again: its text is kept. Raises OutputError where stdout cannot
        be written; a closed pipe is quiet.
        """
        fmt: Format = "jsonl" if self.format == "json" else self.format
        screen = self._screen()

        @lru_cache(maxsize=_TEXTS_KEPT)
        def text_of(key: Key) -> str:
            return "".join(render(view_of(key), fmt, screen, first=False))

        with _writing(exactly=self.format != "table") as stdout:
            first = True
            for key in keys:
                stdout.write("".join(render(view_of(key), fmt, screen)) if first else text_of(key))
                stdout.flush()
                first = False

    def _screen(self) -> Screen:
        return screen_of(sys.stdout) if self.format == "table" and sys.stdout is not None else Screen()


def show_text(pieces: Iterable[str]) -> None:
    """Print what is text by nature, whatever format is set. Raises OutputError as Output.show does."""
    with _writing(exactly=True) as stdout:
        stdout.writelines(pieces)


def show_bytes(content: bytes) -> None:
    """Print what is no text at all. Raises OutputError as Output.show does."""
    with _writing(exactly=True) as stdout:
        stdout.buffer.write(content)


def show_json(record: Record) -> None:
    """Print what is JSON by nature, whatever format is set. Raises OutputError as Output.show does."""
    from iraqforce.render.json_object import text_of

    show_text([text_of(record)])


_TEXTS_KEPT = 10_000
"""Every day of 27 years; of answers in JSON some 60 MB."""


@contextmanager
def _writing(*, exactly: bool) -> Iterator[TextIO]:
    """Standard output, flushed at the end. Raises OutputError where it cannot be written to.

    Data is UTF-8 whatever the locale says; text for people shows `?` for what a terminal cannot.
    """
    if sys.stdout is None:
        raise OutputError("there is no standard output to write to", hint="leave it open")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and exactly:
        # Half a character, such as a byte of a file's name, comes out as an escape, which JSON understands.
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    elif reconfigure is not None:
        reconfigure(errors="replace")
    try:
        yield sys.stdout
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
    return Screen(width=_width(stream), colour=_colour(stream), ascii_only=_ascii_only(stream))


def _ascii_only(stream: TextIO) -> bool:
    """True where the locale is set to C, whose screens show ASCII, or the stream cannot carry the signs."""
    # LANG and LC_CTYPE say nothing: where they are C or missing, Python makes them C.UTF-8 (PEP 538).
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        return True
    try:
        SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


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


def _silence() -> None:
    """Send what is still buffered nowhere, so that leaving does not fail on it again."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a file descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
