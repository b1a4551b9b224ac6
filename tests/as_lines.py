"""A checked base → the same base as JSON Lines, by the product's own writer."""

from __future__ import annotations

from iraqforce.checked import CheckedBase
from iraqforce.exporting.exported import Exported
from iraqforce.exporting.json_lines import pieces
from iraqforce.store.memory import MemoryStore


def as_lines(checked: CheckedBase) -> str:
    """The base with one record a line."""
    return "".join(pieces(Exported(MemoryStore(checked))))
