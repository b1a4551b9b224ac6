"""A fact base as written: pydantic models, one for each kind of record.

Strict: every value is text that the types below parse, and an unknown key is an error. A model validates one
record; `declarations` and `evidence` check what depends on other records. Fields are described in `model`
under the same names; `base_schema` makes the JSON Schema for editors from both.
"""

import re
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

LINE_PATTERN: Final = r"^[^\n]*\S[^\n]*$"
"""A text on one line that is not blank."""

_MONEY: Final = re.compile(r"[$€£]")

SuppressibleRule = Literal[
    "F301", "F302", "F303", "F304", "F305", "F306", "F307", "F308", "F309",
    "F311", "F312", "F313", "F314", "F315",
]  # fmt: skip
"""The lint rules that a fact or a source may suppress."""


def read_date(value: object) -> PartialDate:
    """The date that a text names. Raises DateError."""
    if not isinstance(value, str):
        raise DateError(f"a date must be text: {dates.FORMS}")
    return dates.parse(value)


def read_closed_date(value: object) -> PartialDate:
    """A date with a first and a last day. Raises DateError."""
    date = read_date(value)
    if date.first is None or date.last is None:
        raise DateError(f"'{date.text}' is open-ended: a publication date must have a first and a last day")
    return date


def read_count(value: object) -> Count:
    """The count that a text, or vague words with bounds, name. Raises CountError."""
    if isinstance(value, str):
        if "\n" in value:
            raise CountError("a count must be on one line")
        return numbers.parse(value)
    if not isinstance(value, dict):
        raise PydanticCustomError("count_type", "expected text or a mapping of keys")
    words = VagueWords.model_validate(value)
    return numbers.vague(words.text, low=words.low, high=words.high)


def read_headcount(value: object) -> Count:
    """The count that a text, or vague words with bounds, name, of people. Raises CountError."""
    count = read_count(value)
    if _MONEY.search(count.text):
        raise CountError(f"'{count.text}' is an amount of money, not a number of people: use kind 'figure'")
    return count


def read_bound(value: object) -> Number:
    """The number that a bound of vague words names, in digits. Raises CountError."""
    if not isinstance(value, str):
        raise CountError("a bound must be a number in digits, such as 200")
    return numbers.number(value)


Text = Annotated[str, StringConstraints(strict=True, pattern=LINE_PATTERN)]
LongText = Annotated[str, StringConstraints(strict=True, pattern=r"\S")]
"""A text that may have several lines."""

Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=100)]
IdTemplate = Annotated[str, StringConstraints(strict=True, pattern=ID_TEMPLATE_PATTERN)]
Sha256 = Annotated[str, StringConstraints(strict=True, pattern=SHA256_PATTERN)]
Url = Annotated[str, StringConstraints(strict=True, pattern=URL_PATTERN)]
Truth = Annotated[Literal["true", "false"], AfterValidator("true".__eq__)]
DateText = Annotated[PartialDate, PlainValidator(read_date)]
ClosedDateText = Annotated[PartialDate, PlainValidator(read_closed_date)]
CountText = Annotated[Count, PlainValidator(read_count)]
HeadcountText = Annotated[Count, PlainValidator(read_headcount)]
BoundText = Annotated[Number, PlainValidator(read_bound)]


class Written(BaseModel):
    """A mapping that must have only the keys of its model."""

    model_config = ConfigDict(
        extra="forbid",
        arbitrary_types_allowed=True,
        model_title_generator=lambda model: model.__name__.removeprefix("Written"),
    )


class VagueWords(Written):
    """Words without a number, with bounds chosen by the curator; an omitted bound is open."""

    text: Text
    low: BoundText | None = None
    high: BoundText | None = None


class WrittenHeader(Written):
    """The name of a base and the patterns of its IDs: the first keys of the file."""

    name: Id
    title: Text
    updated: ClosedDateText | None = None
    license: Text | None = None
    ids: dict[Kind, IdTemplate] = {}


class WrittenSuppression(Written):
    """A lint rule that a record breaks for a good reason."""

    rule: SuppressibleRule
    reason: LongText
    words: tuple[Text, ...] = ()


class WrittenForce(Written):
    """A force: whose personnel is counted."""

    name: Text
    part_of: Id | None = None
    aliases: tuple[Text, ...] = ()


class WrittenPlace(Written):
    """A country or place."""

    name: Text
    phrase: Text | None = None
    within: Id | None = None
    aliases: tuple[Text, ...] = ()


class WrittenDefinition(Written):
    """A definition of what a number counts."""

    name: Text | None = None
    text: LongText
    scope: Scope = "total"
    words: tuple[Text, ...] = ()


class WrittenSource(Written):
    """A document. Without a `text`, its facts are cited without quotes."""

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
    inferred: dict[Literal["title", "authors", "publisher", "published", "url"], LongText] = {}
    text: Text | None = None
    sha256: Sha256 | None = None
    note: LongText | None = None
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
    quote: LongText | None = None
    locator: Text | None = None
    checked: Checked | None = None
    note: LongText | None = None
    suppress: tuple[WrittenSuppression, ...] = ()


class WrittenLevel(_WrittenFact):
    """A headcount on a date."""

    kind: Literal["level"]
    force: Id
    place: Id
    count: HeadcountText
    status: Status
    basis: Basis
    excluded: LongText | None = None
    supersedes: Truth = False  # type: ignore[assignment] # it is read as a bool


class WrittenChange(_WrittenFact):
    """An increase or a decrease, including a plan or a denial of one."""

    kind: Literal["change"]
    force: Id
    place: Id
    count: HeadcountText | None = None
    direction: Direction | None = None
    status: Status
    basis: Basis


class WrittenEvent(_WrittenFact):
    """Something that happened or is due on a date."""

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
