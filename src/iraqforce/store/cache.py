"""Where compiled bases are kept, and when one is still that of its files.

For each base the folder holds a compiled file and a stamp. The stamp says from which files it was compiled
and what the file system told of each: path, size, times and inode. Where all of that is unchanged, nothing
is read. Times are too coarse to tell two writes of one clock tick apart, so a stamp vouches only for files
that had been at rest for a while when it was made; until then bytes are compared, by their SHA-256.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import contextmanager, suppress
from os import path
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from iraqforce import __version__
from iraqforce.locations import FileState
from iraqforce.store.tables import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.locations import BaseFile

REST_NS: Final = 2_000_000_000
"""A file at rest: not changed for longer than the coarsest clock of a file system ticks (2 s, of FAT)."""

PATIENCE_S: Final = 30.0
"""How long to wait for another process that seems to do nothing, before working without the lock."""

_POLL_S: Final = 0.02


def cache_folder() -> str:
    """The folder of the user's cache that is ours, as platformdirs has it."""
    if sys.platform == "linux" and not hasattr(sys, "getandroidapilevel"):
        # The XDG rule in its plain cases. To import platformdirs takes as long as to answer.
        home = os.environ.get("XDG_CACHE_HOME") or path.join(os.environ.get("HOME", ""), ".cache")
        if path.isabs(home) and home == home.strip():
            return path.join(home, "iraqforce")
    from platformdirs import user_cache_dir

    return user_cache_dir("iraqforce")


