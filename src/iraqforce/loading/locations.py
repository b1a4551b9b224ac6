"""Where a base's files are, and their bytes. Standard library only."""

from __future__ import annotations

import os
import stat
from errno import EFBIG, EINVAL, EISDIR
from os import path
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.errors import BaseError

if TYPE_CHECKING:
    from collections.abc import Sequence

BUNDLED: Final = {
    "articles": ("data/facts.yaml",),
    "record": ("data/record.yaml",),
    "all": ("data/facts.yaml", "data/record.yaml"),
}
"""The bundled bases by name, each with its files in the order in which they are merged."""

DEFAULT_BASE: Final = "all"

DATA_ENDINGS: Final = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".sqlite", ".db", ".parquet", ".zip"})
"""Endings of exports that are not bases."""


MAX_BASE_BYTES: Final = 5_000_000
"""The largest file of a base."""

MAX_ARTICLE_BYTES: Final = 1_000_000
"""The largest article: about 160,000 words."""


MAX_ARTICLES_BYTES: Final = 5_000_000
"""All articles of a base together."""


class BaseFile(NamedTuple):
    """One file of a base: `path` is absolute, `shown` is for messages, `folder` is where its articles are.

    `given` is False for a bundled one.
    """

    path: str
    shown: str
    folder: str
    given: bool = True


def named_files(names: Sequence[str]) -> tuple[BaseFile, ...]:
    """The files of bundled bases and paths, each once; those of the default base if there are no names."""
    found: dict[str, BaseFile] = {}
    for name in names or (DEFAULT_BASE,):
        if not name:
            hint = f"give a path, or one of {', '.join(BUNDLED)}"
            raise BaseError("the name of a base is empty", hint=hint)
        for file in bundled(name) if name in BUNDLED else (given(name),):
            found.setdefault(real(file.path), file)
    return tuple(found.values())


def bundled(name: str) -> tuple[BaseFile, ...]:
    """The files of a bundled base: inside an installed package, else in its checkout. Raises KeyError."""
    package = path.dirname(path.dirname(path.realpath(__file__)))
    root = package if path.exists(path.join(package, "data")) else path.dirname(path.dirname(package))
    return tuple(BaseFile(path.join(root, file), file, root, given=False) for file in BUNDLED[name])


def read_regular(place: str, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes.

    Raises OSError, also for a device or a pipe, which could block forever, and for a larger file.
    """
    _require_regular(os.stat(place))
    # Another file may have taken its place: a pipe does not block, and what was opened is checked again.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(place, flags), "rb") as stream:
        found = os.fstat(stream.fileno())
        _require_regular(found)
        data = b"" if found.st_size > most else stream.read(most + 1)
    _inputs.add((found.st_dev, found.st_ino))
    if max(found.st_size, len(data)) > most:
        raise OSError(EFBIG, f"larger than {most // 1_000_000} MB")
    return data


_inputs: Final = set[tuple[int, int]]()
"""The files that this process has read, each by its device and number."""


def was_read(place: str) -> bool:
    """True if this process has read the file at this path."""
    try:
        found = os.stat(place)
    except (OSError, ValueError):
        return False
    return (found.st_dev, found.st_ino) in _inputs


def _require_regular(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(EINVAL, "not a regular file")


def options(files: Sequence[BaseFile]) -> str:
    """The options of the command line that name these files."""
    names = {bundled(name): name for name in BUNDLED}
    if tuple(files) in names:
        return f"--base {names[tuple(files)]}"
    return " ".join(f"--base {names.get((file,), file.shown)}" for file in files)


def given(name: str) -> BaseFile:
    """A base file that the user names.

    Its folder is the one that holds it, or the parent of one called `data`, so that articles can be in a
    folder next to `data/`, as they are here.
    """
    try:
        place = absolute(name)
        parent = path.realpath(path.dirname(place))
    except (OSError, ValueError):
        place = parent = name  # the working folder is gone, or the name is invalid: reading reports it
    return BaseFile(place, name, path.dirname(parent) if path.basename(parent) == "data" else parent)


def absolute(name: str) -> str:
    """The absolute path, not normalized: `..` after a link is where the link leads.

    Raises OSError if the name is relative and the working folder is gone.
    """
    return name if path.isabs(name) else path.join(os.getcwd(), name)


def real(name: str) -> str:
    """The path where it leads; as it is if the working folder is gone or the name is invalid."""
    try:
        return path.realpath(name)
    except (OSError, ValueError):
        return name


def relative(name: str) -> str:
    """The path from the working folder, with slashes; the absolute path if that folder is gone."""
    try:
        return path.relpath(name).replace(path.sep, "/")
    except (OSError, ValueError):
        return name


def path_in_base(article: str, files: Sequence[BaseFile]) -> str | None:
    """The path of an article relative to the folder of the base that it is in; None if it is outside."""
    place = real(article)
    for file in files:
        if path.isabs(place) and path.commonpath((place, file.folder)) == file.folder:
            return path.relpath(place, file.folder).replace(path.sep, "/")
    return None
