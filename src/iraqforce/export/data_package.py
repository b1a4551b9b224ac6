"""A Data Package, version 2 (https://datapackage.org): CSV files with a descriptor of their columns.

The same base gives the same bytes: the descriptor has no time of writing.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from iraqforce import __version__
from iraqforce.export.base_tables import TABLES, BaseTable, csv_lines
from iraqforce.model.fact_base import FactBase
from iraqforce.render.columns import Column, Type

DESCRIPTOR: Final = "datapackage.json"
FILES: Final = (*(f"{table.name}.csv" for table in TABLES), DESCRIPTOR)
"""The files of the folder."""

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_ABOUT: Final = (
    "Each fact is one statement taken from one source. Quotes are cited: the articles belong to their"
    " publishers. What is unknown is missing, never 0. A text that a spreadsheet would run as a formula has"
    " an apostrophe before it."
)
_LICENSES: Final = [
    {
        "name": "MIT",
        "path": "https://opensource.org/license/mit",
        "title": "The MIT license, of iraqforce and its base; the quoted articles belong to their publishers",
    }
]
_TYPES: Final[dict[Type, str]] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "boolean": "boolean",
}


def write(base: FactBase, folder: Path, *, bundled: bool) -> None:
    """Write the files into the folder, with our license if the base is a bundled one. Raises OSError."""
    resources = []
    for table in TABLES:
        content = "".join(csv_lines(table, base)).encode()
        (folder / f"{table.name}.csv").write_bytes(content)
        resources.append(_resource(table, content))
    descriptor = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": base.info.name.replace("+", "-"),
        "id": f"sha256:{base.info.sha256}",
        "title": base.info.title,
        "description": _ABOUT,
        "version": f"{__version__}+{base.info.sha256[:12]}",
        "sources": [
            {"title": each.title or each.publisher, **({"path": each.url} if each.url else {})}
            for each in base.sources.values()
        ],
        **({"licenses": _LICENSES} if bundled else {}),
        "resources": resources,
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / DESCRIPTOR).write_bytes(text.encode())


def _resource(table: BaseTable, content: bytes) -> dict[str, Any]:
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
            "fields": [_field(column) for column in table.columns],
            "missingValues": [{"value": "", "label": "not stated"}],
            "primaryKey": ["id"],
            "foreignKeys": [_foreign_key(*each, table.name) for each in table.references.items()],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.optional:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    field = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    return {**field, "constraints": constraints} if constraints else field


def _foreign_key(field: str, other: str, own: str) -> dict[str, Any]:
    """A field that names a row of another table; version 2 leaves out `resource` for the table itself."""
    resource = {} if other == own else {"resource": other}
    return {"fields": [field], "reference": {**resource, "fields": ["id"]}}
