"""Standard output and files as streams to write data to, and what happens if they cannot be written."""

import codecs
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple, TextIO

from iraqforce.cli.errors import notice
from iraqforce.errors import BaseError


class OutputError(BaseError):
    """Standard output cannot be written to."""

    code = "output"


class Destination(NamedTuple):
    """Where data goes: to the file `name`, which is replaced only with `overwrite`; `-` is stdout."""

    name: str = "-"
    overwrite: bool = False

    @property
    def is_file(self) -> bool:
        """True if it is not standard output."""
        return self.name != "-"

    @property
    def ending(self) -> str:
        """The extension of the file in lower case: `.csv`; empty if it has none."""
        return os.path.splitext(self.name)[1].lower()  # noqa: PTH122 - pathlib slows the start


STDOUT: Final = Destination()


def show_text(pieces: Iterable[str], to: Destination = STDOUT) -> None:
    """Write text in UTF-8, whatever format is set. Raises OutputError, and what `new_file` raises."""
    with writing(to) as stream:
        stream.writelines(safe_for(stream, pieces))


def safe_for(stream: TextIO, pieces: Iterable[str]) -> Iterable[str]:
    """The pieces of data, which may be a stranger's text: on a terminal without control characters."""
    if not stream.isatty():
        return pieces
    from iraqforce.text.characters import visible

    return map(visible, pieces)


@contextmanager
def writing(to: Destination, *, exactly: bool = True, written: str = "written") -> Iterator[TextIO]:
    """A stream to write to: stdout, or a new file that is there only if the whole block succeeds.

    That a file was `written` is said on stderr. Raises OutputError, and what `new_file` raises.
    """
    if not to.is_file:
        with _stdout(exactly=exactly) as stream:
            yield stream
        return
    from iraqforce.export.files import new_file, refuse_input
    from iraqforce.loading.locations import was_read

    with (
        new_file(to.name, overwrite=to.overwrite) as new,
        new.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream,
    ):
        yield stream
        refuse_input(to.name, is_input=was_read(to.name))  # all that the command needs has been read now
    notice(f"{to.name}: {written}")


@contextmanager
def _stdout(*, exactly: bool) -> Iterator[TextIO]:
    """Standard output, flushed at the end. Raises OutputError if it cannot be written to.

    Data is UTF-8 whatever the locale says; a page has ASCII for what a terminal cannot show.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed", hint="leave it open, or use -o FILE")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and exactly:
        # Half a character, such as a byte of a file's name, comes out as an escape, which JSON understands.
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    elif reconfigure is not None:
        reconfigure(errors=_AS_ASCII)
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        silence(sys.stdout)
        message = f"the output cannot be written: {error.strerror}"
        raise OutputError(message, hint="free up space, or choose another location") from None


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """What replaces characters that a stream cannot encode: their spelling in ASCII, or `?` for each cell."""
    import unicodedata

    from iraqforce.render.ascii import ascii_text

    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = ascii_text(error.object[error.start : error.end])
    cells = {sign: "??" if unicodedata.east_asian_width(sign) in "WF" else "?" for sign in text}
    return "".join(sign if sign.isascii() else cells[sign] for sign in text), error.end


_AS_ASCII: Final = "iraqforce.ascii"
codecs.register_error(_AS_ASCII, _in_ascii)


def silence(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that leaving does not fail on it again."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a file descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), stream.fileno())
