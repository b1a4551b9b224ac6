"""The values of a fact base as written: ids, texts, dates and counts, each read by our own types."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from iraqforce import dates, numerals
from iraqforce.counts import Count, Number
from iraqforce.dates import PartialDate

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
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
Sha256 = Annotated[str, StringConstraints(strict=True, pattern=SHA256_PATTERN)]
Bound = Annotated[Any, PlainValidator(_bound), WithJsonSchema({"type": ["string", "number"]})]
DateText = Annotated[PartialDate, PlainValidator(_date), WithJsonSchema({"type": "string"})]
ClosedDateText = Annotated[PartialDate, PlainValidator(_closed_date), WithJsonSchema({"type": "string"})]


class Record(BaseModel):
    """A mapping with no keys but those of its model."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class VagueWords(Record):
    """Words that name no number, with the curator's own bounds."""

    text: Text
    low: Bound | None = None
    high: Bound | None = None


CountText = Annotated[
    Count,
    PlainValidator(_count),
    WithJsonSchema({"anyOf": [{"type": "string"}, VagueWords.model_json_schema()]}),
]
