"""From the paths that a user gives, or none, to a store that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.store.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Sequence


def open_store(paths: Sequence[str]) -> MemoryStore:
    """A store of the base at `paths`, merged, or of the bundled base where there are none.

    Raises BaseError where a file cannot be read, and InvalidBaseError, with every problem, where the base
    is not valid.
    """
    # Pydantic and YAML are dear to import, and only reading needs them.
    from iraqforce.locations import bundled, given
    from iraqforce.reading.base import read

    return MemoryStore(read([given(path) for path in paths] or [bundled()]))
