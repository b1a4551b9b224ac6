"""A fact base as written: pydantic models, one for each kind of record. The JSON Schema comes from here.

Strict: every value arrives as text and is read by our own types, and an unknown key is an error.
A model judges one record alone; what needs the other records is checked in `reading`. The descriptions are
what an editor shows of a key; docs/fact-base.md tells the same at more length.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from pydantic import ConfigDict, Field, WithJsonSchema

from iraqforce import dates, numerals
from iraqforce.choices import KINDS
from iraqforce.facts import AcceptableRule, Kind
from iraqforce.schema.choices import KIND, BasisText, CoversText, DirectionText, StatusText
from iraqforce.schema.values import (
    ID_SCHEMA,
    ID_TEMPLATE_PATTERN,
    TEXT_SCHEMA,
    ClosedDateText,
    CountText,
    DateText,
    Id,
    IdPattern,
    Record,
    Sha256,
    Text,
    Url,
)


class AcceptAsWritten(Record):
    """An acknowledgement: what a rule of `iraqforce check` tells of this record is so, and is right."""

    rule: AcceptableRule = Field(
        description="The code of the rule; `iraqforce check --explain CODE` explains it."
    )
    because: Text = Field(description="Why it is right all the same.")
    words: list[Text] = Field(
        default_factory=list,
        description="With F308, the numbers of the article that it is about, as the article has them: 44.",
    )


Accepts = Annotated[
    list[AcceptAsWritten],
    Field(description="Rules of `iraqforce check` that this record acknowledges, each with the reason."),
]


class ForceAsWritten(Record):
    """Whose people."""

    name: Text = Field(description="The force as a sentence has it: U.S. troops.")
    part_of: Id | None = Field(None, description="Another force, by its id, that this one belongs to.")


class PlaceAsWritten(Record):
    """Where."""

    name: Text = Field(description="The place as a sentence has it: Iraq.")
    phrase: Text | None = Field(
        None, description="What follows a force: at Fire Base Bell. If left out, “in” and the name."
    )
    within: Id | None = Field(None, description="Another place, by its id, that this one lies in.")


class DefinitionAsWritten(Record):
    """What a number counts."""

    name: Text | None = Field(
        None,
        description="The same in few words, as a line of figures has it: active duty only. "
        "If left out, the text.",
    )
    text: Text = Field(description="Completes “this number …”: leaves out “temporary” troops.")
    covers: CoversText = "whole"
    words: list[Text] = Field(
        default_factory=list, description="Words that name this definition in a quote: temporary."
    )


InferredField = Literal["title", "author", "publisher", "published", "url"]
Inferred = Annotated[
    dict[InferredField, Text],
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {**TEXT_SCHEMA, "description": f"Why we believe what '{name}' says."}
                for name in get_args(InferredField)
            },
        }
    ),
]


class SourceAsWritten(Record):
    """A document. Without a `text` it is cited, not quoted, and so are its facts."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {"text": ["sha256"], "sha256": ["text"]},
            "anyOf": [{"required": ["text"]}, {"required": ["title"]}],
        }
    )

    title: Text | None = Field(
        None, description="Its title, only where the text has one; required where there is no text."
    )
    author: Text | None = Field(None, description="Its author, only where the text has one.")
    publisher: Text = Field(description="Who published it.")
    published: ClosedDateText = Field(
        description=f"When it was published; it may be as vague as 2016-03. {dates.FORMS.capitalize()}."
    )
    url: Url | None = Field(None, description="Where it stands on the web, from https:// or http:// on.")
    inferred: Inferred = Field(
        default_factory=dict,
        description="For each of these that the text itself does not state, why we believe it.",
    )
    text: Text | None = Field(None, description="The stored article, relative to the base's folder.")
    sha256: Sha256 | None = Field(
        None, description="The SHA-256 of the stored article's bytes, as sha256sum prints it."
    )
    note: Text | None = Field(None, description="What a reader should know of it.")
    accepts: Accepts = Field(default_factory=list)


ForceId = Annotated[Id, WithJsonSchema({**ID_SCHEMA, "description": "Whose people: the id of a force."})]
PlaceId = Annotated[Id, WithJsonSchema({**ID_SCHEMA, "description": "Where: the id of a place."})]
CountOfFact = Annotated[
    CountText,
    Field(description=f"The number as the source words it. Write {numerals.FORMS}; withheld is no zero."),
]


