"""The words of the field as frozen values: facts, sources and vocabulary, checked and complete.

These are what flows between the layers. They know nothing of files, databases or screens. They are named
tuples: to define a frozen dataclass takes half a millisecond, and these are defined at every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iraqforce.counts import Count
    from iraqforce.dates import PartialDate

Kind = Literal["level", "change", "event", "figure"]
Status = Literal["actual", "announced", "planned", "authorised", "former"]
Basis = Literal["official", "press"]
Direction = Literal["increase", "decrease", "none"]
Covers = Literal["whole", "part", "more"]
Verdict = Literal["exact", "typographic", "cited"]


AcceptableRule = Literal["F301", "F302", "F303", "F304", "F305", "F306", "F307", "F308", "F309", "F311"]
"""The rules that a fact or a source may acknowledge."""


class Accept(NamedTuple):
    """An acknowledgement: what the rule tells of this record is so, and why that is right.

    `words` are the numbers of an article that it is about (F308), as the article has them.
    """

    rule: AcceptableRule
    because: str
    words: tuple[str, ...] = ()


class Force(NamedTuple):
    """Whose people: `name` reads in a sentence (`U.S. troops`)."""

    id: str
    name: str
    part_of: str | None = None


class Place(NamedTuple):
    """Where: `phrase` follows a force (`in Iraq`, `at Fire Base Bell`)."""

    id: str
    name: str
    phrase: str
    within: str | None = None


class Definition(NamedTuple):
    """What a number counts, and whether that is the whole of the force, a part of it or more.

    `text` completes “this number …”, and `name` says the same in few words; `words` name it in a quote.
    """

    id: str
    text: str
    covers: Covers = "whole"
    words: tuple[str, ...] = ()
    name: str | None = None

    @property
    def label(self) -> str:
        """What a number counts, in as few words as the base has for it."""
        return self.name or self.text


class Source(NamedTuple):
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
    accepts: tuple[Accept, ...] = ()


class TextPlace(NamedTuple):
    """A place in a text: lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int


class QuotePlace(NamedTuple):
    """Where a quote stands in an article; `length` counts the characters it takes there."""

    path: str
    line: int
    column: int
    length: int


class Paragraph(NamedTuple):
    """A paragraph of an article; the quote is its characters from `start` up to, not including, `end`."""

    text: str
    start: int
    end: int


class Fact(NamedTuple):
    """One statement taken from one source, with the words it was taken from.

    `quote` and `found_at` are None where the source is only cited; then `locator` says where in it.
    `context` says why a level stands beside an answer and gives none, where its definition does not say so.
    """

    id: str
    kind: Kind
    label: str | None
    force: Force | None
    place: Place | None
    count: Count | None  # type: ignore[assignment] # tuples have a method of this name; nobody counts in a fact
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
    context: str | None = None
    accepts: tuple[Accept, ...] = ()

    def concerns(self, force: str, place: str) -> bool:
        """True where the fact is about exactly this force and this place, given by their ids."""
        return (
            self.force is not None
            and self.place is not None
            and (self.force.id, self.place.id) == (force, place)
        )

    @property
    def covers(self) -> Covers:
        """How much of the force in the place the count covers, as far as the source says."""
        return self.definition.covers if self.definition else "whole"

    @property
    def stands_alone(self) -> bool:
        """True where the count covers the whole of the force in the place, and is no mere context."""
        return self.covers == "whole" and self.context is None

    @property
    def withheld(self) -> bool:
        """True where the source says that the number is kept back."""
        return self.count is not None and self.count.withheld

    @property
    def quoted(self) -> bool:
        """True where the words of the source are there to be checked, and it is not only cited."""
        return self.verdict != "cited"

    @property
    def speaker(self) -> str:
        """Whose claim it is: the person or office named, else the publisher."""
        return self.stated_by or self.source.publisher


def with_wholes(name: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """The name and all that it is a part of, where `parents` gives the next whole of each."""
    found = set()
    above: str | None = name
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return frozenset(found)
