"""A base as tables of rows: the same columns in CSV, SQLite, Parquet and a Data Package."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from iraqforce import __version__
from iraqforce.errors import MissingExtraError
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Definition, Force, Place
from iraqforce.render.columns import FACT_COLUMNS, SOURCE_COLUMNS, Cell, Column, Type, columns_of, rows_of
from iraqforce.render.csv_text import line


class BaseTable(NamedTuple):
    """A table of a base. `references` names, for a column, the table that has its values as ids."""

    name: str
    title: str
    columns: tuple[Column, ...]
    records: Callable[[FactBase], Iterable[Any]]
    references: dict[str, str] = {}  # noqa: RUF012 - never changed

    def rows(self, base: FactBase) -> Iterator[tuple[Cell, ...]]:
        """A row for each record, in the base's order; dates are text."""
        return rows_of(self.columns, self.records(base))


FACTS: Final = BaseTable(
    "facts",
    "Facts: one statement taken from one source each",
    FACT_COLUMNS,
    lambda base: base.facts,
    {"force": "forces", "place": "places", "definition": "definitions", "source": "sources"},
)
TABLES: Final = (
    FACTS,
    BaseTable(
        "sources",
        "Sources: the documents that the facts are taken from",
        SOURCE_COLUMNS,
        lambda base: base.sources.values(),
    ),
    BaseTable(
        "forces",
        "Forces: whose people",
        columns_of(Force),
        lambda base: base.forces.values(),
        {"part_of": "forces"},
    ),
    BaseTable(
        "places",
        "Places: where",
        columns_of(Place),
        lambda base: base.places.values(),
        {"within": "places"},
    ),
    BaseTable(
        "definitions",
        "Definitions: what a number counts",
        columns_of(Definition),
        lambda base: base.definitions.values(),
    ),
)


def csv_lines(table: BaseTable, base: FactBase) -> Iterator[str]:
    """The table as CSV: a header, and a line for each row."""
    yield line(column.name for column in table.columns)
    yield from map(line, table.rows(base))


_SQL_TYPES: Final[dict[Type, str]] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "date": "TEXT",
    "boolean": "INTEGER",
}


def write_sqlite(base: FactBase, place: Path) -> None:
    """Write every table to a new database; dates are ISO 8601. Raises OSError."""
    import sqlite3

    try:
        with closing(sqlite3.connect(place)) as connection, connection:
            for table in TABLES:
                definitions = ", ".join(_sql_column(column, table) for column in table.columns)
                connection.execute(f"CREATE TABLE {table.name} ({definitions})")
                marks = ", ".join("?" * len(table.columns))
                connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows(base))  # noqa: S608 - a constant name
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _sql_column(column: Column, table: BaseTable) -> str:
    parts = [f'"{column.name}" {_SQL_TYPES[column.type]}']
    if column.name == "id":
        parts.append("PRIMARY KEY")
    if not column.optional:
        parts.append("NOT NULL")
    if column.name in table.references:
        parts.append(f"REFERENCES {table.references[column.name]} (id)")
    return " ".join(parts)


def write_parquet(base: FactBase, place: Path) -> None:
    """Write the facts to a new file, with typed columns. Raises MissingExtraError, and OSError."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("Parquet", "pyarrow") from error
    types: dict[Type, Any] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),  # every number of a base is below 10^15, which a double holds exactly
        "date": pyarrow.date32(),
        "boolean": pyarrow.bool_(),
    }
    rows = list(FACTS.rows(base))
    cells = list(zip(*rows, strict=True)) or [()] * len(FACTS.columns)
    arrays = [
        pyarrow.array(_values(each, column), type=types[column.type])
        for each, column in zip(cells, FACTS.columns, strict=True)
    ]
    metadata = {
        "iraqforce.base": base.info.name,
        "iraqforce.title": base.info.title,
        "iraqforce.sha256": base.info.sha256,
        "iraqforce.version": __version__,
    }
    table = pyarrow.table(arrays, names=[column.name for column in FACTS.columns], metadata=metadata)
    pyarrow.parquet.write_table(table, place, compression="zstd", row_group_size=65_536)


def _values(cells: Sequence[Cell], column: Column) -> Sequence[object]:
    if column.type != "date":
        return cells
    return [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]
