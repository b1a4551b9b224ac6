"""The questions that can be put to a base, be it compiled or in memory. Imported for types alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.checked import Base
    from iraqforce.facts import Definition, Fact, Paragraph, Source
    from iraqforce.store.filters import FactFilter
    from iraqforce.store.questions import BaseSummary, LevelsWanted
    from iraqforce.store.searching import Hit, SearchWanted, Unknown
    from iraqforce.store.words import Vocabulary


class FactsFound(Protocol):
    """Facts that match a filter, from the oldest date to the newest; they are fetched as they are wanted."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __iter__(self) -> Iterator[Fact]:
        """One after the other."""
        ...


class HitsFound(Protocol):
    """The passages that have the words of a search, the best first; they are fetched as they are wanted."""

    def found(self) -> tuple[int, int]:
        """How many facts have all the words, and how many sources."""
        ...

    def unknown(self) -> list[Unknown]:
        """The first ten terms of the search that nothing in the whole base has."""
        ...

    def __iter__(self) -> Iterator[Hit]:
        """One after the other."""
        ...


class Store(Protocol):
    """A checked base that answers. Lists keep the base's order unless they say otherwise."""

    @property
    def summary(self) -> BaseSummary:
        """What the base is called and how much it holds."""
        ...

    def close(self) -> None:
        """Let go of what the base is held in; nothing can be asked any more."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The forces and the places of the base."""
        ...

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        ...

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        ...

    def sources(self) -> Iterable[Source]:
        """Every source."""
        ...

    def article(self, source: Source) -> str | None:
        """The stored text of the source, or None where it is only cited."""
        ...

    def paragraph(self, fact: Fact) -> Paragraph | None:
        """The paragraph of the article that holds the fact's quote, or None where it is only cited."""
        ...

    def facts_of(self, source: Source) -> int:
        """How many facts are taken from the source."""
        ...

    def search(self, wanted: SearchWanted) -> HitsFound:
        """The passages that have the words. Raises UnknownNameError, and BaseError where there is no FTS5."""
        ...

    def levels(self, wanted: LevelsWanted) -> Iterable[Fact]:
        """The levels that bear on the question: all that an answer can name, and perhaps others."""
        ...

    def facts(self, wanted: FactFilter) -> FactsFound:
        """The facts that match, from the oldest date to the newest; without a first day, the last counts.

        Raises UnknownNameError where the filter names what the base does not have.
        """
        ...

    def header(self) -> Base:
        """What the base says of itself, with the patterns of its ids."""
        ...

    def definitions(self) -> Iterable[Definition]:
        """Every definition."""
        ...

    def written(self) -> Iterator[Fact]:
        """Every fact, in the order in which the base has them."""
        ...

    def write_compiled(self, path: str) -> None:
        """Write the compiled file anew at `path`, where nothing is yet. Raises OSError and sqlite3.Error."""
        ...
