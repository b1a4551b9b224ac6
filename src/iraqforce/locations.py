"""Where a base's files are, and the state by which a later change is noticed. Standard library only."""

from __future__ import annotations

import os
from os import path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class BaseFile(NamedTuple):
    """One file of a base: `path` is absolute, `shown` stands in messages, `folder` is its articles' root.

    `given` is False for the base that iraqforce carries.
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


def asked(names: Sequence[str]) -> list[BaseFile]:
    """The files of the base that the user names, or of the one that iraqforce carries where none is named."""
    return [given(name) for name in names] or [bundled()]


def bundled() -> BaseFile:
    """The base that iraqforce carries: inside an installed package, else at the top of its checkout."""
    package = path.dirname(path.realpath(__file__))
    carried = path.join(package, "data", "facts.yaml")
    root = package if path.exists(carried) else path.dirname(path.dirname(package))
    return BaseFile(path.join(root, "data", "facts.yaml"), "data/facts.yaml", root, given=False)


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
