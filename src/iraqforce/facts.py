"""The words of the field as frozen values: facts, sources and vocabulary, checked and complete.

These are what flows between the layers. They know nothing of files, databases or screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from iraqforce.counts import Count
    from iraqforce.dates import PartialDate

Kind = Literal["level", "change", "event", "figure"]
Status = Literal["actual", "announced", "planned", "authorised", "former"]
Basis = Literal["official", "press"]
Direction = Literal["increase", "decrease", "none"]
Covers = Literal["whole", "part", "more"]
Verdict = Literal["exact", "typographic", "cited"]


@dataclass(frozen=True, slots=True)
class Force:
    """Whose people: `name` reads in a sentence (`U.S. troops`)."""

    id: str
    name: str
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: `phrase` follows a force (`in Iraq`, `at Fire Base Bell`)."""

    id: str
    name: str
    phrase: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a number counts, and whether that is the whole of the force, a part of it or more."""

    id: str
    text: str
    covers: Covers = "whole"


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `inferred` gives, for each field the text does not state, why we believe it."""

    id: str
    title: str | None
    author: str | None
    publisher: str
    published: PartialDate
    url: str | None
    path: str | None
    sha256: str | None
    inferred: tuple[tuple[str, str], ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place in a text: lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class QuotePlace(TextPlace):
    """Where a quote stands in an article; `length` counts the characters it takes there."""

    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article; the quote is its characters from `start` up to, not including, `end`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement taken from one source, with the words it was taken from.

    `quote` and `found_at` are None where the source is only cited; then `locator` says where in it.
    """

    id: str
    kind: Kind
    label: str | None
    force: Force | None
    place: Place | None
    count: Count | None
    direction: Direction | None
    as_of: PartialDate
    dated_by: str | None
    status: Status | None
    basis: Basis | None
    definition: Definition | None
    stated_by: str | None
    source: Source
    quote: str | None
    found_at: QuotePlace | None
    locator: str | None
    written_at: TextPlace
    verdict: Verdict
    note: str | None

    def concerns(self, force: str, place: str) -> bool:
        """True where the fact is about exactly this force and this place, given by their ids."""
        return (
            self.force is not None
            and self.place is not None
            and (self.force.id, self.place.id) == (force, place)
        )

    @property
    def whole(self) -> bool:
        """True where the count covers the whole of the force in the place, as far as the source says."""
        return self.definition is None or self.definition.covers == "whole"

    @property
    def speaker(self) -> str:
        """Whose claim it is: the person or office named, else the publisher."""
        return self.stated_by or self.source.publisher


@dataclass(frozen=True, slots=True)
class GivenTwice:
    """An id that two facts have: where the later one is written, and where the earlier."""

    id: str
    written_at: TextPlace
    earlier: TextPlace


@dataclass(frozen=True, slots=True)
class Base:
    """What a base is called, and the SHA-256 of its bytes (of the list of its files' hashes if several)."""

    name: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything in a base but its facts, in the order written; `articles` are texts by source id."""

    base: Base
    forces: tuple[Force, ...]
    places: tuple[Place, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[Source, ...]
    articles: dict[str, str]


@dataclass(frozen=True, slots=True)
class CheckedBase:
    """A whole fact base in which every reference, quote and count has been verified."""

    declared: Declared
    facts: tuple[Fact, ...]
