"""A fact base as written: pydantic models, one for each kind of record.

Strict: every value arrives as text and is read by our own types, and an unknown key is an error. A model
checks one record alone; what needs other records is checked in `declarations` and `evidence`. Fields are
described in `model`, by the same names; `base_schema` makes the JSON Schema for editors of both.
"""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from iraqforce.model import dates
from iraqforce.model.choices import Basis, Checked, Direction, Kind, Scope, SourceKind, Status
from iraqforce.model.counts import Count, Number
from iraqforce.model.dates import DateError, PartialDate
from iraqforce.model.facts import ID_PATTERN, SHA256_PATTERN, URL_PATTERN
from iraqforce.text import numbers
from iraqforce.text.numbers import CountError

ID_TEMPLATE_PATTERN: Final = r"^([a-z0-9*-]|\{(force|place|source|year)\})+$"

SuppressibleRule = Literal["F301", "F302", "F303", "F304", "F305", "F306", "F307", "F308", "F309", "F311"]
"""The lint rules that a fact or a source may suppress."""


def read_date(value: object) -> PartialDate:
    """The date that a text names. Raises DateError."""
    if not isinstance(value, str):
        raise DateError(f"a date is written as text: {dates.FORMS}")
    return dates.parse(value)


def read_closed_date(value: object) -> PartialDate:
    """A date with a first and a last day. Raises DateError."""
    date = read_date(value)
    if date.first is None or date.last is None:
        raise DateError(f"'{date.text}' is open: a document is published by some day")
    return date


def read_count(value: object) -> Count:
    """The count that a text, or vague words with bounds, name. Raises CountError."""
    if isinstance(value, str):
        return numbers.parse(value)
    if not isinstance(value, dict):
        raise PydanticCustomError("count_type", "text or a mapping of keys is wanted")
    words = VagueWords.model_validate(value)
    return numbers.vague(words.text, low=words.low, high=words.high)


def read_bound(value: object) -> Number:
    """The number that a bound of vague words names, in digits. Raises CountError."""
    if not isinstance(value, str):
        raise CountError("a bound is written as digits, such as 200")
    return numbers.number(value)


Text = Annotated[str, StringConstraints(strict=True, pattern=r"\S")]
Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=100)]
IdTemplate = Annotated[str, StringConstraints(strict=True, pattern=ID_TEMPLATE_PATTERN)]
Sha256 = Annotated[str, StringConstraints(strict=True, pattern=SHA256_PATTERN)]
Url = Annotated[str, StringConstraints(strict=True, pattern=URL_PATTERN)]
Truth = Annotated[Literal["true", "false"], AfterValidator("true".__eq__)]
DateText = Annotated[PartialDate, PlainValidator(read_date)]
ClosedDateText = Annotated[PartialDate, PlainValidator(read_closed_date)]
CountText = Annotated[Count, PlainValidator(read_count)]
BoundText = Annotated[Number, PlainValidator(read_bound)]


class Written(BaseModel):
    """A mapping with no keys but those of its model."""

    model_config = ConfigDict(
        extra="forbid",
        arbitrary_types_allowed=True,
        model_title_generator=lambda model: model.__name__.removeprefix("Written"),
    )


class VagueWords(Written):
    """Words that name no number, with the curator's own bounds; a bound that is left out is open."""

    text: Text
    low: BoundText | None = None
    high: BoundText | None = None


class WrittenHeader(Written):
    """What a base is called, and how its ids are made: the first keys of the file."""

    name: Id
    title: Text
    updated: ClosedDateText | None = None
    license: Text | None = None
    ids: dict[Kind, IdTemplate] = {}


class WrittenSuppression(Written):
    """A lint rule that a record breaks rightly."""

    rule: SuppressibleRule
    reason: Text
    words: tuple[Text, ...] = ()


class WrittenForce(Written):
    """Whose people."""

    name: Text
    part_of: Id | None = None
    aliases: tuple[Text, ...] = ()


class WrittenPlace(Written):
    """Where."""

    name: Text
    phrase: Text | None = None
    within: Id | None = None
    aliases: tuple[Text, ...] = ()


class WrittenDefinition(Written):
    """What a number counts."""

    name: Text | None = None
    text: Text
    scope: Scope = "total"
    words: tuple[Text, ...] = ()


class WrittenSource(Written):
    """A document. Without a `text` it is cited, not quoted, and so are its facts."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {"text": ["sha256"], "sha256": ["text"]},
            "anyOf": [{"required": ["text"]}, {"required": ["title"]}],
        }
    )

    kind: SourceKind | None = None
    title: Text | None = None
    authors: tuple[Text, ...] = ()
    publisher: Text
    published: ClosedDateText
    url: Url | None = None
    archived: Url | None = None
    accessed: ClosedDateText | None = None
    inferred: dict[Literal["title", "authors", "publisher", "published", "url"], Text] = {}
    text: Text | None = None
    sha256: Sha256 | None = None
    note: Text | None = None
    suppress: tuple[WrittenSuppression, ...] = ()


class _WrittenFact(Written):
    # Which of the two is required depends on the source; a fact without either is wrong with every source.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["quote"]}, {"required": ["locator"]}]}
    )

    id: Id
    label: Text | None = None
    as_of: DateText
    dated_by: Text | None = None
    due: DateText | None = None
    definition: Id | None = None
    stated_by: Text | None = None
    source: Id
    quote: Text | None = None
    locator: Text | None = None
    checked: Checked | None = None
    note: Text | None = None
    suppress: tuple[WrittenSuppression, ...] = ()


class WrittenLevel(_WrittenFact):
    """A headcount true at a time."""

    kind: Literal["level"]
    force: Id
    place: Id
    count: CountText
    status: Status
    basis: Basis
    excluded: Text | None = None
    supersedes: Truth = False  # type: ignore[assignment] # it is read as a bool


class WrittenChange(_WrittenFact):
    """An increase or a decrease, or a stated plan or denial of one."""

    kind: Literal["change"]
    force: Id
    place: Id
    count: CountText | None = None
    direction: Direction | None = None
    status: Status
    basis: Basis


class WrittenEvent(_WrittenFact):
    """Something dated that happened, or is due."""

    kind: Literal["event"]
    force: Id | None = None
    place: Id | None = None
    count: CountText | None = None
    unit: Text | None = None
    status: Status | None = None
    basis: Basis | None = None


class WrittenFigure(_WrittenFact):
    """A number that is not a headcount."""

    kind: Literal["figure"]
    force: Id | None = None
    place: Id | None = None
    count: CountText
    unit: Text
    status: Status | None = None
    basis: Basis | None = None


WrittenFact = WrittenLevel | WrittenChange | WrittenEvent | WrittenFigure

FACT_MODELS: Final[dict[str, type[WrittenFact]]] = {
    "level": WrittenLevel,
    "change": WrittenChange,
    "event": WrittenEvent,
    "figure": WrittenFigure,
}
