"""Where the data goes: a result in the format that was asked for, on stdout."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple, TextIO

from iraqforce.errors import BaseError
from iraqforce.model.result import Result
from iraqforce.render.formats import SIGNS, Format, Screen, render

_CONTROLS: Final = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""What colors the text or makes a link of it, and takes no room."""


class OutputError(BaseError):
    """Standard output cannot be written to."""

    code = "output"


class Output(NamedTuple):
    """The format that was asked for: `asked` is its name, `format` what renders it.

    With `pager`, a page that is longer than the terminal is shown in a pager.
    """

    format: Format
    asked: str = ""
    pager: bool = True

    @property
    def as_json(self) -> bool:
        """True if errors, too, are JSON."""
        return self.format in ("json", "jsonl")

    def show(self, result: Result, **page_options: Any) -> None:
        """Print the result. Raises OutputError if stdout cannot be written; a closed pipe is quiet."""
        with _writing(exactly=self.format != "table") as stdout:
            pieces = render(result, self.format, self._screen(), **page_options)
            if self.format == "table" and self.pager and _on_terminal(stdout):
                text = "".join(pieces)
                if _is_longer(text, stdout) and _paged(text, stdout):
                    return
                pieces = iter([text])
            stdout.writelines(pieces)

    def show_each(self, results: Iterable[Result], **page_options: Any) -> None:
        """Print each result as soon as it is there: JSON as one object a line, pages without a pager."""
        fmt: Format = "jsonl" if self.format == "json" else self.format
        screen = self._screen()
        with _writing(exactly=self.format != "table") as stdout:
            for number, result in enumerate(results):
                stdout.write("".join(render(result, fmt, screen, first=number == 0, **page_options)))
                stdout.flush()

    def _screen(self) -> Screen:
        return screen_of(sys.stdout) if self.format == "table" and sys.stdout is not None else Screen()


def show_text(pieces: Iterable[str]) -> None:
    """Print text in UTF-8, whatever format is set. Raises OutputError."""
    with _writing(exactly=True) as stdout:
        stdout.writelines(pieces)


def show_bytes(content: bytes) -> None:
    """Print bytes. Raises OutputError."""
    with _writing(exactly=True) as stdout:
        stdout.buffer.write(content)


@contextmanager
def _writing(*, exactly: bool) -> Iterator[TextIO]:
    """Standard output, flushed at the end. Raises OutputError if it cannot be written to.

    Data is UTF-8 whatever the locale says; a page has `?` for what a terminal cannot show.
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
    """What the stream shows on: color and links only on a terminal, and only a terminal's width.

    NO_COLOR, FORCE_COLOR and TERM=dumb are honored, in this order; COLUMNS sets a width anywhere.
    """
    on_terminal = _on_terminal(stream)
    color = not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or on_terminal)
    return Screen(width=_width(stream), color=color, links=on_terminal, ascii_only=_ascii_only(stream))


def _on_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _is_longer(text: str, stream: TextIO) -> bool:
    """True if the page and a line for the prompt do not fit on the terminal."""
    try:
        columns, lines = os.get_terminal_size(stream.fileno())
    except OSError:
        return False
    # A URL may be wider than the screen; what only controls the terminal takes no room.
    shown = _CONTROLS.sub("", text).splitlines()
    return sum(1 + max(0, len(line) - 1) // max(1, columns) for line in shown) >= lines


def _paged(text: str, stream: TextIO) -> bool:
    """Show the text in the pager: $PAGER, or less. False if there is none. A pager closed early is quiet."""
    import shlex
    import signal
    import subprocess

    command = os.environ.get("PAGER", "less")
    settings = {"LESS": "FRX", **os.environ}  # quit if it fits, keep color and links, keep the page
    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own pager
            shlex.split(command),
            stdin=subprocess.PIPE, env=settings, encoding=stream.encoding, errors="replace",
        )  # fmt: skip
    except (OSError, ValueError, IndexError):
        return False
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it means the pager, which decides
    try:
        with suppress(OSError), pager:
            pager.communicate(text)
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return True


def _ascii_only(stream: TextIO) -> bool:
    """True if the locale is set to C, whose screens show ASCII, or the stream cannot encode the signs."""
    try:
        SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    # LANG and LC_CTYPE say nothing: if they are C or missing, Python makes them C.UTF-8 (PEP 538).
    return os.environ.get("LC_ALL") in ("C", "POSIX")


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
