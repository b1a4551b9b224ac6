"""A checked base held in memory, and the questions that can be put to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from iraqforce.errors import BaseError, UnknownNameError
from iraqforce.facts import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iraqforce.dates import PartialDate
    from iraqforce.facts import CheckedBase, Fact, Force, Kind, Place, Source


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Word = TypeVar("Word", bound=_Named)


@dataclass(frozen=True, slots=True)
class BaseSummary:
    """What an answer says of the base that it rests on."""

    name: str
    title: str
    facts: int
    sources: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts are asked for; None asks for all. A force or a place takes its parts along."""

    kind: Kind | None = None
    force: str | None = None
    place: str | None = None
    source: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


class MemoryStore:
    """Answers from a checked base. Every list keeps the base's order unless it says otherwise."""

    def __init__(self, checked: CheckedBase) -> None:
        declared, base = checked.declared, checked.declared.base
        self.summary = BaseSummary(
            base.name, base.title, len(checked.facts), len(declared.sources), base.sha256
        )
        self._facts = {fact.id: fact for fact in checked.facts}
        self._forces = {force.id: force for force in declared.forces}
        self._places = {place.id: place for place in declared.places}
        self._sources = {source.id: source for source in declared.sources}
        self._articles = declared.articles

    def force(self, name: str | None = None) -> Force:
        """The force of that id, or the first of the base. Raises UnknownNameError."""
        return _named("force", name, self._forces)

    def place(self, name: str | None = None) -> Place:
        """The place of that id, or the first of the base. Raises UnknownNameError."""
        return _named("place", name, self._places)

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        return _named("source", name, self._sources, listed_by="`iraqforce sources`")

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        return _named("fact", name, self._facts, listed_by="`iraqforce facts`")

    def sources(self) -> tuple[Source, ...]:
        """Every source."""
        return tuple(self._sources.values())

    def article(self, source: Source) -> str | None:
        """The stored text of the source, or None where it is only cited."""
        return self._articles.get(source.id)

    def paragraph(self, fact: Fact) -> Paragraph | None:
        """The paragraph of the article that holds the fact's quote, or None where it is only cited."""
        article, place = self.article(fact.source), fact.found_at
        if article is None or place is None:
            return None
        rest = "\n".join(article.split("\n")[place.line - 1 :])
        start = place.column - 1
        end = start + place.length
        closing = rest.find("\n", end)
        text = (rest if closing == -1 else rest[:closing]).rstrip()
        return Paragraph(text, start, end)

    def facts_of(self, source: Source) -> int:
        """How many facts are taken from the source."""
        return sum(fact.source.id == source.id for fact in self._facts.values())

    def levels(self, force: str, place: str) -> Iterator[Fact]:
        """Every level of the force in the place, and of their parts."""
        wanted = FactFilter(kind="level", force=force, place=place)
        return (fact for fact in self._facts.values() if self._matches(fact, wanted))

    def facts(self, wanted: FactFilter) -> list[Fact]:
        """The facts that match, from the oldest date to the newest; without a first day, the last counts.

        Raises UnknownNameError where the filter names what the base does not have.
        """
        for name, lookup in (
            (wanted.force, self.force),
            (wanted.place, self.place),
            (wanted.source, self.source),
        ):
            if name is not None:
                lookup(name)
        matching = (fact for fact in self._facts.values() if self._matches(fact, wanted))
        return sorted(matching, key=lambda fact: (fact.as_of.first or fact.as_of.ends, fact.as_of.ends))

    def _matches(self, fact: Fact, wanted: FactFilter) -> bool:
        date = fact.as_of
        return (
            (wanted.kind is None or fact.kind == wanted.kind)
            and (wanted.source is None or fact.source.id == wanted.source)
            and (wanted.force is None or wanted.force in self._force_and_wholes(fact))
            and (wanted.place is None or wanted.place in self._place_and_wholes(fact))
            and (wanted.since is None or date.ends >= wanted.since.starts)
            and (wanted.until is None or date.starts <= wanted.until.ends)
        )

    def _force_and_wholes(self, fact: Fact) -> Iterator[str]:
        force = fact.force
        while force is not None:
            yield force.id
            force = self._forces[force.part_of] if force.part_of else None

    def _place_and_wholes(self, fact: Fact) -> Iterator[str]:
        place = fact.place
        while place is not None:
            yield place.id
            place = self._places[place.within] if place.within else None


def _named(noun: str, name: str | None, known: Mapping[str, Word], *, listed_by: str | None = None) -> Word:
    if name is None:
        return _first(noun, known.values())
    try:
        return known[name]
    except KeyError:
        raise UnknownNameError(noun, name, known, listed_by=listed_by) from None


def _first(noun: str, words: Iterable[Word]) -> Word:
    for word in words:
        return word
    raise BaseError(f"the base declares no {noun}", hint=f"add one to its '{noun}s'")
