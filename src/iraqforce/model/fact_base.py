"""A checked fact base in memory, which queries read."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

from iraqforce.errors import BaseError, UnknownNameError
from iraqforce.model.choices import Kind
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Definition, Fact, Force, Place, Source, Subject, with_children, with_parents

Grouped = Mapping[Subject, Sequence[tuple[int, Fact]]]
"""Facts by their subject, each with its number in the order written."""


class BaseInfo(NamedTuple):
    """What a base says about itself; part of every answer."""

    name: Annotated[str, "The name of the base: a short ID."]
    title: Annotated[str, "The title of the base."]
    updated: Annotated[PartialDate | None, "The day the curator last looked for new figures."]
    license: Annotated[str | None, "The license of the facts."]
    facts: Annotated[int, "The number of facts."]
    sources: Annotated[int, "The number of sources."]
    sha256: Annotated[str, "The SHA-256 of the file; for several files, of the list of their hashes."]


if TYPE_CHECKING:
    from typing import Protocol

    class _Named(Protocol):
        @property
        def id(self) -> str: ...


Record = TypeVar("Record", bound="_Named")
Called = TypeVar("Called", Force, Place)


class FactBase:
    """A whole base in which every reference, quote and count has been verified. It never changes.

    `grouped` and `articles` may be mappings that read what is asked for, when it is asked for.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - one parameter for each section of a base
        self,
        info: BaseInfo,
        forces: Mapping[str, Force],
        places: Mapping[str, Place],
        definitions: Mapping[str, Definition],
        sources: Mapping[str, Source],
        grouped: Grouped,
        articles: Mapping[str, str],
        id_patterns: tuple[tuple[Kind, str], ...] = (),
    ) -> None:
        self.info = info
        self.forces = forces
        self.places = places
        self.definitions = definitions
        self.sources = sources
        self.articles = articles  # texts by the id of their source
        self.id_patterns = id_patterns
        self.grouped = grouped
        self._force_parents = {force.id: force.part_of for force in forces.values()}
        self._place_parents = {place.id: place.within for place in places.values()}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order written."""
        numbered = sorted(
            (pair for group in self.grouped.values() for pair in group), key=lambda pair: pair[0]
        )
        return tuple(fact for _, fact in numbered)

    def about(self, force: str | None, place: str | None) -> tuple[Fact, ...]:
        """The facts of exactly this force and place, in the order written."""
        return tuple(fact for _, fact in self.grouped.get((force, place), ()))

    def related(self, force: str, place: str) -> tuple[Fact, ...]:
        """The facts of this force and place, and of the parts and wholes of both."""
        forces = self.force_and_parts(force) | self.force_and_wholes(force)
        places = self.place_and_parts(place) | self.place_and_wholes(place)
        subjects = [key for key in self.grouped if key[0] in forces and key[1] in places]
        return tuple(fact for subject in subjects for fact in self.about(*subject))

    def force(self, name: str | None = None) -> Force:
        """The force of that id, name or alias, or the first of the base.

        Raises UnknownNameError, AmbiguousNameError, or BaseError if the base has none.
        """
        return _called("force", name, self.forces)

    def place(self, name: str | None = None) -> Place:
        """The place of that id, name or alias, or the first of the base.

        Raises UnknownNameError, AmbiguousNameError, or BaseError if the base has none.
        """
        return _called("place", name, self.places)

    def definition(self, name: str) -> Definition:
        """The definition of that id. Raises UnknownNameError."""
        return _named("definition", name, self.definitions, "`iraqforce info`")

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        return _named("source", name, self.sources, "`iraqforce sources`")

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        return _named("fact", name, self._by_id, "`iraqforce facts`")

    def force_and_parts(self, name: str) -> frozenset[str]:
        """The ids of the force and of everything that is a part of it."""
        return with_children(name, self._force_parents)

    def place_and_parts(self, name: str) -> frozenset[str]:
        """The ids of the place and of everything that lies within it."""
        return with_children(name, self._place_parents)

    def force_and_wholes(self, name: str) -> frozenset[str]:
        """The ids of the force and of everything that it is a part of."""
        return with_parents(name, self._force_parents)

    def place_and_wholes(self, name: str) -> frozenset[str]:
        """The ids of the place and of everything that it lies within."""
        return with_parents(name, self._place_parents)

    def facts_from(self, source: str) -> tuple[Fact, ...]:
        """The facts taken from the source of that id, in the order written."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _by_source(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.source.id, []).append(fact)
        return {name: tuple(facts) for name, facts in found.items()}


def grouped_by_subject(facts: Sequence[Fact]) -> dict[Subject, list[tuple[int, Fact]]]:
    """The facts, given in the order written, by the ids of their force and place."""
    groups: dict[Subject, list[tuple[int, Fact]]] = {}
    for number, fact in enumerate(facts):
        groups.setdefault(fact.subject, []).append((number, fact))
    return groups


def _called(noun: str, name: str | None, known: Mapping[str, Called]) -> Called:
    if name is None:
        for first in known.values():
            return first
        raise BaseError(f"the base declares no {noun}", hint=f"add one to its '{noun}s'")
    if name in known:
        return known[name]
    from iraqforce.model.names import find

    return find(noun, name, known)


def _named(noun: str, name: str, known: Mapping[str, Record], listed_by: str) -> Record:
    found = known.get(name) or known.get(name.lower())
    if found is None:
        raise UnknownNameError(noun, name, known, listed_by=listed_by)
    return found
