"""The questions that can be put to a base, whatever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Force, Kind, Paragraph, Place, Source, Status


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


@dataclass(frozen=True, slots=True)
class LevelsWanted:
    """Which levels bear on an as-of question, in the words of section 3 of the design.

    Figures of one basis and definition are rivals within `window_days` before the newest. `answering` are
    the statuses that can answer. `max_age_days` is None where no age is too old.
    """

    force: str
    place: str
    date: PartialDate
    known_by: PartialDate | None
    answering: frozenset[Status]
    window_days: int
    max_age_days: int | None


class FactsFound(Protocol):
    """Facts that match a filter, from the oldest date to the newest; they are fetched as they are wanted."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __iter__(self) -> Iterator[Fact]:
        """One after the other."""
        ...


class Store(Protocol):
    """A checked base that answers. Lists keep the base's order unless they say otherwise."""

    @property
    def summary(self) -> BaseSummary:
        """What the base is called and how much it holds."""
        ...

    def force(self, name: str | None = None) -> Force:
        """The force of that id, or the first of the base. Raises UnknownNameError."""
        ...

    def place(self, name: str | None = None) -> Place:
        """The place of that id, or the first of the base. Raises UnknownNameError."""
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

    def levels(self, wanted: LevelsWanted) -> Iterable[Fact]:
        """The levels that bear on the question: all that an answer can name, and perhaps others."""
        ...

    def facts(self, wanted: FactFilter) -> FactsFound:
        """The facts that match, from the oldest date to the newest; without a first day, the last counts.

        Raises UnknownNameError where the filter names what the base does not have.
        """
        ...
