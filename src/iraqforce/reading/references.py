"""What one record says of another: ids given once, every name declared, no circle of places or forces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from iraqforce.errors import listing, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from iraqforce import schema
    from iraqforce.reading.problems import Problem
    from iraqforce.reading.records import Records, Written


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def reference_problems(records: Records) -> Iterator[Problem]:
    """A problem for each id given twice, each reference to nothing and each circle."""
    for noun, vocabulary in (
        ("force", records.forces),
        ("place", records.places),
        ("definition", records.definitions),
    ):
        yield from _declared_otherwise(noun, vocabulary)
    yield from _given_twice("source", records.sources)
    yield from _given_twice("fact", records.facts)
    yield from _parents("force", "part_of", records.forces)
    yield from _parents("place", "within", records.places)
    yield from _fact_references(records)


def _given_twice(noun: str, written: Iterable[Written[BaseModel]]) -> Iterator[Problem]:
    first: dict[str, Written[BaseModel]] = {}
    for each in written:
        if each.id in first:
            earlier = first[each.id]
            message = f"the {noun} '{each.id}' is given twice"
            hint = f"it stands first at {earlier.path}:{earlier.node.line}; give each its own id"
            yield each.problem("id", "F111", message, hint)
        first.setdefault(each.id, each)


def _declared_otherwise(noun: str, written: Iterable[Written[BaseModel]]) -> Iterator[Problem]:
    """Several files may declare the same word, as long as they mean the same by it."""
    first: dict[str, Written[BaseModel]] = {}
    for each in written:
        earlier = first.setdefault(each.id, each)
        if earlier.record != each.record:
            message = f"the {noun} '{each.id}' is declared otherwise at {earlier.path}:{earlier.node.line}"
            yield each.problem("id", "F111", message, "declare it in the same words, or under another id")


def _parents(noun: str, key: str, written: Sequence[Written[BaseModel]]) -> Iterator[Problem]:
    parents = {each.id: getattr(each.record, key) for each in written}
    for each in written:
        parent = parents[each.id]
        if parent is None:
            continue
        if parent not in parents:
            yield _unknown(each, key, noun, parent, parents)
        elif each.id in _ancestors(each.id, parents):
            message = f"the {noun} '{each.id}' lies within itself, by way of '{parent}'"
            yield each.problem(key, "F113", message, f"break the circle: remove one '{key}'")


def _ancestors(name: str, parents: dict[str, str | None]) -> Iterator[str]:
    """Every name above `name`, each once, also where they form a circle."""
    seen: set[str] = set()
    above = parents.get(name)
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = parents.get(above)


def _fact_references(records: Records) -> Iterator[Problem]:
    vocabularies: tuple[tuple[str, Iterable[_Named]], ...] = (
        ("force", records.forces),
        ("place", records.places),
        ("definition", records.definitions),
        ("source", records.sources),
    )
    known = {noun: [each.id for each in written] for noun, written in vocabularies}
    sets = {noun: frozenset(names) for noun, names in known.items()}
    for fact in records.facts:
        for noun, names in sets.items():
            name = getattr(fact.record, noun)
            if name is not None and name not in names:
                yield _unknown(fact, noun, noun, name, known[noun])


def _unknown(
    written: Written[schema.FactAsWritten] | Written[BaseModel],
    key: str,
    noun: str,
    name: str,
    known: Iterable[str],
) -> Problem:
    names = list(known)
    hint = nearest(name, names) or listing(names, None)
    return written.problem(key, "F112", f"unknown {noun} '{name}'", hint)
