"""The files of a base read: bytes with the state they had, and text, or an error that says why not."""

from __future__ import annotations

import hashlib
import os
import stat
from codecs import BOM_UTF8
from dataclasses import dataclass
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING

from iraqforce.errors import BaseError
from iraqforce.facts import TextPlace
from iraqforce.locations import FileState
from iraqforce.problems import Problem

if TYPE_CHECKING:
    from iraqforce.locations import BaseFile


class UndecodableError(Exception):
    """Bytes that are not UTF-8, as the one problem they are."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file as it was read: its bytes, and the state that it had just before."""

    data: bytes
    state: FileState


def read_file(path: Path) -> FileBytes:
    """The file's bytes and state. Raises OSError."""
    refuse_what_never_ends(path)
    with path.open("rb") as stream:
        before = os.fstat(stream.fileno())
        data = stream.read()
    return FileBytes(data, FileState.of(str(path), before, sha256_of(data)))


def refuse_what_never_ends(path: Path) -> None:
    """Raise OSError for a device or a pipe: reading it might wait for ever."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(EINVAL, "it is no regular file")


def read_base(file: BaseFile) -> FileBytes:
    """The base file's bytes and state. Raises BaseError where it is missing, a directory or not readable."""
    try:
        return read_file(Path(file.path))
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None


def unreadable(file: BaseFile, error: OSError | ValueError) -> BaseError:
    """The error that says why a base file cannot be read, and the next step."""
    match error:
        case FileNotFoundError():
            hint = "give the path of a fact base with --facts"
            return BaseError(f"{file.shown}: there is no such file", hint=hint)
        case IsADirectoryError():
            hint = f"name a file in it: --facts {Path(file.shown) / 'facts.yaml'}"
            return BaseError(f"{file.shown} is a directory", hint=hint)
        case _:
            reason = getattr(error, "strerror", None) or error
            hint = "check the path and its permissions"
            return BaseError(f"{file.shown} cannot be read: {reason}", hint=hint)


def decode(data: bytes, shown: str, first_line: int = 1) -> str:
    """The bytes as text, without a byte order mark. Raises UndecodableError where they are not UTF-8."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line, column = first_line + before.count("\n"), len(before) - before.rfind("\n")
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        place = TextPlace(shown, line, column)
        raise UndecodableError(Problem(place, "F002", message, "save the file as UTF-8")) from None


def sha256_of(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()
