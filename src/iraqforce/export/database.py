"""A base as an SQLite database: a public schema with keys and full-text search, and metadata for Datasette.

The same base gives the same bytes. The metadata is a file of its own, as Datasette reads it from one.
"""

from contextlib import closing
from pathlib import Path
from typing import Any, Final

from iraqforce import __version__
from iraqforce.export.base_tables import ABOUT, CC0, TABLES, BaseTable
from iraqforce.model.fact_base import FactBase
from iraqforce.render.columns import Column, Type
from iraqforce.render.formats import indented

_SQL_TYPES: Final[dict[Type, str]] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "date": "TEXT",
    "boolean": "INTEGER",
}

SEARCHED: Final = (
    "label", "count", "stated_by", "quote", "note", "dated_by", "excluded", "definition_text", "source_title",
    "publisher",
)  # fmt: skip
"""The columns of facts that a search looks in."""

_SORTED_BY: Final = {"facts": "first", "sources": "published_first"}
_FACETS: Final = {"facts": ("kind", "force", "place", "status", "basis"), "sources": ("kind", "publisher")}


def write_sqlite(base: FactBase, place: Path) -> None:
    """Write every table to a new database, and `facts_fts`, the search of facts. Raises OSError."""
    import sqlite3

    try:
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            connection.execute("PRAGMA defer_foreign_keys = ON")  # a place may come before the one it lies in
            for table in reversed(TABLES):  # facts refer to all others
                columns, rows = table.of(base)
                definitions = ",\n  ".join(_sql_column(column, table) for column in columns)
                connection.execute(f"CREATE TABLE {table.name} (\n  {definitions}\n)")
                marks = ", ".join("?" * len(columns))
                connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - a constant name
            searched = ", ".join((*SEARCHED, 'content="facts"', 'tokenize="porter unicode61"'))
            connection.execute(f"CREATE VIRTUAL TABLE facts_fts USING fts5 ({searched})")
            connection.execute("INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')")
            connection.execute("COMMIT")
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


def metadata_of(path: str) -> str:
    """The name of the metadata of a database: base.metadata.json for base.sqlite."""
    return str(Path(path).with_suffix(".metadata.json"))


def metadata(base: FactBase, path: str, *, bundled: bool) -> str:
    """The metadata of the database at `path`, as `datasette --metadata` reads it.

    A bundled base is under CC0; another has the license that it states.
    """
    info = base.info
    updated = f" Last updated: {info.updated.text}." if info.updated else ""
    license_ = {"license": CC0["title"], "license_url": CC0["path"]} if bundled else {"license": info.license}
    return indented(
        {
            "title": info.title,
            "description": ABOUT + updated,
            **{key: words for key, words in license_.items() if words},
            "source": f"iraqforce {__version__}, base {info.name}, SHA-256 {info.sha256}",
            "databases": {Path(path).stem: {"tables": {table.name: _described(table) for table in TABLES}}},
        }
    )


def _described(table: BaseTable) -> dict[str, Any]:
    possible = {
        "description": table.title,
        "columns": {column.name: column.description for column in table.columns},
        "sort": _SORTED_BY.get(table.name),
        "facets": _FACETS.get(table.name),
    }
    return {key: value for key, value in possible.items() if value}
