"""What one record says of another: ids given once, every name declared, no circle of places or forces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.errors import listing, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from iraqforce import schema
    from iraqforce.problems import Problem
    from iraqforce.reading.records import Declarations, Written


_SUGGESTED = 100
"""Unknown names for which the nearest known one is looked for: with many more, that is not what is wrong."""


def declaration_problems(declared: Declarations) -> Iterator[Problem]:
    """A problem for each id given twice, each reference to nothing and each circle among declarations."""
    yield from _declared_otherwise("force", declared.forces)
    yield from _declared_otherwise("place", declared.places)
    yield from _declared_otherwise("definition", declared.definitions)
    yield from _given_twice(declared.sources)
    yield from _parents("force", "part_of", declared.forces, declared.names["force"])
    yield from _parents("place", "within", declared.places, declared.names["place"])


class References:
    """The names that facts may use."""

    def __init__(self, names: dict[str, set[str]]) -> None:
        self._names = names
        self._told = 0

    def problems(self, fact: Written[schema.FactAsWritten]) -> list[Problem]:
        """A problem for each name of the fact that nothing declares."""
        found = []
        for noun, known in self._names.items():
            name = getattr(fact.record, noun)
            if name is not None and name not in known:
                self._told += 1
                found.append(_unknown(fact, noun, noun, name, known if self._told <= _SUGGESTED else ()))
        return found


def _given_twice(written: Iterable[Written[schema.SourceAsWritten]]) -> Iterator[Problem]:
    first: dict[str, Written[BaseModel]] = {}
    for each in written:
        earlier = first.setdefault(each.id, each)
        if earlier is not each:
            hint = f"it stands first at {earlier.path}:{earlier.node.line}; give each its own id"
            yield each.problem("id", "F111", f"the source '{each.id}' is given twice", hint)


def _declared_otherwise(noun: str, written: Iterable[Written[BaseModel]]) -> Iterator[Problem]:
    """Several files may declare the same word, as long as they mean the same by it."""
    first: dict[str, Written[BaseModel]] = {}
    for each in written:
        earlier = first.setdefault(each.id, each)
        if earlier.record != each.record:
            message = f"the {noun} '{each.id}' is declared otherwise at {earlier.path}:{earlier.node.line}"
            yield each.problem("id", "F111", message, "declare it in the same words, or under another id")


def _parents(
    noun: str, key: str, written: Sequence[Written[BaseModel]], names: set[str]
) -> Iterator[Problem]:
    parents = {each.id: getattr(each.record, key) for each in written}
    for each in written:
        parent = parents[each.id]
        if parent is None:
            continue
        if parent not in names:
            yield _unknown(each, key, noun, parent, names)
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


def _unknown(written: Written[BaseModel], key: str, noun: str, name: str, known: Iterable[str]) -> Problem:
    names = sorted(known)
    if not names:
        return written.problem(key, "F112", f"unknown {noun} '{name}'", f"declare the {noun}")
    others = [each for each in names if each != written.id]
    hint = nearest(name, others) or listing(others or names, None)
    return written.problem(key, "F112", f"unknown {noun} '{name}'", hint)
