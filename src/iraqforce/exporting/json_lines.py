"""JSON Lines: the base with one record a line, as `reading.json_lines_file` reads it back, equal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from iraqforce.writing import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.exporting.exported import Exported

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pieces(base: Exported) -> Iterator[str]:
    """The lines: what is declared first, then the facts."""
    for kind, record in _records(base):
        yield f"{_ENCODE({kind: record})}\n"


def _records(base: Exported) -> Iterator[tuple[str, records.Record]]:
    store = base.store
    for header in records.header_records(store.header()):
        yield "base", header
    for force in store.vocabulary.forces.values():
        yield "force", records.force_record(force)
    for place in store.vocabulary.places.values():
        yield "place", records.place_record(place)
    for definition in store.definitions():
        yield "definition", records.definition_record(definition)
    for source in store.sources():
        yield "source", records.source_record(source)
    for fact in base.facts():
        yield "fact", records.fact_record(fact)
