"""Checked values → the records of a base as a person or a program writes it: what is unknown is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.checked import Base
    from iraqforce.counts import Count
    from iraqforce.facts import Accept, Definition, Fact, Force, Place, Source

Value = str | int | float | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]


def header_records(base: Base) -> Iterator[Record]:
    """What the base is called: one record for each of the files that were merged to it."""
    names = base.name.split("+")
    titles = base.title.split(" + ", len(names) - 1)
    patterns: list[Record] = [{}]
    for kind, pattern in base.ids:
        if kind in patterns[-1]:
            patterns.append({})
        patterns[-1][kind] = pattern
    for number, (name, title) in enumerate(zip(names, titles, strict=True)):
        ids: Record = patterns[number] if number < len(patterns) else {}
        yield _known({"name": name, "title": title, "ids": dict(ids)})


def one_header_record(base: Base) -> Record:
    """What the base is called as one: a name made of several, and the patterns that none of them disputes."""
    patterns: dict[str, set[str]] = {}
    for kind, pattern in base.ids:
        patterns.setdefault(kind, set()).add(pattern)
    ids: Record = {kind: found.pop() for kind, found in patterns.items() if len(found) == 1}
    return _known({"name": base.name.replace("+", "-"), "title": base.title, "ids": ids})


def force_record(force: Force) -> Record:
    """A force; its id is the first key, as in every record here."""
    return _known(force._asdict())


def place_record(place: Place) -> Record:
    """A place; the phrase that a name has by itself is not written."""
    record = place._asdict()
    if place.phrase == f"in {place.name}":
        del record["phrase"]
    return _known(record)


def definition_record(definition: Definition) -> Record:
    """A definition; that it covers the whole goes without saying."""
    covers = None if definition.covers == "whole" else definition.covers
    return _known({**definition._asdict(), "covers": covers, "words": list(definition.words)})


def source_record(source: Source) -> Record:
    """A source."""
    return _known(
        {
            "id": source.id,
            "title": source.title,
            "author": source.author,
            "publisher": source.publisher,
            "published": source.published.text,
            "url": source.url,
            "inferred": dict(source.inferred),
            "text": source.path,
            "sha256": source.sha256,
            "note": source.note,
            "accepts": _accepts(source.accepts),
        }
    )


def fact_record(fact: Fact) -> Record:
    """A fact."""
    count = fact.count
    return _known(
        {
            "id": fact.id,
            "kind": fact.kind,
            "label": fact.label,
            "force": fact.force.id if fact.force else None,
            "place": fact.place.id if fact.place else None,
            "count": None if count is None else _count(count),
            # Of levels and changes, people are counted: only the others say what is.
            "unit": count.unit if count is not None and fact.kind in _WITH_A_UNIT else None,
            "direction": fact.direction,
            "as_of": fact.as_of.text,
            "dated_by": fact.dated_by,
            "status": fact.status,
            "basis": fact.basis,
            "definition": fact.definition.id if fact.definition else None,
            "stated_by": fact.stated_by,
            "source": fact.source.id,
            "quote": fact.quote,
            "locator": fact.locator,
            "note": fact.note,
            "context": fact.context,
            "accepts": _accepts(fact.accepts),
        }
    )


_WITH_A_UNIT: Final = ("event", "figure")


def _count(count: Count) -> Value:
    if count.qualifier != "vague":
        return count.text
    return _known({"text": count.text, "low": count.low, "high": count.high})


def _accepts(accepts: tuple[Accept, ...]) -> list[Value]:
    return [
        _known({"rule": each.rule, "because": each.because, "words": list(each.words)}) for each in accepts
    ]


def _known(record: dict[str, Value | None]) -> Record:
    """The record without what is unknown or empty; a zero is known."""
    return {key: value for key, value in record.items() if value is not None and value not in ({}, [])}
