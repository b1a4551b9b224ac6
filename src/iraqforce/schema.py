"""A fact base as written: pydantic models, one for each kind of record. The JSON Schema comes from here.

Strict: every value arrives as text and is read by our own types, and an unknown key is an error.
A model judges one record alone; what needs the other records is checked in `reading`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from iraqforce import dates, numerals
from iraqforce.counts import Count, Number
from iraqforce.dates import PartialDate
from iraqforce.facts import AcceptableRule, Basis, Covers, Direction, Kind, Status

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_TEMPLATE_PATTERN: Final = r"^([a-z0-9*-]|\{(force|place|source|year)\})+$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"


def is_id(text: str) -> bool:
    """True where `text` may be an id: lower-case words and digits joined by hyphens."""
    return re.fullmatch(ID_PATTERN, text) is not None


def _date(value: object) -> PartialDate:
    if not isinstance(value, str):
        raise dates.DateError(f"a date is written as text: {dates.FORMS}")
    return dates.parse(value)


def _closed_date(value: object) -> PartialDate:
    date = _date(value)
    if date.first is None or date.last is None:
        raise dates.DateError(f"'{date.text}' is open: a document is published by some day")
    return date


def _count(value: object) -> Count:
    if isinstance(value, str):
        return numerals.parse(value)
    if not isinstance(value, dict):
        raise PydanticCustomError("count_type", "text or a mapping of keys is wanted")
    words = VagueWords.model_validate(value)
    return numerals.vague(words.text, low=words.low, high=words.high)


def _bound(value: object) -> Number:
    # A program that writes JSON may write a bound as the number it is.
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= numerals.LARGEST:
        return int(value) if value == int(value) else value
    if not isinstance(value, str):
        raise numerals.CountError("a bound is written as digits, such as 200")
    return numerals.number(value)


Text = Annotated[str, StringConstraints(strict=True, pattern=r"\S")]
Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=100)]
IdPattern = Annotated[str, StringConstraints(strict=True, pattern=ID_TEMPLATE_PATTERN)]
Sha256 = Annotated[str, StringConstraints(strict=True, pattern=SHA256_PATTERN)]
Bound = Annotated[Any, PlainValidator(_bound), WithJsonSchema({"type": ["string", "number"]})]
DateText = Annotated[PartialDate, PlainValidator(_date), WithJsonSchema({"type": "string"})]
ClosedDateText = Annotated[PartialDate, PlainValidator(_closed_date), WithJsonSchema({"type": "string"})]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class VagueWords(_Record):
    """Words that name no number, with the curator's own bounds."""

    text: Text
    low: Bound | None = None
    high: Bound | None = None


CountText = Annotated[
    Count,
    PlainValidator(_count),
    WithJsonSchema({"anyOf": [{"type": "string"}, VagueWords.model_json_schema()]}),
]


class AcceptAsWritten(_Record):
    """An acknowledgement: what a rule of `iraqforce check` tells of this record is so, and that is right."""

    rule: AcceptableRule = Field(description="the code of the rule")
    because: Text = Field(description="why it is right all the same")


class ForceAsWritten(_Record):
    """Whose people."""

    name: Text = Field(description="reads in a sentence: U.S. troops")
    part_of: Id | None = Field(None, description="the force that this one belongs to")


class PlaceAsWritten(_Record):
    """Where."""

    name: Text
    phrase: Text | None = Field(None, description="follows a force; 'in' and the name where it is left out")
    within: Id | None = Field(None, description="the place that this one lies in")


class DefinitionAsWritten(_Record):
    """What a number counts."""

    text: Text = Field(description="completes the sentence 'this number …'")
    covers: Covers = Field("whole", description="the whole of the force in the place, a part of it, or more")
    words: list[Text] = Field(default_factory=list, description="words of a quote that name this definition")


InferredField = Literal["title", "author", "publisher", "published", "url"]


class SourceAsWritten(_Record):
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
    accepts: list[AcceptAsWritten] = Field(
        default_factory=list, description="rules that do not apply here, and why"
    )


class _FactAsWritten(_Record):
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
    accepts: list[AcceptAsWritten] = Field(
        default_factory=list, description="rules that do not apply here, and why"
    )


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


class BaseHeader(_Record):
    """What a base is called; the first two keys of the file."""

    name: Id
    title: Text
    ids: dict[Kind, IdPattern] = Field(
        default_factory=dict,
        description="how ids of facts are made, by kind: {force}, {place}, {source} and {year} stand for the "
        "fact's own, and * for any words",
    )

    @property
    def patterns(self) -> tuple[tuple[Kind, str], ...]:
        """Each kind with its pattern."""
        return tuple(self.ids.items())
