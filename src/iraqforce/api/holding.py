"""A base held open for many threads: one store a process, asked by one thread at a time."""

from __future__ import annotations

import os
import threading
import weakref
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

from iraqforce.errors import BaseError
from iraqforce.store.opening import open_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.facts import Fact
    from iraqforce.locations import BaseFile
    from iraqforce.store.filters import FactFilter
    from iraqforce.store.protocol import FactsFound, Store

_AT_ONCE: Final = 500
"""Facts fetched before another thread has its turn."""


class _Opened:
    """What one process holds."""

    def __init__(self) -> None:
        self.turn = threading.RLock()
        self.store: Store | None = None


class Holder:
    """Opens the store of a base when it is first asked, once in each process.

    A process that is forked opens its own: what it inherits may be in use by a thread that it has not.
    That is kept and never touched.
    """

    def __init__(self, files: Sequence[BaseFile]) -> None:
        self._files = tuple(files)
        self._of_process: dict[int, _Opened] = {}
        self._closed = False
        # What nobody closes is closed when nobody has it any more, or when the process ends.
        weakref.finalize(self, _let_go, self._of_process)

    @contextmanager
    def asked(self) -> Iterator[Store]:
        """The store, while it is this thread's turn. Raises BaseError and InvalidBaseError."""
        opened = self._opened()
        with opened.turn:
            if self._closed:
                raise BaseError("the base is closed", hint="iraqforce.open() opens it again")
            if opened.store is None:
                opened.store = open_files(self._files)
            yield opened.store

    def facts(self, wanted: FactFilter) -> FactsFound:
        """The facts that match, fetched as they are wanted, in turn. Raises as Store.facts does."""
        with self.asked() as store:
            return _FactsInTurn(self, store.facts(wanted))

    def close(self) -> None:
        """Let go of the store; nothing can be asked any more."""
        opened = self._opened()
        with opened.turn:
            self._closed = True
            if opened.store is not None:
                opened.store.close()

    def _opened(self) -> _Opened:
        return self._of_process.setdefault(os.getpid(), _Opened())


def _let_go(of_process: dict[int, _Opened]) -> None:
    """Close the store of this process, unless a thread that outlives the others is still asking it."""
    opened = of_process.get(os.getpid())
    if opened is not None and opened.store is not None and opened.turn.acquire(blocking=False):
        opened.store.close()
        opened.turn.release()


class _FactsInTurn:
    """Facts that are counted and fetched while it is the thread's turn."""

    def __init__(self, holder: Holder, found: FactsFound) -> None:
        self._holder = holder
        self._found = found

    def __len__(self) -> int:
        """How many there are."""
        with self._holder.asked():
            return len(self._found)

    def __iter__(self) -> Iterator[Fact]:
        """One after the other."""
        with self._holder.asked():
            facts = iter(self._found)
        while True:
            with self._holder.asked():
                some = list(islice(facts, _AT_ONCE))
            if not some:
                return
            yield from some
