"""Facts, their sources, and the forces, places and definitions that they name.

Named tuples, because they are defined at every start: a frozen dataclass takes ten times as long to define.
"""

from collections.abc import Mapping
from typing import Annotated, Final, NamedTuple

from iraqforce.model.choices import Basis, Checked, Direction, Kind, QuoteMatch, Scope, SourceKind, Status
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.positions import QuotePlace, TextPlace

Subject = tuple[str | None, str | None]
"""The IDs of a force and a place; None if a fact has none."""

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
URL_PATTERN: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*$"


class Suppression(NamedTuple):
    """A lint rule that a record breaks for a good reason."""

    rule: Annotated[str, "The code of the rule; `iraqforce check --explain CODE` explains it."]
    reason: Annotated[str, "Why the record is correct anyway."]
    words: Annotated[tuple[str, ...], "With F308, the numbers it applies to, as in the article: 44."] = ()


class Force(NamedTuple):
    """A force: whose personnel is counted."""

    id: Annotated[str, "The ID of the force."]
    name: Annotated[str, "Its name in a sentence: U.S. troops."]
    part_of: Annotated[str | None, "The ID of a force that this one is part of."] = None
    aliases: Annotated[tuple[str, ...], "Other names of the force: American troops."] = ()


class Place(NamedTuple):
    """A country or place."""

    id: Annotated[str, "The ID of the place."]
    name: Annotated[str, "Its name in a sentence: Iraq."]
    phrase: Annotated[str, "What follows a force: at Fire Base Bell. By default “in” and the name."]
    within: Annotated[str | None, "The ID of a place that contains this one."] = None
    aliases: Annotated[tuple[str, ...], "Other names of the place."] = ()


class Definition(NamedTuple):
    """A definition of what a number counts."""

    id: Annotated[str, "The ID of the definition."]
    text: Annotated[str, "What the number counts, in a sentence."]
    scope: Annotated[Scope, "How much of the force in the place the number counts."] = "total"
    words: Annotated[tuple[str, ...], "Words that name this definition in a quote: temporary."] = ()
    name: Annotated[str | None, "A short form of the definition."] = None

    @property
    def label(self) -> str:
        """What a number counts, in as few words as the base has for it."""
        return self.name or self.text


class Inference(NamedTuple):
    """A field that the source itself does not state."""

    field: Annotated[str, "The field: title, authors, publisher, published or url."]
    reason: Annotated[str, "Why the value is believed to be correct."]


class Source(NamedTuple):
    """A document. Without a `text`, its facts are cited without quotes."""

    id: Annotated[str, "The ID of the source."]
    kind: Annotated[SourceKind | None, "What kind of document it is."]
    title: Annotated[str | None, "Its title; required if no text is stored."]
    authors: Annotated[tuple[str, ...], "Its authors: people as “Family, Given”, offices by name."]
    publisher: Annotated[str, "Who published it."]
    published: Annotated[PartialDate, "When it was published, as precise as known: 2016-03."]
    url: Annotated[str | None, "Its URL."]
    archived: Annotated[str | None, "The URL of an archived copy."]
    accessed: Annotated[PartialDate | None, "When the URL was last opened."]
    inferred: Annotated[
        tuple[Inference, ...], "Fields that the source itself does not state, and why they are believed."
    ]
    text: Annotated[str | None, "The stored article, relative to the base's folder."]
    sha256: Annotated[str | None, "The SHA-256 of the stored article's bytes, as sha256sum prints it."]
    note: Annotated[str | None, "What a reader should know about the source."]
    suppress: Annotated[tuple[Suppression, ...], "Lint rules that this record breaks for a good reason."] = ()


class Fact(NamedTuple):
    """One statement from one source."""

    id: Annotated[str, "Unique and stable: us-iraq-2016-03-25."]
    kind: Annotated[Kind, "The kind of statement."]
    label: Annotated[str | None, "The curator's short description (for events and figures)."]
    force: Annotated[Force | None, "The ID of the force that is counted."]
    place: Annotated[Place | None, "The ID of the place."]
    count: Annotated[Count | None, "The number, in the source's words."]  # type: ignore[assignment] # also a tuple's method
    direction: Annotated[Direction | None, "The direction of a change."]
    as_of: Annotated[PartialDate, "The date it applies to, as precise as the source allows."]
    dated_by: Annotated[str | None, "The date basis: the words or reasons that give the date."]
    due: Annotated[PartialDate | None, "When a planned, announced or authorized fact is due."]
    status: Annotated[Status | None, "Whether it is actual, announced, planned, authorized or former."]
    basis: Annotated[Basis | None, "Whether the number is official or from the press."]
    definition: Annotated[
        Definition | None, "What the number counts, if the source states or clearly implies it."
    ]
    excluded: Annotated[str | None, "Why a level is not used in answers although its scope is total."]
    supersedes: Annotated[bool, "True if earlier figures no longer apply after this level."]
    stated_by: Annotated[str | None, "The person or office that stated it; by default the publisher."]
    source: Annotated[Source, "The document it comes from."]
    quote: Annotated[str | None, "The quoted words with the number and its subject."]
    quote_match: Annotated[QuoteMatch, "Whether the quote was found in the stored article."]
    quote_at: Annotated[QuotePlace | None, "Where the quote is in the article."]
    locator: Annotated[str | None, "Page, table or paragraph in a source without a stored text."]
    written_at: Annotated[TextPlace, "Where the record is in the base."]
    checked: Annotated[Checked | None, "How often the number was checked against its source."] = None
    note: Annotated[str | None, "What a reader must know before using the number."] = None
    suppress: Annotated[tuple[Suppression, ...], "Lint rules that this record breaks for a good reason."] = ()

    @property
    def subject(self) -> Subject:
        """The ids of its force and of its place."""
        return self.force.id if self.force else None, self.place.id if self.place else None

    def is_about(self, force: str, place: str) -> bool:
        """True if the fact is about exactly this force and this place, given by their ids."""
        return self.subject == (force, place)

    @property
    def scope(self) -> Scope:
        """How much of the force in the place the count covers, as far as the source says."""
        return self.definition.scope if self.definition else "total"

    @property
    def withheld(self) -> bool:
        """True if the source declines to give the number."""
        return self.count is not None and self.count.withheld

    @property
    def quoted(self) -> bool:
        """True if the fact has a verified quote."""
        return self.quote_match != "none"

    @property
    def speaker(self) -> str:
        """Who stated it: the person or office named, else the publisher."""
        return self.stated_by or self.source.publisher


def with_parents(name: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """The name and everything above it, given each name's parent."""
    found = set()
    above: str | None = name
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return frozenset(found)


def with_children(name: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """The name and everything below it, given each name's parent."""
    return frozenset(each for each in {name, *parents} if name in with_parents(each, parents))
