"""YAML, the form for people: one file of a base, as `reading.yaml_file` reads it back, equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.writing import records
from iraqforce.writing.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.exporting.exported import Exported
    from iraqforce.writing.yaml_text import Section, Value


def pieces(base: Exported) -> Iterator[str]:
    """The file, line by line. A base merged of several files becomes one, with a name made of theirs."""
    store = base.store
    header = records.one_header_record(store.header())
    words = store.vocabulary
    definitions = _by_id(map(records.definition_record, store.definitions()))
    sections: dict[str, Section] = {
        **{key: value for key, value in _in_text(header).items() if not isinstance(value, list)},
        "forces": _by_id(map(records.force_record, words.forces.values())),
        "places": _by_id(map(records.place_record, words.places.values())),
        **({"definitions": definitions} if definitions else {}),
        "sources": _by_id(map(records.source_record, store.sources())),
        "facts": (_in_text(records.fact_record(fact)) for fact in base.facts()),
    }
    yield from yaml_text(sections)


def _by_id(found: Iterable[records.Record]) -> dict[str, Value]:
    return {str(record.pop("id")): _in_text(record) for record in found}


def _in_text(record: records.Record) -> dict[str, Value]:
    """The record with its numbers in digits: a file of YAML holds text alone."""
    return {key: _text(value) for key, value in record.items()}


def _text(value: records.Value) -> Value:
    match value:
        case dict():
            return _in_text(value)
        case list():
            return [_text(each) for each in value]
        case float():
            return f"{value:.12f}".rstrip("0")
        case _:
            return str(value)
