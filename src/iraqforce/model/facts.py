"""Facts, their sources, and the forces, places and definitions that they name.

Named tuples, because they are defined at every start: a frozen dataclass takes ten times as long to define.
"""

from collections.abc import Mapping
from typing import Annotated, Final, NamedTuple

from iraqforce.model.choices import Basis, Checked, Direction, Kind, QuoteMatch, Scope, SourceKind, Status
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.positions import QuotePlace, TextPlace

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
URL_PATTERN: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]"


class Suppression(NamedTuple):
    """A lint rule that a record breaks rightly."""

    rule: Annotated[str, "The code of the rule; `iraqforce check --explain CODE` explains it."]
    reason: Annotated[str, "Why the record is right all the same."]
    words: Annotated[tuple[str, ...], "With F308, the numbers it is about, as the article has them: 44."] = ()


class Force(NamedTuple):
    """Whose people."""

    id: Annotated[str, "The id of the force."]
    name: Annotated[str, "The force as a sentence has it: U.S. troops."]
    part_of: Annotated[str | None, "Another force, by its id, that this one belongs to."] = None
    aliases: Annotated[tuple[str, ...], "Words by which texts name the force: American troops."] = ()


class Place(NamedTuple):
    """Where."""

    id: Annotated[str, "The id of the place."]
    name: Annotated[str, "The place as a sentence has it: Iraq."]
    phrase: Annotated[str, "What follows a force: at Fire Base Bell. If left out, “in” and the name."]
    within: Annotated[str | None, "Another place, by its id, that this one lies in."] = None
    aliases: Annotated[tuple[str, ...], "Words by which texts name the place."] = ()


class Definition(NamedTuple):
    """What a number counts."""

    id: Annotated[str, "The id of the definition."]
    text: Annotated[str, "What the number counts, in a sentence."]
    scope: Annotated[Scope, "How much of the force in the place the number counts."] = "total"
    words: Annotated[tuple[str, ...], "Words that name this definition in a quote: temporary."] = ()
    name: Annotated[str | None, "The same in few words: active duty only. If left out, the text."] = None

    @property
    def label(self) -> str:
        """What a number counts, in as few words as the base has for it."""
        return self.name or self.text


class Inference(NamedTuple):
    """A field of a source that its text does not state."""

    field: Annotated[str, "The field: title, authors, publisher, published or url."]
    reason: Annotated[str, "Why we believe what the field says."]


class Source(NamedTuple):
    """A document. Without a `text` it is cited, not quoted."""

    id: Annotated[str, "The id of the source."]
    kind: Annotated[SourceKind | None, "What kind of document it is."]
    title: Annotated[str | None, "Its title; required if there is no stored text."]
    authors: Annotated[tuple[str, ...], "Its authors: persons as “Family, Given”, offices by their name."]
    publisher: Annotated[str, "Who published it."]
    published: Annotated[PartialDate, "When it was published; it may be as vague as 2016-03."]
    url: Annotated[str | None, "Its address on the web."]
    archived: Annotated[str | None, "The address of an archived copy."]
    accessed: Annotated[PartialDate | None, "When the address was last opened."]
    inferred: Annotated[tuple[Inference, ...], "What the text itself does not state, and why we believe it."]
    text: Annotated[str | None, "The stored article, relative to the base's folder."]
    sha256: Annotated[str | None, "The SHA-256 of the stored article's bytes, as sha256sum prints it."]
    note: Annotated[str | None, "What a reader should know about it."]
    suppress: Annotated[tuple[Suppression, ...], "Lint rules that this record breaks rightly."] = ()


class Fact(NamedTuple):
    """One statement taken from one source."""

    id: Annotated[str, "Unique and stable: us-iraq-2016-03-25."]
    kind: Annotated[Kind, "What kind of statement it is."]
    label: Annotated[str | None, "What it is, in the curator's words (for events and figures)."]
    force: Annotated[Force | None, "Whose people: the id of a force."]
    place: Annotated[Place | None, "Where: the id of a place."]
    count: Annotated[Count | None, "The number, as the source words it."]  # type: ignore[assignment] # also a tuple's method
    direction: Annotated[Direction | None, "Of a change: which way."]
    as_of: Annotated[PartialDate, "The date it is true of, as precise as the source allows."]
    dated_by: Annotated[str | None, "The words or reasons that give the date."]
    due: Annotated[PartialDate | None, "Of a planned, announced or authorized fact: the date it is for."]
    status: Annotated[Status | None, "How firmly it is stated."]
    basis: Annotated[Basis | None, "Whose number it is."]
    definition: Annotated[
        Definition | None, "What the number counts, if the source says or plainly implies it."
    ]
    excluded: Annotated[str | None, "Why a level is kept out of answers although its scope is total."]
    supersedes: Annotated[bool, "True if nothing earlier counts after this level."]
    stated_by: Annotated[
        str | None, "Whose claim it is: a person or an office; if left out, the publisher's."
    ]
    source: Annotated[Source, "The document it is taken from."]
    quote: Annotated[str | None, "The verbatim words that give the number and its subject."]
    quote_match: Annotated[QuoteMatch, "Whether the quote is in the stored article."]
    quote_at: Annotated[QuotePlace | None, "Where the quote is in the article."]
    locator: Annotated[str | None, "Page, table or paragraph in a source without a stored text."]
    written_at: Annotated[TextPlace, "Where the record is written in the base."]
    checked: Annotated[Checked | None, "How often the curator read the number in its source."] = None
    note: Annotated[str | None, "What a reader must know before using the number."] = None
    suppress: Annotated[tuple[Suppression, ...], "Lint rules that this record breaks rightly."] = ()

    def is_about(self, force: str, place: str) -> bool:
        """True if the fact is about exactly this force and this place, given by their ids."""
        return (
            self.force is not None
            and self.place is not None
            and (self.force.id, self.place.id) == (force, place)
        )

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
        """True if the fact has a verified quote, and is not only cited."""
        return self.quote_match != "none"

    @property
    def speaker(self) -> str:
        """Whose claim it is: the person or office named, else the publisher."""
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
