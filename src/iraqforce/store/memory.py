"""A checked base held in memory: what answers where no compiled file can be kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iraqforce.store.questions import BaseSummary, LevelsWanted
from iraqforce.store.words import Vocabulary, definition_named, paragraph_in, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

    from iraqforce.checked import Base, CheckedBase
    from iraqforce.facts import Definition, Fact, Paragraph, Source
    from iraqforce.store.filters import FactFilter
    from iraqforce.store.searching import Search, SearchWanted
    from iraqforce.store.tables import Row


class MemoryStore:
    """Answers `store.questions.Store` from a checked base."""

    def __init__(self, checked: CheckedBase) -> None:
        declared, base = checked.declared, checked.declared.base
        self.summary = BaseSummary(
            base.name, base.title, len(checked.facts), len(declared.sources), base.sha256
        )
        self.vocabulary = Vocabulary(declared.forces, declared.places)
        self._facts = {fact.id: fact for fact in checked.facts}
        self._sources = {source.id: source for source in declared.sources}
        self._articles = declared.articles
        self._declared = declared
        self._checked = checked

    def close(self) -> None:
        """Let go of the index of words, if one was made; the rest of memory lets go by itself."""
        if "_words" in vars(self):
            self._words.close()

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        if name not in self._sources:
            raise unknown("source", name, self._sources)
        return self._sources[name]

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        if name not in self._facts:
            raise unknown("fact", name, self._facts)
        return self._facts[name]

    def sources(self) -> Iterable[Source]:
        """Every source."""
        return self._sources.values()

    def article(self, source: Source) -> str | None:
        """The stored text of the source, or None where it is only cited."""
        return self._articles.get(source.id)

    def paragraph(self, fact: Fact) -> Paragraph | None:
        """The paragraph of the article that holds the fact's quote, or None where it is only cited."""
        return paragraph_in(self.article(fact.source), fact)

    def facts_of(self, source: Source) -> int:
        """How many facts are taken from the source."""
        return sum(fact.source.id == source.id for fact in self._facts.values())

    def search(self, wanted: SearchWanted) -> Search:
        """The passages that have the words. Raises UnknownNameError, and BaseError where there is no FTS5."""
        from iraqforce.store.searching import Search

        connection = self._words

        def ask(query: str, *values: object) -> Iterator[Row]:
            return connection.execute(query, values)

        return Search(self, ask, wanted, len(self._facts))

    @cached_property
    def _words(self) -> Connection:
        # Made when it is first asked for: few commands search.
        from iraqforce.store.full_text import in_memory

        return in_memory(self._checked.declared, self._checked.facts)

    def levels(self, wanted: LevelsWanted) -> Iterable[Fact]:
        """Every level of the force in the place, and of the parts and wholes of both."""
        forces = self.vocabulary.related_forces(wanted.force)
        places = self.vocabulary.related_places(wanted.place)
        return [fact for fact in self._of(forces, places) if fact.kind == "level"]

    def facts(self, wanted: FactFilter) -> list[Fact]:
        """The facts that match, from the oldest date to the newest; without a first day, the last counts.

        Raises UnknownNameError where the filter names what the base does not have.
        """
        if wanted.source is not None:
            self.source(wanted.source)
        if wanted.definition is not None:
            definition_named(wanted.definition, self.definitions())
        forces = self.vocabulary.force_and_parts(wanted.force) if wanted.force else None
        places = self.vocabulary.place_and_parts(wanted.place) if wanted.place else None
        matching = [fact for fact in self._of(forces, places) if _matches(fact, wanted)]
        return sorted(matching, key=lambda fact: (fact.as_of.first or fact.as_of.ends, fact.as_of.ends))

    def header(self) -> Base:
        """What the base says of itself, with the patterns of its ids."""
        return self._declared.base

    def definitions(self) -> Iterable[Definition]:
        """Every definition."""
        return self._declared.definitions

    def written(self) -> Iterator[Fact]:
        """Every fact, in the order in which the base has them."""
        return iter(self._facts.values())

    def write_compiled(self, path: str) -> None:
        """Write the compiled file anew at `path`, where nothing is yet. Raises OSError and sqlite3.Error."""
        from iraqforce.store.compiling import CompiledFile

        sink = CompiledFile(path)
        try:
            for fact in self.written():
                sink.add(fact)
            # A checked base has no id twice: what this makes is the index of the ids.
            list(sink.given_twice())
            sink.finish(self._declared)
        finally:
            sink.close()

    def _of(self, forces: frozenset[str] | None, places: frozenset[str] | None) -> Iterator[Fact]:
        """The facts about these forces and places; None is any."""
        for fact in self._facts.values():
            of_force = forces is None or (fact.force is not None and fact.force.id in forces)
            if of_force and (places is None or (fact.place is not None and fact.place.id in places)):
                yield fact


def _matches(fact: Fact, wanted: FactFilter) -> bool:
    date = fact.as_of
    return (
        (wanted.kind is None or fact.kind == wanted.kind)
        and (wanted.source is None or fact.source.id == wanted.source)
        and (wanted.definition in (None, fact.definition.id if fact.definition else None))
        and (wanted.since is None or date.ends >= wanted.since.starts)
        and (wanted.until is None or date.starts <= wanted.until.ends)
    )
