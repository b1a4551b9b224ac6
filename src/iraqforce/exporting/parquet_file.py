"""Parquet, for DuckDB, Spark and data frames: typed columns, a batch at a time, whatever the base's size."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from iraqforce import __version__
from iraqforce.errors import MissingExtraError
from iraqforce.exporting.columns import COLUMNS, Column, flat_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow

    from iraqforce.exporting.exported import Exported
    from iraqforce.present.view import Cell

ROW_GROUP: Final = 65_536
"""Rows written at a time, and of a row group."""


def write(base: Exported, place: Path) -> None:
    """Write the facts to `place`. Raises MissingExtraError, and OSError."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("Parquet", "pyarrow") from error
    summary = base.store.summary
    schema = pyarrow.schema(
        [pyarrow.field(each, _type(column, pyarrow)) for each, column in COLUMNS.items()],
        metadata={
            "iraqforce.base": summary.name,
            "iraqforce.title": summary.title,
            "iraqforce.sha256": summary.sha256,
            "iraqforce.version": __version__,
        },
    )
    with pyarrow.parquet.ParquetWriter(place, schema, compression="zstd") as writer:
        rows: list[tuple[Cell, ...]] = []
        for fact in base.facts():
            rows.append(flat_row(fact))
            if len(rows) == ROW_GROUP:
                writer.write_batch(_batch(rows, schema, pyarrow))
                rows.clear()
        writer.write_batch(_batch(rows, schema, pyarrow))


def _type(column: Column, arrow: Any) -> Any:
    """The type of a column. Every number of a base is below 10^15, which a double holds exactly."""
    match column.type:
        case "text":
            return arrow.string()
        case "number":
            return arrow.float64()
        case "date":
            return arrow.date32()
        case "truth":
            return arrow.bool_()


def _batch(rows: Sequence[tuple[Cell, ...]], schema: pyarrow.Schema, arrow: Any) -> Any:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    arrays = [
        arrow.array(_values(cells, column), type=field.type)
        for cells, column, field in zip(columns, COLUMNS.values(), schema, strict=True)
    ]
    return arrow.record_batch(arrays, schema=schema)


def _values(cells: Sequence[Cell], column: Column) -> Sequence[object]:
    if column.type != "date":
        return cells
    return [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]
