"""Reads the files of a base as bytes and as text, with errors that explain why a file cannot be read."""

import hashlib
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable
from errno import EINVAL
from pathlib import Path
from typing import Final, NamedTuple

from iraqforce.errors import BaseError, nearest
from iraqforce.loading.locations import BUNDLED, DATA_ENDINGS, BaseFile, absolute
from iraqforce.model.positions import text_place
from iraqforce.problems import Problem

_NEW: Final = "`iraqforce init DIR` starts a base of your own"

_LONGEST_EXCERPT: Final = 10_000
"""Characters of a line that are kept in a problem."""


class UnusableTextError(Exception):
    """Bytes or text that cannot be read; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class ArticleError(BaseError):
    """An article that cannot be used: missing, unreadable or empty."""

    code = "article"


class ArticleFile(NamedTuple):
    """An article: its name as the user gave it, its absolute path, its text and its SHA-256."""

    shown: str
    path: str
    text: str
    sha256: str


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for a device or a pipe, which could block forever."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(EINVAL, "not a regular file")
    return path.read_bytes()


def read_base_file(file: BaseFile) -> bytes:
    """The bytes of a base file. Raises BaseError if it is missing, unreadable or in another format."""
    try:
        data = read_file(Path(file.path))
    except FileNotFoundError:
        known = f"give a path, or one of {', '.join(BUNDLED)}, with --base; {_NEW}"
        hint = nearest(file.shown, BUNDLED) or known
        raise BaseError(f"{file.shown}: no such file", hint=hint) from None
    except IsADirectoryError:
        own = Path(file.shown) / "facts.yaml"
        hint = f"give a file in it: --base {own}" if own.exists() else f"give a file; {_NEW}"
        raise BaseError(f"{file.shown} is a directory", hint=hint) from None
    except (OSError, ValueError) as error:
        hint = "check the path and its permissions"
        raise BaseError(f"{file.shown} cannot be read: {reason(error)}", hint=hint) from None
    ending = Path(file.path).suffix.lower()
    if ending in DATA_ENDINGS:
        message = f"{file.shown} is not a fact base: a base is a YAML or JSON file, not {ending}"
        raise BaseError(message, hint="`iraqforce export -o facts.yaml` writes a base")
    return data


def read_article(name: str) -> ArticleFile:
    """The article at a path that the user gave. Raises ArticleError if there is none that can be read."""
    try:
        path = Path(absolute(name))
        data = read_file(path)
        text = decode(data, name)
    except FileNotFoundError:
        raise ArticleError(f"{name}: no such file", hint="give the path of an article") from None
    except IsADirectoryError:
        raise ArticleError(f"{name} is a directory", hint="give an article in it") from None
    except UnusableTextError as error:
        message = f"{name}:{error.problem.at.line}: {error.problem.message}"
        raise ArticleError(message, hint=error.problem.hint) from None
    except (OSError, ValueError) as error:
        message = f"{name} cannot be read: {reason(error)}"
        raise ArticleError(message, hint="check the path and its permissions") from None
    if not text.strip():
        raise ArticleError(f"{name} is empty", hint="save the article's text there as UTF-8")
    return ArticleFile(name, str(path), text, sha256_of(data))


def reason(error: Exception) -> str:
    """The operating system's reason why a file cannot be read."""
    return str(getattr(error, "strerror", None) or error)


def decode(data: bytes, shown: str) -> str:
    """The bytes as text, without a byte order mark. Raises UnusableTextError if they are not UTF-8."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = text_place(shown, before, len(before))
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        raise UnusableTextError(Problem(place, "F002", message, "save the file as UTF-8")) from None


def sha256_of(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def with_excerpts(problems: Iterable[Problem], files: Iterable[BaseFile]) -> tuple[Problem, ...]:
    """The problems in order, each with its line. Files with problems are read again for these lines."""
    ordered = sorted(problems, key=lambda problem: problem.order)
    shown = {problem.at.path for problem in ordered}
    lines: dict[str, dict[int, str]] = {}
    for file in files:
        if file.shown in shown:
            text = Path(file.path).read_bytes().removeprefix(BOM_UTF8).decode(errors="replace")
            lines[file.shown] = dict(enumerate(text.split("\n"), 1))
    return tuple(
        each._replace(excerpt=lines[each.at.path].get(each.at.line, "").rstrip("\r")[:_LONGEST_EXCERPT])
        for each in ordered
    )
