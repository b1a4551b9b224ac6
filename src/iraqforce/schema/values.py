"""The values of a fact base as written: ids, texts, dates and counts, each read by our own types."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from iraqforce import dates, numerals
from iraqforce.counts import Count, Number
from iraqforce.dates import PartialDate
from iraqforce.patterns import ID_PATTERN, SHA256_PATTERN, URL_PATTERN

ID_TEMPLATE_PATTERN: Final = r"^([a-z0-9*-]|\{(force|place|source|year)\})+$"


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


# An editor reads values by YAML's own rules: `title: 2016` is a number there, `author: true` a truth value
# and `as_of: 2015` an integer. The schema of a value takes all that our own types read as text.
_SCALARS: Final = ["string", "number", "boolean"]
TEXT_SCHEMA: Final = {"type": _SCALARS, "pattern": r"\S"}
ID_SCHEMA: Final = {"type": _SCALARS, "pattern": ID_PATTERN, "maxLength": 100}
_SHA256_SCHEMA: Final = {"type": ["string", "number"], "pattern": SHA256_PATTERN}
_URL_SCHEMA: Final = {"type": "string", "pattern": URL_PATTERN}
_POINT: Final = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-2[1-4])?[~?%]?"
_CLOSED_DATE_SCHEMA: Final = {
    "type": ["string", "integer"],
    "pattern": rf"^{_POINT}(/{_POINT})?$",
    "minimum": 1,
    "maximum": 9999,
    "examples": ["2016-03-25", "2016-03", 2016],
}
_DATE_SCHEMA: Final = {
    **_CLOSED_DATE_SCHEMA,
    "pattern": rf"^({_POINT}(/({_POINT}|\.\.))?|\.\./{_POINT})$",
    "examples": ["2016-03-25", "2016-03", 2016, "2015-21", "2014/2017", "../2021-12-09", "2016-03~"],
}
_NUMBER_SCHEMA: Final = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "minimum": 0,
    "maximum": numerals.LARGEST,
}
_COUNT_EXAMPLES: Final = ["4,087", "about 2,500", "more than 5,000", "4.5 million", "500 to 600", "withheld"]

Text = Annotated[str, StringConstraints(strict=True, pattern=r"\S"), WithJsonSchema(TEXT_SCHEMA)]
Id = Annotated[
    str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=100), WithJsonSchema(ID_SCHEMA)
]
IdPattern = Annotated[str, StringConstraints(strict=True, pattern=ID_TEMPLATE_PATTERN)]
Sha256 = Annotated[
    str, StringConstraints(strict=True, pattern=SHA256_PATTERN), WithJsonSchema(_SHA256_SCHEMA)
]
Url = Annotated[str, StringConstraints(strict=True, pattern=URL_PATTERN), WithJsonSchema(_URL_SCHEMA)]
Bound = Annotated[Any, PlainValidator(_bound), WithJsonSchema({**_NUMBER_SCHEMA, "examples": [200, "4,500"]})]
DateText = Annotated[PartialDate, PlainValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
ClosedDateText = Annotated[PartialDate, PlainValidator(_closed_date), WithJsonSchema(_CLOSED_DATE_SCHEMA)]


class Record(BaseModel):
    """A mapping with no keys but those of its model."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        model_title_generator=lambda model: model.__name__.removesuffix("AsWritten"),
    )


class VagueWords(Record):
    """Words that name no number, with the curator's own bounds; a bound that is left out is open."""

    text: Text = Field(description="The words as the source has them: several hundred.")
    low: Bound | None = Field(None, description="The least that the words may mean, in digits: 200.")
    high: Bound | None = Field(None, description="The most that the words may mean, in digits: 900.")


_NumberText = Annotated[Any, WithJsonSchema({**_NUMBER_SCHEMA, "examples": _COUNT_EXAMPLES})]
CountText = Annotated[Count, PlainValidator(_count, json_schema_input_type=_NumberText | VagueWords)]