class Cache:
    """The compiled file of one base. Methods raise OSError where the folder cannot be used."""

    def __init__(self, files: Sequence[BaseFile]) -> None:
        self._folder = path.join(cache_folder(), f"{__version__}-{FORMAT}")
        self._asked = [[file.path, file.shown] for file in files]
        # The name only has to tell bases apart; which files it is for is written in the stamp.
        key = json.dumps(self._asked).encode(errors="surrogatepass")
        self._name = f"{crc32(key):08x}{len(key):x}"
        self._stamp = path.join(self._folder, f"{self._name}.json")

    def current(self) -> str | None:
        """The compiled file, if there is one and none of the files that it was compiled from has changed."""
        try:
            compiled, states, made = self._stamped()
            if all(_unchanged(state) and state.changed + REST_NS < made for state in states):
                return compiled.path
            return self._current_by_bytes(compiled, states)
        except _NO_STAMP:
            return None

    def last(self) -> str | None:
        """The compiled file, if there is one, whatever the files that it was compiled from hold by now."""
        try:
            return self._stamped()[0].path
        except _NO_STAMP:
            return None

    def _stamped(self) -> tuple[FileState, list[FileState], int]:
        """The compiled file, what it was compiled from, and when that was looked at. Raises _NO_STAMP."""
        with open(self._stamp, encoding="utf-8") as stream:
            stamp = json.load(stream)
        compiled = FileState(**stamp["compiled"])
        if [stamp["asked"], stamp["version"]] != [self._asked, _VERSION] or not _unchanged(compiled):
            raise ValueError("the stamp is not that of these files")
        return compiled, [FileState(**state) for state in stamp["files"]], stamp["made"]

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Hold the lock of this base, so that of many processes one compiles and the others wait for it.

        False where it cannot be had: there is no locking here, or its holder has hung.
        """
        os.makedirs(self._folder, exist_ok=True)
        name = path.join(self._folder, f"{self._name}.lock")
        while True:
            with open(name, "a", encoding="utf-8") as stream:
                held = self._lock(stream.fileno())
                if held and not _same_file(name, stream.fileno()):
                    continue  # whoever held it before removed the file that this process waited for
                try:
                    yield held
                finally:
                    if held:
                        with suppress(OSError):
                            os.unlink(name)
                return

    def new_file(self, *, alone: bool) -> str:
        """The path of a file to compile into, which is read by nobody yet."""
        if alone:
            self._remove(".tmp")
        return path.join(self._folder, f"{self._name}.{os.getpid()}.tmp")

    def keep(self, new_file: str, states: Sequence[FileState], began: int) -> str:
        """Put the finished file in its place, stamp it, and return its path.

        `began` is the time in nanoseconds before the first of the files was read.
        """
        place = path.join(self._folder, f"{self._name}.{began:x}.{os.getpid()}.sqlite")
        self._remove(".sqlite")
        os.replace(new_file, place)
        try:
            self._write_stamp(FileState.of(place, os.stat(place), ""), states, began)
        except OSError:
            os.unlink(place)  # without its stamp nobody would find it
            raise
        return place

    def _current_by_bytes(self, compiled: FileState, states: Sequence[FileState]) -> str | None:
        """The compiled file, if the files have the bytes that it was compiled from; then that is stamped."""
        made = time.time_ns()
        again = [_read_again(state.path) for state in states]
        if [state.sha256 for state in again] != [state.sha256 for state in states]:
            return None
        with suppress(OSError):
            self._write_stamp(compiled, again, made)
        return compiled.path

    def _write_stamp(self, compiled: FileState, states: Sequence[FileState], made: int) -> None:
        stamp = {
            "asked": self._asked,
            "version": _VERSION,
            "made": made,
            "compiled": _fields(compiled),
            "files": [_fields(state) for state in states],
        }
        new = path.join(self._folder, f"{self._name}.{os.getpid()}.stamp.tmp")
        try:
            with open(new, "w", encoding="utf-8") as stream:
                json.dump(stamp, stream)
            os.replace(new, self._stamp)
        except OSError:
            with suppress(OSError):
                os.unlink(new)
            raise

    def _remove(self, ending: str) -> None:
        """Remove this base's files of that ending: of old contents, or left by a process that was killed."""
        for name in os.listdir(self._folder):
            if name.startswith(f"{self._name}.") and name.endswith(ending):
                with suppress(OSError):
                    os.unlink(path.join(self._folder, name))

    def _lock(self, descriptor: int) -> bool:
        """Wait for the lock, as long as whoever holds it gets on."""
        try:
            from fcntl import LOCK_EX, LOCK_NB, flock
        except ImportError:
            return False
        written, since = -1, time.monotonic()
        while True:
            try:
                flock(descriptor, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                if (now_written := self._being_written()) != written:
                    written, since = now_written, time.monotonic()
                if time.monotonic() - since > PATIENCE_S:
                    return False
                time.sleep(_POLL_S)
            except OSError:
                return False
            else:
                return True

    def _being_written(self) -> int:
        """How many bytes other processes have compiled of this base so far."""
        total = 0
        for name in os.listdir(self._folder):
            if name.startswith(f"{self._name}.") and name.endswith(".tmp"):
                with suppress(OSError):
                    total += os.stat(path.join(self._folder, name)).st_size
        return total


_VERSION: Final = [__version__, FORMAT]

_NO_STAMP: Final = (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What reading a stamp raises where there is none, or none of ours: what it says does not matter then."""


def _same_file(name: str, descriptor: int) -> bool:
    """True where `name` still is the file that is open."""
    try:
        return os.path.samestat(os.stat(name), os.fstat(descriptor))
    except OSError:
        return False


def _fields(state: FileState) -> dict[str, Any]:
    return state._asdict()


def _unchanged(state: FileState) -> bool:
    return FileState.of(state.path, os.stat(state.path), state.sha256) == state


def _read_again(name: str) -> FileState:
    """The file's state and the SHA-256 of its bytes as they are now. Raises OSError."""
    from hashlib import file_digest

    if not path.isfile(name):
        raise OSError(f"{name} is no regular file")  # to open a pipe might wait for ever
    with open(name, "rb") as stream:
        found = os.fstat(stream.fileno())
        return FileState.of(name, found, file_digest(stream, "sha256").hexdigest())