class _FactAsWritten(Record):
    # Which of the two is wanted depends on the source; a fact without either is wrong with every source.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["quote"]}, {"required": ["locator"]}]}
    )

    id: Id = Field(
        description="Unique and stable: us-iraq-2016-03-25. Ours begin with force, place and date."
    )
    as_of: DateText = Field(
        description="The date it is true of, as precise as the source allows. "
        f"{dates.FORMS.capitalize()}; '..' is an open end. An interval means some time within. "
        "'~' is approximate, '?' uncertain, '%' both."
    )
    dated_by: Text | None = Field(None, description="The words or reasons that give the date.")
    definition: Id | None = Field(
        None,
        description="What the number counts, where the source says or plainly implies it: "
        "the id of a definition.",
    )
    stated_by: Text | None = Field(
        None, description="Whose claim it is, a person or an office; the publisher's if left out."
    )
    source: Id = Field(description="The document that it is taken from: the id of a source.")
    quote: Text | None = Field(
        None,
        description="The shortest verbatim words that carry the number and its subject; "
        "required where the source has a text.",
    )
    locator: Text | None = Field(
        None, description="Page, table or paragraph; required where the source has no text."
    )
    note: Text | None = Field(None, description="What a reader must know before using the number.")
    label: Text | None = Field(
        None, description="What it is, in your own few words (for events and figures)."
    )
    accepts: Accepts = Field(default_factory=list)


class LevelAsWritten(_FactAsWritten):
    """A headcount true at a time."""

    kind: Literal["level"] = Field(description=KIND)
    force: ForceId
    place: PlaceId
    count: CountOfFact
    status: StatusText
    basis: BasisText
    context: Text | None = Field(
        None,
        description="Why it gives no answer and only stands beside one, where its definition does not "
        "say so: a policy told without a count, a figure that its own source takes back.",
    )


class ChangeAsWritten(_FactAsWritten):
    """An increase or a decrease, or a stated plan or denial of one."""

    kind: Literal["change"] = Field(description=KIND)
    force: ForceId
    place: PlaceId
    count: CountOfFact | None = None
    direction: DirectionText | None = None
    status: StatusText
    basis: BasisText


class EventAsWritten(_FactAsWritten):
    """Something dated that happened, or is due."""

    kind: Literal["event"] = Field(description=KIND)
    force: ForceId | None = None
    place: PlaceId | None = None
    count: CountOfFact | None = None
    unit: Text | None = Field(None, description="What is counted, where the event has a count: sorties.")
    status: StatusText | None = None
    basis: BasisText | None = None


class FigureAsWritten(_FactAsWritten):
    """A number that is not a headcount."""

    kind: Literal["figure"] = Field(description=KIND)
    force: ForceId | None = None
    place: PlaceId | None = None
    count: CountOfFact
    unit: Text = Field(description="What is counted: USD, km², strikes.")
    status: StatusText | None = None
    basis: BasisText | None = None


FactAsWritten = LevelAsWritten | ChangeAsWritten | EventAsWritten | FigureAsWritten

FACT_MODELS: Final[dict[str, type[FactAsWritten]]] = {
    "level": LevelAsWritten,
    "change": ChangeAsWritten,
    "event": EventAsWritten,
    "figure": FigureAsWritten,
}


Patterns = Annotated[
    dict[Kind, IdPattern],
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": False,
            "description": "How ids of facts are made, by kind: {force}, {place}, {source} and {year} are "
            "the fact's own, * is any words. May be left out.",
            "properties": {
                kind: {
                    "type": "string",
                    "pattern": ID_TEMPLATE_PATTERN,
                    "description": f"How the ids of facts of the kind {kind} are made.",
                    "examples": ["{force}-{place}-*"],
                }
                for kind in KINDS
            },
        }
    ),
]


class BaseHeader(Record):
    """What a base is called, and how its ids are made; the first keys of the file."""

    name: Id = Field(description="What the base is called: a short id.")
    title: Text = Field(description="What the base is called, in words for people.")
    ids: Patterns = Field(default_factory=dict)

    @property
    def patterns(self) -> tuple[tuple[Kind, str], ...]:
        """Each kind with its pattern."""
        return tuple(self.ids.items())
