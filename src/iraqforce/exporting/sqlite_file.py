"""SQLite: the compiled base itself, with views for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.store.database import write_database

if TYPE_CHECKING:
    from pathlib import Path

    from iraqforce.exporting.exported import Exported


def write(base: Exported, place: Path) -> None:
    """Write the database anew at `place`. Raises UnwritableError."""
    write_database(base.store, str(place))
