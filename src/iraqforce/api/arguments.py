"""What a caller of the API hands in → the values that a question is made of; what is none is refused."""

from __future__ import annotations

import datetime
from operator import index
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from iraqforce import dates
from iraqforce.asof import Question
from iraqforce.dates import DateError, PartialDate
from iraqforce.errors import ArgumentError, UnknownNameError
from iraqforce.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from iraqforce.facts import Force, Place

    DateLike: TypeAlias = str | datetime.date | PartialDate
    """A date as text (ISO 8601 and EDTF, as `iraqforce level --date` takes it), or a day of the calendar."""


class Terms(NamedTuple):
    """The terms of as-of questions that do not depend on a base."""

    dates: tuple[PartialDate, ...]
    max_age: int | None
    known_by: PartialDate | None

    def questions(self, force: Force, place: Place) -> list[Question]:
        """The question of each date, in order."""
        return [Question(force.id, place.id, date, self.known_by, self.max_age) for date in self.dates]


def question_terms(dates: Iterable[DateLike], max_age: int | None, known_by: DateLike | None) -> Terms:
    """What is asked about every force in every place. Raises DateError and ArgumentError."""
    limit = days_limit(max_age)
    known = None if known_by is None else any_date(known_by)
    return Terms(tuple(question_dates(dates)), limit, known)


def question_dates(values: Iterable[DateLike]) -> list[PartialDate]:
    """The dates, each with a first and a last day. Raises DateError, and ArgumentError for a single one."""
    if isinstance(values, str | datetime.date | PartialDate):
        raise ArgumentError(f"{values!r} is one date: levels() takes several", hint="level() takes one")
    found = [any_date(value) for value in values]
    return [date if date.first and date.last else dates.closed(date.text) for date in found]


def today() -> PartialDate:
    """The day that it is here."""
    return dates.of_day(datetime.date.today())


def any_date(value: DateLike) -> PartialDate:
    """The date, perhaps open at one end. Of a day with a time, the day. Raises DateError."""
    match value:
        case PartialDate():
            return value
        case str():
            return dates.parse(value)
        case datetime.datetime():
            return dates.of_day(_day(value))
        case datetime.date():
            return dates.of_day(value)
    raise DateError(f"{value!r} is no date: {dates.FORMS}, as text, or give a datetime.date")


def _day(value: datetime.datetime) -> datetime.date:
    """The day of a time. Raises DateError for what pandas has for no time, which is one by its type."""
    try:
        return datetime.date(value.year, value.month, value.day)
    except (TypeError, ValueError):
        raise DateError(f"{value!r} is no date") from None


def days_limit(value: int | None) -> int | None:
    """A number of days; None is no limit. Raises ArgumentError."""
    if value is None:
        return None
    try:
        days = index(value)
    except TypeError:
        days = -1
    # What is longer than the calendar is a slip, and no number for a database.
    if not 0 <= days < 1_000_000_000:
        raise ArgumentError(f"max_age {value!r} is not a number of days: give 365, or None for no limit")
    return days


def hits_limit(value: int | None) -> int | None:
    """How many hits at most; None is all. Raises ArgumentError."""
    if value is None:
        return None
    try:
        most = index(value)
    except TypeError:
        most = 0
    if not 0 < most < 1_000_000_000:
        raise ArgumentError(f"limit {value!r} is not a number of hits: give 20, or None for all")
    return most


def named(value: str | None) -> str | None:
    """The name as text, whatever was given for it: the base says whether it has that."""
    return None if value is None else str(value)


def kind_of_fact(value: str | None) -> Kind | None:
    """The kind of that name. Raises UnknownNameError."""
    for kind in get_args(Kind):
        if value == kind:
            return cast("Kind", kind)
    if value is None:
        return None
    raise UnknownNameError("kind", str(value), get_args(Kind))


def span(since: DateLike | None, until: DateLike | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Both dates; None is no limit. Raises DateError, and ArgumentError where nothing lies between them."""
    first = None if since is None else any_date(since)
    last = None if until is None else any_date(until)
    if first is not None and last is not None and first.starts > last.ends:
        raise ArgumentError(f"since {first.text} is after until {last.text}: nothing lies between")
    return first, last
