"""Tables as pandas DataFrames. The only module that imports pandas, which the extra `notebook` installs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from iraqforce.errors import need
from iraqforce.model.result import Result
from iraqforce.render.columns import Cell, Column, Table, typed
from iraqforce.render.tables import table_of

if TYPE_CHECKING:
    import pandas

_DTYPES: Final[dict[str, Any]] = {
    "integer": "Int64", "number": "Float64", "boolean": "boolean", "text": "string",
}  # fmt: skip


def frame(*results: Result) -> "pandas.DataFrame":
    """The tables of results of one type below each other. What is unknown is NA, never 0.

    Raises MissingExtraError if pandas is not installed.
    """
    tables = [table_of(result) for result in results]
    return frame_of(Table(tables[0].columns, [row for table in tables for row in table.rows]))


def frame_of(table: Table) -> "pandas.DataFrame":
    """The table with a type for each column: days are datetime64, counts Int64, or Float64 if not whole.

    Raises MissingExtraError if pandas is not installed.
    """
    need("to_pandas()", "pandas")
    import pandas

    columns, rows = typed(table)
    found = list(rows)
    return pandas.DataFrame(
        {column.name: _series(column, [row[at] for row in found]) for at, column in enumerate(columns)}
    )


def by_period(frame: "pandas.DataFrame", every: str) -> "pandas.DataFrame":
    """The table with its column `period` as a PeriodIndex of months, quarters or years."""
    import pandas

    index = pandas.PeriodIndex(frame["period"], freq=every[0].upper(), name="period")
    return frame.drop(columns="period").set_index(index)


def _series(column: Column, cells: Sequence[Cell]) -> "pandas.Series":
    import pandas

    if column.type == "date":
        return _days(cells)
    return pandas.Series(list(cells), dtype=_DTYPES[column.type])


def _days(cells: Sequence[Cell]) -> "pandas.Series":
    """The days in the unit that pandas itself uses for them, or in seconds if one is too far off."""
    import pandas

    days = pandas.Series([None if cell is None else str(cell) for cell in cells], dtype="object")
    in_seconds = days.astype("datetime64[s]")
    try:
        return in_seconds.astype(pandas.to_datetime(["2000-01-01"]).dtype)
    except pandas.errors.OutOfBoundsDatetime:
        return in_seconds
