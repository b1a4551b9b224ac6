"""A base held open for many threads: one store a process, which one thread asks at a time."""

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


_TURN: Final = threading.RLock()
"""Held by the thread that asks, whichever base, and by one that forks.

SQLite has locks of its own, some for the whole process: forked while another thread holds one, the new
process would wait for it for ever.
"""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_TURN.acquire, after_in_parent=_TURN.release, after_in_child=_TURN.release)


class Holder:
    """Opens the store of a base when it is first asked, once in each process.

    A process that is forked opens its own; what it inherits belongs to its parent, and is kept untouched.
    """

    def __init__(self, files: Sequence[BaseFile]) -> None:
        self._files = tuple(files)
        self._stores: dict[int, Store] = {}
        self._closed = False
        # What nobody closes is closed when nobody has it any more, or when the process ends.
        weakref.finalize(self, _let_go, self._stores)

    @contextmanager
    def asked(self) -> Iterator[Store]:
        """The store, while it is this thread's turn. Raises BaseError and InvalidBaseError."""
        with _TURN:
            if self._closed:
                raise BaseError("the base is closed", hint="iraqforce.open() opens it again")
            process = os.getpid()
            if process not in self._stores:
                self._stores[process] = open_files(self._files)
            yield self._stores[process]

    def facts(self, wanted: FactFilter) -> FactsFound:
        """The facts that match, fetched as they are wanted, in turn. Raises as Store.facts does."""
        with self.asked() as store:
            return _FactsInTurn(self, store.facts(wanted))

    def close(self) -> None:
        """Let go of the store; nothing can be asked any more."""
        with _TURN:
            self._closed = True
            _let_go(self._stores)


def _let_go(stores: dict[int, Store]) -> None:
    """Close the store of this process, unless a thread that outlives the others is still asking."""
    if _TURN.acquire(blocking=False):
        store = stores.pop(os.getpid(), None)
        if store is not None:
            store.close()
        _TURN.release()


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
