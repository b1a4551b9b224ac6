"""A base in memory as the YAML file that a curator would write, without comments.

Read back, every record is equal except for the place where it is written.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Inference, Place
from iraqforce.pages.yaml_text import Section, Value, yaml_text

NOT_WRITTEN: Final = frozenset({"quote_match", "quote_at", "written_at"})
"""What a fact has from loading: a curator does not write it."""


def yaml_lines(base: FactBase) -> Iterator[str]:
    """The file, line by line. A base merged from several files becomes one, named after all of them."""
    info = base.info
    header = {
        "name": info.name.replace("+", "-"),
        "title": info.title,
        "updated": info.updated,
        "license": info.license,
    }
    definitions = _by_id(base.definitions)
    start: Mapping[str, Section] = _known({**header, "ids": _undisputed_patterns(base)})  # type: ignore[assignment]
    sections: dict[str, Section] = {
        **start,
        "forces": _by_id(base.forces),
        "places": _by_id(base.places),
        **({"definitions": definitions} if definitions else {}),
        "sources": _by_id(base.sources),
        "facts": map(written, base.facts),
    }
    return yaml_text(sections)


def written(record: Any) -> dict[str, Value]:
    """A record of the model as a curator writes it: unknown values and defaults are left out."""
    defaults = type(record)._field_defaults
    fields = {
        name: value
        for name, value in record._asdict().items()
        if name not in NOT_WRITTEN
        and value is not False
        and (name not in defaults or value != defaults[name])
    }
    if isinstance(record, Place) and record.phrase == f"in {record.name}":
        del fields["phrase"]
    # Levels and changes count people: only the others have a unit of their own.
    if isinstance(record, Fact) and record.kind in ("event", "figure") and record.count and record.count.unit:
        fields = _with_unit(fields, record.count.unit)
    return _known(fields)


def _with_unit(fields: Mapping[str, Any], unit: str) -> dict[str, Any]:
    """The fields with the unit of the count as a key of its own, after the count."""
    return {
        key: value
        for name, each in fields.items()
        for key, value in ((name, each), *((("unit", unit),) if name == "count" else ()))
    }


def _by_id(records: Mapping[str, Any]) -> dict[str, Value]:
    return {name: {k: v for k, v in written(each).items() if k != "id"} for name, each in records.items()}


def _undisputed_patterns(base: FactBase) -> dict[str, str]:
    """The pattern of ids for each kind for which the merged files have only one."""
    found: dict[str, set[str]] = {}
    for kind, pattern in base.id_patterns:
        found.setdefault(kind, set()).add(pattern)
    return {kind: patterns.pop() for kind, patterns in found.items() if len(patterns) == 1}


def _known(fields: Mapping[str, Any]) -> dict[str, Value]:
    """The fields in their written form, without what is unknown or empty; a zero is known."""
    values = ((name, _value(each)) for name, each in fields.items() if each is not None)
    return {name: value for name, value in values if value not in ({}, [])}


def _value(value: Any) -> Value:
    match value:
        case True:
            return "true"
        case str():
            return value
        case int():
            return str(value)
        case float():
            return f"{value:.12f}".rstrip("0")
        case PartialDate():
            return value.text
        case Count(qualifier="vague"):
            return _known({"text": value.text, "low": value.low, "high": value.high})
        case Count():
            return value.text
        case Mapping():
            return _known(value)
        case tuple() if hasattr(value, "id"):
            return str(value.id)
        case tuple() if hasattr(value, "_fields"):
            return written(value)
        case _ if value and isinstance(value[0], Inference):
            return {each.field: each.reason for each in value}
        case _:
            return [_value(each) for each in value]
