"""A checked base → the same base written as JSON Lines, for tests of that form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from iraqforce.checked import CheckedBase
from iraqforce.counts import Count
from iraqforce.facts import Fact, Source


def as_lines(checked: CheckedBase) -> str:
    """The base with one record a line; an optional key without a value is written as null."""
    lines = (json.dumps({kind: record}, ensure_ascii=False) for kind, record in _records(checked))
    return "".join(f"{line}\n" for line in lines)


def _records(checked: CheckedBase) -> Iterator[tuple[str, dict[str, Any]]]:
    declared = checked.declared
    base = declared.base
    yield "base", {"name": base.name, "title": base.title, "ids": dict(base.ids)}
    for force in declared.forces:
        yield "force", force._asdict()
    for place in declared.places:
        yield "place", place._asdict()
    for definition in declared.definitions:
        yield "definition", definition._asdict()
    for source in declared.sources:
        yield "source", _source(source)
    for fact in checked.facts:
        yield "fact", _fact(fact)


def _source(source: Source) -> dict[str, Any]:
    record = source._asdict()
    record["text"] = record.pop("path")
    accepts = [accept._asdict() for accept in source.accepts]
    return record | {
        "published": source.published.text,
        "inferred": dict(source.inferred),
        "accepts": accepts,
    }


_AS_THEY_ARE = ("id", "kind", "label", "dated_by", "status", "basis", "stated_by", "quote", "locator", "note")


def _fact(fact: Fact) -> dict[str, Any]:
    record = {key: getattr(fact, key) for key in _AS_THEY_ARE} | {
        "force": fact.force and fact.force.id,
        "place": fact.place and fact.place.id,
        "definition": fact.definition and fact.definition.id,
        "source": fact.source.id,
        "as_of": fact.as_of.text,
        "count": fact.count and _count(fact.count),
        "accepts": [accept._asdict() for accept in fact.accepts],
    }
    if fact.kind == "change":
        record["direction"] = fact.direction
    if fact.kind in ("event", "figure"):
        record["unit"] = fact.count and fact.count.unit
    return record


def _count(count: Count) -> str | dict[str, Any]:
    if count.qualifier != "vague":
        return count.text
    return {"text": count.text, "low": count.low, "high": count.high}
