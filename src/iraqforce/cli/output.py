"""A result in the format that was asked for: on the screen, in a pager, in a pipe or in a file."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TextIO

from iraqforce.cli.errors import notice
from iraqforce.cli.streams import STDOUT, Destination, safe_for, writing
from iraqforce.errors import ArgumentError
from iraqforce.model.result import Result
from iraqforce.render.formats import SIGNS, Format, Screen, render
from iraqforce.text.phrases import number_of

if TYPE_CHECKING:
    from iraqforce.queries.listings import FactList, SourceList

_CONTROLS: Final = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""What colors the text or makes a link of it, and takes no room."""


class Output(NamedTuple):
    """The format that was asked for: `asked` is its name, `format` what renders it.

    With `as_json`, errors are JSON, too; with `excel`, CSV begins with a byte order mark; with `pager`, a
    page that is longer than the terminal is shown in a pager.
    """

    format: Format
    asked: str = ""
    to: Destination = STDOUT
    as_json: bool = False
    excel: bool = False
    pager: bool = True

    def show(self, result: Result, columns: Sequence[str] | None = None, **page_options: Any) -> None:
        """Write the result. Raises OutputError if stdout cannot be written; a closed pipe is quiet."""
        with writing(self.to, exactly=self.format != "table") as stream:
            pieces = render(result, self.format, self._screen(), columns=columns, **page_options)
            if self.format == "table" and self.pager and not self.to.is_file and _on_terminal(stream):
                text = "".join(pieces)
                if _is_longer(text, stream) and _paged(text, stream):
                    return
                pieces = iter([text])
            stream.write(self._start)
            stream.writelines(pieces if self.format == "table" else safe_for(stream, pieces))

    def show_each(self, results: Iterable[Result], **page_options: Any) -> None:
        """Write each result as soon as it is there: JSON as one object a line, pages without a pager."""
        fmt: Format = "jsonl" if self.format == "json" else self.format
        screen = self._screen()
        with writing(self.to, exactly=self.format != "table") as stream:
            stream.write(self._start)
            for number, result in enumerate(results):
                pieces = render(result, fmt, screen, first=number == 0, **page_options)
                stream.write("".join(pieces if fmt == "table" else safe_for(stream, pieces)))
                stream.flush()

    def show_part(
        self, part: "FactList | SourceList", noun: str, columns: Sequence[str] | None = None
    ) -> None:
        """Write a list, and say on stderr that it is not the whole one if its format does not.

        Raises ArgumentError for columns in JSON, which has one shape.
        """
        if columns is not None and self.format in ("json", "jsonl"):
            raise ArgumentError(
                "--columns is for tables, CSV and Markdown: JSON always has every field",
                hint="use --format csv, table or markdown",
            )
        self.show(part, columns)
        if len(part) < part.found and (columns is not None or self.format in ("csv", "jsonl")):
            notice(f"First {len(part):,} of {number_of(part.found, noun)}")

    @property
    def _start(self) -> str:
        return "\ufeff" if self.excel else ""

    def _screen(self) -> Screen:
        if self.format != "table":
            return Screen()
        if self.to.is_file:
            return Screen(width=_columns_set())
        return screen_of(sys.stdout) if sys.stdout is not None else Screen()


def screen_of(stream: TextIO) -> Screen:
    """What the stream shows on: color and links only on a terminal, and only a terminal's width.

    NO_COLOR, FORCE_COLOR and TERM=dumb are honored, in this order; COLUMNS sets a width anywhere.
    """
    on_terminal = _on_terminal(stream)
    color = not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or on_terminal)
    return Screen(width=_width(stream), color=color, links=on_terminal, ascii_only=ascii_only(stream))


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
            stdin=subprocess.PIPE, env=settings, encoding=stream.encoding, errors=stream.errors,
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


def ascii_only(stream: TextIO) -> bool:
    """True if the locale is set to C, whose screens show ASCII, or the stream cannot encode the signs."""
    try:
        SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    # LANG and LC_CTYPE say nothing: if they are C or missing, Python makes them C.UTF-8 (PEP 538).
    return os.environ.get("LC_ALL") in ("C", "POSIX")


def _columns_set() -> int | None:
    """The width that COLUMNS sets, if it has at most four digits: no screen is wider."""
    columns = os.environ.get("COLUMNS", "")
    is_width = columns.isascii() and columns.isdigit() and len(columns) <= 4 and int(columns) > 0
    return max(20, int(columns)) if is_width else None


def _width(stream: TextIO) -> int | None:
    columns = _columns_set()
    if columns is not None:
        return columns
    if not stream.isatty():
        return None
    try:
        return max(20, os.get_terminal_size(stream.fileno()).columns)
    except OSError:
        return 80
