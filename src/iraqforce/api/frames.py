"""A table → a pandas DataFrame. The only place that knows pandas, which the extra `notebook` installs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from iraqforce.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas

    from iraqforce.present.view import Cell, Table

NUMBERS: Final = frozenset({"value", "low", "high", "range_low", "range_high"})
"""Columns of counts: Int64, or Float64 where one of them is not whole."""

SHARES: Final = frozenset({"percent", "percent_low", "percent_high"})
"""Columns of percentages: Float64."""

INTEGERS: Final = frozenset({"age_days", "facts", "line", "column"})
BOOLEANS: Final = frozenset({"contested", "date_certain"})
DAYS: Final = frozenset({"first", "last"})
"""Columns of days: datetime64, NaT where a date is open. Every column that is in none of these is text."""


def frame(table: Table) -> pandas.DataFrame:
    """The table with one row for each of its own, in the same columns; what is unknown is NA, never 0.

    Raises MissingExtraError where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise MissingExtraError("to_pandas()", "pandas") from None
    rows = list(table.rows)
    columns = {name: [row[at] for row in rows] for at, name in enumerate(table.columns)}
    return pandas.DataFrame({name: _series(name, cells) for name, cells in columns.items()})


def _series(name: str, cells: Sequence[Cell]) -> pandas.Series:
    import pandas

    if name in DAYS:
        return _days(cells)
    return pandas.Series(list(cells), dtype=_dtype(name, cells))


def _dtype(name: str, cells: Sequence[Cell]) -> Literal["Int64", "Float64", "boolean", "string"]:
    if name in NUMBERS:
        known = [cell for cell in cells if cell is not None]
        whole = all(isinstance(cell, int) and abs(cell) < 2**63 for cell in known)
        return "Int64" if whole else "Float64"
    if name in SHARES:
        return "Float64"
    if name in INTEGERS:
        return "Int64"
    return "boolean" if name in BOOLEANS else "string"


def _days(cells: Sequence[Cell]) -> pandas.Series:
    """The days in the unit that pandas gives to days by itself, or in seconds where one is too far off."""
    import pandas

    days = pandas.Series([None if cell is None else str(cell) for cell in cells], dtype="object")
    in_seconds = days.astype("datetime64[s]")
    try:
        return in_seconds.astype(pandas.to_datetime(["2000-01-01"]).dtype)
    except pandas.errors.OutOfBoundsDatetime:
        return in_seconds
