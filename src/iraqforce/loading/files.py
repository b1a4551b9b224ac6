"""Reads the files of a base as bytes and as text, with errors that explain why a file cannot be read."""

import hashlib
import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from errno import EFBIG
from pathlib import Path
from typing import Final, NamedTuple

from iraqforce.errors import SHORTEN_ARTICLE, ArticleError, BaseError, nearest
from iraqforce.loading.locations import (
    BUNDLED,
    DATA_ENDINGS,
    MAX_ARTICLE_BYTES,
    MAX_BASE_BYTES,
    BaseFile,
    absolute,
    read_regular,
)
from iraqforce.model.positions import lines_of, text_place
from iraqforce.problems import Problem

_NEW: Final = "`iraqforce init DIR` starts a base of your own"

_LONGEST_EXCERPT: Final = 10_000
"""Characters of a line that are kept in a problem."""


class UnusableTextError(Exception):
    """Bytes or text that cannot be read; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class ArticleFile(NamedTuple):
    """An article: its name as the user gave it, its absolute path, its text and its SHA-256."""

    shown: str
    path: str
    text: str
    sha256: str


def read_base_file(file: BaseFile) -> bytes:
    """The bytes of a base file. Raises BaseError if it is missing, unreadable or in another format."""
    try:
        data = read_regular(file.path, MAX_BASE_BYTES)
    except FileNotFoundError:
        known = f"give a path, or one of {', '.join(BUNDLED)}, with --base; {_NEW}"
        hint = nearest(file.shown, BUNDLED) or known
        raise BaseError(f"{file.shown}: no such file", hint=hint) from None
    except IsADirectoryError:
        own = Path(file.shown) / "facts.yaml"
        # Where a folder cannot be searched, pathlib would raise.
        hint = f"give a file in it: --base {own}" if os.path.exists(own) else f"give a file; {_NEW}"  # noqa: PTH110
        raise BaseError(f"{file.shown} is a directory", hint=hint) from None
    except (OSError, ValueError) as error:
        hint = hint_of(error, "split the base into several files")
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
        data = read_regular(str(path), MAX_ARTICLE_BYTES)
    except FileNotFoundError:
        raise ArticleError(f"{name}: no such file", hint="give the path of a text file") from None
    except IsADirectoryError:
        raise ArticleError(f"{name} is a directory", hint="give a text file in it") from None
    except (OSError, ValueError) as error:
        message = f"{name} cannot be read: {reason(error)}"
        raise ArticleError(message, hint=hint_of(error, SHORTEN_ARTICLE)) from None
    return ArticleFile(name, str(path), decoded_article(data, name), sha256_of(data))


def decoded_article(data: bytes, name: str) -> str:
    """The text of an article. Raises ArticleError if it is too large, empty or not UTF-8."""
    if len(data) > MAX_ARTICLE_BYTES:
        raise ArticleError(f"{name} has more than {MAX_ARTICLE_BYTES:,} bytes", hint=SHORTEN_ARTICLE)
    try:
        text = decode(data, name)
    except UnusableTextError as error:
        message = f"{name}:{error.problem.at.line}: {error.problem.message}"
        raise ArticleError(message, hint=error.problem.hint) from None
    if not text.strip():
        raise ArticleError(f"{name} is empty", hint="save the text there as UTF-8")
    return text


def reason(error: Exception) -> str:
    """The operating system's reason why a file cannot be read."""
    return str(getattr(error, "strerror", None) or error)


def hint_of(
    error: Exception, if_too_large: str, otherwise: str = "check the path and its permissions"
) -> str:
    """How to fix what made a file unreadable."""
    return if_too_large if getattr(error, "errno", None) == EFBIG else otherwise


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


# After an even number of backslashes: those before it are escaped themselves.
_SURROGATES: Final = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})"
)


def yaml_of_json(text: str) -> str:
    """JSON as YAML, which writes a character beyond U+FFFF as one escape and not as two surrogates."""

    def joined(match: re.Match[str]) -> str:
        high, low = int(match[2], 16), int(match[3], 16)
        return f"{match[1]}\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08X}"

    return _SURROGATES.sub(joined, text)


def sha256_of(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def with_excerpts(problems: Iterable[Problem], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """The problems, each with its line of the text, which is found by the name of its file."""
    return tuple(each._replace(excerpt=_line(texts[each.at.path], each.at.line)) for each in problems)


def _line(text: str, number: int) -> str:
    """The line of the text, or its beginning if it is long; empty if there is none."""
    lines = lines_of(text)
    if number > len(lines):
        return ""
    start = lines.position(number, 1)
    end = text.find("\n", start)
    return text[start : end if end >= 0 else None][:_LONGEST_EXCERPT].rstrip("\r")
