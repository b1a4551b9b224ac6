"""A fact base as written: pydantic models, one for each kind of record. The JSON Schema comes from here.

Strict: every value arrives as text and is read by our own types, and an unknown key is an error.
A model judges one record alone; what needs the other records is checked in `reading`.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from iraqforce.facts import Basis, Covers, Direction, Status
from iraqforce.schema.values import ClosedDateText, CountText, DateText, Id, Record, Sha256, Text


class ForceAsWritten(Record):
    """Whose people."""

    name: Text = Field(description="reads in a sentence: U.S. troops")
    part_of: Id | None = Field(None, description="the force that this one belongs to")


class PlaceAsWritten(Record):
    """Where."""

    name: Text
    phrase: Text | None = Field(None, description="follows a force; 'in' and the name where it is left out")
    within: Id | None = Field(None, description="the place that this one lies in")


class DefinitionAsWritten(Record):
    """What a number counts."""

    text: Text = Field(description="completes the sentence 'this number …'")
    covers: Covers = Field("whole", description="the whole of the force in the place, a part of it, or more")


InferredField = Literal["title", "author", "publisher", "published", "url"]


class SourceAsWritten(Record):
    """A document."""

    title: Text | None = None
    author: Text | None = None
    publisher: Text
    published: ClosedDateText = Field(description="when it was published, as precisely as is known")
    url: Text | None = None
    inferred: dict[InferredField, Text] = Field(
        default_factory=dict, description="what the text itself does not state, and why we believe it"
    )
    text: Text | None = Field(None, description="the stored article, relative to the base's folder")
    sha256: Sha256 | None = Field(None, description="of the stored article's bytes")
    note: Text | None = None


class _FactAsWritten(Record):
    id: Id
    as_of: DateText = Field(description="the date that the fact is true of, as precise as the source allows")
    dated_by: Text | None = Field(None, description="the words or reasons that give the date")
    definition: Id | None = Field(
        None, description="what the number counts, where the source says or implies it"
    )
    stated_by: Text | None = Field(None, description="the person or office whose claim it is")
    source: Id
    quote: Text | None = Field(None, description="verbatim words that carry the number and its subject")
    locator: Text | None = Field(None, description="page or table, for a source without a stored text")
    note: Text | None = None
    label: Text | None = Field(None, description="what it is, in the curator's own few words")


class LevelAsWritten(_FactAsWritten):
    """A headcount true at a time."""

    kind: Literal["level"]
    force: Id
    place: Id
    count: CountText
    status: Status
    basis: Basis


class ChangeAsWritten(_FactAsWritten):
    """An increase or a decrease, or a stated plan or denial of one."""

    kind: Literal["change"]
    force: Id
    place: Id
    count: CountText | None = None
    direction: Direction | None = Field(None, description="which way; none where a change is denied")
    status: Status
    basis: Basis


class EventAsWritten(_FactAsWritten):
    """Something dated that happened, or is due."""

    kind: Literal["event"]
    force: Id | None = None
    place: Id | None = None
    count: CountText | None = None
    unit: Text | None = Field(None, description="what is counted, where the event has a count")
    status: Status | None = None
    basis: Basis | None = None


class FigureAsWritten(_FactAsWritten):
    """A number that is not a headcount."""

    kind: Literal["figure"]
    force: Id | None = None
    place: Id | None = None
    count: CountText
    unit: Text = Field(description="what is counted: USD, km², strikes")
    status: Status | None = None
    basis: Basis | None = None


FactAsWritten = LevelAsWritten | ChangeAsWritten | EventAsWritten | FigureAsWritten

FACT_MODELS: Final[dict[str, type[FactAsWritten]]] = {
    "level": LevelAsWritten,
    "change": ChangeAsWritten,
    "event": EventAsWritten,
    "figure": FigureAsWritten,
}


class BaseHeader(Record):
    """What a base is called; the first two keys of the file."""

    name: Id
    title: Text
