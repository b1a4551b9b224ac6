"""A base as tables of rows: the same columns, of the same types, in CSV, SQLite, Parquet and a Data Package.

The same base gives the same bytes: no file contains a time stamp.
"""

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from iraqforce import __version__
from iraqforce.errors import need
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Definition, Force, Place
from iraqforce.render.columns import (
    FACT_COLUMNS,
    SOURCE_COLUMNS,
    Cell,
    Column,
    Table,
    Type,
    columns_of,
    rows_of,
    typed,
)
from iraqforce.render.formats import indented
from iraqforce.render.tables import csv_lines


class BaseTable(NamedTuple):
    """A table of a base. `references` names, for a column, the table that has its values as ids."""

    name: str
    title: str
    columns: tuple[Column, ...]
    records: Callable[[FactBase], Iterable[Any]]
    references: dict[str, str] = {}  # noqa: RUF012 - never changed

    def of(self, base: FactBase) -> Table:
        """A row for each record, in the base's order; days are text."""
        return typed(Table(self.columns, rows_of(self.columns, self.records(base))))


FACTS: Final = BaseTable(
    "facts",
    "Facts: one statement from one source each",
    FACT_COLUMNS,
    lambda base: base.facts,
    {"force": "forces", "place": "places", "definition": "definitions", "source": "sources"},
)
TABLES: Final = (
    FACTS,
    BaseTable(
        "sources", "Sources: the documents that the facts come from", SOURCE_COLUMNS,
        lambda base: base.sources.values(),
    ),
    BaseTable(
        "forces", "Forces: whose personnel is counted", columns_of(Force), lambda base: base.forces.values(),
        {"part_of": "forces"},
    ),
    BaseTable(
        "places", "Places: countries, regions and bases", columns_of(Place),
        lambda base: base.places.values(), {"within": "places"},
    ),
    BaseTable(
        "definitions", "Definitions: what the numbers count", columns_of(Definition),
        lambda base: base.definitions.values(),
    ),
)  # fmt: skip


def write_parquet(base: FactBase, place: Path) -> None:
    """Write the facts to a new file, with typed columns. Raises MissingExtraError, and OSError."""
    need("Parquet", "pyarrow")
    import pyarrow
    import pyarrow.parquet

    types: dict[Type, Any] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "boolean": pyarrow.bool_(),
    }
    columns, rows = FACTS.of(base)
    cells = zip(*rows, strict=True)
    arrays = [
        pyarrow.array([_typed(cell, column.type) for cell in next(cells, ())], type=types[column.type])
        for column in columns
    ]
    metadata = {
        "iraqforce.base": base.info.name,
        "iraqforce.title": base.info.title,
        "iraqforce.sha256": base.info.sha256,
        "iraqforce.version": __version__,
    }
    table = pyarrow.table(arrays, names=[column.name for column in columns], metadata=metadata)
    pyarrow.parquet.write_table(table, place, compression="zstd", row_group_size=65_536)


def _typed(cell: Cell, of: Type) -> object:
    return date.fromisoformat(str(cell)) if of == "date" and cell is not None else cell


DESCRIPTOR: Final = "datapackage.json"
PACKAGE_FILES: Final = (*(f"{table.name}.csv" for table in TABLES), DESCRIPTOR)
"""The files of a Data Package."""

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
ABOUT: Final = (
    "Each fact is one statement from one source. Quoted articles belong to their publishers. Unknown values"
    " are missing, never 0."
)
_ABOUT_CSV: Final = " Text that a spreadsheet would run as a formula is preceded by an apostrophe."
CC0: Final = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "CC0 1.0 for the facts; the quoted articles belong to their publishers",
}
"""The license of the bundled bases."""


def write_package(base: FactBase, folder: Path, *, bundled: bool) -> None:
    """Write a Data Package, version 2 (https://datapackage.org): CSV files and a descriptor of their columns.

    A bundled base has its license. Raises OSError.
    """
    resources = []
    for table in TABLES:
        rows = table.of(base)
        content = "".join(csv_lines(rows)).encode()
        (folder / f"{table.name}.csv").write_bytes(content)
        resources.append(_resource(table, rows.columns, content))
    descriptor = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": base.info.name.replace("+", "-"),
        "id": f"sha256:{base.info.sha256}",
        "title": base.info.title,
        "description": ABOUT + _ABOUT_CSV,
        "version": f"{__version__}+{base.info.sha256[:12]}",
        "sources": [
            {"title": each.title or each.publisher, **({"path": each.url} if each.url else {})}
            for each in base.sources.values()
        ],
        **({"licenses": [CC0]} if bundled else {}),
        "resources": resources,
    }
    (folder / DESCRIPTOR).write_bytes(indented(descriptor).encode())


def _resource(table: BaseTable, columns: Iterable[Column], content: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(column) for column in columns],
            "missingValues": [{"value": "", "label": "not stated"}],
            "primaryKey": ["id"],
            # Version 2 leaves out `resource` for a field that names a row of the table itself.
            "foreignKeys": [
                {
                    "fields": [field],
                    "reference": {**({} if other == table.name else {"resource": other}), "fields": ["id"]},
                }
                for field, other in table.references.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    required, unique = not column.optional, column.name == "id"
    possible = {"required": required, "unique": unique, "enum": list(column.choices)}
    constraints = {name: value for name, value in possible.items() if value}
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.type == "text" else column.type,
        "description": column.description,
    }
    return {**field, "constraints": constraints} if constraints else field
