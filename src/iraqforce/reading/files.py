"""The files of a base: which there are, their bytes as text, and the folder their articles stand in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from iraqforce.errors import BaseError
from iraqforce.facts import TextPlace
from iraqforce.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class BaseFile:
    """One file of a base: `shown` is its path in messages, `folder` the root of its articles."""

    path: Path
    shown: str
    folder: Path


class UndecodableError(Exception):
    """Bytes that are not UTF-8, as the one problem they are."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def bundled() -> BaseFile:
    """The base that iraqforce carries: inside an installed package, else at the top of its checkout."""
    package = Path(__file__).resolve().parent.parent
    root = package if (package / "data").is_dir() else package.parent.parent
    return BaseFile(root / "data" / "facts.yaml", "data/facts.yaml", root)


def given(path: str) -> BaseFile:
    """A base that the user names.

    Its folder is the one it stands in, or the one above where that is called `data`: then articles can
    stand beside `data/`, as they do here.
    """
    file = Path(path)
    parent = file.absolute().parent
    return BaseFile(file, path, parent.parent if parent.name == "data" else parent)


def read_bytes(file: BaseFile) -> bytes:
    """The file's bytes. Raises BaseError where it is missing, a directory or not readable."""
    try:
        return file.path.read_bytes()
    except FileNotFoundError:
        raise BaseError(
            f"{file.shown}: there is no such file", hint="give the path of a fact base with --facts"
        ) from None
    except IsADirectoryError:
        raise BaseError(
            f"{file.shown} is a directory",
            hint=f"name a file in it: --facts {Path(file.shown) / 'facts.yaml'}",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BaseError(
            f"{file.shown} cannot be read: {reason}", hint="check the path and its permissions"
        ) from None


def decode(data: bytes, shown: str) -> str:
    """The bytes as text, without a byte order mark. Raises UndecodableError where they are not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise UndecodableError(
            Problem(
                TextPlace(shown, line, column),
                "F002",
                f"not UTF-8: byte 0x{data[error.start]:02x}",
                "save the file as UTF-8",
            )
        ) from None


def sha256_of(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()
