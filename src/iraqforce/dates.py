"""A date as precise as its source: a first day, a last day and a precision. Standard library only.

ISO 8601 reduced precision (`2016`, `2016-03`, `2016-03-25`), EDTF intervals with open ends
(`2014/2017`, `../2021-12-09`), EDTF seasons (`2015-21` spring to `2015-24` winter, meteorological)
and EDTF qualifiers (`~` approximate, `?` uncertain, `%` both).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from iraqforce.errors import IraqforceError

Precision = Literal["day", "month", "season", "year", "interval"]

FORMS = "write 2016-03-25, 2016-03, 2016, 2015-21 (spring 2015) or 2014/2017"

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?([~?%]?)")
SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""Spring to winter as EDTF numbers them, each with its first month (meteorological, northern)."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DateError(IraqforceError, ValueError):
    """Text that is not a date, or names a day that does not exist. The message says which and why."""

    code = "date"


class PartialDate(NamedTuple):
    """A date as written, with the first and the last day that it may mean.

    `first` or `last` is None where an interval is open. An interval means *some time within*.
    """

    text: str
    first: date | None
    last: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def starts(self) -> date:
        """The first day, or the earliest day there is where the interval has no start."""
        return self.first or date.min

    @property
    def ends(self) -> date:
        """The last day, or the latest day there is where the interval has no end."""
        return self.last or date.max

    @property
    def order(self) -> tuple[date, date]:
        """The key that sorts dates from old to new: first days, then last days."""
        return self.starts, self.ends

    def overlaps(self, other: PartialDate) -> bool:
        """True where some day may be meant by both dates."""
        return self.starts <= other.ends and other.starts <= self.ends

    def days_before(self, other: PartialDate) -> int:
        """Days from this date's last day to the other's first day; 0 where they overlap or this is later."""
        return max(0, (other.starts - self.ends).days)


def parse(text: str) -> PartialDate:
    """The date that `text` names, in ISO 8601 reduced precision or EDTF (levels 0 and 1, as far as above).

    Raises DateError for anything else and for a day that does not exist: nothing is bent into shape.
    """
    if "/" not in text:
        return _point(text)
    start_text, _, end_text = text.partition("/")
    start = None if start_text == ".." else _point(start_text, whole=text)
    end = None if end_text == ".." else _point(end_text, whole=text)
    if start is None and end is None:
        raise DateError(f"'{text}' is open at both ends: give a start or an end")
    if start and end and start.starts > end.ends:
        raise DateError(f"'{text}' ends before it starts")
    return PartialDate(
        text=text,
        first=start.first if start else None,
        last=end.last if end else None,
        precision="interval",
        approximate=any(point.approximate for point in (start, end) if point),
        uncertain=any(point.uncertain for point in (start, end) if point),
    )


def closed(text: str) -> PartialDate:
    """The date that `text` names, which has a first and a last day, as a question must. Raises DateError."""
    found = parse(text)
    if found.first is None or found.last is None:
        raise DateError(f"'{text}' is open at one end: a question needs a first and a last day")
    return found


def of_day(day: date) -> PartialDate:
    """One calendar day as a date of day precision."""
    return PartialDate(text=day.isoformat(), first=day, last=day, precision="day")


def _point(text: str, *, whole: str | None = None) -> PartialDate:
    """One end of an interval, or a whole date that is no interval."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(_not_a_date(text, whole))
    year_text, month_text, day_text, qualifier = match.groups()
    first, last, precision = _span(text, int(year_text), month_text, day_text)
    return PartialDate(
        text=text,
        first=first,
        last=last,
        precision=precision,
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
    )


def _span(text: str, year: int, month_text: str | None, day_text: str | None) -> tuple[date, date, Precision]:
    if year == 0:
        raise DateError(f"'{text}' names the year 0, which this calendar does not have")
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    month = int(month_text)
    if month in SEASON_FIRST_MONTH and day_text is None:
        return (*_season(text, year, SEASON_FIRST_MONTH[month]), "season")
    if not 1 <= month <= 12:
        raise DateError(f"'{text}' names month {month_text}: months are 01 to 12, seasons 21 to 24")
    if day_text is None:
        return date(year, month, 1), _last_day(year, month), "month"
    day = int(day_text)
    length = _last_day(year, month).day
    if not 1 <= day <= length:
        raise DateError(f"'{text}' does not exist: {MONTHS[month - 1]} {year} has {length} days")
    return date(year, month, day), date(year, month, day), "day"


def _season(text: str, year: int, first_month: int) -> tuple[date, date]:
    """Three whole months; the winter of a year begins in its December."""
    last_year, last_month = (year, first_month + 2) if first_month < 12 else (year + 1, 2)
    if last_year > date.max.year:
        raise DateError(f"'{text}' ends after the year {date.max.year}")
    return date(year, first_month, 1), _last_day(last_year, last_month)


def _last_day(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _not_a_date(text: str, whole: str | None) -> str:
    within = f" in '{whole}'" if whole is not None else ""
    unpadded = _UNPADDED.fullmatch(text)
    if unpadded:
        year, month, day, qualifier = unpadded.groups()
        padded = "-".join(part.zfill(2) for part in (year, month, day) if part) + qualifier
        if padded != text and _exists(padded):
            return f"'{text}'{within} is not a date: did you mean {padded}?"
    if not text:
        return f"an end is missing{within}: an open end is written '..'" if whole else "a date is empty"
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return f"'{shown}'{within} is not a date: {FORMS}"


def _exists(text: str) -> bool:
    try:
        _point(text)
    except DateError:
        return False
    return True
