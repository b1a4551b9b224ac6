"""CSV: one row a fact, in the columns of `columns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.exporting.columns import COLUMNS, flat_row
from iraqforce.render.csv_rows import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.exporting.exported import Exported


def pieces(base: Exported) -> Iterator[str]:
    """The header, and a line for each fact."""
    yield line(tuple(COLUMNS))
    for fact in base.facts():
        yield line(flat_row(fact))
