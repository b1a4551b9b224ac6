"""Where a base's files are, and the state by which a later change is noticed. Standard library only."""

from __future__ import annotations

import os
from os import path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Bundled = Literal["articles", "record", "all"]
"""The name of what iraqforce carries: one of its two bases, or both merged."""

BUNDLED: Final[dict[Bundled, tuple[str, ...]]] = {
    "articles": ("data/facts.yaml",),
    "record": ("data/record.yaml",),
    "all": ("data/facts.yaml", "data/record.yaml"),
}
"""The files of each, in the order in which they are merged."""

DEFAULT_BASE: Final = "all"
"""What is asked where nothing is said."""


class BaseFile(NamedTuple):
    """One file of a base: `path` is absolute, `shown` stands in messages, `folder` is its articles' root.

    `given` is False for one that iraqforce carries.
    """

    path: str
    shown: str
    folder: str
    given: bool = True


class FileState(NamedTuple):
    """A file as it was when it was read: what the file system said of it, and its SHA-256.

    Times are in nanoseconds. `changed` is the change time, which no program can set back.
    """

    path: str
    size: int
    modified: int
    changed: int
    inode: int
    sha256: str

    @classmethod
    def of(cls, name: str, found: os.stat_result, sha256: str) -> FileState:
        """The state of the file that the file system told of in `found`."""
        return cls(name, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, sha256)


def asked(paths: Sequence[str], base: Bundled = DEFAULT_BASE) -> tuple[BaseFile, ...]:
    """The files of the base at `paths`, or of the bundled one of that name where there are none."""
    return tuple(given(path) for path in paths) or bundled(base)


def bundled(base: Bundled) -> tuple[BaseFile, ...]:
    """The files of a base that iraqforce carries: inside an installed package, else in its checkout."""
    package = path.dirname(path.realpath(__file__))
    root = package if path.exists(path.join(package, "data")) else path.dirname(path.dirname(package))
    return tuple(BaseFile(path.join(root, name), name, root, given=False) for name in BUNDLED[base])


def options(files: Sequence[BaseFile]) -> str:
    """The options of a command line that ask these files."""
    for name in BUNDLED:
        if tuple(files) == bundled(name):
            return f"--base {name}"
    return " ".join(f"--facts {file.shown}" for file in files)


def given(name: str) -> BaseFile:
    """A base that the user names.

    Its folder is the one it stands in, or the one above where that is called `data`: then articles can
    stand beside `data/`, as they do here.
    """
    try:
        # Not normalised: `..` behind a link is where the link leads.
        absolute = path.join(os.getcwd(), name)
        parent = path.realpath(path.dirname(absolute))
    except (OSError, ValueError):
        absolute = parent = name  # the working folder is gone, or the name is none: reading will say so
    return BaseFile(absolute, name, path.dirname(parent) if path.basename(parent) == "data" else parent)
