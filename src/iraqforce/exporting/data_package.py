"""A Data Package, version 2 (https://datapackage.org): CSV with a descriptor that says what fields hold.

The same base gives the same bytes: nothing here asks the clock.
"""

from __future__ import annotations

import json
from hashlib import file_digest
from typing import TYPE_CHECKING, Final

from iraqforce import __version__
from iraqforce.exporting.package_fields import RESOURCES, Resource
from iraqforce.render.csv_rows import line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iraqforce.exporting.exported import Exported
    from iraqforce.present.view import Cell, Json, Record

DESCRIPTOR: Final = "datapackage.json"
FILES: Final = (*(f"{name}.csv" for name in RESOURCES), DESCRIPTOR)
"""The files of the folder."""

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_MISSING: Final[Json] = [{"value": "", "label": "not stated"}]
_ABOUT: Final = (
    "Each fact is one statement taken from one source. Quotes are cited: the articles belong to their"
    " publishers. What is unknown is missing, never 0. A text that a spreadsheet would run as a formula has"
    " an apostrophe before it."
)
_LICENCES: Final[Json] = [
    {
        "name": "MIT",
        "path": "https://opensource.org/license/mit",
        "title": "The MIT licence, of iraqforce and its base; the quoted articles belong to their publishers",
    }
]


def write(base: Exported, folder: Path) -> None:
    """Write the CSV files and the descriptor into the folder. Raises OSError."""
    resources: list[Json] = []
    for each, resource in RESOURCES.items():
        place = folder / f"{each}.csv"
        _write_rows(place, tuple(resource.fields), resource.rows(base))
        resources.append(_resource(each, resource, place))
    descriptor = {**_package(base), "resources": resources}
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8", newline="")


def _write_rows(place: Path, header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> None:
    with place.open("w", encoding="utf-8", newline="") as stream:
        stream.write(line(header))
        stream.writelines(line(row) for row in rows)


def _package(base: Exported) -> Record:
    store = base.store
    summary = store.summary
    package: Record = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": summary.name.replace("+", "-"),
        "id": f"sha256:{summary.sha256}",
        "title": summary.title,
        "description": _ABOUT,
        "version": f"{__version__}+{summary.sha256[:12]}",
        "sources": [_source(each.title or each.publisher, each.url) for each in store.sources()],
    }
    # Of a base of somebody else's, the licence is not for us to say.
    return {**package, "licenses": _LICENCES} if base.bundled else package


def _source(title: str, url: str | None) -> Record:
    return {"title": title, "path": url} if url else {"title": title}


def _resource(name: str, resource: Resource, place: Path) -> Record:
    with place.open("rb") as stream:
        sha256 = file_digest(stream, "sha256").hexdigest()
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name,
        "type": "table",
        "title": resource.title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": place.stat().st_size,
        "hash": f"sha256:{sha256}",
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [{"name": key, **field} for key, field in resource.fields.items()],
            "missingValues": _MISSING,
            "primaryKey": ["id"],
            "foreignKeys": [_foreign_key(*each) for each in resource.references],
        },
    }


def _foreign_key(field: str, table: str | None) -> Record:
    """A field that names a row of another table, or of its own: version 2 leaves `resource` out then."""
    reference: Record = {"resource": table} if table else {}
    return {"fields": [field], "reference": {**reference, "fields": ["id"]}}
