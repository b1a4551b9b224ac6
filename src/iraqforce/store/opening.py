"""From the files of a base to a store that answers."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from iraqforce.progress import silent
from iraqforce.store.cache import Cache
from iraqforce.store.sqlite import NotCompiledError, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqforce.locations import BaseFile
    from iraqforce.store.protocol import Store


def open_files(files: Sequence[BaseFile], progress: Callable[[int, int], None] = silent) -> Store:
    """A store of the base that the files write together.

    A compiled file of the base answers; where there is none yet it is made, and where none can be kept the
    base answers from memory. `progress` is called with the bytes read so far and the bytes there are.
    Raises BaseError where a file cannot be read, and InvalidBaseError, with every problem, where the base is
    not valid.
    """
    return _compiled(files, progress) or in_memory(files)


def last_compiled(files: Sequence[BaseFile]) -> SqliteStore | None:
    """A store of the base of these files as it was when it was last compiled; None where it never was.

    What the files hold by now is not looked at. Raises OSError.
    """
    return _opened(Cache(files).last())


def in_memory(files: Sequence[BaseFile]) -> Store:
    """A store that reads the whole base and keeps nothing. Raises BaseError and InvalidBaseError."""
    # Pydantic and YAML are dear to import, and only reading needs them.
    from iraqforce.reading.base import read
    from iraqforce.store.memory import MemoryStore

    return MemoryStore(read(files))


def _compiled(files: Sequence[BaseFile], progress: Callable[[int, int], None]) -> Store | None:
    """A store of a compiled file, or None where none can be kept."""
    try:
        if not all(os.path.isfile(file.path) for file in files):
            return None  # reading will say what is wrong, and nothing is written for it
        cache = Cache(files)
        store = _opened(cache.current())
        if store is not None:
            return store
        with cache.alone() as alone:
            # While this process waited, another may have done the work.
            return _opened(cache.current()) or _opened(_compile(files, cache, progress, alone=alone))
    except OSError:
        return None


def _opened(path: str | None) -> SqliteStore | None:
    if path is None:
        return None
    try:
        return SqliteStore(path)
    except NotCompiledError:
        return None


def _compile(
    files: Sequence[BaseFile], cache: Cache, progress: Callable[[int, int], None], *, alone: bool
) -> str | None:
    """The path of a new compiled file; None where it cannot be written. Raises BaseError."""
    import sqlite3

    from iraqforce.problems import InvalidBaseError
    from iraqforce.reading.base import inspect
    from iraqforce.store.compiling import CompiledFile

    began = time.time_ns()
    path = cache.new_file(alone=alone)
    try:
        sink = CompiledFile(path)
        try:
            inspection = inspect(files, sink, progress)
            if inspection.declared is None:
                raise InvalidBaseError(inspection.problems, files)
            sink.finish(inspection.declared)
        finally:
            sink.close()
        return cache.keep(path, inspection.states, began)
    except (sqlite3.Error, UnicodeEncodeError):
        return None  # the folder is full, or the base has a name that is no text
    finally:
        with suppress(OSError):
            os.unlink(path)
