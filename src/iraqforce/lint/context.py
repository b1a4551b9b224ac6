"""What a lint rule is given, and what it returns. A rule is a function from a Context to its findings."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from iraqforce.loading.records import Records, Spot
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Source, with_parents
from iraqforce.model.positions import TextPlace
from iraqforce.text.mentions import NumberMention, numbers

Noun = Literal["fact", "source"]


class Finding(NamedTuple):
    """What a rule finds: in which record, where, what is wrong, and how to fix it.

    A finding in an article has `words`, which a suppression must name, and the place in the article.
    """

    noun: Noun
    id: str
    at: Spot
    message: str
    hint: str
    words: str | None = None
    related: TextPlace | None = None


class Context:
    """A base without errors, and where each of its records is written."""

    def __init__(self, base: FactBase, records: Records) -> None:
        self.base = base
        self._records = records
        self._numbers: dict[str, list[NumberMention]] = {}

    def spot(self, noun: Noun, name: str, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` is written in the record, or the last part that exists."""
        return self._records.spot(noun, name, *keys)

    def at_fact(self, fact: Fact, key: str, message: str, hint: str) -> Finding:
        """A finding at the value of `key` in the fact."""
        return Finding("fact", fact.id, self.spot("fact", fact.id, key), message, hint)

    def at_source(self, source: Source, key: str, message: str, hint: str) -> Finding:
        """A finding at the value of `key` in the source."""
        return Finding("source", source.id, self.spot("source", source.id, key), message, hint)

    def article_of(self, fact: Fact) -> str | None:
        """The stored article of the fact's source, if there is one."""
        return self.base.articles.get(fact.source.id)

    def numbers_of(self, source_id: str) -> list[NumberMention]:
        """The numbers in the article of that source, in their order. Raises KeyError."""
        if source_id not in self._numbers:
            self._numbers[source_id] = list(numbers(self.base.articles[source_id]))
        return self._numbers[source_id]

    def totals_of(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """The forces and places, by their ids, that the fact's force and place are a part of."""
        if fact.force is None or fact.place is None:
            return
        for force in sorted(with_parents(fact.force.id, self._force_parents)):
            for place in sorted(with_parents(fact.place.id, self._place_parents)):
                if (force, place) != (fact.force.id, fact.place.id):
                    yield force, place

    @cached_property
    def _force_parents(self) -> dict[str, str | None]:
        return {force.id: force.part_of for force in self.base.forces.values()}

    @cached_property
    def _place_parents(self) -> dict[str, str | None]:
        return {place.id: place.within for place in self.base.places.values()}
